// policy/check/settings.h: what the two ways to choose parameters share: by name and value, and in an options file.
// Not here: the choosing itself (policy/policy.h). Internal to the room; pure.
#pragma once

#include <string>
#include <string_view>

#include "policy/plan/plan.h"

namespace redress::policy {

// Between the entries of a list that is given as one text.
inline constexpr std::string_view kEntrySeparators = ";,";

// "Give a whole number from 1 to 120.": what a parameter of numbers takes.
std::string range_words(const Parameter& parameter);

}  // namespace redress::policy
