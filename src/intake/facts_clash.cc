#include "intake/facts_clash.h"

#include <variant>

#include "model/supplied.h"

namespace redress::intake {
namespace {

using model::Conviction;
using model::RecordFact;
using Side = DateClash::Side;

std::string_view side_words(Side side) {
  switch (side) {
    case Side::kBefore: return "before";
    case Side::kAfter: return "after";
    case Side::kNotBefore: return "not before";
    case Side::kNotAfter: return "not after";
  }
  return {};
}

std::optional<DateClash> clash_of_offense(const Conviction& filled) {
  const Date offense = *filled.offense_date;
  if (offense > filled.arrest_date.span.last) return DateClash{RecordFact::kArrestDate, Side::kAfter};
  if (offense > filled.date.span.last) return DateClash{RecordFact::kConvictionDate, Side::kAfter};
  if (filled.charging_date && offense > *filled.charging_date)
    return DateClash{RecordFact::kChargingDate, Side::kAfter};
  return std::nullopt;
}

std::optional<DateClash> clash_of_charging(const Conviction& filled) {
  const Date charging = *filled.charging_date;
  const DateSpan arrest = filled.arrest_date.span;
  if (charging > filled.date.span.last) return DateClash{RecordFact::kConvictionDate, Side::kAfter};
  if (!arrest.is_every_day() && charging < arrest.first) return DateClash{RecordFact::kArrestDate, Side::kBefore};
  return std::nullopt;
}

std::optional<DateClash> clash_within(RecordFact fact, const Conviction& filled) {
  const bool is_arrest_late = filled.arrest_date.span.first > filled.date.span.last;
  switch (fact) {
    case RecordFact::kConvictionDate:
      if (is_arrest_late) return DateClash{RecordFact::kArrestDate, Side::kBefore};
      return std::nullopt;
    case RecordFact::kArrestDate:
      if (is_arrest_late) return DateClash{RecordFact::kConvictionDate, Side::kAfter};
      return std::nullopt;
    case RecordFact::kOffenseDate: return clash_of_offense(filled);
    case RecordFact::kChargingDate: return clash_of_charging(filled);
    case RecordFact::kSentenceEnd:
      if (filled.date.span.first > filled.sentence_end.span.last)
        return DateClash{RecordFact::kConvictionDate, Side::kBefore};
      return std::nullopt;
    case RecordFact::kBirthDate:
    case RecordFact::kLevel:
    case RecordFact::kCharge:
    case RecordFact::kCounty: break;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Clash> clash_of_birth(Date birth, const model::Person& filled) {
  for (std::size_t i = 0; i < filled.convictions.size(); ++i) {
    const Conviction& conviction = filled.convictions[i];
    if (birth >= conviction.arrest_date.span.last) return Clash{{RecordFact::kArrestDate, Side::kNotBefore}, i};
    if (birth >= conviction.date.span.last) return Clash{{RecordFact::kConvictionDate, Side::kNotBefore}, i};
  }
  return std::nullopt;
}

std::optional<Clash> clash_of_fact(const ConvictionFact& fact, Date earliest_birth, const model::Person& filled) {
  if (!fact.record) return std::nullopt;
  const auto* day_of_fact = std::get_if<Date>(&fact.value);
  if (day_of_fact != nullptr && *day_of_fact <= earliest_birth)
    return Clash{{RecordFact::kBirthDate, Side::kNotAfter}, fact.conviction};
  const std::uint32_t day = filled.convictions[fact.conviction].date.identity;
  const bool is_of_all = fact.record == RecordFact::kConvictionDate && day != 0;
  for (std::size_t i = 0; i < filled.convictions.size(); ++i) {
    const Conviction& conviction = filled.convictions[i];
    if (i != fact.conviction && (!is_of_all || conviction.date.identity != day)) continue;
    if (const auto dates = clash_within(*fact.record, conviction)) return Clash{*dates, i};
  }
  return std::nullopt;
}

std::string clash_words(std::string_view fact, const DateClash& clash, std::string_view place) {
  std::string words = "'";
  words.append(fact).append("' cannot be that day: it is ").append(side_words(clash.side)).append(" the '");
  return words.append(model::name_of(clash.other)).append("' ").append(place);
}

std::string contradiction_words(std::string_view fact, const std::optional<model::DateFact>& date) {
  const std::string name = "'" + std::string(fact) + "'";
  if (!date || date->is_known()) return "the research file is certain of " + name + " and says otherwise";
  if (date->doubt == model::Doubt::kPartial)
    return "the research file has a partial date for " + name + ", and that day is not in it";
  return "that day is not one of those that the research file leaves possible for " + name;
}

}  // namespace redress::intake
