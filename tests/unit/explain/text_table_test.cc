#include "explain/text_table.h"

#include <doctest/doctest.h>

#include <string>

#include "base/wrapped_text.h"

using namespace redress;
using namespace redress::explain;

TEST_CASE("columns of a table line up and no line ends in blanks") {
  TextTable table;
  table.add({"a", "long", ""});
  table.add({"bbb", "c", "d"});
  CHECK(table.text(2) == "  a    long\n  bbb  c     d\n");
}

TEST_CASE("a table keeps to the page") {
  TextTable table;
  table.add({"x", std::string(90, 'y') + " " + std::string(90, 'z'), "end"});
  const std::string text = table.text(4);
  std::size_t start = 0;
  for (std::size_t end = text.find('\n'); end != std::string::npos; start = end + 1, end = text.find('\n', start)) {
    CHECK(end - start <= kPageColumns);
  }
}
