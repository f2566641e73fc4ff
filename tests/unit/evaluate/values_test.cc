#include "evaluate/values.h"

#include <doctest/doctest.h>

namespace redress::evaluate {
namespace {

using policy::Comparison;

DateValue days(Date first, Date last) {
  DateValue value;
  value.span = {first, last};
  return value;
}
DateValue day(Date date) {
  return days(date, date);
}

constexpr Date kApril{2015, 4, 1};
constexpr Date kMay{2015, 5, 1};
constexpr Date kJune{2015, 6, 1};

TEST_CASE("whole dates compare as yes or no, and each comparison has its own border") {
  struct Row {
    Comparison comparison;
    Truth earlier, same, later;
  };
  constexpr Truth yes = Truth::kYes;
  constexpr Truth no = Truth::kNo;
  for (const Row& row : {Row{Comparison::kIs, no, yes, no}, Row{Comparison::kIsNot, yes, no, yes},
                         Row{Comparison::kBefore, yes, no, no}, Row{Comparison::kOnOrBefore, yes, yes, no},
                         Row{Comparison::kAfter, no, no, yes}, Row{Comparison::kOnOrAfter, no, yes, yes}}) {
    CHECK(compare_dates(row.comparison, day(kApril), day(kMay)) == row.earlier);
    CHECK(compare_dates(row.comparison, day(kMay), day(kMay)) == row.same);
    CHECK(compare_dates(row.comparison, day(kJune), day(kMay)) == row.later);
  }
}

TEST_CASE("a comparison is yes or no where every day agrees, else unknown") {
  const DateValue april_to_may = days(kApril, kMay);
  CHECK(compare_dates(Comparison::kBefore, april_to_may, day(kJune)) == Truth::kYes);
  CHECK(compare_dates(Comparison::kBefore, april_to_may, day(kMay)) == Truth::kUnknown);
  CHECK(compare_dates(Comparison::kBefore, april_to_may, day(kApril)) == Truth::kNo);
  CHECK(compare_dates(Comparison::kOnOrBefore, april_to_may, day(kMay)) == Truth::kYes);
  CHECK(compare_dates(Comparison::kOnOrBefore, april_to_may, day(kApril)) == Truth::kUnknown);
  CHECK(compare_dates(Comparison::kIs, april_to_may, day(kMay)) == Truth::kUnknown);
  CHECK(compare_dates(Comparison::kIs, april_to_may, day(kJune)) == Truth::kNo);
  CHECK(compare_dates(Comparison::kIsNot, april_to_may, day(kJune)) == Truth::kYes);
  CHECK(compare_dates(Comparison::kIs, april_to_may, april_to_may) == Truth::kUnknown);
}

TEST_CASE("an unknown date is every day") {
  CHECK(compare_dates(Comparison::kBefore, DateValue{}, day(kMay)) == Truth::kUnknown);
  CHECK(compare_dates(Comparison::kOnOrAfter, DateValue{}, day(kMay)) == Truth::kUnknown);
}

TEST_CASE("dates of one identity are the same day, known or not") {
  DateValue a;
  DateValue b;
  a.identity = b.identity = 7;
  CHECK(compare_dates(Comparison::kBefore, a, b) == Truth::kNo);
  CHECK(compare_dates(Comparison::kIs, a, b) == Truth::kYes);
  CHECK(compare_dates(Comparison::kOnOrBefore, a, b) == Truth::kYes);
  CHECK(compare_dates(Comparison::kIsNot, a, b) == Truth::kNo);
  b.identity = 8;
  CHECK(compare_dates(Comparison::kBefore, a, b) == Truth::kUnknown);
}

TEST_CASE("a comparison with no date at all is no, and with perhaps none is never yes") {
  DateValue none;
  none.is_none = true;
  CHECK(compare_dates(Comparison::kBefore, none, day(kMay)) == Truth::kNo);
  CHECK(compare_dates(Comparison::kIsNot, day(kMay), none) == Truth::kNo);
  DateValue perhaps = day(kApril);
  perhaps.may_be_none = true;
  CHECK(compare_dates(Comparison::kBefore, perhaps, day(kMay)) == Truth::kUnknown);
  CHECK(compare_dates(Comparison::kAfter, perhaps, day(kMay)) == Truth::kNo);
}

TEST_CASE("numbers compare over their intervals") {
  const NumberValue one_or_two{1, 2};
  const NumberValue two{2, 2};
  CHECK(compare_numbers(Comparison::kAtLeast, one_or_two, two) == Truth::kUnknown);
  CHECK(compare_numbers(Comparison::kAtLeast, two, two) == Truth::kYes);
  CHECK(compare_numbers(Comparison::kMoreThan, one_or_two, two) == Truth::kNo);
  CHECK(compare_numbers(Comparison::kAtMost, one_or_two, two) == Truth::kYes);
  CHECK(compare_numbers(Comparison::kLessThan, one_or_two, {3, 3}) == Truth::kYes);
}

TextValue text(TextValue::State state, std::string_view words) {
  return {state, words};
}

TEST_CASE("texts compare without regard to case; a text that may be there is never surely the same") {
  using State = TextValue::State;
  const TextValue known = text(State::kKnown, "LOS ANGELES");
  CHECK(same_text(known, text(State::kKnown, "Los Angeles")) == Truth::kYes);
  CHECK(same_text(known, text(State::kKnown, "KERN")) == Truth::kNo);
  CHECK(same_text(known, text(State::kMaybe, "los angeles")) == Truth::kUnknown);
  CHECK(same_text(known, text(State::kMaybe, "KERN")) == Truth::kNo);
  CHECK(same_text(known, text(State::kUnknown, "")) == Truth::kUnknown);
  CHECK(begins_with(text(State::kKnown, "(b)(2)"), text(State::kKnown, "(B)")) == Truth::kYes);
  CHECK(begins_with(text(State::kKnown, ""), text(State::kKnown, "(b)")) == Truth::kNo);
  CHECK(begins_with(text(State::kUnknown, ""), text(State::kKnown, "(b)")) == Truth::kUnknown);
}

CountedDate counted(Date first, Date last, bool certain = true, std::uint32_t identity = 0) {
  return {{first, last}, identity, certain};
}

TEST_CASE("different days are counted as an interval") {
  struct Row {
    std::vector<CountedDate> dates;
    std::int64_t low, high;
  };
  const std::vector<Row> rows = {
      {{}, 0, 0},
      {{counted(kMay, kMay)}, 1, 1},
      {{counted(kMay, kMay), counted(kMay, kMay)}, 1, 1},
      {{counted(kMay, kMay), counted(kJune, kJune)}, 2, 2},
      {{counted(kApril, kMay), counted(kMay, kMay)}, 1, 2},    // they may be the same day
      {{counted(kApril, kMay), counted(kJune, kJune)}, 2, 2},  // they cannot
      {{counted(kApril, kMay), counted(kApril, kMay), counted(kMay, kJune)}, 1, 3},
      {{counted(kMay, kMay), counted(kJune, kJune, false)}, 1, 2},  // one may not count at all
      {{counted(kMay, kMay, false), counted(kMay, kMay, false)}, 0, 1},
      {{counted(kApril, kMay, true, 5), counted(kApril, kMay, true, 5)}, 1, 1},   // the same day, whichever it is
      {{counted(kApril, kMay, false, 5), counted(kApril, kMay, true, 5)}, 1, 1},  // one of them surely counts
      {{counted(kFirstDay, kLastDay), counted(kFirstDay, kLastDay)}, 1, 2},
      {{counted(kMay, {2015, 5, 2}), counted(kMay, {2015, 5, 2}), counted(kMay, {2015, 5, 2})}, 1, 2},  // only two days
  };
  for (std::size_t i = 0; i < rows.size(); ++i) {
    CAPTURE(i);
    const NumberValue number = different_days(rows[i].dates);
    CHECK(number.low == rows[i].low);
    CHECK(number.high == rows[i].high);
  }
}

// Every way to choose a day of each span, by hand.
void count_ways(const std::vector<CountedDate>& dates, std::size_t at, std::vector<int> used, int& low, int& high) {
  if (at == dates.size()) {
    int different = 0;
    for (std::size_t i = 0; i < used.size(); ++i) {
      bool is_new = true;
      for (std::size_t j = 0; j < i; ++j) is_new = is_new && used[i] != used[j];
      different += is_new ? 1 : 0;
    }
    low = std::min(low, different);
    high = std::max(high, different);
    return;
  }
  if (!dates[at].certain) count_ways(dates, at + 1, used, low, high);
  for (int d = dates[at].span.first.day; d <= dates[at].span.last.day; ++d) {
    std::vector<int> more = used;
    more.push_back(d);
    count_ways(dates, at + 1, more, low, high);
  }
}

TEST_CASE("the interval of different days is exactly what trying every day gives") {
  std::uint32_t state = 1;
  const auto next = [&state](std::uint32_t below) {
    state = state * 1664525U + 1013904223U;
    return (state >> 16U) % below;
  };
  for (int round = 0; round < 300; ++round) {
    std::vector<CountedDate> dates;
    for (std::uint32_t i = 0, n = next(5); i < n; ++i) {
      const auto first = static_cast<std::uint8_t>(1 + next(5));
      const auto last = static_cast<std::uint8_t>(first + next(3));
      dates.push_back(counted({2015, 5, first}, {2015, 5, last}, next(4) != 0));
    }
    int low = 99;
    int high = 0;
    count_ways(dates, 0, {}, low, high);
    const NumberValue number = different_days(dates);
    CHECK(number.low == low);
    CHECK(number.high == high);
  }
}

}  // namespace
}  // namespace redress::evaluate
