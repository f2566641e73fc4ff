// evaluate/possible.h: the outcomes that walked steps leave possible, and the facts that decide between them.
// Not here: walking (evaluate.cc), walks with facts assumed (combinations.h). Internal to the room; pure.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "evaluate/decision.h"
#include "policy/plan/plan.h"

namespace redress::evaluate {

// The outcome of the step, unless it is there.
void add_outcome(const policy::Plan& plan, std::vector<std::size_t>& outcomes, std::size_t step);

// Adds each fact that decides unless it is there: of a step whose outcome differs from one that the steps after it
// leave possible. In the order of the steps.
void add_deciding_facts(const policy::Plan& plan, std::span<const StepTrace* const> steps,
                        std::vector<UnknownFact>& facts);
void add_deciding_facts(const policy::Plan& plan, std::span<const StepTrace> steps, std::vector<UnknownFact>& facts);

}  // namespace redress::evaluate
