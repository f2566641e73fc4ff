#include "write/xlsx/cell_text.h"

#include <doctest/doctest.h>

#include <string>

#include "base/text.h"

namespace redress::write {
namespace {

TEST_CASE("what a spreadsheet would run gets an apostrophe, and nothing else does") {
  CHECK(cell_text("=1+1") == "'=1+1");
  CHECK(cell_text("@SUM(A1)") == "'@SUM(A1)");
  CHECK(cell_text("+1") == "'+1");
  CHECK(cell_text("-1+2") == "'-1+2");
  CHECK(cell_text("-") == "-");
  CHECK(cell_text("-3.5") == "-3.5");
  CHECK(cell_text("11357(c)") == "11357(c)");
}

TEST_CASE("what no cell can hold is replaced, line ends are one") {
  CHECK(cell_text(std::string("a\0b", 3)) == "a\xEF\xBF\xBD" "b");
  CHECK(cell_text("a\x1B" "b") == "a\xEF\xBF\xBD" "b");
  CHECK(cell_text("a\r\nb\tc") == "a\nb\tc");
  CHECK(cell_text("\xEF\xBF\xBF") == "\xEF\xBF\xBD");
  CHECK(cell_text("MU\xD1OZ") == "MU\xEF\xBF\xBDOZ");
  CHECK(cell_text("MU\xC3\x91OZ") == "MU\xC3\x91OZ");
}

TEST_CASE("a text that is too long is cut and says so") {
  const std::string cut = cell_text(std::string(50'000, 'x'));
  CHECK(cut.size() <= kMostCellUnits);
  CHECK(cut.ends_with("convictions.csv has the whole text]"));
  std::string faces;
  for (int i = 0; i < 20'000; ++i) faces += "\xF0\x9F\x98\x80";
  const std::string wide = cell_text(faces);
  CHECK(wide.size() / 4 < kMostCellUnits / 2 + 100);
  CHECK(is_utf8(wide));
}

}  // namespace
}  // namespace redress::write
