// Which rows repeat an earlier one. Source: doj-research-file, "Facts of a person": rows that are equal in all cells but
// those of the request count once.
#include "intake/equal_rows.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/doj_rows.h"

using namespace redress::testing;  // NOLINT
using redress::intake::EqualRows;

namespace {

// Of each row, whether it repeats an earlier one.
std::vector<bool> repeats_among(const std::vector<DojRow>& rows) {
  std::vector<std::string> lines;
  for (const DojRow& row : rows) lines.push_back(row.line());
  EqualRows equal_rows(doj_layout(), [&](std::uint32_t nth) { return std::string_view(lines[nth]); });
  equal_rows.begin_person(lines.size());
  std::vector<bool> repeats;
  redress::scan::Cells cells;
  for (const std::string& line : lines) {
    cells.split(line);
    repeats.push_back(equal_rows.is_repeat(cells));
  }
  return repeats;
}

DojRow row(std::string_view count, std::string_view offense = "11357(A) HS") {
  return convicted_row(count, offense);
}

using Repeats = std::vector<bool>;

}  // namespace

TEST_CASE("rows of different counts repeat nothing") {
  CHECK(repeats_among({row("101001001"), row("101001002"), row("102001001")}) == Repeats{false, false, false});
}

TEST_CASE("a row that is alike in most cells and differs in another one repeats nothing") {
  CHECK(repeats_among({row("101001001"), row("101001001", "11358 HS"), row("101001001", "459 PC")}) ==
        Repeats{false, false, false});
}

TEST_CASE("each repeat of each of several rows of one count is found, whatever stands between") {
  const DojRow first = row("101001001");
  const DojRow second = row("101001001", "11358 HS");
  const DojRow other = row("102001001");
  CHECK(repeats_among({first, other, second, first, second, other, first}) ==
        Repeats{false, false, false, true, true, true, true});
}

TEST_CASE("a cell says the same with and without its quotes, also where it holds some") {
  DojRow first = row("101001001").with(RowFact::kComment, "SAID \"NO\", TWICE");
  DojRow quoted = first;
  quoted.all_quoted();
  DojRow different = row("101001001").with(RowFact::kComment, "SAID NO, TWICE");
  CHECK(repeats_among({first, quoted, different, different}) == Repeats{false, true, false, true});
}

TEST_CASE("the next person begins anew") {
  const std::string line = row("101001001").line();
  EqualRows equal_rows(doj_layout(), [&](std::uint32_t) { return std::string_view(line); });
  redress::scan::Cells cells;
  cells.split(line);
  for (int person = 0; person < 2; ++person) {
    equal_rows.begin_person(2);
    CHECK_FALSE(equal_rows.is_repeat(cells));
    CHECK(equal_rows.is_repeat(cells));
  }
}
