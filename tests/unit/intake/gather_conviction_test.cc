// Facts of a count over its convicted rows.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "intake/counts.h"
#include "intake/gather.h"
#include "support/doj_rows.h"

using namespace redress;           // NOLINT: the subject under test
using namespace redress::testing;  // NOLINT
using model::Conviction;
using model::Doubt;
using model::Level;
using model::RowNumber;

namespace {

constexpr std::size_t kAnyCell = 30;

// Convicted rows of one count that are never equal, each with one cell of its own.
std::vector<DojRow> rows_with(RowFact fact, const std::vector<std::string>& texts) {
  std::vector<DojRow> rows;
  for (const std::string& text : texts) {
    rows.push_back(convicted_row(kCount, "11359 HS").with(fact, text).with_cell(kAnyCell, std::to_string(rows.size())));
  }
  return rows;
}

struct OneCount {
  explicit OneCount(const std::vector<DojRow>& rows) : records(rows) {}
  const Conviction* operator->() {
    const model::Person& person = records.person();
    REQUIRE(person.convictions.size() == 1);
    return &person.convictions[0];
  }
  Records records;
};

DojRow dated(std::string_view count, std::string_view date) {
  return convicted_row(count, "11359 HS").with(RowFact::kEventDate, date);
}

std::vector<std::uint32_t> identities_of(const std::vector<DojRow>& rows) {
  Records records(rows);
  std::vector<std::uint32_t> identities;
  for (const Conviction& conviction : records.person().convictions) identities.push_back(conviction.date.identity);
  return identities;
}

DojRow part(std::string_view count, std::string_view place, std::string_view length, std::string_view unit) {
  DojRow row = convicted_row(count, "11359 HS");
  return row.with(RowFact::kSentencePlace, place)
      .with(RowFact::kSentenceLength, length)
      .with(RowFact::kSentenceUnit, unit);
}

}  // namespace

TEST_CASE("a convicted count is a conviction with its identity, cycle and case") {
  OneCount count({convicted_row(" 101002003000", "11359 HS")});
  CHECK(count->count == "101002003000");
  CHECK(count->cycle == 101);
  CHECK(count->case_key == 101002);
  CHECK(count->disposition == "CONVICTED");
}

TEST_CASE("rows of a count that are not convicted are no part of the conviction") {
  OneCount count({court_row(kCount), convicted_row(kCount, "11359 HS"), court_row(kCount).with_cell(kAnyCell, "1")});
  CHECK(count->rows == std::vector{RowNumber{1}});
}

TEST_CASE("a count whose whole text differs is another conviction") {
  Records records({convicted_row("101001001", "11359 HS"), convicted_row("101001001000", "11359 HS")});
  CHECK(records.person().convictions.size() == 2);
}

TEST_CASE("convictions stand in the order of their first convicted rows") {
  Records records({court_row(kCount), convicted_row(kOther, "459 PC"), convicted_row(kCount, "11359 HS")});
  const model::Person& person = records.person();
  REQUIRE(person.convictions.size() == 2);
  CHECK(person.convictions[0].count == kOther);
  CHECK(person.convictions[1].count == kCount);
}

TEST_CASE("a conviction on a step other than a court action is a conviction") {
  OneCount count({convicted_row(kCount, "11359 HS").with(RowFact::kStepType, "DECEASED")});
  CHECK(count->charge.is_known());
}

TEST_CASE("the disposition is that of the first convicted row") {
  OneCount count(rows_with(RowFact::kDisposition, {"CONVICTED-PROB/JAIL", "CONVICTED-PRISON"}));
  CHECK(count->disposition == "CONVICTED-PROB/JAIL");
}

// Date, level, county.

TEST_CASE("empty cells are left out where the rows of a count state a fact") {
  OneCount date(rows_with(RowFact::kEventDate, {"", "20150214", "-"}));
  CHECK(date->date.is_known());
  OneCount county(rows_with(RowFact::kCounty, {" ", "Los Angeles"}));
  CHECK(county->county.value == "LOS ANGELES");
  OneCount level(rows_with(RowFact::kConvictionLevel, {"", "MISDEMEANOR"}));
  CHECK(level->level.value == Level::kMisdemeanor);
}

TEST_CASE("a fact that no row states is missing") {
  CHECK(OneCount(rows_with(RowFact::kEventDate, {"", "-"}))->date.doubt == Doubt::kMissing);
  CHECK(OneCount(rows_with(RowFact::kCounty, {"", "-"}))->county.doubt == Doubt::kMissing);
  CHECK(OneCount(rows_with(RowFact::kConvictionLevel, {"", "-"}))->level.doubt == Doubt::kMissing);
}

TEST_CASE("two dates of one count are contradictory, and lie in the span that holds them") {
  OneCount count(rows_with(RowFact::kEventDate, {"20150214", "20140101"}));
  CHECK(count->date.doubt == Doubt::kContradictory);
  CHECK(count->date.span == DateSpan{{2014, 1, 1}, {2015, 2, 14}});
}

TEST_CASE("a date and an unreadable one are contradictory, and no day is excluded") {
  OneCount count(rows_with(RowFact::kEventDate, {"20150214", "20150231"}));
  CHECK(count->date.doubt == Doubt::kContradictory);
  CHECK(count->date.span.is_every_day());
}

TEST_CASE("the same unreadable date in all rows is unreadable") {
  OneCount count(rows_with(RowFact::kEventDate, {"20150231", "20150231"}));
  CHECK(count->date.doubt == Doubt::kUnreadable);
}

TEST_CASE("two levels of one count are contradictory") {
  CHECK(OneCount(rows_with(RowFact::kConvictionLevel, {"FELONY", "MISDEMEANOR"}))->level.doubt ==
        Doubt::kContradictory);
  CHECK(OneCount(rows_with(RowFact::kConvictionLevel, {"FELONY", "MISDEMEANOR", "FELONY"}))->level.doubt ==
        Doubt::kContradictory);
}

TEST_CASE("a level and an unreadable one are contradictory; the same unreadable one is unreadable") {
  CHECK(OneCount(rows_with(RowFact::kConvictionLevel, {"FELONY", "WOBBLER"}))->level.doubt == Doubt::kContradictory);
  CHECK(OneCount(rows_with(RowFact::kConvictionLevel, {"WOBBLER", "XYZ"}))->level.doubt == Doubt::kContradictory);
  CHECK(OneCount(rows_with(RowFact::kConvictionLevel, {"wobbler", "WOBBLER "}))->level.doubt == Doubt::kUnreadable);
}

TEST_CASE("one level in words and as a letter is one level") {
  std::vector<DojRow> rows = rows_with(RowFact::kConvictionLevel, {"FELONY", ""});
  rows[1].with(RowFact::kOffenseLevel, "F");
  CHECK(OneCount(rows)->level.value == Level::kFelony);
  rows[1].with(RowFact::kOffenseLevel, "M");
  CHECK(OneCount(rows)->level.doubt == Doubt::kContradictory);
}

TEST_CASE("two counties of one count are contradictory, and one in two spellings is one") {
  CHECK(OneCount(rows_with(RowFact::kCounty, {"LOS ANGELES", "KERN"}))->county.doubt == Doubt::kContradictory);
  CHECK(OneCount(rows_with(RowFact::kCounty, {"LOS ANGELES", " Los Angeles"}))->county.value == "LOS ANGELES");
}

// Dates that are one day.

TEST_CASE("counts of one cycle and step with one date text share the day") {
  const auto ids = identities_of({dated(kCount, "20150214"), dated(kOther, "20150214")});
  CHECK(ids[0] != 0);
  CHECK(ids[0] == ids[1]);
}

TEST_CASE("a day that is shared need not be known") {
  for (const std::string_view text : {"20150000", "20150231", ""}) {
    CAPTURE(text);
    const auto ids = identities_of({dated(kCount, text), dated(kOther, text)});
    CHECK(ids[0] != 0);
    CHECK(ids[0] == ids[1]);
  }
}

TEST_CASE("counts of another step, or with another text, do not share the day") {
  const auto steps = identities_of({dated("101001001000", "20150000"), dated("101002001000", "20150000")});
  CHECK(steps[0] != steps[1]);
  const auto texts = identities_of({dated(kCount, "20150000"), dated(kOther, "20150200")});
  CHECK(texts[0] != texts[1]);
}

TEST_CASE("a count whose own rows disagree in date shares with none") {
  const auto ids = identities_of({dated(kCount, "20150214"), dated(kCount, "20150215"), dated(kOther, "20150214")});
  CHECK(ids[0] == 0);
  CHECK(ids[1] != 0);
}

TEST_CASE("a row of a count without a date does not keep the count from sharing") {
  const auto ids = identities_of({dated(kCount, ""), dated(kCount, "20150214"), dated(kOther, "20150214")});
  CHECK(ids[0] != 0);
  CHECK(ids[0] == ids[1]);
}

// Charge.

TEST_CASE("the charge is the fullest citation of charge text and offense columns") {
  OneCount count({convicted_row(kCount, "11357 HS").with(RowFact::kConvictionOffense, "11357(A) HS-POSSESS")});
  REQUIRE(count->charge.is_known());
  CHECK(count->charge.citation->as_written == "11357(A) HS");
}

TEST_CASE("the charge may stand in a later row") {
  OneCount count(rows_with(RowFact::kOffense, {"11357", "11357(B) HS"}));
  CHECK(count->charge.citation->as_written == "11357(B) HS");
}

TEST_CASE("a charge text and an offense column that differ are contradictory") {
  OneCount count({convicted_row(kCount, "11357 HS").with(RowFact::kConvictionOffense, "11358 HS")});
  CHECK(count->charge.doubt == Doubt::kContradictory);
}

TEST_CASE("the offense disposed of is not asked where there is one convicted of") {
  DojRow row = convicted_row(kCount, "11357 HS").with(RowFact::kDispositionOffense, "11358 HS");
  CHECK(OneCount({row})->charge.doubt == Doubt::kContradictory);
  row.with(RowFact::kConvictionOffense, "11357 HS");
  CHECK(OneCount({row})->charge.is_known());
}

TEST_CASE("an offense column that does not parse is ignored") {
  OneCount count({convicted_row(kCount, "11357 HS").with(RowFact::kConvictionOffense, "POSSESSION")});
  CHECK(count->charge.is_known());
}

TEST_CASE("an offense column is the charge where all charge texts are empty") {
  OneCount count({convicted_row(kCount, "").with(RowFact::kConvictionOffense, "11357 HS")});
  CHECK(count->charge.citation->as_written == "11357 HS");
}

TEST_CASE("a charge in no cell is missing, also where an offense column does not parse") {
  CHECK(OneCount({convicted_row(kCount, "")})->charge.doubt == Doubt::kMissing);
  CHECK(OneCount({convicted_row(kCount, "").with(RowFact::kConvictionOffense, "POSSESSION")})->charge.doubt ==
        Doubt::kMissing);
}

TEST_CASE("an unreadable charge text leaves the charge unreadable, though an offense column cites") {
  OneCount count({convicted_row(kCount, "POSSESSION").with(RowFact::kConvictionOffense, "11357 HS")});
  CHECK(count->charge.doubt == Doubt::kUnreadable);
}

TEST_CASE("664 alone is unreadable") {
  CHECK(OneCount({convicted_row(kCount, "664 PC")})->charge.doubt == Doubt::kUnreadable);
}

TEST_CASE("a charge text too long to be worth keeping is read all the same") {
  const std::string text = "11359 HS-" + std::string(5000, 'X');
  Records records({convicted_row(kCount, text), convicted_row(kOther, text)});
  CHECK(records.person().convictions[1].charge.citation->as_written == "11359 HS");
}

// Sentence.

TEST_CASE("parts are added to their own count, in file order") {
  // Predecessor: a further row was added to the person's last conviction.
  Records records({part(kCount, "JAIL", "90", "D").with(RowFact::kEventDate, "20160101"),
                   part(kOther, "PRISON", "2", "Y").with(RowFact::kEventDate, "20160101"),
                   part(kCount, "PROBATION", "3", "Y").with(RowFact::kEventDate, "20160101")});
  const model::Person& person = records.person();
  REQUIRE(person.convictions.size() == 2);
  CHECK(to_iso(person.convictions[0].sentence_end.span.last) == "2019-03-31");
  CHECK(to_iso(person.convictions[0].sentence_end_earliest.span.last) == "2019-01-01");
  CHECK(to_iso(person.convictions[1].sentence_end.span.last) == "2018-01-01");
  CHECK(person.convictions[0].sentence_words == "JAIL 90 days; PROBATION 3 years");
}

TEST_CASE("a row without length and unit adds no part") {
  OneCount count({part(kCount, "FINE", "", "")});
  CHECK(count->sentence.empty());
  CHECK(count->sentence_end.is_known());
  CHECK(count->sentence_end.span.first == Date{2015, 2, 14});
  CHECK(count->sentence_words == "FINE");
}

TEST_CASE("sentences are put in words for whoever reads of the person, and their days counted for all") {
  const std::vector<DojRow> rows = {part(kCount, "JAIL", "90", "D")};
  for (const auto whom : {intake::GatherFor::kReading, intake::GatherFor::kDeciding, intake::GatherFor::kWriting}) {
    Records records({file_of(rows)}, Records::kAsOf, whom);
    const model::Conviction& conviction = records.person().convictions.front();
    CHECK(conviction.sentence_words == (whom == intake::GatherFor::kReading ? "JAIL 90 days" : ""));
    CHECK(conviction.sentence.size() == 1);
    CHECK(conviction.sentence_end.is_known());
  }
}

TEST_CASE("a length between blanks is read") {
  OneCount count({part(kCount, "JAIL", " 36", "M ")});
  CHECK(to_iso(count->sentence_end.span.last) == "2018-02-14");
}

TEST_CASE("LIFE leaves the end of the sentence unknown") {
  OneCount count({part(kCount, "PRISON", "LIFE", "")});
  REQUIRE(count->sentence.size() == 1);
  CHECK(count->sentence[0].doubt == Doubt::kUnreadable);
  CHECK(!count->sentence_end.is_known());
}

TEST_CASE("rows that are not convicted add no part") {
  OneCount count(
      {part(kCount, "JAIL", "90", "D"), part(kCount, "JAIL", "5", "Y").with(RowFact::kDisposition, "DISMISSED")});
  CHECK(count->sentence.size() == 1);
}

TEST_CASE("a sentence without parts ends on the day that counts share") {
  Records records({dated(kCount, ""), dated(kOther, "")});
  const model::Person& person = records.person();
  CHECK(person.convictions[0].sentence_end.identity == person.convictions[1].date.identity);
}
