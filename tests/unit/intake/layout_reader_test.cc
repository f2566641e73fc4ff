#include "intake/layout_reader.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/doj_rows.h"

using namespace redress;  // NOLINT: the subject under test
using model::RowFact;

namespace {

const std::string kNames = "position,name,type,privacy,secret,fact,condensed,same_row,meaning\n";

// The research file's table with one piece of text changed.
std::string table_with(const std::string& from, const std::string& to) {
  std::string table = redress::testing::file_text("formats/us-ca/doj-research.csv");
  const std::size_t at = table.find(from);
  REQUIRE(at != std::string::npos);
  return table.replace(at, from.size(), to);
}

void check_fault(const std::string& table, std::uint64_t line) {
  const auto layout = intake::read_layout("t.csv", table);
  REQUIRE(!layout.ok());
  CHECK(layout.error().kind == ErrorKind::kUsage);
  CHECK(layout.error().code == "format.table");
  CHECK(layout.error().place.file == "t.csv");
  CHECK(layout.error().place.line_1based == line);
}

void check_result_fault(const std::string& row) {
  const auto layout =
      intake::read_result_layout("r.csv", "id,name,policy,set,section,date,groups,privacy,meaning\n" + row + "\n");
  REQUIRE(!layout.ok());
  CHECK(layout.error().kind == ErrorKind::kUsage);
  CHECK(layout.error().code == "format.table");
  CHECK(layout.error().place.line_1based == 2);
}

}  // namespace

TEST_CASE("the research file has 95 columns, and every fact has the one that the format names") {
  const model::Layout& layout = redress::testing::doj_layout();
  CHECK(layout.columns.size() == 95);
  CHECK(layout.position(RowFact::kRecord) == 0);
  CHECK(layout.position(RowFact::kPerson) == 2);
  CHECK(layout.position(RowFact::kBirthDate) == 14);
  CHECK(layout.position(RowFact::kEventDate) == 40);
  CHECK(layout.position(RowFact::kCountOrder) == 50);
  CHECK(layout.position(RowFact::kConvictionOffense) == 63);
  CHECK(layout.position(RowFact::kRecordEnd) == 94);
}

TEST_CASE("cells 0 and 3 to 9 are left out when rows are compared, and no others") {
  const model::Layout& layout = redress::testing::doj_layout();
  for (std::size_t i = 0; i < layout.columns.size(); ++i) {
    CAPTURE(i);
    CHECK(layout.columns[i].ignored_in_equality == (i == 0 || (i >= 3 && i <= 9)));
  }
}

TEST_CASE("Social Security and license numbers are secret, and no other columns are") {
  const model::Layout& layout = redress::testing::doj_layout();
  for (std::size_t i = 0; i < layout.columns.size(); ++i) {
    CAPTURE(i);
    CHECK(layout.columns[i].is_secret == (i == 8 || i == 9 || i == 15 || i == 16));
  }
}

TEST_CASE("twenty columns stand in the condensed file") {
  std::size_t condensed = 0;
  for (const model::Column& column : redress::testing::doj_layout().columns) condensed += column.in_condensed ? 1U : 0U;
  CHECK(condensed == 20);
}

TEST_CASE("a quoted cell of a table may hold a comma") {
  CHECK(redress::testing::doj_layout().columns[21].meaning == "Race, code");
  CHECK(redress::testing::doj_layout().columns[21].privacy == model::Privacy::kAppearance);
  CHECK(redress::testing::doj_layout().columns[21].type == model::ColumnType::kCode);
}

TEST_CASE("a table without the line of names is refused") {
  check_fault("0,A,text,record,,,,,\n", 1);
}
TEST_CASE("an empty table is refused") {
  check_fault("", 1);
}
TEST_CASE("a row with too few cells is refused, with its line") {
  check_fault(kNames + "0,A,text\n", 2);
}
TEST_CASE("positions must follow each other from 0") {
  check_fault(kNames + "1,A,text,record,,,,,\n", 2);
  check_fault(table_with("\n2,SUBJECT", "\n1,SUBJECT"), 4);
}
TEST_CASE("two columns of one name are refused, in any case of letters") {
  check_fault(kNames + "0,A,text,record,,,,,\n1,a,text,record,,,,,\n", 3);
}
TEST_CASE("a column without a name is refused") {
  check_fault(kNames + "0,,text,record,,,,,\n", 2);
}
TEST_CASE("an unknown type is refused") {
  check_fault(kNames + "0,A,words,record,,,,,\n", 2);
}
TEST_CASE("an unknown privacy class is refused") {
  check_fault(kNames + "0,A,text,open,,,,,\n", 2);
}
TEST_CASE("marks other than theirs are refused") {
  check_fault(kNames + "0,A,text,record,no,,,,\n", 2);
  check_fault(kNames + "0,A,text,record,,,perhaps,,\n", 2);
  check_fault(kNames + "0,A,text,record,,,,yes,\n", 2);
}
TEST_CASE("an unknown fact is refused") {
  check_fault(kNames + "0,A,text,record,,shoe_size,,,\n", 2);
}
TEST_CASE("a fact that two columns hold is refused") {
  check_fault(kNames + "0,A,text,record,,person,,,\n1,B,text,record,,person,,,\n", 3);
}
TEST_CASE("a fact that no column holds is refused, by name") {
  const auto layout = intake::read_layout("t.csv", table_with(",birth_date,", ",,"));
  REQUIRE(!layout.ok());
  CHECK(layout.error().cause.find("birth_date") != std::string::npos);
}

TEST_CASE("the result columns are the 18 that offices know, then ours") {
  const auto layout =
      intake::read_result_layout("results.csv", redress::testing::file_text("formats/us-ca/results.csv"));
  REQUIRE(layout.ok());
  REQUIRE(layout->columns.size() > 18);
  CHECK(layout->columns[0].kind == model::ResultKind::kCaseNumber);
  CHECK(layout->columns[17].kind == model::ResultKind::kReason);
  using Kind = model::ResultKind;
  std::vector<Kind> ours;
  for (std::size_t i = 18; i < layout->columns.size(); ++i) ours.push_back(layout->columns[i].kind);
  CHECK(ours == std::vector<Kind>{Kind::kPossibleDeterminations, Kind::kDecidingFacts, Kind::kDecidingStep,
                                  Kind::kCitation, Kind::kAnswerChangesOn, Kind::kStatutoryRelief, Kind::kDataNotes});
  CHECK(layout->columns[23].policy == "us-ca.prop64.statute");
}

TEST_CASE("a result column says the set, section, date and groups it speaks of") {
  const auto layout =
      intake::read_result_layout("r.csv",
                                 "id,name,policy,set,section,date,groups,privacy,meaning\n"
                                 "possible-other-charges,Other,,us-ca.prop64,,,11357: a b | c d,record,\n"
                                 "occurred-after,After,,,,2016-11-09,,record,\n"
                                 "count-in-set,Count,,us-ca.prop64,11357,,,record,How many\n");
  REQUIRE(layout.ok());
  const auto& columns = layout->columns;
  CHECK(columns[0].set == "us-ca.prop64");
  CHECK(columns[0].group_section == "11357");
  CHECK(columns[0].groups == std::vector<std::vector<std::string>>{{"a", "b"}, {"c", "d"}});
  CHECK(columns[1].date == Date{2016, 11, 9});
  CHECK(columns[2].section == "11357");
  CHECK(columns[2].meaning == "How many");
}

TEST_CASE("an unknown kind of result column is refused") {
  check_result_fault("horoscope,H,,,,,,record,");
}
TEST_CASE("a result column without a name is refused") {
  check_result_fault("deceased,,,,,,,record,");
}
TEST_CASE("a result column that counts in a set must name it") {
  check_result_fault("count-in-set,C,,,,,,record,");
}
TEST_CASE("a result column that compares with a date must have one that exists") {
  check_result_fault("occurred-after,A,,,,,,record,");
  check_result_fault("occurred-after,A,,,,2016-02-30,,record,");
}
TEST_CASE("a column of the statute names its policy, and no other column does") {
  check_result_fault("statutory-relief,Relief,,,,,,record,");
  check_result_fault("determination,D,us-ca.prop64.statute,,,,,record,");
}
TEST_CASE("only one column names a policy") {
  const auto layout = intake::read_result_layout("r.csv",
                                                 "id,name,policy,set,section,date,groups,privacy,meaning\n"
                                                 "statutory-relief,One,a.policy,,,,,record,\n"
                                                 "statutory-relief,Two,b.policy,,,,,record,\n");
  REQUIRE(!layout.ok());
  CHECK(layout.error().place.line_1based == 3);
}
TEST_CASE("a further policy's column is added by a run and never stands in the table") {
  check_result_fault("further-determination,F,,,,,,record,");
}
TEST_CASE("groups without a section, or of one group, are refused") {
  check_result_fault("possible-other-charges,O,,s,,,a b | c d,record,");
  check_result_fault("possible-other-charges,O,,s,,,11357: a b,record,");
}
TEST_CASE("a result table without columns is refused") {
  CHECK(!intake::read_result_layout("r.csv", "id,name,policy,set,section,date,groups,privacy,meaning\n").ok());
}
