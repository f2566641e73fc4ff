// explain/answer_block.h: one decision in words: the answer, every step looked at, what was missing, what came closest.
// Not here: the record (explain/timeline.h). Inside the room; UTF-8 lines of at most 100 columns.
#pragma once

#include <string>

#include "explain/explanation.h"
#include "explain/person_lookup.h"

namespace redress::explain {

// REQUIRES: the decision was made with Detail::kFull. A conviction out of scope gives one line.
std::string answer_text(const ExplainRequest& request, const Answered& answered);

}  // namespace redress::explain
