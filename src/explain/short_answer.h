// explain/short_answer.h: what a policy beside the office's answers about one conviction, in a few labeled lines.
// Not here: the office's own answer with its steps (explain/answer_block.h). Inside the room; at most 100 columns.
#pragma once

#include <string>

#include "explain/explanation.h"

namespace redress::explain {

// A line that names the policy, then what it answers, by which step, what decides between the possible answers, what
// changes with time, the law, and what stands beside it.
std::string short_answer_text(const ShownRecord& record, const AskedPolicy& asked, evaluate::Subject subject,
                              const PolicyAnswer& answer);

}  // namespace redress::explain
