#include "evaluate/origin_dates.h"

#include <algorithm>

#include "evaluate/unknown_facts.h"

namespace redress::evaluate {

using model::Doubt;
using policy::Field;

DateSpan offense_date(const model::Conviction& conviction, LeapRule leap) {
  if (conviction.offense_date) return {*conviction.offense_date, *conviction.offense_date};
  const DateSpan arrest = conviction.arrest_date.span;
  const Date latest = conviction.date.span.last;
  if (arrest.is_every_day()) return {kFirstDay, latest};
  return {add_years(arrest.first, -1, leap), std::min(arrest.last, latest)};
}

DateSpan charging_date(const model::Conviction& conviction) {
  if (conviction.charging_date) return {*conviction.charging_date, *conviction.charging_date};
  const DateSpan arrest = conviction.arrest_date.span;
  return {arrest.is_every_day() ? kFirstDay : arrest.first, add_days(conviction.date.span.last, 1)};
}

DateValue origin_date(Field field, const model::Conviction& conviction, Subject subject, LeapRule leap,
                      std::vector<UnknownFact>& unknown) {
  const model::DateFact& arrest = conviction.arrest_date;
  DateValue value;
  value.span = field == Field::kOffenseDate     ? offense_date(conviction, leap)
               : field == Field::kChargingDate ? charging_date(conviction)
                                               : arrest.span;
  if (value.span.is_exact()) return value;
  if (field == Field::kArrestDate || arrest.span.is_every_day()) {
    add_once(unknown, {FactKind::kArrestDate, arrest.doubt, subject, {}});
  } else {
    const FactKind kind = field == Field::kOffenseDate ? FactKind::kOffenseDate : FactKind::kChargingDate;
    add_once(unknown, {kind, Doubt::kNotInSource, subject, {}});
  }
  return value;
}

}  // namespace redress::evaluate
