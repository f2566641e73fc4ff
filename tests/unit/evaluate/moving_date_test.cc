#include "evaluate/moving_date.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <vector>

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

TEST_CASE("the next border is the day that going on day by day finds, whatever is moved by") {
  const std::vector<std::vector<Move>> moved_by = {
      {},
      {{TimeUnit::kMonths, -1, -1}},
      {{TimeUnit::kMonths, 13, 13}, {TimeUnit::kDays, -31, -29}},
      {{TimeUnit::kYears, -10, -9}, {TimeUnit::kMonths, 5, 7}},
      {{TimeUnit::kDays, 400, 400}, {TimeUnit::kYears, -1, -1}},
  };
  for (const LeapRule leap : {LeapRule::kMarch1, LeapRule::kFebruary28}) {
    for (const std::vector<Move>& moves : moved_by) {
      MovingDate date(leap);
      for (const Move move : moves) date.add(move);
      for (std::int64_t day = to_days({2015, 12, 20}); day < to_days({2016, 4, 5}); day += 3) {
        const Date as_of = from_days(day);
        const DateSpan span{date.on(add_days(as_of, 40)).first, date.on(add_days(as_of, 71)).last};
        Date found = add_days(as_of, 1);
        const auto reaches = [&](Date DateSpan::*end, Date border) {
          const Date then = date.on(found).*end;
          const Date eve = date.on(as_of).*end;
          return (eve < border && then >= border) || (eve == border && then > border);
        };
        while (!(reaches(&DateSpan::first, span.first) || reaches(&DateSpan::first, span.last) ||
                 reaches(&DateSpan::last, span.first) || reaches(&DateSpan::last, span.last))) {
          found = add_days(found, 1);
        }
        CHECK(date.next_border(as_of, span) == found);
      }
    }
  }
}

TEST_CASE("the end of the calendar, which stands for no end at all, is never reached") {
  const MovingDate as_of(LeapRule::kMarch1);
  CHECK(!as_of.next_border({2019, 11, 11}, kEveryDay));
  CHECK(as_of.next_border({2019, 11, 11}, {{2020, 1, 1}, kLastDay}) == Date{2020, 1, 1});
  CHECK(!as_of.next_border({2020, 1, 2}, {{2020, 1, 1}, kLastDay}));
}

}  // namespace
}  // namespace redress::evaluate
