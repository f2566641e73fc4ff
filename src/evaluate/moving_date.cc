#include "evaluate/moving_date.h"

#include <algorithm>

namespace redress::evaluate {
namespace {

Date moved_day(Date date, policy::TimeUnit unit, std::int64_t amount, LeapRule leap) {
  switch (unit) {
    case policy::TimeUnit::kDays: return add_days(date, amount);
    case policy::TimeUnit::kMonths: return add_months(date, amount, leap);
    case policy::TimeUnit::kYears: return add_years(date, amount, leap);
  }
  return date;
}

}  // namespace

DateSpan moved(DateSpan span, Move move, LeapRule leap) {
  return {moved_day(span.first, move.unit, move.least, leap), moved_day(span.last, move.unit, move.most, leap)};
}

DateSpan MovingDate::on(Date as_of) const {
  DateSpan span{as_of, as_of};
  for (const Move move : moves_) span = moved(span, move, leap_);
  return span;
}

std::optional<Date> MovingDate::next_border(Date as_of, DateSpan span) const {
  std::optional<Date> next;
  for (Date DateSpan::*end : {&DateSpan::first, &DateSpan::last}) {
    for (const Date border : {span.first, span.last}) {
      const Date today = on(as_of).*end;
      if (today > border || border == kLastDay) continue;  // a span to the last day has no end
      const Date wanted = today == border ? add_days(border, 1) : border;
      // The first day on which this end is on or after the wanted one: halving, since it never goes back.
      std::int64_t before = to_days(as_of);
      std::int64_t there = to_days(next.value_or(kLastDay));
      if (on(from_days(there)).*end < wanted) continue;
      while (there - before > 1) {
        const std::int64_t middle = before + (there - before) / 2;
        (on(from_days(middle)).*end < wanted ? before : there) = middle;
      }
      next = from_days(there);
    }
  }
  return next;
}

}  // namespace redress::evaluate
