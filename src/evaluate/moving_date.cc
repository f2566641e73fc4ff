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

bool MovingDate::is_one_day() const {
  return std::all_of(moves_.begin(), moves_.end(), [](const Move& move) { return move.least == move.most; });
}

// About the day from which this end is moved to `day`: months have no inverse.
Date MovingDate::moved_back(End end, Date day) const {
  for (auto move = moves_.rbegin(); move != moves_.rend(); ++move) {
    day = moved_day(day, move->unit, -(end == &DateSpan::first ? move->least : move->most), leap_);
  }
  return day;
}

// The first day after `after`, up to `until`, on which this end is on or after the wanted one, which it is not on
// `after`. Since it never goes back, the day is found by halving, first around where it should be.
std::optional<Date> MovingDate::first_reaching(End end, Date wanted, Date after, Date until) const {
  constexpr std::int64_t kAbout = 4;  // days by which months and leap days may mislead
  if (on(until).*end < wanted) return std::nullopt;
  std::int64_t before = to_days(after);
  std::int64_t there = to_days(until);
  const auto look_at = [&](std::int64_t day) { (on(from_days(day)).*end < wanted ? before : there) = day; };
  const std::int64_t guess = to_days(moved_back(end, wanted));
  for (const std::int64_t around : {guess - kAbout, guess + kAbout}) {
    if (before < around && around < there) look_at(around);
  }
  while (there - before > 1) look_at(before + (there - before) / 2);
  return from_days(there);
}

std::optional<Date> MovingDate::next_border(Date as_of, DateSpan span) const {
  std::optional<Date> next;
  const DateSpan today = on(as_of);
  for (const End end : {&DateSpan::first, &DateSpan::last}) {
    if (end == &DateSpan::last && is_one_day()) break;
    for (const Date border : {span.first, span.last}) {
      if (today.*end > border || border == kLastDay) continue;  // a span to the last day has no end
      const Date wanted = today.*end == border ? add_days(border, 1) : border;
      if (const auto day = first_reaching(end, wanted, as_of, next.value_or(kLastDay))) next = day;
      if (span.is_exact()) break;
    }
  }
  return next;
}

}  // namespace redress::evaluate
