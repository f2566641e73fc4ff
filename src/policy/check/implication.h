// policy/check/implication.h: whether one condition holds only where another does, where that can be shown from the
// form of the two alone. Not here: what follows for the steps of a policy (step_checks.h). Pure.
#pragma once

#include <cstddef>

#include "policy/plan/expression.h"

namespace redress::policy {

// The same condition or value, wherever it stands in the text. Texts are compared without regard to case.
bool same_meaning(const Expression& a, const Expression& b);

// Shows implications, never one that is not there: "no" also means that none could be shown. It tires: past a great
// many looks it shows nothing more, so that a file made to be slow is not.
class Prover {
 public:
  // Whether `to` holds wherever `from` does. REQUIRES: both are conditions of one policy.
  bool implies(const Expression& from, const Expression& to);

 private:
  std::size_t looks_left_ = 1'000'000;
};

}  // namespace redress::policy
