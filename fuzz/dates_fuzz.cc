// Any text as a date of the file, a date of a person, or the start and amount of a calendar sum.
#include <cstdint>
#include <string>

#include "base/calendar.h"
#include "property.h"
#include "redress/date.h"

namespace redress::fuzz {
namespace {

void require_valid(Date date) {
  require(is_valid_date(date.year, date.month, date.day), "a date is a day that exists");
  require(parse_iso_date(to_iso(date)) == date, "a date written as text and read again is the date");
  require(from_days(to_days(date)) == date, "a date as a number of days and back is the date");
}

void check_compact(std::string_view text) {
  const auto span = parse_compact_date(text);
  if (!span) return;
  require(text.size() == 8 && text.find_first_not_of("0123456789") == std::string_view::npos, "eight digits only");
  require_valid(span->first);
  require_valid(span->last);
  require(span->first <= span->last, "a span is in order");
  const bool whole_day = text.substr(6) != "00";
  require(span->is_exact() == whole_day, "eight digits with a day are one day, without one they are not");
  require(hull(*span, *span) == *span, "the hull of a span with itself is the span");
}

void check_sum(Date date, std::int64_t amount) {
  for (const Date sum : {add_days(date, amount), add_months(date, amount), add_years(date, amount),
                         add_years(date, amount, LeapRule::kFebruary28)}) {
    require_valid(sum);
    require(amount < 0 ? sum <= date : sum >= date, "a sum goes the way of its sign");
  }
  const Date later = add_years(date, amount);
  if (amount < 0 || later == kLastDay || later.year - date.year != amount) return;
  require(whole_years_between(date, later) == amount, "whole years to an anniversary are its number");
}

void check(std::string_view text) {
  check_compact(text);
  check_compact(text.substr(0, 8));
  const std::string_view start = text.substr(0, 10);
  const auto date = parse_iso_date(start);
  if (!date) return;
  require(to_iso(*date) == start, "a date is written as it was read");
  require_valid(*date);
  std::uint64_t amount = 0;
  for (const char c : text.substr(start.size())) amount = amount << 8 | static_cast<std::uint8_t>(c);
  check_sum(*date, static_cast<std::int64_t>(amount));
  check_sum(*date, static_cast<std::int64_t>(amount % 200'000) - 100'000);
}

}  // namespace
}  // namespace redress::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  redress::fuzz::check(redress::fuzz::text_of(bytes, size));
  return 0;
}
