// evaluate/sentence_dates.h: the ends of a conviction's sentence under the leap rule of the policy that asks.
// Not here: laying the parts end to end (model/sentence.h). Internal to the room; pure.
#pragma once

#include "base/calendar.h"
#include "model/person.h"

namespace redress::evaluate {

// As the record has it, which is by March 1, or worked out again from the parts for another rule. A date that somebody
// supplied is under no rule.
model::DateFact sentence_end_under(LeapRule leap, const model::Conviction& conviction);

// The same of the earliest possible end.
model::DateFact sentence_end_earliest_under(LeapRule leap, const model::Conviction& conviction);

}  // namespace redress::evaluate
