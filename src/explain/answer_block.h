// explain/answer_block.h: the office's answer about one conviction in words: the answer, every step looked at, what was
// missing, what came closest, what changes. Not here: the record (explain/timeline.h), the other policies' answers
// (explain/short_answer.h). Inside the room; UTF-8 lines of at most 100 columns.
#pragma once

#include <string>

#include "explain/explanation.h"

namespace redress::explain {

// "11358 HS, 2014-02-11, Los Angeles, case 98776 (row 8)".
std::string heading_text(const ShownRecord& record, evaluate::Subject subject);

// REQUIRES: the answer is in scope, and its decision was made with Detail::kFull.
std::string answer_text(const ShownRecord& record, const policy::Plan& plan, evaluate::Subject subject,
                        const PolicyAnswer& answer);

}  // namespace redress::explain
