#include "base/calendar.h"

#include <doctest/doctest.h>

#include <string_view>

using namespace redress;

namespace {

Date on(int year, int month, int day) {
  return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
}

DateSpan span(Date first, Date last) {
  return {first, last};
}

std::optional<DateSpan> read(std::string_view text) {
  return parse_compact_date(text);
}

}  // namespace

TEST_CASE("a leap year is divisible by 4, of the centuries only by 400") {
  CHECK(is_valid_date(1996, 2, 29));
  CHECK(is_valid_date(2000, 2, 29));
  CHECK_FALSE(is_valid_date(1900, 2, 29));
  CHECK_FALSE(is_valid_date(2019, 2, 29));
  CHECK_FALSE(is_valid_date(2020, 2, 30));
}

TEST_CASE("a day that no month has is not valid") {
  CHECK(is_valid_date(2019, 1, 31));
  CHECK(is_valid_date(2019, 12, 31));
  CHECK_FALSE(is_valid_date(2019, 4, 31));
  CHECK_FALSE(is_valid_date(2019, 1, 32));
  CHECK_FALSE(is_valid_date(2019, 1, 0));
  CHECK_FALSE(is_valid_date(2019, 0, 1));
  CHECK_FALSE(is_valid_date(2019, 13, 1));
}

TEST_CASE("years are 1 to 9999") {
  CHECK(is_valid_date(1, 1, 1));
  CHECK(is_valid_date(9999, 12, 31));
  CHECK_FALSE(is_valid_date(0, 1, 1));
  CHECK_FALSE(is_valid_date(10000, 1, 1));
}

TEST_CASE("days count from 1970-01-01") {
  CHECK(to_days(on(1970, 1, 1)) == 0);
  CHECK(to_days(on(1970, 1, 2)) == 1);
  CHECK(to_days(on(1969, 12, 31)) == -1);
  CHECK(to_days(on(2000, 3, 1)) == 11017);
  CHECK(to_days(on(2016, 11, 9)) - to_days(on(2016, 11, 8)) == 1);
}

TEST_CASE("days and dates turn into each other over four centuries") {
  const std::int64_t first = to_days(on(1800, 1, 1));
  const std::int64_t last = to_days(on(2200, 1, 1));
  Date before = on(1799, 12, 31);
  for (std::int64_t day = first; day < last; ++day) {
    const Date date = from_days(day);
    if (to_days(date) != day || !(before < date) || !is_valid_date(date.year, date.month, date.day)) FAIL(day);
    before = date;
  }
}

TEST_CASE("days beyond the calendar are held at its ends") {
  CHECK(from_days(to_days(kLastDay) + 1) == kLastDay);
  CHECK(from_days(to_days(kFirstDay) - 1) == kFirstDay);
  CHECK(add_days(on(2019, 11, 11), std::int64_t{1} << 62U) == kLastDay);
  CHECK(add_days(on(2019, 11, 11), -(std::int64_t{1} << 62U)) == kFirstDay);
}

TEST_CASE("days are added over the ends of months and years") {
  CHECK(add_days(on(2019, 12, 31), 1) == on(2020, 1, 1));
  CHECK(add_days(on(2020, 2, 28), 1) == on(2020, 2, 29));
  CHECK(add_days(on(2019, 2, 28), 1) == on(2019, 3, 1));
  CHECK(add_days(on(2020, 3, 1), -1) == on(2020, 2, 29));
  CHECK(add_days(on(2015, 2, 14), 90) == on(2015, 5, 15));
}

TEST_CASE("a day that the month does not have becomes the 1st of the next") {
  CHECK(add_months(on(2019, 1, 31), 1) == on(2019, 3, 1));
  CHECK(add_months(on(2020, 1, 31), 1) == on(2020, 3, 1));
  CHECK(add_months(on(2020, 1, 29), 1) == on(2020, 2, 29));
  CHECK(add_months(on(2019, 1, 29), 1) == on(2019, 3, 1));
  CHECK(add_months(on(2019, 3, 31), 1) == on(2019, 5, 1));
  CHECK(add_months(on(2019, 8, 31), 1) == on(2019, 10, 1));
  CHECK(add_months(on(2019, 1, 31), 2) == on(2019, 3, 31));
}

TEST_CASE("months are added over the ends of years, forwards and backwards") {
  CHECK(add_months(on(2019, 11, 11), 14) == on(2021, 1, 11));
  CHECK(add_months(on(2019, 11, 30), 1) == on(2019, 12, 30));
  CHECK(add_months(on(2019, 12, 31), 2) == on(2020, 3, 1));
  CHECK(add_months(on(2019, 1, 15), -1) == on(2018, 12, 15));
  CHECK(add_months(on(2019, 3, 31), -1) == on(2019, 3, 1));
  CHECK(add_months(on(2019, 3, 15), 0) == on(2019, 3, 15));
}

TEST_CASE("a year of sentence is a calendar year (B01)") {
  CHECK(add_years(on(2015, 2, 14), 5) == on(2020, 2, 14));
  CHECK(add_years(on(2020, 2, 29), 1) == on(2021, 3, 1));
  CHECK(add_years(on(2020, 2, 29), 4) == on(2024, 2, 29));
}

TEST_CASE("under the other leap rule only the anniversary of 29 February moves to 28 February") {
  CHECK(add_years(on(2020, 2, 29), 1, LeapRule::kFebruary28) == on(2021, 2, 28));
  CHECK(add_years(on(2020, 2, 29), 4, LeapRule::kFebruary28) == on(2024, 2, 29));
  CHECK(add_months(on(2020, 2, 29), 12, LeapRule::kFebruary28) == on(2021, 2, 28));
  CHECK(add_months(on(2019, 1, 31), 1, LeapRule::kFebruary28) == on(2019, 3, 1));
  CHECK(add_months(on(2019, 1, 29), 1, LeapRule::kFebruary28) == on(2019, 3, 1));
  CHECK(add_years(on(2019, 11, 11), -10, LeapRule::kFebruary28) == on(2009, 11, 11));
}

TEST_CASE("amounts beyond the calendar are held at its ends") {
  constexpr std::int64_t kHuge = std::int64_t{1} << 62U;
  CHECK(add_years(on(2019, 11, 11), 999) == on(3018, 11, 11));
  CHECK(add_years(on(2019, 11, 11), kHuge) == kLastDay);
  CHECK(add_years(on(2019, 11, 11), -kHuge) == kFirstDay);
  CHECK(add_months(on(2019, 11, 11), kHuge) == kLastDay);
  CHECK(add_months(on(2019, 11, 11), -kHuge) == kFirstDay);
  CHECK(add_months(on(9999, 10, 31), 1) == on(9999, 12, 1));
  CHECK(add_months(kLastDay, 1) == kLastDay);
  CHECK(add_years(on(1, 1, 1), -1) == kFirstDay);
}

TEST_CASE("someone born on 29 February is 21 on 1 March of a common year") {
  const Date born = on(1996, 2, 29);
  CHECK(add_years(born, 21) == on(2017, 3, 1));
  CHECK(whole_years_between(born, on(2017, 2, 28)) == 20);
  CHECK(whole_years_between(born, on(2017, 3, 1)) == 21);
  CHECK(whole_years_between(born, on(2020, 2, 28)) == 23);
  CHECK(whole_years_between(born, on(2020, 2, 29)) == 24);
}

TEST_CASE("or on 28 February where the policy says so") {
  const Date born = on(1996, 2, 29);
  CHECK(add_years(born, 21, LeapRule::kFebruary28) == on(2017, 2, 28));
  CHECK(whole_years_between(born, on(2017, 2, 27), LeapRule::kFebruary28) == 20);
  CHECK(whole_years_between(born, on(2017, 2, 28), LeapRule::kFebruary28) == 21);
  CHECK(whole_years_between(born, on(2020, 2, 28), LeapRule::kFebruary28) == 23);
  CHECK(whole_years_between(born, on(2020, 2, 29), LeapRule::kFebruary28) == 24);
}

TEST_CASE("an age changes on the birthday itself (B12)") {
  const Date born = on(1970, 1, 1);
  CHECK(whole_years_between(born, on(2019, 12, 31)) == 49);
  CHECK(whole_years_between(born, on(2020, 1, 1)) == 50);
  CHECK(whole_years_between(born, born) == 0);
  CHECK(whole_years_between(on(1960, 3, 14), on(2019, 11, 11)) == 59);
}

TEST_CASE("an age on a day before birth is negative") {
  CHECK(whole_years_between(on(2000, 6, 15), on(2000, 6, 14)) == -1);
  CHECK(whole_years_between(on(2000, 6, 15), on(1999, 6, 15)) == -1);
  CHECK(whole_years_between(on(2000, 6, 15), on(1999, 6, 14)) == -2);
}

TEST_CASE("a whole date is one day") {
  CHECK(read("19980504") == span(on(1998, 5, 4), on(1998, 5, 4)));
  CHECK(read("20000229") == span(on(2000, 2, 29), on(2000, 2, 29)));
  CHECK(read("19980504")->is_exact());
}

TEST_CASE("a date without a day is its month, one without a month its year") {
  CHECK(read("19980500") == span(on(1998, 5, 1), on(1998, 5, 31)));
  CHECK(read("19960200") == span(on(1996, 2, 1), on(1996, 2, 29)));
  CHECK(read("19970200") == span(on(1997, 2, 1), on(1997, 2, 28)));
  CHECK(read("19981200") == span(on(1998, 12, 1), on(1998, 12, 31)));
  CHECK(read("19980000") == span(on(1998, 1, 1), on(1998, 12, 31)));
  CHECK_FALSE(read("19980000")->is_exact());
}

TEST_CASE("an impossible date is none") {
  for (const std::string_view text :
       {"19980231", "00000000", "19980050", "19981301", "19980532", "19970229", "00000101", "19981300", "00000500"}) {
    CAPTURE(text);
    CHECK_FALSE(read(text));
  }
}

TEST_CASE("a text that is not eight digits is no date") {
  for (const std::string_view text : {"", "        ", "1998", "199805", "1998-5-4", "1998050", "199805041", "1998O504",
                                      "+1998050", "19980 04", " 19980504", "05/04/98"}) {
    CAPTURE(text);
    CHECK_FALSE(read(text));
  }
}

TEST_CASE("the hull of two spans holds both and what lies between") {
  const DateSpan in_1998 = *read("19980000");
  const DateSpan may_2001 = *read("20010500");
  CHECK(hull(in_1998, may_2001) == span(on(1998, 1, 1), on(2001, 5, 31)));
  CHECK(hull(may_2001, in_1998) == span(on(1998, 1, 1), on(2001, 5, 31)));
  CHECK(hull(in_1998, in_1998) == in_1998);
  CHECK(hull(in_1998, kEveryDay).is_every_day());
}

TEST_CASE("a date on the command line has four, two and two digits with dashes") {
  CHECK(parse_iso_date("2019-11-11") == on(2019, 11, 11));
  CHECK(parse_iso_date("2020-02-29") == on(2020, 2, 29));
  for (const std::string_view text : {"2019-02-29", "2019-11-31", "0000-01-01", "2019-00-01", "2019-11-00", "2019-11-1",
                                      "11/11/2019", "20191111", "2019-11-11 ", "2019-11-1x", "-019-11-11", ""}) {
    CAPTURE(text);
    CHECK_FALSE(parse_iso_date(text));
  }
}

TEST_CASE("a date is written as it is read") {
  CHECK(to_iso(on(2019, 1, 2)) == "2019-01-02");
  CHECK(to_iso(on(33, 4, 3)) == "0033-04-03");
  CHECK(parse_iso_date(to_iso(kLastDay)) == kLastDay);
}
