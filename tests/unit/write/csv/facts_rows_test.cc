#include "write/csv/facts_rows.h"

#include <doctest/doctest.h>

#include <string>

#include "support/csv_table.h"

using namespace redress;           // NOLINT: the subject under test
using namespace redress::testing;  // NOLINT

namespace {

// In the order of model::FactsCell.
model::FactsLayout layout() {
  model::FactsLayout made;
  for (const char* name : {"person", "case_or_count", "fact", "value", "source", "who", "when", "question", "unit",
                           "case_numbers", "section", "conviction_date", "may_settle"}) {
    made.columns.push_back({name, model::FactsUse::kHelp, {}});
  }
  return made;
}

CsvTable written(const write::MissingFactRow& row) {
  std::string text;
  write::append_facts_header(text, layout());
  write::append_facts_row(text, row);
  return CsvTable::parse(text);
}

}  // namespace

TEST_CASE("a missing fact stands in its columns, with nothing where the office writes") {
  const CsvTable table = written({"18675309", "10100100100", "plants", "How many, \"living\"?", "living plants",
                                  "A1; A2", "11358 HS", "2014-02-11", "Statute: A or B"});
  CHECK(table.cell(0, "person") == "18675309");
  CHECK(table.cell(0, "case_or_count") == "10100100100");
  CHECK(table.cell(0, "fact") == "plants");
  for (const char* column : {"value", "source", "who", "when"}) CHECK(table.cell(0, column).empty());
  CHECK(table.cell(0, "question") == "How many, \"living\"?");
  CHECK(table.cell(0, "unit") == "living plants");
  CHECK(table.cell(0, "case_numbers") == "A1; A2");
  CHECK(table.cell(0, "section") == "11358 HS");
  CHECK(table.cell(0, "conviction_date") == "2014-02-11");
  CHECK(table.cell(0, "may_settle") == "Statute: A or B");
}

TEST_CASE("what a spreadsheet would run or round has an apostrophe in front") {
  const CsvTable table = written({"0018675309", "101001001000", "plants", "=1+1", "", "+A1", "@x", "", ""});
  CHECK(table.cell(0, "person") == "'0018675309");
  CHECK(table.cell(0, "case_or_count") == "'101001001000");
  CHECK(table.cell(0, "question") == "'=1+1");
  CHECK(table.cell(0, "case_numbers") == "'+A1");
  CHECK(table.cell(0, "section") == "'@x");
}
