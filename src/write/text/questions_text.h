// write/text/questions_text.h: what keeps convictions in review, as text for a terminal or a printer.
// Not here: the figures (policy_questions.h). Pure.
#pragma once

#include <cstddef>
#include <string>

#include "redress/questions.h"

namespace redress::write {

// One section for each policy, never mixed: UTF-8, at most 100 columns, LF at the end. `top`: how many facts of each
// policy are shown. `report.text` is not looked at.
std::string questions_text(const QuestionsReport& report, std::size_t top);

}  // namespace redress::write
