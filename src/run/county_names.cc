#include "run/county_names.h"

#include <algorithm>

namespace redress::run {

bool reads_as_county(std::string_view text) {
  constexpr std::size_t kLongest = 20;
  const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  const auto may_stand = [&](char c) { return is_letter(c) || std::string_view(" .-'").find(c) != std::string_view::npos; };
  return !text.empty() && text.size() <= kLongest && is_letter(text.front()) &&
         std::all_of(text.begin(), text.end(), may_stand) && text.find("  ") == std::string_view::npos;
}

std::vector<NamedCounty> named_counties(const std::map<std::string, std::uint64_t, std::less<>>& rows_by_county) {
  std::vector<NamedCounty> counties;
  std::uint64_t others = 0;
  for (const auto& [name, rows] : rows_by_county) {
    if (name.empty()) {
      counties.push_back({NamedCounty::Kind::kNone, {}, rows});
    } else if (reads_as_county(name)) {
      counties.push_back({NamedCounty::Kind::kCounty, name, rows});
    } else {
      others += rows;
    }
  }
  if (others > 0) counties.push_back({NamedCounty::Kind::kOther, {}, others});
  std::stable_sort(counties.begin(), counties.end(),
                   [](const NamedCounty& a, const NamedCounty& b) { return a.rows > b.rows; });
  return counties;
}

}  // namespace redress::run
