#include "evaluate/border_search.h"

#include <algorithm>
#include <utility>

#include "base/calendar.h"
#include "policy/plan/expression_parts.h"

namespace redress::evaluate {

using policy::Expression;
using policy::Operation;

bool BorderSearch::look_at(const Expression& condition) {
  if (!holds(condition)) return true;
  switch (condition.operation) {
    case Operation::kNot:
    case Operation::kAnd:
    case Operation::kOr:
    case Operation::kCompareTruths:
      return std::all_of(condition.children.begin(), condition.children.end(),
                         [&](const Expression& part) { return look_at(part); });
    case Operation::kCompareDates:
    case Operation::kCompareIntegers: return look_at_comparison(condition);
    case Operation::kDeclaredFact: return condition.type == policy::ValueType::kTruth;
    default: return false;  // in a list, or in a date that is moved
  }
}

std::vector<std::int64_t> BorderSearch::take_values() {
  std::sort(values_.begin(), values_.end());
  values_.erase(std::unique(values_.begin(), values_.end()), values_.end());
  return std::exchange(values_, {});
}

bool BorderSearch::is_asked(const Expression& part) const {
  if (declared_) return part.operation == Operation::kDeclaredFact && part.index == *declared_;
  return part.operation == Operation::kFact && part.field == policy::Field::kOffenseDate &&
         part.owner == policy::Owner::kConviction;
}

bool BorderSearch::holds(const Expression& part) const {
  if (is_asked(part)) return true;
  return std::any_of(part.children.begin(), part.children.end(), [&](const Expression& child) { return holds(child); });
}

bool BorderSearch::look_at_comparison(const Expression& comparison) {
  const bool left = is_asked(comparison.children[0]);
  if (left == is_asked(comparison.children[1])) return false;
  const Expression& other = comparison.children[left ? 1 : 0];
  // Two facts that are compared with each other have no borders of their own, and a date that moves has another each
  // day.
  if (holds(other) || policy::asks_for_declared(other) || policy::moves_with_as_of(other)) return false;
  if (comparison.operation == Operation::kCompareIntegers) {
    const NumberValue number = walker_.number(other, sight_);
    add_around(number.low);
    add_around(number.high);
  } else {
    const DateSpan span = walker_.date(other, sight_).span;
    add_around(to_days(span.first));
    add_around(to_days(span.last));
  }
  return true;
}

void BorderSearch::add_around(std::int64_t border) {
  for (const std::int64_t value : {border - 1, border, border + 1}) add(value);
}

}  // namespace redress::evaluate
