// write/json/criteria_json.h: the criteria of a policy in words, as summary.json tells them.
// Not here: the words themselves (policy/words). Inside the room; pure.
#pragma once

#include <nlohmann/json.hpp>

#include <string_view>

#include "policy/plan/plan.h"

namespace redress::write {

// {"role", "policy", "title", "version", "about", "scope", "steps": [{"step", "number", "question", "holds_when",
// "determination", "relief", "reason", "law", "measured_from", "open_questions"}], "questions": [{"question", "text"}]}.
nlohmann::ordered_json criteria_json(std::string_view role, const policy::Plan& plan);

}  // namespace redress::write
