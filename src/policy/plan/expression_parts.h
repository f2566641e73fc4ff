// policy/plan/expression_parts.h: what stands somewhere within a condition.
// Not here: what it means for one person (evaluate). Pure functions.
#pragma once

#include <algorithm>
#include <string_view>

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

// The section of the conviction without which the condition cannot hold, where it begins with that: "11358". Else
// empty.
inline std::string_view only_section(const Expression& condition) {
  const Expression& first = condition.operation == Operation::kAnd ? condition.children.front() : condition;
  if (first.operation != Operation::kCompareTexts || first.comparison != Comparison::kIs) return {};
  const Expression& asked = first.children[0];
  const bool asks_section =
      asked.operation == Operation::kFact && asked.field == Field::kSection && asked.owner == Owner::kConviction;
  return asks_section && first.children[1].operation == Operation::kText ? first.children[1].text : std::string_view{};
}

}  // namespace redress::policy
