#include "intake/county_table.h"

#include <doctest/doctest.h>

#include "intake/facts_desk.h"

using namespace redress;           // NOLINT: the subject under test
using namespace redress::testing;  // NOLINT

TEST_CASE("the shipped table of counties lists the 58 of California") {
  const auto counties = intake::read_counties("counties.csv", file_text("formats/us-ca/counties.csv"));
  REQUIRE(counties.ok());
  CHECK(counties->size() == 58);
  CHECK(counties->front() == "ALAMEDA");
  CHECK(counties->back() == "YUBA");
}

TEST_CASE("a table of counties with none, with one twice, without a name or not in capitals is refused with its line") {
  const auto line_of = [](std::string_view table) {
    const auto read = intake::read_counties("counties.csv", table);
    REQUIRE(!read.ok());
    CHECK(read.error().code == "format.table");
    return read.error().place.line_1based;
  };
  CHECK(line_of("name\n") == 1);
  CHECK(line_of("county\nKERN\n") == 1);
  CHECK(line_of("name\nKERN\nYOLO\nKERN\n") == 4);
  CHECK(line_of("name\nKERN\nYolo\n") == 3);
  CHECK(line_of("name\nKERN\n\"\"\n") == 3);
}
