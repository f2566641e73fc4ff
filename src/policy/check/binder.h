// policy/check/binder.h: a syntax tree → an expression: names become facts, types are held against each other.
// Not here: the policy's other keys (policy_checker.h). Second step of parse → check → plan; pure.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "policy/parse/syntax.h"
#include "policy/plan/plan.h"

namespace redress::policy {

// What the names in a condition may refer to besides facts. Views must outlive the call.
struct Scope {
  const SourceText& source;
  std::span<const PlanSet> sets;
  std::span<const Parameter> parameters;
  std::vector<bool>& parameter_used;  // as long as parameters; set to true for each that a condition names
  std::vector<bool>& set_used;
};

// A condition (type kTruth). Errors: policy.name with the near match, policy.type.
Result<Expression> bind_condition(const Scope& scope, const Syntax& syntax);

}  // namespace redress::policy
