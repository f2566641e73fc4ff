#include "synth/short_text.h"

#include <doctest/doctest.h>

namespace redress::synth {

TEST_CASE("a date is eight digits") { CHECK(compact_date(Date{1975, 1, 9}).view() == "19750109"); }

TEST_CASE("a plain number has no leading zeros and a number of given length has") {
  CHECK(decimal(0).view() == "0");
  CHECK(decimal(365).view() == "365");
  ShortText text{"A"};
  text.append_number(42, 6);
  CHECK(text.view() == "A000042");
}

TEST_CASE("a text too long for its place is cut off") {
  CHECK(ShortText{"12345678901234567890"}.view() == "123456789012345");
}

}  // namespace redress::synth
