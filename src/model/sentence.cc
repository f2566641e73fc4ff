#include "model/sentence.h"

#include <algorithm>

namespace redress::model {
namespace {

Date add_part(Date date, const SentencePart& part, LeapRule leap) {
  switch (part.unit) {
    case SentenceUnit::kDays: return add_days(date, part.length);
    case SentenceUnit::kMonths: return add_months(date, part.length, leap);
    case SentenceUnit::kYears: return add_years(date, part.length, leap);
  }
  return date;
}

DateSpan add_part(DateSpan span, const SentencePart& part, LeapRule leap) {
  const Date first = add_part(span.first, part, leap);
  return {first, span.is_exact() ? first : add_part(span.last, part, leap)};
}

bool any_unknown(std::span<const SentencePart> parts) {
  return std::any_of(parts.begin(), parts.end(), [](const SentencePart& p) { return p.doubt != Doubt::kNone; });
}

}  // namespace

DateFact sentence_end(const DateFact& event_date, std::span<const SentencePart> parts, LeapRule leap) {
  DateFact end = event_date;
  for (const SentencePart& part : parts) {
    if (part.doubt != Doubt::kNone) continue;
    end.span = add_part(end.span, part, leap);
  }
  if (!parts.empty()) end.identity = 0;
  if (any_unknown(parts)) {
    // The known parts still have to be served: it cannot end before them.
    end.span.last = kLastDay;
    end.doubt = Doubt::kUnreadable;
  } else if (event_date.doubt != Doubt::kNone) {
    if (event_date.span.is_every_day()) end.span = kEveryDay;
  }
  return end;
}

DateFact sentence_end_earliest(const DateFact& event_date, std::span<const SentencePart> parts, LeapRule leap) {
  DateFact end = event_date;
  for (const SentencePart& part : parts) {
    if (part.doubt != Doubt::kNone) continue;
    const DateSpan served = add_part(event_date.span, part, leap);
    end.span = {std::max(end.span.first, served.first), std::max(end.span.last, served.last)};
  }
  if (!parts.empty()) end.identity = 0;
  if (any_unknown(parts)) {
    end.span.last = kLastDay;
    end.doubt = Doubt::kUnreadable;
  } else if (event_date.span.is_every_day()) {
    end.span = kEveryDay;
  }
  return end;
}

}  // namespace redress::model
