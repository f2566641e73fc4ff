// write/json/trace_answers.h: the answers of several policies about a person's convictions as JSON.
// Not here: the record they speak of (trace_record.h). Inside the room; pure.
#pragma once

#include <nlohmann/json.hpp>

#include <span>

#include "explain/explanation.h"
#include "explain/person_answers.h"

namespace redress::write {

// For each conviction what every policy that was asked answers, with each step walked, what it used and what it lacked.
nlohmann::ordered_json answers_json(const explain::ShownRecord& record, std::span<const explain::AskedPolicy> policies,
                                    std::span<const explain::SubjectAnswers> answers);

}  // namespace redress::write
