// policy/plan/expression_parts.h: what stands somewhere within a condition.
// Not here: what it means for one person (evaluate). Pure functions.
#pragma once

#include <algorithm>

#include "policy/plan/expression.h"

namespace redress::policy {

// Whether the test holds of the expression or of any part of it.
template <class Test>
bool any_part(const Expression& expression, const Test& test) {
  return test(expression) || std::any_of(expression.children.begin(), expression.children.end(),
                                         [&](const Expression& part) { return any_part(part, test); });
}

inline bool asks_for_declared(const Expression& expression) {
  return any_part(expression, [](const Expression& part) { return part.operation == Operation::kDeclaredFact; });
}

// The as-of date, or a date counted from it: one that is another day each day.
inline bool moves_with_as_of(const Expression& date) {
  if (date.operation == Operation::kAdd) return moves_with_as_of(date.children[0]);
  return date.operation == Operation::kFact && date.field == Field::kAsOf;
}

}  // namespace redress::policy
