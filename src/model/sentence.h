// model/sentence.h: the parts of a sentence and the day on which they end.
// Not here: which rows belong to a count (intake). Pure functions over plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "base/calendar.h"
#include "model/known.h"

namespace redress::model {

enum class SentenceUnit : std::uint8_t { kDays, kMonths, kYears };

// One part: a whole number of calendar days, months or years; unknown for LIFE, an unknown unit, or other text.
struct SentencePart {
  std::int64_t length = 0;  // meaningful only when the doubt is kNone
  SentenceUnit unit = SentenceUnit::kDays;
  Doubt doubt = Doubt::kNone;
};

// All parts laid end to end from the event date, part by part in the order given: the latest possible end. Without
// parts, the event date itself. An unknown part, or a date that is not a whole one, is unknown where it must be and a
// span of days where the parts allow one. Source: doj-research-file, "Sentence end".
DateFact sentence_end(const DateFact& event_date, std::span<const SentencePart> parts,
                      LeapRule leap = LeapRule::kMarch1);

// The longest part only, from the event date: the earliest possible end.
DateFact sentence_end_earliest(const DateFact& event_date, std::span<const SentencePart> parts,
                               LeapRule leap = LeapRule::kMarch1);

}  // namespace redress::model
