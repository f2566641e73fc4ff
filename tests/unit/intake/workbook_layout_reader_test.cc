#include "intake/workbook_layout_reader.h"

#include <doctest/doctest.h>

#include <string>

#include "support/doj_rows.h"

namespace redress::intake {
namespace {

Result<model::WorkbookLayout> read_with(const std::string& table, const std::string& from, const std::string& to) {
  std::string texts[3];
  const char* const names[3] = {"workbook-sheets.csv", "workbook-columns.csv", "workbook-choices.csv"};
  for (int i = 0; i < 3; ++i) {
    texts[i] = redress::testing::file_text(std::string("formats/us-ca/") + names[i]);
    if (table != names[i]) continue;
    const std::size_t at = texts[i].find(from);
    REQUIRE(at != std::string::npos);
    texts[i].replace(at, from.size(), to);
  }
  return read_workbook_layout({{names[0], texts[0]}, {names[1], texts[1]}, {names[2], texts[2]}});
}

TEST_CASE("the tables of the formats give every sheet, and every entry stands in one of them") {
  const auto layout = read_with("", "", "");
  REQUIRE(layout.ok());
  CHECK(layout->sheets.size() == model::kSheetCount);
  CHECK(layout->entries().size() == 20);
  CHECK(layout->sheet(model::SheetId::kNoCaseNumber).letter == "F");
  CHECK(layout->withdrawn == "WITHDRAWN");
}

TEST_CASE("a table that is not as it must be is refused") {
  const auto refuses = [](const char* table, const char* from, const char* to) {
    const auto layout = read_with(table, from, to);
    REQUIRE(!layout.ok());
    CHECK(layout.error().code == "format.table");
    CHECK(layout.error().place.file == table);
  };
  refuses("workbook-sheets.csv", "summary,Summary", "summery,Summary");
  refuses("workbook-sheets.csv", "PD list", "PD: list");
  refuses("workbook-columns.csv", "row-id,Row ID,id", "row-id,Row ID,ident");
  refuses("workbook-columns.csv", "filed,Filed,entry-date,12,,,record,tracking review",
          "filed,Filed,entry-date,12,,,record,tracking all review");
  refuses("workbook-columns.csv", "row-id,Row ID,id,11,yes", "row-id,Row ID,id,11,perhaps");
  refuses("workbook-columns.csv", "person,Person ID,id,12,yes", "person,Person ID,id,12,");
  refuses("workbook-columns.csv", "clock,Clock", "cluck,Clock");
  refuses("workbook-columns.csv", "Name,text", "Person ID,text");
  refuses("workbook-choices.csv", "city-attorneys,,", "city-attorneys,X,");
}

}  // namespace
}  // namespace redress::intake
