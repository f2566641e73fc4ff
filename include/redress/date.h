// redress/date.h: a civil date of the proleptic Gregorian calendar. No time of day, no zone, no clock.
// Public face; std only. Arithmetic and partial dates stand in base/calendar.h.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace redress {

// A valid civil date, years 1 to 9999. Ordered as time is.
struct Date {
  std::int16_t year = 1;
  std::uint8_t month = 1;
  std::uint8_t day = 1;

  // By one number that grows with time: dates are compared more often than anything else.
  constexpr std::int32_t in_order() const { return year * 0x10000 + month * 0x100 + day; }
  friend constexpr bool operator==(Date a, Date b) { return a.in_order() == b.in_order(); }
  friend constexpr std::strong_ordering operator<=>(Date a, Date b) { return a.in_order() <=> b.in_order(); }
};

// "2019-11-11" → that date; nothing for any other text, or a day that does not exist.
std::optional<Date> parse_iso_date(std::string_view text);

// "2019-11-11".
std::string to_iso(Date date);

}  // namespace redress
