#include "explain/cell_formats.h"

#include <fmt/format.h>

#include <cstdint>

namespace redress::explain {

std::string us_date(Date date) {
  return fmt::format("{:02}/{:02}/{:04}", date.month, date.day, date.year);
}

std::string years_between(Date from, Date to) {
  const std::int64_t days = to_days(to) - to_days(from);
  // Tenths of a year: days / 365.25 * 10 = 40 days / 1461. No tie is possible: 80 days would be odd.
  const std::int64_t length = days < 0 ? -days : days;
  const std::int64_t tenths = (80 * length + 1461) / 2922;
  return fmt::format("{}{}.{}", days < 0 && tenths > 0 ? "-" : "", tenths / 10, tenths % 10);
}

std::string count_words(std::size_t low, std::size_t high) {
  return low == high ? fmt::format("{}", low) : fmt::format("{}-{}", low, high);
}

}  // namespace redress::explain
