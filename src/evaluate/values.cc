#include "evaluate/values.h"

#include <algorithm>
#include <functional>
#include <queue>

#include "base/text.h"

namespace redress::evaluate {
namespace {

using policy::Comparison;

// a < b (or a <= b) over all pairs of an interval each.
template <class T>
Truth less(const T& a_low, const T& a_high, const T& b_low, const T& b_high) {
  if (a_high < b_low) return Truth::kYes;
  return a_low < b_high ? Truth::kUnknown : Truth::kNo;
}

template <class T>
Truth compare_intervals(Comparison comparison, const T& a_low, const T& a_high, const T& b_low, const T& b_high) {
  switch (comparison) {
    case Comparison::kIs:
    case Comparison::kIsNot: {
      const bool apart = a_high < b_low || b_high < a_low;
      const bool one = a_low == a_high && b_low == b_high;
      const Truth same = apart ? Truth::kNo : one ? Truth::kYes : Truth::kUnknown;
      return comparison == Comparison::kIs ? same : !same;
    }
    case Comparison::kBefore:
    case Comparison::kLessThan: return less(a_low, a_high, b_low, b_high);
    case Comparison::kAfter:
    case Comparison::kMoreThan: return less(b_low, b_high, a_low, a_high);
    case Comparison::kOnOrBefore:
    case Comparison::kAtMost: return !less(b_low, b_high, a_low, a_high);
    case Comparison::kOnOrAfter:
    case Comparison::kAtLeast: return !less(a_low, a_high, b_low, b_high);
  }
  return Truth::kUnknown;
}

// The identities of a conviction's own date; they cannot meet those that the record gives, which count its cases.
constexpr std::uint32_t kOwnIdentity = 0x80000000U;

bool holds_on_the_same_day(Comparison comparison) {
  return comparison == Comparison::kIs || comparison == Comparison::kOnOrBefore || comparison == Comparison::kOnOrAfter;
}

// One entry for each group of dates that are the same day; certain when one of them is.
std::vector<CountedDate> joined_by_identity(std::vector<CountedDate> dates) {
  std::sort(dates.begin(), dates.end(),
            [](const CountedDate& a, const CountedDate& b) { return a.identity < b.identity; });
  std::vector<CountedDate> joined;
  for (const CountedDate& date : dates) {
    if (date.identity != 0 && !joined.empty() && joined.back().identity == date.identity) {
      joined.back().certain = joined.back().certain || date.certain;
    } else {
      joined.push_back(date);
    }
  }
  return joined;
}

// The fewest days that meet every certain span: take the last day of the span that ends first, and so on.
std::int64_t fewest_days(std::vector<CountedDate> dates) {
  std::erase_if(dates, [](const CountedDate& date) { return !date.certain; });
  std::sort(dates.begin(), dates.end(),
            [](const CountedDate& a, const CountedDate& b) { return a.span.last < b.span.last; });
  std::int64_t days = 0;
  Date taken = kFirstDay;
  for (const CountedDate& date : dates) {
    if (days > 0 && date.span.first <= taken) continue;
    taken = date.span.last;
    ++days;
  }
  return days;
}

// The most days that can be given to spans, each its own: day by day, to the open span that ends first.
std::int64_t most_days(std::vector<CountedDate> dates) {
  std::sort(dates.begin(), dates.end(),
            [](const CountedDate& a, const CountedDate& b) { return a.span.first < b.span.first; });
  std::priority_queue<std::int64_t, std::vector<std::int64_t>, std::greater<>> open_until;
  std::int64_t days = 0;
  std::int64_t today = to_days(kFirstDay);
  std::size_t next = 0;
  while (next < dates.size() || !open_until.empty()) {
    if (open_until.empty()) today = std::max(today, to_days(dates[next].span.first));
    while (next < dates.size() && to_days(dates[next].span.first) <= today)
      open_until.push(to_days(dates[next++].span.last));
    while (!open_until.empty() && open_until.top() < today) open_until.pop();
    if (open_until.empty()) continue;
    open_until.pop();
    ++days;
    ++today;
  }
  return days;
}

}  // namespace

DateValue value_of(const model::DateFact& date, Subject subject) {
  DateValue value;
  value.span = date.span;
  value.identity = date.identity;
  if (subject.kind == SubjectKind::kConviction && date.identity == 0) value.identity = kOwnIdentity | subject.index;
  return value;
}

Truth compare_dates(Comparison comparison, const DateValue& a, const DateValue& b) {
  if (a.is_none || b.is_none) return Truth::kNo;
  Truth truth = Truth::kUnknown;
  if (a.identity != 0 && a.identity == b.identity) {
    truth = truth_of(holds_on_the_same_day(comparison));
  } else {
    truth = compare_intervals(comparison, a.span.first, a.span.last, b.span.first, b.span.last);
  }
  const bool may_be_none = a.may_be_none || b.may_be_none;
  return may_be_none && truth != Truth::kNo ? Truth::kUnknown : truth;
}

Truth compare_numbers(Comparison comparison, const NumberValue& a, const NumberValue& b) {
  return compare_intervals(comparison, a.low, a.high, b.low, b.high);
}

Truth same_text(const TextValue& a, const TextValue& b) {
  using State = TextValue::State;
  if (a.state == State::kUnknown || b.state == State::kUnknown) return Truth::kUnknown;
  const bool same = equals_ignoring_case(a.text, b.text);
  if (a.state == State::kKnown && b.state == State::kKnown) return truth_of(same);
  return same ? Truth::kUnknown : Truth::kNo;
}

Truth begins_with(const TextValue& text, const TextValue& beginning) {
  using State = TextValue::State;
  if (text.state != State::kKnown || beginning.state != State::kKnown) return Truth::kUnknown;
  return truth_of(begins_ignoring_case(text.text, beginning.text));
}

NumberValue different_days(std::vector<CountedDate> dates) {
  dates = joined_by_identity(std::move(dates));
  NumberValue number;
  number.low = fewest_days(dates);
  number.high = most_days(std::move(dates));
  return number;
}

}  // namespace redress::evaluate
