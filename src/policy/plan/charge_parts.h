// policy/plan/charge_parts.h: the parts of conditions that come out the same for all convictions of one charge, level
// and county, so that they may be worked out once. Not here: working them out (evaluate/charge_answers.h).
#pragma once

#include <algorithm>
#include <cstdint>

#include "policy/plan/expression.h"
#include "policy/plan/plan.h"

namespace redress::policy {

// Whether nothing of a conviction is asked for but its charge, level and county. A set may ask for more of it, for
// facts that somebody supplied. A list of charges is left out: it tells which of them fits, too.
inline bool hangs_on_charge(const Expression& expression) {
  switch (expression.operation) {
    case Operation::kTruth:
    case Operation::kInteger:
    case Operation::kText:
    case Operation::kParameter: return true;
    case Operation::kChargeInSet: return expression.owner == Owner::kConviction;
    case Operation::kFact: {
      if (expression.field == Field::kRunCounty) return true;
      if (expression.owner != Owner::kConviction) return false;
      constexpr Field kOfCharge[] = {Field::kLevel,       Field::kCounty,  Field::kSection,
                                     Field::kSubdivision, Field::kAttempt, Field::kConspiracy};
      return std::find(std::begin(kOfCharge), std::end(kOfCharge), expression.field) != std::end(kOfCharge);
    }
    case Operation::kNot:
    case Operation::kAnd:
    case Operation::kOr:
    case Operation::kCompareTexts:
    case Operation::kCompareTruths:
    case Operation::kCompareIntegers:
    case Operation::kBeginsWith:
    case Operation::kIsOneOf:
      return std::all_of(expression.children.begin(), expression.children.end(), hangs_on_charge);
    default: return false;
  }
}

// Numbers the largest conditions of that kind within this one, from `next` on.
inline void number_charge_parts(Expression& condition, std::uint32_t& next) {
  if (condition.type == ValueType::kTruth && hangs_on_charge(condition)) {
    condition.charge_part = next++;
    return;
  }
  for (Expression& child : condition.children) number_charge_parts(child, next);
}

// Those of the scope and of all steps.
inline void number_charge_parts(Plan& plan) {
  plan.charge_parts = 0;
  number_charge_parts(plan.scope, plan.charge_parts);
  for (Step& step : plan.steps) {
    if (step.when) number_charge_parts(*step.when, plan.charge_parts);
  }
}

}  // namespace redress::policy
