// base/calendar.h: civil-date arithmetic and partial dates as spans of days.
// Not here: what an unknown date means for a decision (model/known.h, evaluate). Bottom of the house; pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "redress/date.h"

namespace redress {

inline constexpr Date kFirstDay{1, 1, 1};
inline constexpr Date kLastDay{9999, 12, 31};

// Where an anniversary of 29 February falls in a common year (design rule 7 of the policy language).
enum class LeapRule : std::uint8_t { kMarch1, kFebruary28 };

// Whether year 1..9999, month and day name a day that exists.
bool is_valid_date(int year, int month, int day);

// Days since 1970-01-01; and back, held within kFirstDay..kLastDay.
std::int64_t to_days(Date date);
Date from_days(std::int64_t days);

// Calendar arithmetic, held within kFirstDay..kLastDay. A day that the month does not have becomes the 1st of the next
// month (31 January + 1 month = 1 March in a common year), save that under kFebruary28 the anniversary of 29 February
// is 28 February. Amounts may be negative.
Date add_days(Date date, std::int64_t days);
Date add_months(Date date, std::int64_t months, LeapRule leap = LeapRule::kMarch1);
Date add_years(Date date, std::int64_t years, LeapRule leap = LeapRule::kMarch1);

// Whole civil years from `from` to `to` (an age); negative when `to` is earlier.
int whole_years_between(Date from, Date to, LeapRule leap = LeapRule::kMarch1);

// Every day from first to last, both included. REQUIRES: first <= last.
struct DateSpan {
  Date first = kFirstDay;
  Date last = kLastDay;

  bool is_exact() const { return first == last; }
  bool is_every_day() const { return first == kFirstDay && last == kLastDay; }
  friend constexpr bool operator==(const DateSpan&, const DateSpan&) = default;
};

inline constexpr DateSpan kEveryDay{kFirstDay, kLastDay};

constexpr bool holds(DateSpan span, Date day) { return span.first <= day && day <= span.last; }
constexpr bool overlap(DateSpan a, DateSpan b) { return a.first <= b.last && b.first <= a.last; }

// The smallest span that holds both.
DateSpan hull(DateSpan a, DateSpan b);

// YYYYMMDD, all digits: a day; YYYYMM00 that month; YYYY0000 that year. Nothing where the text is blank, is not eight
// digits, or names a day that does not exist (YYYY00DD too). Source: doj-research-file, "Partial and bad dates".
std::optional<DateSpan> parse_compact_date(std::string_view text);

}  // namespace redress
