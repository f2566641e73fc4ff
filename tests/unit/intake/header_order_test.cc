#include "intake/header_order.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "support/doj_rows.h"

using namespace redress;           // NOLINT: the subject under test
using namespace redress::intake;   // NOLINT
using namespace redress::testing;  // NOLINT

namespace {

std::vector<std::string> column_names() {
  std::vector<std::string> names;
  for (const model::Column& column : doj_layout().columns) names.push_back(column.name);
  return names;
}

std::string joined_names(const std::vector<std::string>& names) {
  std::string line;
  for (const std::string& name : names) line += (line.empty() ? "" : ",") + name;
  return line;
}

std::optional<MovedColumn> moved_in(const std::vector<std::string>& names) {
  return moved_column(joined_names(names) + "\n" + DojRow("1").line() + "\n", doj_layout());
}

}  // namespace

TEST_CASE("a header in the order of the format moves no column, in any case, quoted, or with one more comma") {
  CHECK_FALSE(moved_in(column_names()));
  std::vector<std::string> names = column_names();
  names[2] = " subject_id ";
  names[5] = "\"Req_Name\"";
  names.emplace_back();
  CHECK_FALSE(moved_in(names));
}

TEST_CASE("a header that names two columns in each other's place moves the first of them") {
  std::vector<std::string> names = column_names();
  std::swap(names[14], names[40]);  // the birth date and the date of the event
  const auto moved = moved_column("\xEF\xBB\xBF\r\n" + joined_names(names) + "\r\n", doj_layout());
  REQUIRE(moved);
  CHECK(moved->place == 14);
  CHECK(moved->column == 40);
  CHECK(moved->line_1based == 2);
}

TEST_CASE("a name that no column has moves nothing") {
  std::vector<std::string> names = column_names();
  names[14] = "PRIMARY_DATE_OF_BIRTH";
  CHECK_FALSE(moved_in(names));
}

TEST_CASE("in a header that lacks a name, the others may stand further in front, but not in another order") {
  std::vector<std::string> names = column_names();
  names.erase(names.begin() + 20);
  CHECK_FALSE(moved_in(names));
  std::swap(names[14], names[40]);
  const auto moved = moved_in(names);
  REQUIRE(moved);
  CHECK(moved->place == 15);  // the first that stands behind one that belongs behind it
  CHECK(moved->column == 15);
}

TEST_CASE("a first line of names is seen whatever its first cell says, and a row of people is none") {
  std::vector<std::string> names = column_names();
  const std::string row = DojRow("1").line() + "\n";
  CHECK(begins_with_names(joined_names(names) + "\n" + row, doj_layout()));
  names[0] = "Record number";
  CHECK(begins_with_names(joined_names(names) + "\n" + row, doj_layout()));
  CHECK_FALSE(moved_in(names));
  std::swap(names[0], names[2]);
  CHECK(begins_with_names(joined_names(names) + "\n" + row, doj_layout()));
  REQUIRE(moved_in(names));
  CHECK(moved_in(names)->place == 0);
  CHECK_FALSE(begins_with_names(row + joined_names(names) + "\n", doj_layout()));
  CHECK_FALSE(begins_with_names("", doj_layout()));
  CHECK_FALSE(begins_with_names(joined_names(names) + row, doj_layout()));  // the line end between them was lost
  CHECK_FALSE(begins_with_names(std::string(900'000, ',') + "RECORD_ID\n", doj_layout()));
}
