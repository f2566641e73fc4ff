// policy/check/step_checks.h: what is wrong with the steps of a policy taken together: conditions that are always the
// same, steps that can never decide, numbers that stand twice. Not here: names and types (binder.h). Pure.
#pragma once

#include <optional>

#include "policy/plan/plan.h"
#include "redress/error.h"

namespace redress::policy {

// The first fault, policy.step at its place. REQUIRES: the plan's scope and steps are bound, its source is their text.
// Cost: grows with the square of the steps; bounded for conditions of any size.
std::optional<Error> check_steps(const Plan& plan);

}  // namespace redress::policy
