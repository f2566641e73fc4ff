// explain/reason.h: the words of one decision: determination, reason, possible determinations, deciding step, citation.
// Not here: the decision (evaluate), the cells and pages that show it. The one way to word a reason; pure functions.
#pragma once

#include <string>
#include <string_view>

#include "explain/person_lookup.h"

namespace redress::explain {

// What a policy that does not speak of a conviction answers where another one does.
inline constexpr std::string_view kNotInScopeLabel = "Not in scope";

// The determination: the label of the decided step's outcome, or "Needs Review"; empty when out of scope.
std::string determination_text(const Answered& answered);

// Decided: the deciding step's reason with its places filled in; where no step certainly holds, the reasons of those of
// which one does, joined by "; or ". By doubt: "Undecided: " and the deciding facts joined
// by "; ". Empty when out of scope.
std::string reason_text(const Answered& answered);

// The labels of the possible determinations in step order, joined by "; ". Empty where no step was walked.
std::string possible_text(const Answered& answered);

// The facts that decide between the possible determinations, or are missing, joined by "; ". Empty when decided.
std::string deciding_facts_text(const Answered& answered);

// "5 older-than-age": the step's number, where it has one, and its id, unless they are the same in other letters
// ("58-M"); where no step certainly holds, each of those of which one does, joined by "; ". Empty unless decided.
std::string deciding_step_text(const Answered& answered);

// "5 older-than-age" of any step. REQUIRES: step < plan.steps.size().
std::string step_name(const policy::Plan& plan, std::size_t step);

// The reason of a step as it stands for every conviction: parameters filled in, a quoted charge as "this charge", every
// entry of a list of charges; what is not chosen leaves a gap: "… years or older (switched off)".
// REQUIRES: step < plan.steps.size().
std::string general_step_reason(const policy::Plan& plan, std::size_t step);

// The law behind the deciding step, or behind each of those of which one decides: their own citations, else the
// policy's joined by "; ". Empty unless decided.
std::string citation_text(const Answered& answered);

// The reason of any step with the values of its parameters. A list of charges is worded by the choice that the trace
// records, and by all its entries without a trace. REQUIRES: step < plan.steps.size().
std::string step_reason(const Answered& answered, std::size_t step, const evaluate::StepTrace* trace);

}  // namespace redress::explain
