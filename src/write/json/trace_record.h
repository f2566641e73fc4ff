// write/json/trace_record.h: a person's record as JSON: convictions, dates with their doubts, the rows they stand in.
// Not here: answers (trace_answers.h). Inside the room; pure.
#pragma once

#include <nlohmann/json.hpp>

#include <string_view>

#include "explain/explanation.h"

namespace redress::write {

// The days a date may be: null where there is no first or no last one.
nlohmann::ordered_json span_json(DateSpan span);

// "missing"; null where the fact is known.
nlohmann::ordered_json doubt_json(model::Doubt doubt);

// Whose a fact is: {"kind": "conviction", "index": 0}; the index counts in the person's list of that kind.
nlohmann::ordered_json subject_json(evaluate::Subject subject);

// The person without answers: who, birth, rows, convictions, registrations.
nlohmann::ordered_json record_json(const explain::ShownRecord& record);

}  // namespace redress::write
