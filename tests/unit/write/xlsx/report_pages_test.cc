#include "write/xlsx/report_pages.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

namespace redress::write {
namespace {

Document document_of(std::vector<Block> blocks) {
  Document document;
  document.title = "A report";
  document.banner = "Public edition";
  document.footer = "policy & parameters";
  document.created = "2019-11-11";
  document.blocks = std::move(blocks);
  return document;
}

TEST_CASE("each part of a report is a sheet, and their names are short and differ") {
  const std::string longest(80, 'x');
  const auto pages = report_pages(document_of({Heading{1, "At a glance"}, Heading{1, "Criteria: one / two [three]"},
                                               Heading{1, "The same long heading that no sheet can have"},
                                               Heading{1, "The same long heading that no sheet can have"},
                                               Heading{1, longest}, Heading{2, "within"}}));
  REQUIRE(pages.size() == 6);
  CHECK(pages[0].form.name == "About");
  CHECK(pages[1].form.name == "1 At a glance");
  CHECK(pages[2].form.name == "2 Criteria one  two three");
  CHECK(pages[2].form.title == "Criteria: one / two [three]");
  std::set<std::string> names;
  for (const WordsPage& page : pages) {
    names.insert(page.form.name);
    CHECK(page.form.name.size() <= 31);
    CHECK(page.form.rows == page.rows.size());
  }
  CHECK(names.size() == pages.size());
}

TEST_CASE("figures of a table are numbers, and words stay words") {
  Table table;
  table.title = "Decisions";
  table.columns = {Column{Column::Kind::kText, "What"}, Column{Column::Kind::kNumber, "How many"}};
  for (const char* figure : {"1,234,567", "0", "hidden", "12 to 15", "42.1 %", ""})
    table.rows.push_back({TableRow::Kind::kBody, {{"12"}, {figure}}});
  const auto pages = report_pages(document_of({Heading{1, "Decisions"}, table}));
  const auto& rows = pages[1].rows;
  REQUIRE(rows.size() == 10);  // a blank line, title, names, six rows, a blank line
  CHECK(rows[3][0] == text_cell("12", CellLook::kWrapped));
  CHECK(rows[3][1] == number_cell(1'234'567));
  CHECK(rows[4][1] == number_cell(0));
  CHECK(rows[5][1] == text_cell("hidden", CellLook::kWrapped));
  CHECK(rows[6][1] == text_cell("12 to 15", CellLook::kWrapped));
  CHECK(rows[7][1] == text_cell("42.1 %", CellLook::kWrapped));
}

TEST_CASE("the file is dated by the run, bears the report's banner, and its footer gives the spreadsheet no orders") {
  const WorkbookFileForm form = report_workbook_form(document_of({}));
  CHECK(form.created == Date{2019, 11, 11});
  CHECK(form.banner == "Public edition");
  CHECK(form.footer == "policy && parameters");
}

}  // namespace
}  // namespace redress::write
