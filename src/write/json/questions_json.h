// write/json/questions_json.h: what keeps convictions in review, and what was supplied, as tables of summary.json.
// Not here: the figures (policy_questions.h), the rest of the summary (summary.h). Inside the room; pure.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "redress/questions.h"
#include "write/json/answer_tables.h"

namespace redress::write {

// The convictions in review, the missing facts in their joint order, the open questions of law, the faults of the
// files.
SummaryJson questions_section(const PolicyQuestions& questions);

// How often each supplied fact was used, in order of name.
void put_supplied_facts(SummaryJson& section, const std::map<std::string, std::uint64_t>& used);

}  // namespace redress::write
