// policy/words/policy_difference.h: what differs between two policies, in words that an attorney reads.
// Not here: people and convictions affected (run), one policy as a page (policy.h). Pure.
#pragma once

#include <string>

#include "policy/plan/plan.h"

namespace redress::policy {

struct PolicyDifference {
  std::string words;         // plain text, 100 columns; the policies are called A and B in it
  bool in_criteria = false;  // whether some conviction could be answered otherwise, its county aside
};

// Steps, outcomes, parameters, facts and questions are matched by their ids, lists of sections by their names. A step
// without its like is also matched with one of another id that asks for the same and gives the same. Conditions are
// compared as they are written: two that come to the same in other words are shown as changed. A step whose parameter
// has another value is not changed by that: the parameter is.
PolicyDifference difference_of(const Plan& a, const Plan& b);

}  // namespace redress::policy
