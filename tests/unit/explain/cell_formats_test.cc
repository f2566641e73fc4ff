#include "explain/cell_formats.h"

#include <doctest/doctest.h>

#include <cstdio>
#include <string>

using namespace redress;
using namespace redress::explain;

TEST_CASE("a date is written month, day, year") {
  CHECK(us_date({1981, 4, 11}) == "04/11/1981");
}

TEST_CASE("years are days divided by 365.25 with one decimal") {
  const Date as_of{2019, 11, 11};
  CHECK(years_between(add_days(as_of, -14097), as_of) == "38.6");
  CHECK(years_between({1979, 6, 1}, as_of) == "40.4");
  CHECK(years_between({2015, 5, 19}, as_of) == "4.5");
  CHECK(years_between(as_of, as_of) == "0.0");
}

TEST_CASE("years are rounded as their exact quotient is, for every number of days of a life") {
  const Date start{1900, 1, 1};
  for (int days = 0; days <= 45000; ++days) {
    char expected[32];
    std::snprintf(expected, sizeof expected, "%.1f", days / 365.25);
    if (years_between(start, add_days(start, days)) != expected) FAIL(days);
  }
}

TEST_CASE("years to an earlier day are negative") {
  CHECK(years_between({2020, 11, 11}, {2019, 11, 11}) == "-1.0");
}

TEST_CASE("a day later is no negative zero") {
  CHECK(years_between({2019, 11, 12}, {2019, 11, 11}) == "0.0");
}

TEST_CASE("an uncertain count is a range") {
  CHECK(count_words(2, 3) == "2-3");
  CHECK(count_words(2, 2) == "2");
}
