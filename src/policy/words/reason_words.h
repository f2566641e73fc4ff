// policy/words/reason_words.h: what a determination gives, and the reason of a step before any conviction is known.
// Not here: the reason for one conviction (reason_words of policy.h). Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policy/plan/plan.h"

namespace redress::policy {

// "dismissal", "no relief".
std::string_view relief_words(Relief relief);

// The reason with the values of its parameters. A list of charges gives the reason of the entry that fits, which only a
// conviction tells: it is named instead.
std::string reason_pattern(const Plan& plan, const std::vector<ReasonPiece>& reason);
std::string reason_pattern(const Plan& plan, const Step& step);

}  // namespace redress::policy
