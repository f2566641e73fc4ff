#include "tally/keys.h"

#include <doctest/doctest.h>

#include <set>

#include "tally/figure.h"
#include "tally/tally_builder.h"

using namespace redress;         // NOLINT: test
using namespace redress::tally;  // NOLINT: test

namespace {

AgeBand band_of_birth(Date birth) {
  return age_band(model::known_date(birth), kAsOf, LeapRule::kMarch1);
}

}  // namespace

TEST_CASE("an age band begins on the birthday") {
  CHECK(band_of_birth({1998, 11, 12}) == AgeBand::kUnder21);
  CHECK(band_of_birth({1998, 11, 11}) == AgeBand::k21To29);
  CHECK(band_of_birth({1989, 11, 11}) == AgeBand::k30To39);
  CHECK(band_of_birth({1979, 11, 11}) == AgeBand::k40To49);
  CHECK(band_of_birth({1969, 11, 12}) == AgeBand::k40To49);
  CHECK(band_of_birth({1969, 11, 11}) == AgeBand::k50To64);
  CHECK(band_of_birth({1954, 11, 12}) == AgeBand::k50To64);
  CHECK(band_of_birth({1954, 11, 11}) == AgeBand::k65OrMore);
}

TEST_CASE("a partial birth date has an age band where all its days agree") {
  const model::DateFact in_1960{{Date{1960, 1, 1}, Date{1960, 12, 31}}, model::Doubt::kPartial, 0};
  const model::DateFact in_1969{{Date{1969, 1, 1}, Date{1969, 12, 31}}, model::Doubt::kPartial, 0};
  CHECK(age_band(in_1960, kAsOf, LeapRule::kMarch1) == AgeBand::k50To64);
  CHECK(age_band(in_1969, kAsOf, LeapRule::kMarch1) == AgeBand::kUnknown);
}

TEST_CASE("an unknown birth date, or one after the as-of date, has no age band") {
  CHECK(age_band({}, kAsOf, LeapRule::kMarch1) == AgeBand::kUnknown);
  CHECK(band_of_birth({2065, 1, 1}) == AgeBand::kUnknown);
}

TEST_CASE("a decade begins with its year 0") {
  CHECK(decade_of(model::known_date({1990, 1, 1})) == 1990);
  CHECK(decade_of(model::known_date({1989, 12, 31})) == 1980);
  CHECK(decade_of({{Date{1989, 12, 31}, Date{1990, 1, 1}}, model::Doubt::kContradictory, 0}) == std::nullopt);
  CHECK(decade_of({}) == std::nullopt);
}

TEST_CASE("every id is there and stands for one thing") {
  std::set<std::string_view> facts;
  for (std::size_t i = 0; i < evaluate::kFactKindCount; ++i) facts.insert(id_of(static_cast<evaluate::FactKind>(i)));
  CHECK(facts.size() == evaluate::kFactKindCount);
  CHECK_FALSE(facts.contains(""));
  std::set<std::string_view> notes;
  for (std::size_t i = 0; i < model::kNoteCount; ++i) notes.insert(id_of(static_cast<model::Note>(i)));
  CHECK(notes.size() == model::kNoteCount);
  CHECK_FALSE(notes.contains(""));
}

TEST_CASE("every figure has an id of its own and a definition of one line") {
  std::set<std::string_view> ids;
  for (std::size_t i = 0; i < kFigureCount; ++i) {
    const FigureWords& words = words_of(static_cast<Figure>(i));
    ids.insert(words.id);
    CHECK_FALSE(words.definition.empty());
    CHECK(words.definition.find('\n') == std::string_view::npos);
    CHECK(words.definition.back() == '.');
  }
  CHECK(ids.size() == kFigureCount);
}
