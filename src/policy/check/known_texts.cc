#include "policy/check/known_texts.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "citation/section_pattern.h"
#include "redress/near_match.h"

namespace redress::policy {
namespace {

constexpr std::array<std::string_view, 3> kLevels = {"felony", "misdemeanor", "infraction"};

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// "(a)", "(b)(2)": brackets around letters and digits, one after another.
bool is_subdivision(std::string_view text) {
  while (!text.empty()) {
    const std::size_t close = text.find(')');
    if (text.front() != '(' || close == std::string_view::npos || close < 2) return false;
    const std::string_view inside = text.substr(1, close - 1);
    if (!std::all_of(inside.begin(), inside.end(), is_name_character)) return false;
    text.remove_prefix(close + 1);
  }
  return true;
}

// The numbers that the set lists, each once, in its order.
std::vector<std::string> numbers_of(const citation::SectionSet& set) {
  std::vector<std::string> numbers;
  for (const citation::SetEntry& entry : set.entries()) {
    for (const citation::SectionPattern& part : entry.parts) {
      if (std::find(numbers.begin(), numbers.end(), part.number) == numbers.end()) numbers.push_back(part.number);
    }
  }
  return numbers;
}

bool can_be_section(const citation::SectionSet& set, std::string_view number, TextUse use) {
  if (use == TextUse::kBeginning) {
    const std::vector<std::string> numbers = numbers_of(set);
    return std::any_of(numbers.begin(), numbers.end(), [&](const std::string& n) { return n.starts_with(number); });
  }
  const auto& entries = set.entries();
  return std::any_of(entries.begin(), entries.end(), [&](const citation::SetEntry& entry) {
    return std::any_of(entry.parts.begin(), entry.parts.end(),
                       [&](const citation::SectionPattern& part) { return citation::has_number(part, number); });
  });
}

// As conditions compare texts.
bool is_one_of_texts(std::span<const std::string> texts, std::string_view text) {
  return std::any_of(texts.begin(), texts.end(), [&](const std::string& t) { return equals_ignoring_case(t, text); });
}

bool can_be_county(std::span<const std::string> counties, std::string_view text, TextUse use) {
  if (use == TextUse::kWhole) return is_county(counties, text);
  return counties.empty() || std::any_of(counties.begin(), counties.end(),
                                         [&](const std::string& county) { return begins_ignoring_case(county, text); });
}

}  // namespace

bool is_county(std::span<const std::string> counties, std::string_view name) {
  return counties.empty() || is_one_of_texts(counties, name);
}

std::string county_advice(std::span<const std::string> counties, std::string_view name) {
  // People write "Kern County"; the word is no part of the name, and would be far from every name.
  constexpr std::string_view kWord = " COUNTY";
  const bool has_word =
      name.size() > kWord.size() && equals_ignoring_case(name.substr(name.size() - kWord.size()), kWord);
  const std::string_view bare = has_word ? name.substr(0, name.size() - kWord.size()) : name;
  if (const auto near = near_match(bare, counties)) return "Did you mean '" + *near + "'?";
  return "Write the county as the research files name it, for example '" + counties.front() + "'.";
}

std::optional<Error> check_known_text(const Scope& scope, const Expression& fact, const Expression& text, TextUse use) {
  if (fact.type != ValueType::kText || text.operation != Operation::kText) return std::nullopt;
  const auto fault = [&](std::string_view code, std::string cause, std::string next_step) {
    return error_at(scope.source, text.extent, code, std::move(cause), std::move(next_step));
  };
  if (use == TextUse::kBeginning && text.text.empty()) {
    return fault("policy.step", "every text begins with an empty one", "Write what it must begin with, as '(a)'.");
  }
  if (fact.operation == Operation::kParameter) {
    const std::vector<std::string>& choices = scope.parameters[fact.index].choices;
    if (is_one_of_texts(choices, text.text)) return std::nullopt;
    return fault("policy.name", "'" + text.text + "' is not a choice of this parameter", suggest(text.text, choices));
  }
  if (fact.operation != Operation::kFact) return std::nullopt;
  const std::vector<std::string> levels(kLevels.begin(), kLevels.end());
  if (fact.field == Field::kLevel && !is_one_of_texts(levels, text.text)) {
    return fault("policy.name", "'" + text.text + "' is not a level", suggest(text.text, levels));
  }
  if ((fact.field == Field::kCounty || fact.field == Field::kRunCounty) &&
      !can_be_county(scope.counties, text.text, use)) {
    return fault("policy.name", "there is no county '" + text.text + "'", county_advice(scope.counties, text.text));
  }
  // A charge without a section of the set, or without a subdivision, has an empty one.
  if (text.text.empty()) return std::nullopt;
  if (fact.field == Field::kSection && scope.charge_set != nullptr &&
      !can_be_section(*scope.charge_set, to_lower_ascii(text.text), use)) {
    return fault("policy.section", "the set that [scope] names by 'sections' lists no section '" + text.text + "'",
                 suggest(text.text, numbers_of(*scope.charge_set)));
  }
  if (fact.field == Field::kSubdivision && !is_subdivision(text.text)) {
    return fault("policy.section", "'" + text.text + "' is not how a subdivision is written",
                 "Write each part in round brackets, for example '(a)' or '(b)(2)'.");
  }
  return std::nullopt;
}

}  // namespace redress::policy
