// redress/date.h: a civil date of the proleptic Gregorian calendar. No time of day, no zone, no clock.
// Public face; std only. Arithmetic and partial dates stand in base/calendar.h.
#pragma once

#include <bit>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace redress {

// A valid civil date, years 1 to 9999. Ordered as time is.
struct Date {
  // In this order the date is in memory, where the lowest byte comes first, the number by which it is compared.
  std::uint8_t day = 1;
  std::uint8_t month = 1;
  std::int16_t year = 1;

  constexpr Date() = default;
  constexpr Date(std::int16_t of_year, std::uint8_t of_month, std::uint8_t of_day)
      : day(of_day), month(of_month), year(of_year) {}

  // By one number that grows with time: dates are compared more often than anything else.
  constexpr std::int32_t in_order() const {
    if constexpr (std::endian::native == std::endian::little) return std::bit_cast<std::int32_t>(*this);
    return year * 0x10000 + month * 0x100 + day;
  }
  friend constexpr bool operator==(Date a, Date b) { return a.in_order() == b.in_order(); }
  friend constexpr std::strong_ordering operator<=>(Date a, Date b) { return a.in_order() <=> b.in_order(); }
};

// "2019-11-11" → that date; nothing for any other text, or a day that does not exist.
std::optional<Date> parse_iso_date(std::string_view text);

// "2019-11-11".
std::string to_iso(Date date);

}  // namespace redress
