#include "intake/facts_counties.h"

#include <doctest/doctest.h>

#include "intake/counts.h"
#include "intake/facts_desk.h"

using namespace redress;           // NOLINT: the subject under test
using namespace redress::testing;  // NOLINT

namespace {

// A run of Los Angeles over a conviction without a county and one in Kern.
Status check(const std::string& lines) {
  const std::string bytes = file_of({convicted_row(kCount, "11358 HS").with(RowFact::kCounty, ""),
                                     convicted_row(kOther, "11358 HS").with(RowFact::kCounty, " Kern ")});
  const std::vector<std::string_view> views = {bytes};
  std::vector<intake::FilePiece> files;
  files.push_back(intake::index_file(bytes, 0, doj_layout()));
  const auto index = intake::join(std::move(files));
  REQUIRE(index.ok());
  const auto rows = rows_of(std::string(kFactsHeader) + lines);
  if (!rows) FAIL(to_string(rows.error()));
  const std::vector<std::string> names = {"facts.csv"};
  return intake::check_fact_counties(*rows, known_to_tests(), names, "LOS ANGELES", {*index, doj_layout(), views});
}

std::string county_line(std::string_view county) {
  return fact_line("18675309", kCount, "county", county);
}

}  // namespace

TEST_CASE("a supplied county is the run's or one of the data, however it is written") {
  CHECK(check(county_line("los angeles")).ok());
  CHECK(check(county_line("kern") + county_line("Los Angeles")).ok());
  CHECK(check(fact_line("18675309", kCount, "plants", "6")).ok());
}

TEST_CASE("a county that neither the run nor the data has is refused, with the near match") {
  const Status near = check(county_line("Kern") + county_line("Los Angles"));
  REQUIRE(!near.ok());
  CHECK(near.error().code == "facts.county_unknown");
  CHECK(near.error().kind == ErrorKind::kInput);
  CHECK(near.error().place.line_1based == 3);
  CHECK(near.error().next_step == "Did you mean 'LOS ANGELES'?");
  const Status both = check(county_line("Siskiyou") + county_line("Kern") + county_line("Los Angles"));
  REQUIRE(!both.ok());
  CHECK(both.error().place.line_1based == 2);
  REQUIRE(both.error().further.size() == 1);
  CHECK(both.error().further[0].place.line_1based == 4);
  const Status far = check(county_line("Siskiyou"));
  REQUIRE(!far.ok());
  CHECK(far.error().next_step == "Write the county as the research files do.");
}
