// evaluate/combinations.h: what stays possible when the steps are walked once for each combination of values that
// unknown facts may have, so that one unknown fact does not let two steps hold that exclude each other.
// Not here: the ordinary walk (evaluate.cc). Internal to the room.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "evaluate/condition.h"
#include "evaluate/decision.h"

namespace redress::evaluate {

struct Combined {
  std::vector<std::size_t> steps;  // of the plan, in order: those that may hold in some combination
  // Those of the ordinary walk that still decide, in its order; then others. Empty where all steps have one outcome.
  std::vector<UnknownFact> deciding;
};

// Tried are the declared facts that nobody supplied (yes and no; of a number, each border in the policy, one below and
// one above) and the offense date (the ends of its interval and the days around each border), where the birth date is
// known. A fact that is compared with a date that moves with the as-of date stays in doubt. Nothing when there is no
// such fact in doubt, or more than 4096 combinations: the ordinary walk is then the answer. `walk`: the steps of the
// ordinary walk. `until` comes down to the last day up to which the answer is the same, as long as the ordinary walk
// is. Cost: linear in the combinations; each step left unknown is asked once for every combination of its own facts.
std::optional<Combined> combine(const policy::Plan& plan, const model::Person& person,
                                const model::Conviction& conviction, Subject subject, ConditionWalker& walker,
                                const std::vector<StepTrace>& walk, Date& until);

}  // namespace redress::evaluate
