// evaluate/values.h: values under doubt and how they compare: dates as spans, numbers as intervals, texts.
// Not here: where they come from (condition.cc). Plain values and pure functions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "base/truth.h"
#include "evaluate/decision.h"
#include "model/known.h"
#include "policy/plan/expression.h"

namespace redress::evaluate {

// None of them says which facts would settle it: whoever looks a value up leaves those with what a condition saw.

struct DateValue {
  DateSpan span;
  std::uint32_t identity = 0;  // equal and not 0: the same day as another with it
  bool is_none = false;        // earliest or latest of no record: every comparison with it is no
  bool may_be_none = false;
};

// A date of the record. A conviction's is the same day as itself, even where nothing else is known of it.
DateValue value_of(const model::DateFact& date, Subject subject);

struct NumberValue {
  std::int64_t low = 0;
  std::int64_t high = 0;
};

struct TextValue {
  enum class State : std::uint8_t {
    kKnown,
    kMaybe,    // this text, or none of those it is compared with
    kUnknown,  // any text
  };
  State state = State::kUnknown;
  std::string_view text;  // of the plan, the person, the run or the cache
};

// A date that a condition counts, and whether it surely counts.
struct CountedDate {
  DateSpan span;
  std::uint32_t identity = 0;
  bool certain = true;
};

// Yes or no where every day of both spans agrees, else unknown. `comparison` is one for dates.
Truth compare_dates(policy::Comparison comparison, const DateValue& a, const DateValue& b);

// The same over every number of both intervals.
Truth compare_numbers(policy::Comparison comparison, const NumberValue& a, const NumberValue& b);

// Without regard to case.
Truth same_text(const TextValue& a, const TextValue& b);
Truth begins_with(const TextValue& text, const TextValue& beginning);

// How many different days the dates are: at least `low` (as few as the certain ones can be), at most `high` (as many
// as all of them can be). Cost: n log n.
NumberValue different_days(std::vector<CountedDate> dates);

}  // namespace redress::evaluate
