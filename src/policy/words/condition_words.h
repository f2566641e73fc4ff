// policy/words/condition_words.h: a condition as words that a lawyer can read aloud.
// Not here: the page they stand on (policy_words.cc), truth for one person (evaluate, explain). Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policy/plan/plan.h"

namespace redress::policy {

// Parameters are named in brackets after their value: "the person's 50th birthday [dismiss_at_age] is on or before the
// as-of date". Section sets are named as the policy names them. A date by itself is words too: "the as-of date".
std::string condition_words(const Plan& plan, const Expression& condition);

// The same as paragraphs: conditions joined by `and` or `or` come as a heading and one lettered paragraph for each.
std::vector<std::string> condition_paragraphs(const Plan& plan, const Expression& condition);

inline constexpr std::string_view kOffWords = "off";

// "50", "yes", "11357; 11358", "off", "none": a parameter's value for a reader.
std::string value_words(const Parameter& parameter);

}  // namespace redress::policy
