#include "scan/workbook_reader.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/doj_rows.h"

namespace redress::scan {
namespace {

std::string sample(const char* name) {
  return redress::testing::file_text(std::string("fuzz/corpus/workbook/") + name);
}

TEST_CASE("sheets and cells come as the file has them, shared texts too") {
  const std::string bytes = sample("shared.xlsx");
  const auto workbook = Workbook::open(bytes, "b.xlsx");
  REQUIRE(workbook.ok());
  CHECK((*workbook)->sheet_names() == std::vector<std::string>{"All convictions", "Tracking"});
  CHECK(!(*workbook)->counts_from_1904());
  std::vector<std::string> texts;
  double day = 0;
  const Status read = (*workbook)->read_sheet(0, [&](std::uint32_t row, std::span<const WorkbookCell> cells) -> Status {
    if (row != 3) return Done{};
    for (const WorkbookCell& cell : cells) texts.push_back(cell.text);
    day = cells[2].number;
    return Done{};
  });
  REQUIRE(read.ok());
  CHECK(texts == std::vector<std::string>{"NMBSGHZF", "11357\xC2\xA9", "44000", "12"});
  CHECK(day == 44000);
}

TEST_CASE("a workbook that counts days from 1904 says so") {
  const std::string bytes = sample("from-1904.xlsx");
  const auto workbook = Workbook::open(bytes, "b.xlsx");
  REQUIRE(workbook.ok());
  CHECK((*workbook)->counts_from_1904());
}

TEST_CASE("what is no workbook is refused, whatever its bytes") {
  for (const std::string& bytes : {std::string(), std::string("PK"), std::string(1000, 'x'), sample("no.xlsx")}) {
    const auto workbook = Workbook::open(bytes, "b.xlsx");
    REQUIRE(!workbook.ok());
    CHECK(workbook.error().code == "workbook.not_xlsx");
    CHECK(workbook.error().place.file == "b.xlsx");
  }
  const std::string whole = sample("shared.xlsx");
  CHECK(!Workbook::open(std::string_view(whole).substr(0, whole.size() / 2), "b.xlsx").ok());
}

TEST_CASE("parts that unpack to more than the limits are refused before they are read") {
  const std::string bytes = sample("shared.xlsx");
  const auto workbook = Workbook::open(bytes, "b.xlsx", {100, 100, 1, 100});
  REQUIRE(!workbook.ok());
  CHECK(workbook.error().code == "workbook.too_large");
}

TEST_CASE("who takes the rows may stop") {
  const std::string bytes = sample("stored.xlsx");
  const auto workbook = Workbook::open(bytes, "b.xlsx");
  REQUIRE(workbook.ok());
  Error error;
  error.code = "mine";
  const Status read = (*workbook)->read_sheet(0, [&](auto, auto) -> Status { return error; });
  REQUIRE(!read.ok());
  CHECK(read.error().code == "mine");
}

}  // namespace
}  // namespace redress::scan
