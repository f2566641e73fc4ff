// explain/list_words.h: what a condition over several records found, in words: which records hold, which may, and why
// none does. Not here: single facts and comparisons (explain/step_words.h). Inside the room; pure functions.
#pragma once

#include <string>

#include "explain/explanation.h"

namespace redress::explain {

// "none of 2 convictions", "187 PC of 1998-05-04 (row 4)", "such convictions on 2 different dates: …".
// Records that are on a list because of a supplied fact say so. REQUIRES: the use is of a list of this plan.
std::string list_words(const ShownRecord& record, const policy::Plan& plan, const evaluate::Use& use);

}  // namespace redress::explain
