#include "write/report/report_document.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

#include "write/json/json_builder.h"
#include "write/report/report_html.h"

using namespace redress;
using namespace redress::write;
using namespace redress::write::testing;

namespace {

std::string summary_text() {
  const policy::Plan other = other_plan();
  const tally::BesideTally tally = other_tally();
  const std::vector<BesideFigures> beside = {{"statute", "test.other", other, tally}};
  return summary_json(summary_run(), whole_plan(), whole_tally(), beside);
}

Document document(Edition edition, std::vector<WaitingDecision> waiting = {}) {
  const std::string summary = summary_text();
  Result<Document> made = report_document({summary, edition, std::move(waiting)}, "summary.json");
  if (!made) FAIL(to_string(made.error()));
  return *std::move(made);
}

std::vector<std::string> parts(const Document& document) {
  std::vector<std::string> titles;
  for (const Block& block : document.blocks) {
    const auto* heading = std::get_if<Heading>(&block);
    if (heading != nullptr && heading->level == 1) titles.push_back(heading->text);
  }
  return titles;
}

const Table* table(const Document& document, const std::string& title) {
  for (const Block& block : document.blocks) {
    const auto* one = std::get_if<Table>(&block);
    if (one != nullptr && one->title == title) return one;
  }
  return nullptr;
}

// The cell of the row that begins so.
std::string cell(const Table& table, const std::string& row, std::size_t column) {
  for (const TableRow& one : table.rows) {
    if (one.cells[0].text == row) return one.cells[column].text;
  }
  return "no such row";
}

bool says(const Document& document, const std::string& words) {
  return report_html(document).find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("the report has a part for each thing that an office and the public ask") {
  CHECK(parts(document(Edition::kInternal)) ==
        std::vector<std::string>{"At a glance", "What was asked: the criteria", "From rows to people", "Decisions",
                                 "This policy beside the statute, and beside dismissing all",
                                 "What needs review, and what would settle it", "Whom it would reach",
                                 "Quality of the data", "What these files cannot tell", "Accuracy",
                                 "What comes later, from courts and people", "The run, and who answers for it",
                                 "Criteria answered beside it: Other policy"});
}

TEST_CASE("figures at a glance are those of the summary, with their definitions") {
  const Document made = document(Edition::kInternal);
  const Table* glance = table(made, "What this run found");
  REQUIRE(glance != nullptr);
  CHECK(cell(*glance, "People in the files", 1) == "2");
  CHECK(cell(*glance, "Convictions in scope", 1) == "6");
  CHECK(cell(*glance, "Would be dismissed", 1) == "1");
  CHECK(cell(*glance, "Would be reduced", 1) == "1");
  CHECK(cell(*glance, "People with some relief", 1) == "1 to 2");
  CHECK(cell(*glance, "People in the files", 2) == "Different person identifiers in the rows out.");
}

TEST_CASE("accuracy is not measured until a sample has been reviewed, and nothing is promised") {
  const Document made = document(Edition::kPublic);
  CHECK(says(made, "Not measured."));
  CHECK(says(made, "would happen if the court grants it"));
  CHECK_FALSE(says(made, "people will have"));
}

TEST_CASE("the internal edition names the first decisions that wait, the public one has no row and no file name") {
  const WaitingDecision waiting{"1000000000007", "70000001", "PEÑA, NGUYỄN", "BA1", "11358 HS", "2001-05-04",
                                "Needs Review", "Dismiss or refuse", "birth date"};
  const Document internal = document(Edition::kInternal, {waiting});
  CHECK(says(internal, "PEÑA, NGUYỄN"));
  CHECK(says(internal, "county.dat"));
  CHECK(says(internal, "CONFIDENTIAL"));
  const Document open = document(Edition::kPublic, {waiting});
  CHECK_FALSE(says(open, "PEÑA"));
  CHECK_FALSE(says(open, "1000000000007"));
  CHECK_FALSE(says(open, "county.dat"));
  CHECK(says(open, "Public edition."));
}

TEST_CASE("each decision that waits says why: what is open, the reason of its answer, or its schedule") {
  const WaitingDecision open{"1",
                             "p1",
                             "ONE",
                             "BA1",
                             "11358 HS",
                             "05/04/2001",
                             "Needs Review: Undecided: birth date",
                             "Dismiss; Refuse",
                             "birth date"};
  const WaitingDecision sent{"2", "p2", "TWO", "BA2", "11358 HS", "05/04/2001", "Hand Review: No criteria", "", ""};
  const WaitingDecision without_number{
      "3",       "p3", "THREE",           "", "11358 HS", "05/04/2001", "Dismiss: 50 years or older",
      "Dismiss", "",   "F No case number"};
  const Document internal = document(Edition::kInternal, {open, sent, without_number});
  const Table* first = table(internal, "The first decisions that wait for a person, in the order of the file");
  REQUIRE(first != nullptr);
  CHECK(cell(*first, "1", 5) == "Dismiss; Refuse\nbirth date");
  CHECK(cell(*first, "2", 5) == "Hand Review: No criteria");
  CHECK(cell(*first, "3", 5) == "Dismiss: 50 years or older\nF No case number");
}

TEST_CASE("small counts of people and convictions are hidden in public, rows are told") {
  const Document open = document(Edition::kPublic);
  const Table* glance = table(open, "What this run found");
  REQUIRE(glance != nullptr);
  CHECK(cell(*glance, "People in the files", 1) == "hidden");
  CHECK(cell(*glance, "Would be dismissed", 1) == "hidden");
  const Table* account = table(open, "The account of every row");
  REQUIRE(account != nullptr);
  CHECK(cell(*account, "Rows of all inputs", 1) == "9");
}

TEST_CASE("no number under 11 of people or convictions stands in a table of the public edition") {
  const Document open = document(Edition::kPublic);
  for (const Block& block : open.blocks) {
    const auto* one = std::get_if<Table>(&block);
    if (one == nullptr || one->title.find("ow") != std::string::npos || one->title == "Files that were read") continue;
    for (const TableRow& row : one->rows) {
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (one->columns[i].kind != Column::Kind::kNumber) continue;
        const std::string& text = row.cells[i].text;
        CAPTURE(one->title);
        CAPTURE(text);
        CHECK((text.empty() || text == "hidden" || text == "0" || text == "0 to 0" || text == "at least 0"));
      }
    }
  }
}

TEST_CASE("a summary without a figure is refused, with the part that lacks it") {
  std::string text = summary_text();
  const std::size_t at = text.find("\"by_level\"");
  text.replace(at, 10, "\"by_other\"");
  const Result<Document> made = report_document({text, Edition::kInternal}, "summary.json");
  REQUIRE_FALSE(made.ok());
  CHECK(made.error().code == "summary.figure");
  CHECK(made.error().cause.find("By section and level") != std::string::npos);
}

TEST_CASE("what is no summary is refused") {
  const Result<Document> made = report_document({"{}", Edition::kInternal}, "summary.json");
  REQUIRE_FALSE(made.ok());
  CHECK(made.error().code == "summary.other");
}

TEST_CASE("what people reviewed stands beside the accuracy that nobody measured") {
  const std::string summary = summary_text();
  const Result<Document> none = report_document({summary, Edition::kInternal}, "summary.json");
  REQUIRE(none.ok());
  CHECK(says(*none, "Nobody has yet"));
  const std::string review =
      R"({"decisions": 6, "rows_with_entries": 2, "overrides": 1, "withdrawn": 0,
          "overrides_by": [{"from": "Hand Review", "to": "No relief", "convictions": 1}],
          "progress": [{"column": "Filed", "rows": 2}, {"column": "Heard", "rows": 0}]})";
  const Result<Document> made = report_document({summary, Edition::kInternal, {}, review}, "summary.json");
  REQUIRE(made.ok());
  CHECK(says(*made, "With an entry by hand: 2"));
  const Table* overrides = table(*made, "The office's own decisions");
  REQUIRE(overrides != nullptr);
  CHECK(cell(*overrides, "Hand Review", 1) == "No relief");
  CHECK(says(*made, "Filed"));
  CHECK_FALSE(says(*made, "Heard"));
  CHECK(says(*made, "Not measured."));
}
