#include "intake/row_facts.h"

#include <doctest/doctest.h>

#include <deque>
#include <string>
#include <string_view>

#include "support/doj_rows.h"

using namespace redress;           // NOLINT: the subject under test
using namespace redress::intake;   // NOLINT
using namespace redress::testing;  // NOLINT
using model::Doubt;
using model::Level;
using model::StepType;

namespace {

// The facts of one row; its texts live as long as this.
struct Read {
  explicit Read(const DojRow& row) : line(row.line()) {
    cells.split(line);
    facts = read_row(cells, doj_layout(), unescaped);
  }
  const RowFacts* operator->() const { return &facts; }

  std::string line;
  scan::Cells cells;
  std::deque<std::string> unescaped;
  RowFacts facts;
};

Read read_with(RowFact fact, std::string_view text) {
  return Read(DojRow("1").with(fact, text));
}

bool is_convicted(std::string_view disposition) {
  return read_with(RowFact::kDisposition, disposition)->is_convicted;
}
StepType step_of(std::string_view words) {
  return read_with(RowFact::kStepType, words)->step_type;
}

model::Known<Level> level_of(std::string_view conviction, std::string_view offense) {
  return Read(DojRow("1").with(RowFact::kConvictionLevel, conviction).with(RowFact::kOffenseLevel, offense))->level;
}

std::string charge_text(std::string_view offense, std::string_view comment) {
  const Read row(DojRow("1").with(RowFact::kOffense, offense).with(RowFact::kComment, comment));
  return std::string(row->charge_text);
}

bool is_unusable(std::string_view count, std::string_view step, std::string_view disposition) {
  DojRow row("1");
  row.with(RowFact::kCountOrder, count).with(RowFact::kStepType, step).with(RowFact::kDisposition, disposition);
  return Read(row)->is_unusable();
}

}  // namespace

TEST_CASE("a disposition that begins with CONVICTED is a conviction, in any case and behind blanks") {
  CHECK(is_convicted("CONVICTED"));
  CHECK(is_convicted("CONVICTED-PROB/JAIL"));
  CHECK(is_convicted(" Convicted-Probation"));
}

TEST_CASE("a disposition that names a conviction later on is none") {
  CHECK(!is_convicted("DISMISSED, WAS CONVICTED"));
  CHECK(!is_convicted("NOT CONVICTED"));
  CHECK(!is_convicted("CONVICT"));
  CHECK(!is_convicted(""));
}

TEST_CASE("steps are told by their words, trimmed and in any case") {
  CHECK(step_of("COURT ACTION  ") == StepType::kCourtAction);
  CHECK(step_of("registration") == StepType::kRegistration);
  CHECK(step_of("DECEASED\xC2\xA0") == StepType::kDeceased);
  CHECK(step_of("ARREST/DETAINED/CITED") == StepType::kArrest);
  CHECK(step_of("arrest/detained/cited") == StepType::kArrest);
  CHECK(step_of("ARREST") == StepType::kOther);
  CHECK(step_of("COURT ACTIONS") == StepType::kOther);
}

TEST_CASE("the charge text is the offense") {
  CHECK(charge_text(" 11357 HS ", "11359 HS") == "11357 HS");
}
TEST_CASE("the charge text is the comment where the offense is empty") {
  CHECK(charge_text("", "11359 HS") == "11359 HS");
  CHECK(charge_text(" - -- ", "11359 HS") == "11359 HS");
}
TEST_CASE("the charge text is the comment where the offense refers to it") {
  CHECK(charge_text("SEE COMMENT FOR CHARGE", "11359 HS") == "11359 HS");
  CHECK(charge_text(" see comment for charge ", "11359 HS") == "11359 HS");
}
TEST_CASE("an offense that says more than the reference is the charge text") {
  CHECK(charge_text("SEE COMMENT FOR CHARGES", "11359 HS") == "SEE COMMENT FOR CHARGES");
}
TEST_CASE("the charge text is empty where the comment it stands in is empty") {
  CHECK(charge_text("SEE COMMENT FOR CHARGE", "--").empty());
}

TEST_CASE("the other offense is the one convicted of, and where that is empty the one disposed of") {
  DojRow row("1");
  row.with(RowFact::kDispositionOffense, "11358 HS");
  CHECK(Read(row)->other_offense == "11358 HS");
  row.with(RowFact::kConvictionOffense, "11359 HS");
  CHECK(Read(row)->other_offense == "11359 HS");
  row.with(RowFact::kConvictionOffense, " - ");
  CHECK(Read(row)->other_offense == "11358 HS");
}

TEST_CASE("the level is that of the conviction") {
  CHECK(level_of("FELONY", "").value == Level::kFelony);
  CHECK(level_of("misdemeanor ", "F").value == Level::kMisdemeanor);
  CHECK(level_of("INFRACTION", "F").value == Level::kInfraction);
}
TEST_CASE("the level is that of the offense where the conviction's is empty") {
  CHECK(level_of("", "F").value == Level::kFelony);
  CHECK(level_of("--", " m").value == Level::kMisdemeanor);
  CHECK(level_of("", "I").value == Level::kInfraction);
}
TEST_CASE("any other level is unreadable, and does not fall back") {
  CHECK(level_of("F", "F").doubt == Doubt::kUnreadable);
  CHECK(level_of("WOBBLER", "M").doubt == Doubt::kUnreadable);
  CHECK(level_of("", "FELONY").doubt == Doubt::kUnreadable);
  CHECK(level_of("", "N").doubt == Doubt::kUnreadable);
}
TEST_CASE("a level in neither cell is missing") {
  CHECK(level_of("", " ").doubt == Doubt::kMissing);
}

TEST_CASE("a count of 12 digits says its cycle, its step and itself") {
  const Read row = read_with(RowFact::kCountOrder, " 101002003000 ");
  CHECK(row->count.is_identified);
  CHECK(row->count.text == "101002003000");
  CHECK(row->count.cycle == 101);
  CHECK(row->count.case_key == 101002);
}
TEST_CASE("nine digits are enough for a count, eight are not") {
  CHECK(read_with(RowFact::kCountOrder, "101002003")->count.is_identified);
  CHECK(!read_with(RowFact::kCountOrder, "10100200")->count.is_identified);
}
TEST_CASE("a count of anything but digits is not identified") {
  CHECK(!read_with(RowFact::kCountOrder, "1010020030A0")->count.is_identified);
  CHECK(!read_with(RowFact::kCountOrder, "101 002 003")->count.is_identified);
  CHECK(!read_with(RowFact::kCountOrder, "")->count.is_identified);
  CHECK(!read_with(RowFact::kCountOrder, "------------")->count.is_identified);
}

TEST_CASE("a row without an identified count is unusable, unless it is a registration or a death") {
  CHECK(is_unusable("", "COURT ACTION", ""));
  CHECK(is_unusable("10100", "ARREST/DETAINED/CITED", ""));
  CHECK(is_unusable("", "", ""));
  CHECK(!is_unusable("", "REGISTRATION", ""));
  CHECK(!is_unusable("", "DECEASED", ""));
  CHECK(!is_unusable("101001001000", "COURT ACTION", ""));
}
TEST_CASE("a convicted row without an identified count is unusable on any step") {
  CHECK(is_unusable("", "REGISTRATION", "CONVICTED"));
  CHECK(is_unusable("", "DECEASED", "CONVICTED-JAIL"));
  CHECK(!is_unusable("101001001000", "DECEASED", "CONVICTED"));
}

TEST_CASE("a whole date is known") {
  const model::DateFact date = read_date("20150214");
  CHECK(date.is_known());
  CHECK(date.span.first == Date{2015, 2, 14});
}
TEST_CASE("a month or a year is a span and partial") {
  CHECK(read_date("20150200").doubt == Doubt::kPartial);
  CHECK(read_date("20150200").span == DateSpan{{2015, 2, 1}, {2015, 2, 28}});
  CHECK(read_date("20150000").doubt == Doubt::kPartial);
  CHECK(read_date("20150000").span == DateSpan{{2015, 1, 1}, {2015, 12, 31}});
}
TEST_CASE("an impossible date is unreadable and any day at all") {
  for (const std::string_view text :
       {"20150230", "00000000", "20150014", "2015021", "2015-02-14", "201502144", "20151301"}) {
    CAPTURE(text);
    CHECK(read_date(text).doubt == Doubt::kUnreadable);
    CHECK(read_date(text).span.is_every_day());
  }
}
TEST_CASE("an empty date is missing") {
  CHECK(read_date("").doubt == Doubt::kMissing);
}
TEST_CASE("a date between blanks is read, and one of dashes is missing") {
  CHECK(read_with(RowFact::kEventDate, " 20150214 ")->event_date.is_known());
  CHECK(read_with(RowFact::kEventDate, "--")->event_date.doubt == Doubt::kMissing);
}

TEST_CASE("the case number is that of a court action alone") {
  DojRow row("1");
  row.with(RowFact::kStepType, "COURT ACTION").with(RowFact::kCaseNumber, " 140194 ");
  CHECK(Read(row)->case_number == "140194");
  row.with(RowFact::kStepType, "ARREST/DETAINED/CITED");
  CHECK(Read(row)->case_number.empty());
}
TEST_CASE("a case number of NULL is empty") {
  DojRow row("1");
  row.with(RowFact::kStepType, "COURT ACTION").with(RowFact::kCaseNumber, "NULL  ");
  CHECK(Read(row)->case_number.empty());
  row.with(RowFact::kCaseNumber, "null");
  CHECK(Read(row)->case_number.empty());
}

TEST_CASE("a cell of blanks and dashes is empty, and one that begins with a dash and says something is not") {
  CHECK(read_with(RowFact::kCounty, "\xC2\xA0 -- \xA0")->county.empty());
  CHECK(read_with(RowFact::kCounty, "-LAKE")->county == "-LAKE");
}

TEST_CASE("a text with doubled quotes is read without them") {
  CHECK(read_with(RowFact::kComment, "the \"second\", count")->comment == "the \"second\", count");
}
