#include "intake/facts_places.h"

#include <algorithm>
#include <set>

#include "base/text.h"

namespace redress::intake {
namespace {

using model::Conviction;

std::string_view without_zeros(std::string_view digits) {
  return digits.substr(std::min(digits.find_first_not_of('0'), digits.size()));
}

}  // namespace

std::optional<std::uint32_t> conviction_of_count(const model::Person& person, std::string_view text) {
  const auto find = [&](const auto& is_it) -> std::optional<std::uint32_t> {
    const auto found = std::find_if(person.convictions.begin(), person.convictions.end(), is_it);
    if (found == person.convictions.end()) return std::nullopt;
    return static_cast<std::uint32_t>(found - person.convictions.begin());
  };
  if (const auto whole = find([&](const Conviction& c) { return c.count == text; })) return whole;
  return find([&](const Conviction& c) { return without_zeros(c.count) == without_zeros(text); });
}

std::vector<std::uint32_t> convictions_of_case(const model::Person& person, std::string_view number) {
  std::vector<std::uint32_t> convictions;
  for (const model::CaseNumbers& numbers : person.case_numbers) {
    const bool has_it = std::any_of(numbers.numbers.begin(), numbers.numbers.end(),
                                    [&](const std::string& n) { return equals_ignoring_case(n, number); });
    if (!has_it) continue;
    for (std::size_t i = 0; i < person.convictions.size(); ++i) {
      if (person.convictions[i].case_key == numbers.case_key) convictions.push_back(static_cast<std::uint32_t>(i));
    }
  }
  return convictions;
}

bool are_of_one_court(const model::Person& person, std::span<const std::uint32_t> convictions) {
  std::set<std::string_view> counties;
  for (const std::uint32_t i : convictions) {
    if (person.convictions[i].county.is_known()) counties.insert(person.convictions[i].county.value);
  }
  return counties.size() <= 1;
}

bool are_of_one_case(const model::Person& person, std::span<const std::uint32_t> convictions) {
  return std::all_of(convictions.begin(), convictions.end(), [&](std::uint32_t i) {
    return person.convictions[i].case_key == person.convictions[convictions.front()].case_key;
  });
}

}  // namespace redress::intake
