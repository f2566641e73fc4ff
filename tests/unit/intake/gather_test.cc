// The person as a whole: rows joined, equal rows, birth date, what is missing. Convictions: gather_conviction_test.cc.
#include "intake/gather.h"
#include "intake/counts.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "scan/cells.h"
#include "support/doj_rows.h"

using namespace redress;           // NOLINT: the subject under test
using namespace redress::testing;  // NOLINT
using model::Doubt;
using model::RowNumber;

namespace {

DojRow born(std::string_view date) {
  return court_row(kCount).with(RowFact::kBirthDate, date);
}

DojRow sentenced(std::string_view length, std::string_view unit) {
  return convicted_row(kCount, "11359 HS").with(RowFact::kSentenceLength, length).with(RowFact::kSentenceUnit, unit);
}

// A cell that no fact is read from.
constexpr std::size_t kIgnoredCell = 5;
constexpr std::size_t kComparedCell = 30;

}  // namespace

TEST_CASE("a person's rows are those of all files, in the order given") {
  Records records({file_of({convicted_row(kCount, "11359 HS"), convicted_row(kOther, "459 PC", "2")}),
                   file_of({convicted_row("102001001000", "187 PC")})});
  const model::Person& person = records.person(0);
  CHECK(person.id == "18675309");
  REQUIRE(person.rows.size() == 2);
  CHECK(person.rows[1].row == RowNumber{2});
  REQUIRE(person.convictions.size() == 2);
  CHECK(person.convictions[1].charge.citation->as_written == "187 PC");
  CHECK(records.person(1).convictions.size() == 1);
}

TEST_CASE("rows of a person need not stand together") {
  Records records(
      {convicted_row(kCount, "11359 HS"), convicted_row(kCount, "459 PC", "2"), convicted_row(kOther, "11358 HS")});
  CHECK(records.person(0).convictions.size() == 2);
}

TEST_CASE("nothing of one person is left when the next is gathered") {
  DojRow dead("1");
  dead.with(RowFact::kStepType, "DECEASED").with(RowFact::kName, "LEE,ANA");
  Records records({convicted_row("", "11359 HS", "1").with(RowFact::kBirthDate, "19600314"), dead,
                   DojRow("2").with(RowFact::kStepType, "REGISTRATION")});
  CHECK(records.person(0).is_deceased);
  const model::Person& second = records.person(1);
  CHECK(!second.is_deceased);
  CHECK(second.name.empty());
  CHECK(second.birth_date.doubt == Doubt::kMissing);
  CHECK(second.unusable_convictions.empty());
  CHECK(!second.is_incomplete());
  CHECK(records.unusable_rows().empty());
}

TEST_CASE("gathering again gives the same record") {
  Records records({sentenced("5", "Y"), convicted_row(kOther, "459 PC", "2")});
  const model::DateFact first = records.person(0).convictions[0].sentence_end;
  records.person(1);
  CHECK(records.person(0).convictions[0].sentence_end.span == first.span);
}

// Cells are found again in each row by the starts that were kept of it: those of its own bytes.
TEST_CASE("where the cells of each row begin is kept for whoever asks for it, and of very many rows not") {
  constexpr std::size_t kMany = 1001;
  std::vector<DojRow> rows = {sentenced("5", "Y"), convicted_row(kOther, "459 PC", "2"),
                              convicted_row("102001001000", "11358(a) HS").with(RowFact::kName, "\"LEE,ANA\"")};
  for (std::size_t i = 0; i < kMany; ++i) rows.push_back(convicted_row(kCount, "11359 HS", "3"));
  Records records({file_of(rows)}, Records::kAsOf, intake::GatherFor::kWriting);
  const model::Person& person = records.person(0);
  REQUIRE(person.rows.size() == 2);
  scan::Cells cells;
  for (std::size_t i = 0; i < person.rows.size(); ++i) {
    cells.split(records.gatherer().raw_rows()[i]);
    CHECK(std::ranges::equal(records.gatherer().starts_of_row(i), cells.starts()));
  }
  CHECK(records.person(2).rows.size() == kMany);
  CHECK(records.gatherer().starts_of_row(0).empty());
  records.person(0);
  CHECK(!records.gatherer().starts_of_row(1).empty());
  Records dropped({sentenced("5", "Y")});
  dropped.person();
  CHECK(dropped.gatherer().starts_of_row(0).empty());
}

TEST_CASE("what describes a person is taken from the first row that says it") {
  DojRow second = court_row(kOther);
  second.with(RowFact::kName, "LEE,ANA")
      .with(RowFact::kCiiNumber, "A123")
      .with(RowFact::kSex, "F")
      .with(RowFact::kRace, "W");
  Records records(
      {court_row(kCount).with(RowFact::kName, " - "), second, court_row(kOther).with(RowFact::kName, "LI,ANN")});
  const model::Person& person = records.person();
  CHECK(person.name == "LEE,ANA");
  CHECK(person.cii_number == "A123");
  CHECK(person.sex == "F");
  CHECK(person.race == "W");
}

TEST_CASE("cycles are counted once each") {
  Records records({court_row(kCount), court_row(kOther), court_row("102001001000")});
  CHECK(records.person().cycle_count == 2);
}

// Equal rows.

TEST_CASE("an equal row counts once for every fact and stays a row") {
  Records records({sentenced("5", "Y"), sentenced("5", "Y")});
  const model::Person& person = records.person();
  REQUIRE(person.rows.size() == 2);
  CHECK(!person.rows[0].is_equal_to_earlier);
  CHECK(person.rows[1].is_equal_to_earlier);
  REQUIRE(person.convictions.size() == 1);
  CHECK(person.convictions[0].sentence.size() == 1);
  CHECK(to_iso(person.convictions[0].sentence_end.span.last) == "2020-02-14");
  CHECK(person.convictions[0].rows == std::vector{RowNumber{0}});
}

TEST_CASE("rows that differ in the cells left out only are equal") {
  Records records({sentenced("5", "Y").with(RowFact::kRecord, "1"),
                   sentenced("5", "Y").with(RowFact::kRecord, "2").with_cell(kIgnoredCell, "LEE")});
  CHECK(records.person().rows[1].is_equal_to_earlier);
}

TEST_CASE("rows that differ in any other cell are not equal") {
  Records records({sentenced("5", "Y"), sentenced("5", "Y").with_cell(kComparedCell, "x")});
  CHECK(!records.person().rows[1].is_equal_to_earlier);
  CHECK(records.person().convictions[0].sentence.size() == 2);
}

TEST_CASE("rows are compared byte for byte: blanks and case make a difference") {
  Records blanks({sentenced("5", "Y"), sentenced("5 ", "Y")});
  CHECK(!blanks.person().rows[1].is_equal_to_earlier);
  Records letters({sentenced("5", "Y"), sentenced("5", "y")});
  CHECK(!letters.person().rows[1].is_equal_to_earlier);
}

TEST_CASE("a row says the same with and without quotes") {
  DojRow quoted_row = sentenced("5", "Y");
  quoted_row.all_quoted();
  Records records({sentenced("5", "Y"), quoted_row});
  CHECK(records.person().rows[1].is_equal_to_earlier);
}

TEST_CASE("a row says the same with and without quotes where other cells need them") {
  DojRow plain = sentenced("5", "Y");
  plain.with(RowFact::kName, "LEE,ANA").with(RowFact::kComment, "the \"second\" count").with(RowFact::kRecordEnd, "\"");
  DojRow quoted_row = plain;
  quoted_row.all_quoted();
  Records records({plain, quoted_row, quoted_row.with(RowFact::kName, "LEE,ANN")});
  CHECK(records.person().rows[1].is_equal_to_earlier);
  CHECK(!records.person().rows[2].is_equal_to_earlier);
}

TEST_CASE("cells that differ only in where one ends are not equal") {
  Records records({sentenced("5", "Y").with_cell(kComparedCell, "a,b").with_cell(kComparedCell + 1, ""),
                   sentenced("5", "Y").with_cell(kComparedCell, "a").with_cell(kComparedCell + 1, "b,"),
                   sentenced("5", "Y").with_cell(kComparedCell, "\"a,b\"")});
  const model::Person& person = records.person();
  for (const model::RowRecord& row : person.rows) CHECK(!row.is_equal_to_earlier);
}

TEST_CASE("an extra empty cell at the end of a row makes no difference") {
  const std::string line = sentenced("5", "Y").line();
  Records records(std::vector<std::string>{line + "\n" + line + ",\n"});
  CHECK(records.person().rows[1].is_equal_to_earlier);
}

TEST_CASE("equal rows are found over files and between other rows") {
  Records records({file_of({sentenced("5", "Y"), convicted_row(kOther, "459 PC")}),
                   file_of({sentenced("5", "Y"), sentenced("5", "Y")})});
  const model::Person& person = records.person();
  REQUIRE(person.rows.size() == 4);
  CHECK(!person.rows[1].is_equal_to_earlier);
  CHECK(person.rows[2].is_equal_to_earlier);
  CHECK(person.rows[3].is_equal_to_earlier);
  CHECK(person.convictions[0].sentence.size() == 1);
}

TEST_CASE("rows that repeat different earlier rows in turn are all found") {
  const DojRow one = sentenced("5", "Y");
  const DojRow two = sentenced("6", "M");
  Records records({one, two, one, two, one});
  const model::Person& person = records.person();
  for (std::size_t i = 0; i < 5; ++i) CHECK(person.rows[i].is_equal_to_earlier == (i >= 2));
  CHECK(person.convictions[0].sentence.size() == 2);
}

TEST_CASE("rows of two people are never equal") {
  Records records({DojRow("1").with(RowFact::kStepType, "DECEASED"), DojRow("2").with(RowFact::kStepType, "DECEASED")});
  CHECK(!records.person(1).rows[0].is_equal_to_earlier);
}

// Birth date.

TEST_CASE("a birth date that all rows state is known, and the rows that state it are told") {
  Records records({born("19600314"), court_row(kOther), court_row(kOther).with(RowFact::kBirthDate, " 19600314")});
  const model::Person& person = records.person();
  CHECK(person.birth_date.is_known());
  CHECK(to_iso(person.birth_date.span.first) == "1960-03-14");
  CHECK(person.birth_date_rows == std::vector{RowNumber{0}, RowNumber{2}});
}

TEST_CASE("birth dates that differ are contradictory, and lie in the smallest span that holds them all") {
  Records records({born("19620101"), born("19600314"), born("19610000")});
  const model::DateFact birth = records.person().birth_date;
  CHECK(birth.doubt == Doubt::kContradictory);
  CHECK(birth.span == DateSpan{{1960, 3, 14}, {1962, 1, 1}});
}

TEST_CASE("a birth date without its day is a partial one") {
  Records records({born("19600000")});
  CHECK(records.person().birth_date.doubt == Doubt::kPartial);
  CHECK(records.person().birth_date.span == DateSpan{{1960, 1, 1}, {1960, 12, 31}});
}

TEST_CASE("a day within a stated year still contradicts the year, and the year is the span") {
  Records records({born("19600314"), born("19600000")});
  CHECK(records.person().birth_date.doubt == Doubt::kContradictory);
  CHECK(records.person().birth_date.span == DateSpan{{1960, 1, 1}, {1960, 12, 31}});
}

TEST_CASE("one impossible birth date makes the whole unknown") {
  Records records({born("19600314"), born("19600231")});
  CHECK(records.person().birth_date.doubt == Doubt::kUnreadable);
  CHECK(records.person().birth_date.span.is_every_day());
}

TEST_CASE("a birth date after the as-of date is unknown, and on it is known") {
  CHECK(Records({born("20650101")}).person().birth_date.span.is_every_day());
  CHECK(Records({born("20191112")}).person().birth_date.doubt == Doubt::kAfterAsOf);
  CHECK(Records({born("20191111")}).person().birth_date.is_known());
}

TEST_CASE("a birth date that may be before the as-of date keeps its span") {
  const model::DateFact birth = Records({born("20190000")}).person().birth_date;
  CHECK(birth.doubt == Doubt::kPartial);
  CHECK(birth.span == DateSpan{{2019, 1, 1}, {2019, 12, 31}});
}

TEST_CASE("a birth date in no row is missing") {
  CHECK(Records({born(" ")}).person().birth_date.doubt == Doubt::kMissing);
}

// What is missing.

TEST_CASE("a person with a rejected row is incomplete") {
  std::string bytes = file_of({convicted_row(kCount, "11359 HS")});
  std::string bad = convicted_row(kOther, "459 PC").line();
  bad.pop_back();
  Records records(std::vector<std::string>{bytes + bad + "\n"});
  const model::Person& person = records.person();
  REQUIRE(person.missing_rows.size() == 1);
  CHECK(person.missing_rows[0].cause == model::MissingRow::Cause::kRejected);
  CHECK(person.missing_rows[0].row_1based == 2);
  CHECK(person.is_incomplete());
}

TEST_CASE("an unusable row makes its person incomplete and is told with its column") {
  Records records({file_of({convicted_row(kCount, "11359 HS", "2")}),
                   file_of({convicted_row(kCount, "11359 HS"), court_row("10100")})});
  const model::Person& person = records.person(1);
  REQUIRE(person.missing_rows.size() == 1);
  CHECK(person.missing_rows[0].cause == model::MissingRow::Cause::kUnusable);
  CHECK(person.missing_rows[0].file == 1);
  CHECK(person.missing_rows[0].row_1based == 2);
  REQUIRE(records.unusable_rows().size() == 1);
  CHECK(records.unusable_rows()[0].row == RowNumber{2});
  CHECK(records.unusable_rows()[0].column_1based == 51);
  CHECK(person.rows.size() == 2);
}

TEST_CASE("a convicted row that cannot be used is kept apart and is not on record") {
  Records records({convicted_row("", "11359 HS")});
  const model::Person& person = records.person();
  CHECK(person.convictions.empty());
  REQUIRE(person.unusable_convictions.size() == 1);
  const model::Conviction& conviction = person.unusable_convictions[0];
  CHECK(conviction.count.empty());
  CHECK(conviction.rows == std::vector{RowNumber{0}});
  CHECK(conviction.charge.citation->as_written == "11359 HS");
  CHECK(conviction.county.value == "LOS ANGELES");
}

TEST_CASE("two unusable convicted rows are two, because nobody knows whether they are one count") {
  Records records({convicted_row("1", "11359 HS"), convicted_row("1", "11358 HS")});
  CHECK(records.person().unusable_convictions.size() == 2);
}

TEST_CASE("an equal unusable row is a reject too, and its conviction counts once") {
  Records records({convicted_row("", "11359 HS"), convicted_row("", "11359 HS")});
  const model::Person& person = records.person();
  CHECK(person.unusable_convictions.size() == 1);
  CHECK(person.missing_rows.size() == 1);
  CHECK(records.unusable_rows().size() == 2);
}

TEST_CASE("a registration or a death without a count leaves the person whole") {
  Records records({DojRow("1").with(RowFact::kStepType, "DECEASED"),
                   DojRow("1").with(RowFact::kStepType, "REGISTRATION").with(RowFact::kOffense, "290 PC")});
  CHECK(!records.person().is_incomplete());
  CHECK(records.unusable_rows().empty());
  CHECK(records.person().is_deceased);
  CHECK(records.person().registrations.size() == 1);
}

// Rows as results and timelines need them.

TEST_CASE("a row tells what its cells say") {
  DojRow row = convicted_row(kCount, " SEE COMMENT FOR CHARGE ");
  row.with(RowFact::kComment, "the \"11359 HS\", count ").with(RowFact::kCounty, " Los Angeles");
  Records records({row});
  const model::RowRecord& record = records.person().rows[0];
  CHECK(record.step_type == model::StepType::kCourtAction);
  CHECK(record.step_words == "COURT ACTION");
  CHECK(record.is_convicted);
  CHECK(record.case_key == 101001);
  CHECK(record.event_date.span.first == Date{2015, 2, 14});
  CHECK(record.offense == "SEE COMMENT FOR CHARGE");
  CHECK(record.charge_text == "the \"11359 HS\", count");
  CHECK(record.comment == "the \"11359 HS\", count");
  CHECK(record.county == "Los Angeles");
  CHECK(record.disposition == "CONVICTED");
  CHECK(record.level_words == "FELONY");
}

TEST_CASE("a row without an identified count is of no case") {
  Records records({court_row("")});
  CHECK(records.person().rows[0].case_key == model::RowRecord::kNoCase);
}

TEST_CASE("texts with doubled quotes live as long as the person, however many there are") {
  std::vector<DojRow> rows;
  for (int i = 0; i < 300; ++i) {
    rows.push_back(court_row(kCount).with(RowFact::kComment, "a \"comment\" with the number " + std::to_string(i)));
  }
  Records records(rows);
  const model::Person& person = records.person();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    CHECK(person.rows[i].comment == "a \"comment\" with the number " + std::to_string(i));
  }
}
