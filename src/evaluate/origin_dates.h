// evaluate/origin_dates.h: the dates behind a conviction that no file tells to the day: arrest, offense, charging.
// Not here: reading the arrest (model/arrest.h). Internal to the room; pure.
#pragma once

#include "evaluate/decision.h"
#include "evaluate/evaluate.h"
#include "evaluate/values.h"

namespace redress::evaluate {

// The value of conviction.arrest_date, offense_date or charging_date. Where the arrest is unknown altogether, it is
// what is missing; else it is where in the interval the day was. REQUIRES: one of these fields.
DateValue origin_date(policy::Field field, const model::Conviction& conviction, Subject subject, LeapRule leap);

}  // namespace redress::evaluate
