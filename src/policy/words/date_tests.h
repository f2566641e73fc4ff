// policy/words/date_tests.h: the tests of age and of years within a condition, each with the date that it runs from.
// Not here: the whole condition in words (condition_words.h), truth for one person (evaluate). Pure.
#pragma once

#include <string>
#include <vector>

#include "policy/plan/plan.h"

namespace redress::policy {

// "the person's 50th birthday [dismiss_at_age], against the as-of date", "the day 10 years [conviction_free_years]
// before the as-of date". What was not chosen, or is switched off, is left out. In the order of the condition, each
// once.
std::vector<std::string> date_tests(const Plan& plan, const Expression& condition);

}  // namespace redress::policy
