// run/policy_choice.h: a choice of policy as text, as results name it.
// Not here: reading such a text (include/redress/evaluate.h), opening the policy (policy_library.h). Pure.
#pragma once

#include <string>

#include "redress/evaluate.h"

namespace redress::run {

// "us-ca.prop64.los-angeles with dismiss_at_age=60, reduce=11358;11360": the policy, a file without its folders, and
// the parameters as they were given, in their order. parse_policy_choice reads it back.
std::string choice_text(const PolicyChoice& choice);

}  // namespace redress::run
