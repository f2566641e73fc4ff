// policy/words/step_difference.h: what differs between the steps of two policies, and between what stands beside the
// determination. Inside the room.
#pragma once

#include <cstddef>

#include "policy/plan/plan.h"
#include "policy/words/difference_page.h"

namespace redress::policy {

struct StepCounts {
  std::size_t only_a = 0, only_b = 0, changed = 0, same = 0;
};

StepCounts compare_steps(const Plan& a, const Plan& b, DifferencePage& page);

void compare_beside(const Plan& a, const Plan& b, DifferencePage& page);

// "Step 2a, other-possession", by the office's number or the position. REQUIRES: step < plan.steps.size().
std::string step_name(const Plan& plan, std::size_t step);

// "always" for a step or entry that every day knows.
std::string dates_words(DateSpan in_force);

}  // namespace redress::policy
