#include "run/county_names.h"

#include <doctest/doctest.h>

using namespace redress::run;

TEST_CASE("what reads as a county is letters and what joins words, and no longer than counties are") {
  for (const char* name : {"LOS ANGELES", "SAN LUIS OBISPO", "St. Mary's", "WINSTON-SALEM", "INYO"}) {
    CAPTURE(name);
    CHECK(reads_as_county(name));
  }
  for (const char* text : {"", "QUILL,ANA", "000-00-0000", "19600314", "A30000001", " KERN", "KERN  X", "-", "KERN\x1B",
                           "\xC3\x91" "ANDO", "ABCDEFGHIJKLMNOPQRSTU"}) {
    CAPTURE(text);
    CHECK_FALSE(reads_as_county(text));
  }
}

TEST_CASE("counties are named most rows first; what is no county's name is counted without its text") {
  const auto counties = named_counties({{"", 2}, {"INYO", 1}, {"KERN", 5}, {"QUILL,ANA", 2}, {"19600314", 1}});
  REQUIRE(counties.size() == 4);
  CHECK(counties[0].name == "KERN");
  CHECK(counties[1].kind == NamedCounty::Kind::kOther);
  CHECK(counties[1].rows == 3);
  CHECK(counties[1].name.empty());
  CHECK(counties[2].kind == NamedCounty::Kind::kNone);
  CHECK(counties[2].rows == 2);
  CHECK(counties[3].name == "INYO");
}

TEST_CASE("counties of as many rows stand by name") {
  const auto counties = named_counties({{"KERN", 1}, {"INYO", 1}});
  REQUIRE(counties.size() == 2);
  CHECK(counties[0].name == "INYO");
}
