// run/required_sets.h: the section sets that a run needs whatever its policy: those of the result columns and figures.
// Not here: the sets of a policy (its plan). Part of the corridor.
#pragma once

#include "model/result_layout.h"
#include "redress/error.h"
#include "run/policy_library.h"

namespace redress::run {

// Never null; they live as long as the library.
struct RequiredSets {
  const citation::SectionSet* registration = nullptr;
  const citation::SectionSet* prop64 = nullptr;
  const citation::SectionSet* related = nullptr;
};

// Errors (kUsage): policies.set_missing for a set that a result column, a figure or the reader needs.
Result<RequiredSets> required_sets(const PolicyLibrary& library, const model::ResultLayout& results);

}  // namespace redress::run
