#include "base/decimal.h"

#include <doctest/doctest.h>

using redress::parse_thousandths;
using redress::thousandths_text;

TEST_CASE("a number of up to three decimals is kept in thousandths") {
  CHECK(parse_thousandths("28.5") == 28500);
  CHECK(parse_thousandths("8") == 8000);
  CHECK(parse_thousandths("0.125") == 125);
  CHECK(parse_thousandths("007.0") == 7000);
  CHECK(parse_thousandths("999999999.999") == 999999999999);
}

TEST_CASE("other texts are no such number") {
  for (const char* text : {"", ".", ".5", "5.", "1.2345", "-1", "+1", "1e3", "1.2.3", "1 ", "1000000000", "inf"}) {
    CAPTURE(text);
    CHECK(!parse_thousandths(text));
  }
}

TEST_CASE("thousandths are written without trailing zeros") {
  CHECK(thousandths_text(28500) == "28.5");
  CHECK(thousandths_text(8000) == "8");
  CHECK(thousandths_text(125) == "0.125");
  CHECK(thousandths_text(1010) == "1.01");
  CHECK(thousandths_text(0) == "0");
}
