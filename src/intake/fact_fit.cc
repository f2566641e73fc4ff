#include "intake/fact_fit.h"

#include <algorithm>
#include <string_view>
#include <variant>

#include "base/calendar.h"
#include "base/text.h"
#include "intake/charge_of_count.h"
#include "intake/supplied_facts.h"

namespace redress::intake {
namespace {

using citation::SectionSet;
using model::Conviction;
using model::RecordFact;

FactFit same_or_contradicts(bool is_same) {
  return is_same ? FactFit::kSame : FactFit::kContradicts;
}

// The file tells the latest and the earliest possible end; it is certain only where these are one day.
DateSpan possible_ends(const Conviction& conviction) {
  return hull(conviction.sentence_end_earliest.span, conviction.sentence_end.span);
}

FactFit fit_of_sentence_end(const Conviction& conviction, Date date) {
  const DateSpan possible = possible_ends(conviction);
  // A part that the file gives no length may end on any later day.
  if (conviction.lacks_sentence_length && date > possible.last) return FactFit::kFills;
  if (possible.is_exact()) return same_or_contradicts(possible.first == date);
  return possible.first <= date && date <= possible.last ? FactFit::kFills : FactFit::kContradicts;
}

FactFit fit_of_charge(const model::Charge& of_file, const citation::Citation& of_fact) {
  if (!of_file.is_known()) return FactFit::kFills;
  ChargeOfCount both;
  both.add(of_file.citation, ChargeOfCount::Source::kChargeText);
  both.add(of_fact, ChargeOfCount::Source::kOtherColumn);
  if (!both.take().is_known()) return FactFit::kContradicts;
  const citation::Citation joined = joined_charge(of_file, of_fact);
  return joined.sections == of_file.citation->sections ? FactFit::kSame : FactFit::kFills;
}

// Whether an entry that needs the fact means the citation. Both parts of a pair do.
bool needs_fact(const SectionSet& set, std::string_view fact, const citation::Citation& citation) {
  const auto membership = set.match(citation, {});
  const bool is_doubt =
      std::any_of(membership.doubts.begin(), membership.doubts.end(), [&](const citation::Doubt& doubt) {
        return doubt.kind == citation::DoubtKind::kNeedsFact && doubt.fact == fact;
      });
  if (is_doubt) return true;
  for (std::size_t pair = 0; pair < set.pair_count(); ++pair) {
    if (set.entries()[set.pair_entry(pair)].needs != fact) continue;
    for (std::size_t part = 0; part < 2; ++part) {
      if (set.match_pair_part(pair, part, citation, {}).truth != Truth::kNo) return true;
    }
  }
  return false;
}

}  // namespace

FactFit fit_of_date(const model::DateFact& of_file, Date date) {
  if (of_file.is_known()) return same_or_contradicts(of_file.span.first == date);
  return of_file.span.first <= date && date <= of_file.span.last ? FactFit::kFills : FactFit::kContradicts;
}

FactFit fit_of_fact(const KnownFact& fact, const FactValue& value, const Conviction& conviction) {
  if (!fact.record) return FactFit::kFills;
  switch (*fact.record) {
    case RecordFact::kConvictionDate: return fit_of_date(conviction.date, std::get<Date>(value));
    case RecordFact::kArrestDate: return fit_of_date(conviction.arrest_date, std::get<Date>(value));
    case RecordFact::kSentenceEnd: return fit_of_sentence_end(conviction, std::get<Date>(value));
    case RecordFact::kCharge: return fit_of_charge(conviction.charge, std::get<citation::Citation>(value));
    case RecordFact::kLevel:
      if (!conviction.level.is_known()) return FactFit::kFills;
      return same_or_contradicts(conviction.level.value == std::get<model::Level>(value));
    case RecordFact::kCounty:
      if (!conviction.county.is_known()) return FactFit::kFills;
      return same_or_contradicts(equals_ignoring_case(conviction.county.value, std::get<std::string>(value)));
    case RecordFact::kBirthDate:
    case RecordFact::kOffenseDate:
    case RecordFact::kChargingDate: break;
  }
  return FactFit::kFills;
}

bool is_asked_about(const KnownFact& fact, const Conviction& conviction) {
  if (!conviction.charge.is_known()) return true;
  return std::any_of(fact.sets.begin(), fact.sets.end(), [&](const SectionSet* set) {
    const citation::Citation& citation = conviction.charge.citation;
    return fact.is_needed ? needs_fact(*set, fact.name, citation) : set->match(citation, {}).truth != Truth::kNo;
  });
}

std::optional<model::DateFact> date_of_file(const KnownFact& fact, const Conviction& conviction) {
  if (fact.record == RecordFact::kConvictionDate) return conviction.date;
  if (fact.record == RecordFact::kArrestDate) return conviction.arrest_date;
  if (fact.record != RecordFact::kSentenceEnd) return std::nullopt;
  if (conviction.lacks_sentence_length) return model::DateFact{};
  const DateSpan possible = possible_ends(conviction);
  return model::DateFact{possible, possible.is_exact() ? model::Doubt::kNone : model::Doubt::kMissing, 0};
}

}  // namespace redress::intake
