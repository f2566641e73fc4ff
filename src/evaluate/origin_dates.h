// evaluate/origin_dates.h: the dates behind a conviction that no file tells to the day: arrest, offense, charging.
// Not here: reading the arrest (model/arrest.h). Internal to the room; pure.
#pragma once

#include <vector>

#include "evaluate/decision.h"
#include "evaluate/evaluate.h"
#include "evaluate/values.h"

namespace redress::evaluate {

// The value of conviction.arrest_date, offense_date or charging_date. What is missing of it is added to `unknown`: the
// arrest where it is unknown altogether, else where in the interval the day was. REQUIRES: one of these fields.
DateValue origin_date(policy::Field field, const model::Conviction& conviction, Subject subject, LeapRule leap,
                      std::vector<UnknownFact>& unknown);

}  // namespace redress::evaluate
