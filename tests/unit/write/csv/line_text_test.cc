#include "write/csv/line_text.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace redress::write {
namespace {

TEST_CASE("a text of lines grows and keeps what stands in it") {
  LineText text;
  std::string expected;
  CHECK(text.view().empty());
  for (int i = 0; i < 1000; ++i) {
    const std::string line = std::to_string(i) + "\n";
    text.append(line);
    expected += line;
  }
  CHECK(text.view() == expected);
}

TEST_CASE("room that was asked for and not used is no part of the text") {
  LineText text;
  text.append("one");
  const std::string_view two = "two";
  char* const at = text.room_for(100);
  text.end_at(std::copy(two.begin(), two.end(), at));
  text.append(", three");
  CHECK(text.view() == "onetwo, three");
}

TEST_CASE("a cleared text is empty, and what is appended is all of it") {
  LineText text;
  text.append("a longer line than the next");
  text.clear();
  CHECK(text.view().empty());
  text.append("next");
  CHECK(text.view() == "next");
}

}  // namespace
}  // namespace redress::write
