// What somebody supplied, as the engine sees it.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "evaluate/evaluate.h"

using namespace redress;            // NOLINT: the subject under test
using namespace redress::evaluate;  // NOLINT

namespace {

citation::SectionSet needing(std::string_view section, std::string needs) {
  citation::SetEntry entry;
  entry.parts.push_back(*citation::parse_pattern(section));
  entry.needs = std::move(needs);
  std::vector<citation::SetEntry> entries;
  entries.push_back(std::move(entry));
  return citation::SectionSet::build("test.set", std::move(entries));
}

model::Conviction conviction_of(std::string_view charge) {
  model::Conviction conviction;
  conviction.charge = {*citation::parse_charge(charge), model::Doubt::kNone};
  conviction.date = model::known_date({2010, 5, 4});
  conviction.arrest_date = model::known_date({2010, 1, 1});
  return conviction;
}

Truth is_in(const citation::SectionSet& set, const model::Conviction& conviction) {
  return charge_in_set(conviction, {SubjectKind::kConviction, 0}, set, nullptr);
}

const model::Provenance kReport{"police report", "J. Doe", Date{2019, 10, 1}};

}  // namespace

TEST_CASE("a fact that a section set needs settles membership once it is supplied") {
  const citation::SectionSet set = needing("PC 261", "force");
  model::Conviction conviction = conviction_of("261 PC");
  CHECK(is_in(set, conviction) == Truth::kUnknown);
  conviction.supplied = {{"force", true, kReport}};
  CHECK(is_in(set, conviction) == Truth::kYes);
  conviction.supplied = {{"force", false, kReport}};
  CHECK(is_in(set, conviction) == Truth::kNo);
  conviction.supplied = {{"victim_age", true, kReport}};
  CHECK(is_in(set, conviction) == Truth::kUnknown);
}

TEST_CASE("what the record itself tells is never supplied: level and subdivision") {
  model::Conviction conviction = conviction_of("261 PC");
  conviction.supplied = {{"felony_level", true, kReport}, {"subdivision", true, kReport}};
  CHECK(is_in(needing("PC 261", "felony_level"), conviction) == Truth::kUnknown);
  CHECK(is_in(needing("PC 261", "subdivision"), conviction) == Truth::kUnknown);
}

TEST_CASE("a declared fact is found by its name and its type") {
  policy::DeclaredFact plants;
  plants.name = "plants";
  plants.type = policy::DeclaredType::kNumber;
  model::Conviction conviction = conviction_of("11358 HS");
  CHECK(!supplied_value(conviction, plants));
  conviction.supplied = {{"plants", std::int64_t{6000}, kReport}};
  CHECK(supplied_value(conviction, plants) == 6);
  conviction.supplied = {{"plants", true, kReport}};
  CHECK(!supplied_value(conviction, plants));
}

TEST_CASE("who said so stays with the fact") {
  model::Conviction conviction = conviction_of("11358 HS");
  conviction.supplied = {{"plants", std::int64_t{6000}, kReport}};
  conviction.filled = {{model::RecordFact::kLevel, kReport}};
  REQUIRE(supplied_fact(conviction, "plants") != nullptr);
  CHECK(supplied_fact(conviction, "plants")->from == kReport);
  CHECK(supplied_fact(conviction, "grams") == nullptr);
  REQUIRE(filled_from(conviction, model::RecordFact::kLevel) != nullptr);
  CHECK(*filled_from(conviction, model::RecordFact::kLevel) == kReport);
  CHECK(filled_from(conviction, model::RecordFact::kCounty) == nullptr);
}

TEST_CASE("a supplied day of the offense or the charge stands instead of the days it may have been") {
  model::Conviction conviction = conviction_of("11358 HS");
  CHECK(offense_date(conviction, LeapRule::kMarch1) == DateSpan{{2009, 1, 1}, {2010, 1, 1}});
  CHECK(charging_date(conviction) == DateSpan{{2010, 1, 1}, {2010, 5, 5}});
  conviction.offense_date = Date{2009, 12, 24};
  conviction.charging_date = Date{2010, 2, 1};
  CHECK(offense_date(conviction, LeapRule::kMarch1) == DateSpan{{2009, 12, 24}, {2009, 12, 24}});
  CHECK(charging_date(conviction) == DateSpan{{2010, 2, 1}, {2010, 2, 1}});
}
