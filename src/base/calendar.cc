#include "base/calendar.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

namespace redress {
namespace {

constexpr std::int64_t days_of(Date date) {
  const std::chrono::year_month_day day =
      std::chrono::year{date.year} / std::chrono::month{date.month} / std::chrono::day{date.day};
  return std::chrono::sys_days{day}.time_since_epoch().count();
}

constexpr std::int64_t kFirstNumber = days_of(kFirstDay);
constexpr std::int64_t kLastNumber = days_of(kLastDay);
constexpr int kInEveryMonth = 28;  // days

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::optional<int> parse_digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (!is_digit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

// REQUIRES: two digits stand there.
int two_digits(const char* digits) {
  return (digits[0] - '0') * 10 + (digits[1] - '0');
}

Date make_date(int year, int month, int day) {
  return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
}

int last_day_of(int year, int month) {
  using namespace std::chrono_literals;
  const auto last = std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(month)} / std::chrono::last;
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

}  // namespace

bool is_valid_date(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return false;
  return day <= kInEveryMonth || day <= last_day_of(year, month);
}

std::int64_t to_days(Date date) {
  return days_of(date);
}

Date from_days(std::int64_t days) {
  days = std::clamp(days, kFirstNumber, kLastNumber);
  const std::chrono::year_month_day ymd{std::chrono::sys_days{std::chrono::days{days}}};
  return make_date(static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
                   static_cast<int>(static_cast<unsigned>(ymd.day())));
}

Date add_days(Date date, std::int64_t days) {
  constexpr std::int64_t kMost = 4'000'000;  // beyond the calendar from any day of it
  return from_days(to_days(date) + std::clamp(days, -kMost, kMost));
}

Date add_months(Date date, std::int64_t months, LeapRule leap) {
  constexpr std::int64_t kMost = 130'000;
  const std::int64_t index = (std::int64_t{date.year} * 12 + (date.month - 1)) + std::clamp(months, -kMost, kMost);
  if (index < 12) return kFirstDay;
  if (index >= std::int64_t{10'000} * 12) return kLastDay;
  const int year = static_cast<int>(index / 12);
  const int month = static_cast<int>(index % 12) + 1;
  if (date.day <= kInEveryMonth) return make_date(year, month, date.day);
  const int last = last_day_of(year, month);
  if (date.day <= last) return make_date(year, month, date.day);
  const bool leap_anniversary = date.month == 2 && date.day == 29 && month == 2;
  if (leap == LeapRule::kFebruary28 && leap_anniversary) return make_date(year, month, last);
  if (year == 9999 && month == 12) return kLastDay;
  return month == 12 ? make_date(year + 1, 1, 1) : make_date(year, month + 1, 1);
}

Date add_years(Date date, std::int64_t years, LeapRule leap) {
  constexpr std::int64_t kMost = 10'000;
  return add_months(date, std::clamp(years, -kMost, kMost) * 12, leap);
}

int whole_years_between(Date from, Date to, LeapRule leap) {
  int years = to.year - from.year;
  while (years > -10'000 && add_years(from, years, leap) > to) --years;
  return years;
}

DateSpan hull(DateSpan a, DateSpan b) {
  return {std::min(a.first, b.first), std::max(a.last, b.last)};
}

std::optional<DateSpan> parse_compact_date(std::string_view text) {
  if (text.size() != 8 || !std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  const int year = two_digits(text.data()) * 100 + two_digits(text.data() + 2);
  const int month = two_digits(text.data() + 4);
  const int day = two_digits(text.data() + 6);
  if (year < 1) return std::nullopt;
  if (month == 0 && day == 0) return DateSpan{make_date(year, 1, 1), make_date(year, 12, 31)};
  if (month < 1 || month > 12) return std::nullopt;
  if (day == 0) return DateSpan{make_date(year, month, 1), make_date(year, month, last_day_of(year, month))};
  if (!is_valid_date(year, month, day)) return std::nullopt;
  const Date exact = make_date(year, month, day);
  return DateSpan{exact, exact};
}

std::optional<Date> parse_iso_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = parse_digits(text.substr(0, 4));
  const auto month = parse_digits(text.substr(5, 2));
  const auto day = parse_digits(text.substr(8, 2));
  if (!year || !month || !day || !is_valid_date(*year, *month, *day)) return std::nullopt;
  return make_date(*year, *month, *day);
}

std::string to_iso(Date date) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", int{date.year}, int{date.month}, int{date.day});
  return text.data();
}

}  // namespace redress
