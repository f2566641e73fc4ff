#include "explain/cell_formats.h"

#include <cstddef>
#include <cstdint>

namespace redress::explain {

std::string us_date(Date date) {
  std::string text = "00/00/0000";
  const auto write = [&text](std::size_t last, int number) {
    for (; number > 0; number /= 10) text[last--] = static_cast<char>('0' + number % 10);
  };
  write(1, date.month);
  write(4, date.day);
  write(9, date.year);
  return text;
}

std::string years_between(Date from, Date to) {
  const std::int64_t days = to_days(to) - to_days(from);
  // Tenths of a year: days / 365.25 * 10 = 40 days / 1461. No tie is possible: 80 days would be odd.
  const std::int64_t length = days < 0 ? -days : days;
  const std::int64_t tenths = (80 * length + 1461) / 2922;
  std::string text = days < 0 && tenths > 0 ? "-" : "";
  text.append(std::to_string(tenths / 10)).append(1, '.');
  return text += static_cast<char>('0' + tenths % 10);
}

std::string count_words(std::size_t low, std::size_t high) {
  std::string text = std::to_string(low);
  if (low != high) text.append(1, '-').append(std::to_string(high));
  return text;
}

}  // namespace redress::explain
