// evaluate/moving_date.h: a date counted from the as-of date, as it moves when that date does.
// Not here: the comparison that it stands in (condition.cc). Internal to the room; plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/calendar.h"
#include "policy/plan/expression.h"

namespace redress::evaluate {

// By how much a date is moved: by some amount from least to most.
struct Move {
  policy::TimeUnit unit = policy::TimeUnit::kYears;
  std::int64_t least = 0;
  std::int64_t most = 0;
};

// Civil arithmetic, as base/calendar.h says.
DateSpan moved(DateSpan span, Move move, LeapRule leap);

// The as-of date, moved. It never goes back when the as-of date goes on.
class MovingDate {
 public:
  explicit MovingDate(LeapRule leap) : leap_(leap) {}

  void add(Move move) { moves_.push_back(move); }

  DateSpan on(Date as_of) const;

  // The first as-of date after `as_of` on which an end of this date reaches or passes an end of the span. Nothing where
  // none ever does; the last day of the calendar stands for no end. Cost: some ten steps of the calendar for each
  // pair of ends that may still meet.
  std::optional<Date> next_border(Date as_of, DateSpan span) const;

 private:
  using End = Date DateSpan::*;

  std::optional<Date> first_reaching(End end, Date wanted, Date after, Date until) const;
  Date moved_back(End end, Date day) const;
  bool is_one_day() const;

  LeapRule leap_;
  std::vector<Move> moves_;
};

}  // namespace redress::evaluate
