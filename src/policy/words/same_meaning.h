// policy/words/same_meaning.h: whether two conditions of two policies ask for the same thing in the same way.
// Not here: what the parameters, lists and facts that they name hold: those are compared by themselves. Pure.
#pragma once

#include <optional>

#include "policy/plan/plan.h"

namespace redress::policy {

// Parameters, facts, questions and lists are the same where their names are; lists also where they have the same
// entries. Conditions that are worded otherwise and come to the same are not recognized.
bool have_same_meaning(const Plan& a, const Expression& in_a, const Plan& b, const Expression& in_b);

// The same where a condition may be absent, which means always.
bool have_same_meaning(const Plan& a, const std::optional<Expression>& in_a, const Plan& b,
                       const std::optional<Expression>& in_b);

// Whether both entries list the same sections at the same times, and take attempts and needed facts alike. Notes are
// not looked at.
bool have_same_meaning(const citation::SetEntry& a, const citation::SetEntry& b);

// Whether both sets have the same entries, in whatever order.
bool have_same_entries(const citation::SectionSet& a, const citation::SectionSet& b);

}  // namespace redress::policy
