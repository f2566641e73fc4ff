// model/known.h: a fact that is known, or unknown for a stated reason; and dates as spans with that reason.
// Not here: what an unknown means for a decision (evaluate). Plain values.
#pragma once

#include <cstdint>
#include <utility>

#include "base/calendar.h"

namespace redress::model {

// Why a fact is not known. kPartial, kContradictory and kUnreadable dates may still have a span that excludes some
// days.
enum class Doubt : std::uint8_t {
  kNone,           // it is known
  kMissing,        // the cells that would hold it are empty
  kUnreadable,     // a cell holds something that cannot be read as this fact
  kPartial,        // the month or the day is not given
  kContradictory,  // filled cells disagree
  kAfterAsOf,      // it lies after the as-of date, where it cannot
  kNotInSource,    // this kind of file never has it
};

template <class T>
struct Known {
  T value{};  // meaningful only when is_known()
  Doubt doubt = Doubt::kMissing;

  bool is_known() const { return doubt == Doubt::kNone; }
};

template <class T>
Known<T> known(T value) {
  return {std::move(value), Doubt::kNone};
}

// A date as the days it may be. doubt is kNone exactly when the span is one day.
struct DateFact {
  DateSpan span = kEveryDay;
  Doubt doubt = Doubt::kMissing;
  // Dates of one person with the same identity other than 0 are the same day, known or not.
  std::uint32_t identity = 0;

  bool is_known() const { return doubt == Doubt::kNone; }
};

inline DateFact known_date(Date date) { return {{date, date}, Doubt::kNone, 0}; }

}  // namespace redress::model
