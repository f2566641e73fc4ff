// explain/step_words.h: what a step of the policy looked at, in words: facts, dates, records, and the rows they stand
// in. Not here: the answer (explain/reason.h). Inside the room and for write; made of the trace alone; pure functions.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "explain/explanation.h"

namespace redress::explain {

// "yes", "no", "unknown".
std::string_view truth_words(Truth truth);

// What a condition used, joined by "; ", each once: "felony (row 8)", "50 years after 1960-03-14 (rows 2-9) is
// 2010-03-14", "none of 2 convictions". `current` is the conviction decided on.
std::string uses_words(const ShownRecord& record, const policy::Plan& plan, evaluate::Subject current,
                       std::span<const evaluate::Use> uses);

// Unknown facts, each wording once, other records by charge, date and row: "use of force (261 PC of 1998-05-04 in row
// 4)", "birth date (missing)".
std::vector<std::string> missing_words(const ShownRecord& record, evaluate::Subject current,
                                       std::span<const evaluate::UnknownFact> facts);

// What a step used, with the facts that would settle it where its truth is unknown; "switched off" where only the
// parameters of the office were looked at.
std::string step_words(const ShownRecord& record, const policy::Plan& plan, evaluate::Subject current,
                       const evaluate::StepTrace& trace);

}  // namespace redress::explain
