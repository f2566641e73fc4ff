// run/county_names.h: the counties of the rows as a screen or an error may name them.
// Not here: counting rows by county (tally/tally.h). Part of the corridor. Pure.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace redress::run {

struct NamedCounty {
  enum class Kind : std::uint8_t { kCounty, kNone, kOther };
  Kind kind = Kind::kCounty;
  std::string name;  // of kCounty; else empty
  std::uint64_t rows = 0;
};

// Most rows first, then by name. What does not read as the name of a county is one entry without its text: in a file
// whose cells are shifted a name, a number or a birth date may stand there, which no message may repeat.
std::vector<NamedCounty> named_counties(const std::map<std::string, std::uint64_t, std::less<>>& rows_by_county);

// Letters, single blanks, periods, hyphens and apostrophes, at most 20: "SAN LUIS OBISPO", "ST. MARY'S".
bool reads_as_county(std::string_view text);

}  // namespace redress::run
