// policy/check/binder.h: a syntax tree → an expression: names become facts, types are held against each other.
// Not here: the policy's other keys (policy_checker.h). Second step of parse → check → plan; pure.
#pragma once

#include <cstdint>
#include <span>
#include <string>
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
  const citation::SectionSet* charge_set = nullptr;  // what conviction.section names; null: no such check
  std::span<const DeclaredFact> facts = {};
  std::span<const OpenQuestion> questions = {};
  std::vector<bool>* fact_used = nullptr;      // as long as facts; null where there are none
  std::vector<bool>* question_used = nullptr;  // as long as questions
  std::span<const std::string> counties = {};  // that a text may name; none: any text may be one
};

// A condition (type kTruth). Errors: policy.name with the near match, policy.type, policy.section (a text that the
// section or subdivision of a conviction can never be), policy.step (a comparison that always holds).
Result<Expression> bind_condition(const Scope& scope, const Syntax& syntax);

}  // namespace redress::policy
