#include "evaluate/moving_date.h"

#include <doctest/doctest.h>

namespace redress::evaluate {
namespace {

using policy::TimeUnit;

TEST_CASE("the as-of date itself meets a span on its first day, then its last, then leaves it") {
  const MovingDate as_of(LeapRule::kMarch1);
  const DateSpan year{{2020, 1, 1}, {2020, 12, 31}};
  CHECK(as_of.next_border({2019, 11, 11}, year) == Date{2020, 1, 1});
  CHECK(as_of.next_border({2020, 1, 1}, year) == Date{2020, 1, 2});
  CHECK(as_of.next_border({2020, 1, 2}, year) == Date{2020, 12, 31});
  CHECK(as_of.next_border({2020, 12, 31}, year) == Date{2021, 1, 1});
  CHECK(!as_of.next_border({2021, 1, 1}, year));
}

TEST_CASE("a date counted back reaches a day on its anniversary, a leap day on the day of the rule") {
  MovingDate back(LeapRule::kMarch1);
  back.add({TimeUnit::kYears, -10, -10});
  CHECK(back.on({2019, 11, 11}) == DateSpan{{2009, 11, 11}, {2009, 11, 11}});
  CHECK(back.next_border({2019, 11, 11}, {{2012, 2, 29}, {2012, 2, 29}}) == Date{2022, 3, 1});
  // From February 29, 2012 ten years back is March 1, 2002, which is then met on two days.
  CHECK(back.on({2012, 2, 29}).first == Date{2002, 3, 1});
  CHECK(back.on({2012, 3, 1}).first == Date{2002, 3, 1});
  CHECK(back.next_border({2011, 1, 1}, {{2002, 3, 1}, {2002, 3, 1}}) == Date{2012, 2, 29});
  CHECK(back.next_border({2012, 2, 29}, {{2002, 3, 1}, {2002, 3, 1}}) == Date{2012, 3, 2});
}

TEST_CASE("where the amount is an interval, both ends have their days") {
  MovingDate back(LeapRule::kMarch1);
  back.add({TimeUnit::kDays, -20, -10});
  const DateSpan day{{2020, 1, 1}, {2020, 1, 1}};
  CHECK(back.next_border({2019, 11, 11}, day) == Date{2020, 1, 11});
  CHECK(back.next_border({2020, 1, 12}, day) == Date{2020, 1, 21});
  CHECK(back.next_border({2020, 1, 21}, day) == Date{2020, 1, 22});
  CHECK(!back.next_border({2020, 1, 22}, day));
}

TEST_CASE("the end of the calendar, which stands for no end at all, is never reached") {
  const MovingDate as_of(LeapRule::kMarch1);
  CHECK(!as_of.next_border({2019, 11, 11}, kEveryDay));
  CHECK(as_of.next_border({2019, 11, 11}, {{2020, 1, 1}, kLastDay}) == Date{2020, 1, 1});
  CHECK(!as_of.next_border({2020, 1, 2}, {{2020, 1, 1}, kLastDay}));
}

}  // namespace
}  // namespace redress::evaluate
