// explain/near_miss.h: the step that answered no by the fewest days.
// Not here: whether the answer would change with time (run's day-by-day sweep). Inside the room; made from the trace.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "evaluate/decision.h"
#include "policy/plan/plan.h"

namespace redress::explain {

struct NearMiss {
  std::size_t step = 0;  // index in the plan
  std::int64_t days = 0;
};

// Among the steps looked at that answered no only because of a comparison of dates, the one whose dates came nearest;
// the earlier step wins a tie. A step counts when that comparison is its whole condition, one side of its "or", the
// last part of an "and" whose other parts were not no, or such a condition of the records of a list, "not" included.
// REQUIRES: the decision has its uses (Detail::kFull).
std::optional<NearMiss> nearest_miss(const policy::Plan& plan, const evaluate::Decision& decision);

}  // namespace redress::explain
