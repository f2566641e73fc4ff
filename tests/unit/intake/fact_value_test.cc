#include "intake/fact_value.h"

#include <doctest/doctest.h>

#include "intake/facts_desk.h"

using namespace redress;           // NOLINT: the subject under test
using namespace redress::testing;  // NOLINT
using intake::ValueFault;

namespace {

intake::ReadValue read(std::string_view fact, std::string_view text) {
  return intake::read_fact_value(known_fact(fact), text, Records::kAsOf);
}

template <class T>
T value_of(std::string_view fact, std::string_view text) {
  const intake::ReadValue found = read(fact, text);
  REQUIRE(found.fault == ValueFault::kNone);
  return std::get<T>(found.value);
}

}  // namespace

TEST_CASE("a whole number is kept in thousandths, and nothing with a point is one") {
  CHECK(value_of<std::int64_t>("plants", "6") == 6000);
  CHECK(value_of<std::int64_t>("plants", "0") == 0);
  CHECK(value_of<std::int64_t>("plants", "999999999") == 999999999000);
  for (const char* text : {"6.0", "six", "1,000", "6 plants", "+6", "1e3", "0x6"}) {
    CAPTURE(text);
    CHECK(read("plants", text).fault == ValueFault::kType);
  }
}

TEST_CASE("a number below 0 or of more than nine digits is out of range") {
  CHECK(read("plants", "-1").fault == ValueFault::kRange);
  CHECK(read("plants", "1000000000").fault == ValueFault::kRange);
  CHECK(read("grams", "-0.5").fault == ValueFault::kRange);
  CHECK(read("grams", "1000000000.5").fault == ValueFault::kRange);
}

TEST_CASE("a decimal has at most three digits behind the point") {
  CHECK(value_of<std::int64_t>("grams", "28.5") == 28500);
  CHECK(value_of<std::int64_t>("grams", "8") == 8000);
  for (const char* text : {"1.2345", "1.", ".5", "1.2.3", "-"}) {
    CAPTURE(text);
    CHECK(read("grams", text).fault == ValueFault::kType);
  }
}

TEST_CASE("yes and no in any case of their letters, and nothing else") {
  CHECK(value_of<bool>("force", "Yes"));
  CHECK(!value_of<bool>("force", "NO"));
  for (const char* text : {"y", "true", "1", "unknown"}) CHECK(read("force", text).fault == ValueFault::kType);
}

TEST_CASE("a date is written as 2016-11-09, or as spreadsheets write it") {
  const Date day{2016, 11, 9};
  for (const char* text : {"2016-11-09", "11/09/2016", "11/9/2016"}) CHECK(value_of<Date>("arrest_date", text) == day);
  for (const char* text : {"20161109", "9.11.2016", "2016-11", "11/09/16", "13/01/2016", "2/30/2016", "11//2016",
                           "11/09/2016/1", "/11/2016", "2016-02-30"}) {
    CAPTURE(text);
    CHECK(read("arrest_date", text).fault == ValueFault::kType);
  }
}

TEST_CASE("a date after the as-of date is out of range, save the end of a sentence") {
  CHECK(value_of<Date>("birth_date", "2019-11-11") == Records::kAsOf);
  CHECK(read("birth_date", "2019-11-12").fault == ValueFault::kRange);
  CHECK(value_of<Date>("sentence_end", "2031-01-01") == Date{2031, 1, 1});
}

TEST_CASE("a level, a charge with its code, a county") {
  CHECK(value_of<model::Level>("level", "Misdemeanor") == model::Level::kMisdemeanor);
  CHECK(read("level", "M").fault == ValueFault::kType);
  const auto charge = value_of<citation::Citation>("charge", "11357(a) HS");
  REQUIRE(charge.sections.size() == 1);
  CHECK(citation::to_text(charge.sections[0]) == "HSC 11357(a)");
  CHECK(read("charge", "11357(a)").fault == ValueFault::kType);
  CHECK(read("charge", "possession").fault == ValueFault::kType);
  CHECK(value_of<std::string>("county", "Los Angeles") == "LOS ANGELES");
  CHECK(read("county", "19").fault == ValueFault::kType);
}
