#include "intake/decision_rows.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "intake/layout_reader.h"
#include "support/doj_rows.h"

namespace redress::intake {
namespace {

const model::ResultLayout& own_columns() {
  static const model::ResultLayout layout = [] {
    auto read = read_result_layout("results.csv", redress::testing::file_text("formats/us-ca/results.csv"));
    if (!read) FAIL(to_string(read.error()));
    return *std::move(read);
  }();
  return layout;
}

// The header of a file that a run wrote: every column of the input, every one of ours, one of a further policy.
std::vector<std::string> header() {
  std::vector<std::string> names;
  for (const auto& column : redress::testing::doj_layout().columns) names.push_back(column.name);
  for (const auto& column : own_columns().columns) names.push_back(column.name);
  names.push_back("Statute: Eligibility Determination");
  return names;
}

std::string joined(const std::vector<std::string>& cells) {
  std::string line;
  for (const std::string& cell : cells) line.append(line.empty() ? "" : ",").append(cell);
  return line + "\n";
}

// A row with these texts under these names; a letter in the first cell keeps it from being an empty line.
std::string row_with(const std::vector<std::pair<std::string, std::string>>& texts) {
  const std::vector<std::string> names = header();
  std::string line;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) line += ',';
    for (const auto& [name, text] : texts) {
      if (names[i] == name) line += text;
    }
  }
  return line + "\n";
}

Result<DecisionRows> open(const std::string& bytes) {
  return DecisionRows::begin(bytes, "convictions.csv", redress::testing::doj_layout(), own_columns());
}

TEST_CASE("the page about results tells each column that is added, in its order") {
  const std::string page = redress::testing::file_text("docs/results.md");
  std::size_t at = 0;
  for (const model::ResultColumn& column : own_columns().columns) {
    CAPTURE(column.name);
    const std::size_t found = page.find("\n| " + column.name + " | ", at);
    REQUIRE(found != std::string::npos);
    at = found + 1;
  }
}

TEST_CASE("texts are found by the names of their columns, trimmed, and of several the first that is filled") {
  const std::string bytes =
      joined(header()) + row_with({{"RECORD_ID", " 7 "}, {"SUBJECT_ID", "18"}, {"Eligibility Determination", "\"A, B\""},
                                   {"Statute: Eligibility Determination", "Not eligible"}});
  auto rows = open(bytes);
  REQUIRE(rows.ok());
  CHECK(rows->further_names() == std::vector<std::string>{"Statute: Eligibility Determination"});
  model::DecisionTexts row;
  const auto more = rows->next(row);
  REQUIRE(more.ok());
  REQUIRE(*more);
  CHECK(row.record_id == "7");
  CHECK(row.person == "18");
  CHECK(row.determination == "A, B");
  CHECK(row.name.empty());
  CHECK(row.further == std::vector<std::string>{"Not eligible"});
  const auto end = rows->next(row);
  REQUIRE(end.ok());
  CHECK(!*end);
}

TEST_CASE("a row is read again by its place, and the walk goes on where it was") {
  const std::string bytes = joined(header()) + row_with({{"RECORD_ID", "1"}}) +
                            row_with({{"RECORD_ID", "2"}, {"Data Notes", "\"two\nlines\""}}) +
                            row_with({{"RECORD_ID", "3"}});
  auto rows = open(bytes);
  REQUIRE(rows.ok());
  model::DecisionTexts row;
  std::vector<DecisionRows::Place> places;
  for (int i = 0; i < 2; ++i) {
    const auto more = rows->next(row);
    REQUIRE(more.ok());
    REQUIRE(*more);
    places.push_back(rows->last_place());
  }
  rows->read_again(places[0], row);
  CHECK(row.record_id == "1");
  CHECK(row.notes.empty());
  rows->read_again(places[1], row);
  CHECK(row.record_id == "2");
  CHECK(row.notes == "two\nlines");
  const auto more = rows->next(row);
  REQUIRE(more.ok());
  REQUIRE(*more);
  CHECK(row.record_id == "3");
}

TEST_CASE("bytes that are not UTF-8 are read as Windows-1252") {
  const std::string bytes = joined(header()) + row_with({{"RECORD_ID", "1"}, {"PRI_NAME", "PE\xD1" "A"}});
  auto rows = open(bytes);
  REQUIRE(rows.ok());
  model::DecisionTexts row;
  REQUIRE(rows->next(row).ok());
  CHECK(row.name == "PE\u00D1A");
}

TEST_CASE("an empty file has no columns") {
  const auto rows = open("");
  REQUIRE(!rows.ok());
  CHECK(rows.error().code == "results.column");
}

TEST_CASE("a missing column and a row that cannot be split are named, not what they hold") {
  std::string without = joined(header());
  without.replace(without.find("Deciding Step"), 13, "SECRET");
  const auto missing = open(without);
  REQUIRE(!missing.ok());
  CHECK(missing.error().code == "results.column");
  CHECK(missing.error().cause.find("Deciding Step") != std::string::npos);
  const std::string bytes = joined(header()) + "SECRET,2\n";
  auto rows = open(bytes);
  REQUIRE(rows.ok());
  model::DecisionTexts row;
  const auto more = rows->next(row);
  REQUIRE(!more.ok());
  CHECK(more.error().code == "results.row");
  CHECK(more.error().place.row_1based == 2);
  CHECK(to_string(more.error()).find("SECRET") == std::string::npos);
}

}  // namespace
}  // namespace redress::intake
