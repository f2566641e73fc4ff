#include "policy/check/step_checks.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "policy/check/implication.h"

namespace redress::policy {
namespace {

bool is_list_function(const Expression& e) {
  switch (e.operation) {
    case Operation::kAny:
    case Operation::kAll:
    case Operation::kCount:
    case Operation::kDifferentDates:
    case Operation::kEarliest:
    case Operation::kLatest: return true;
    default: return false;
  }
}

bool asks_something(const Expression& e) {
  const bool asks = e.operation == Operation::kFact || e.operation == Operation::kParameter ||
                    e.operation == Operation::kDeclaredFact || e.operation == Operation::kQuestion ||
                    e.operation == Operation::kChargeInSet || e.operation == Operation::kChargeInChoices ||
                    is_list_function(e);
  return asks || std::any_of(e.children.begin(), e.children.end(), asks_something);
}

bool is_comparison(const Expression& e) {
  return e.operation == Operation::kCompareDates || e.operation == Operation::kCompareIntegers ||
         e.operation == Operation::kCompareTexts || e.operation == Operation::kCompareTruths ||
         e.operation == Operation::kBeginsWith;
}

// "count(…) is at least 0": a number of records is never below 0, nor is a declared fact.
bool is_any_number(const Expression& e) {
  if (e.operation != Operation::kCompareIntegers) return false;
  if (!is_list_function(e.children[0]) && e.children[0].operation != Operation::kDeclaredFact) return false;
  if (e.children[1].operation != Operation::kInteger) return false;
  const std::int64_t border = e.children[1].integer;
  switch (e.comparison) {
    case Comparison::kAtLeast:
    case Comparison::kLessThan: return border <= 0;
    case Comparison::kIs:
    case Comparison::kIsNot:
    case Comparison::kAtMost:
    case Comparison::kMoreThan: return border < 0;
    default: return false;
  }
}

// A condition, or a part of one, that is the same for everybody; null when there is none.
const Expression* constant_part(const Expression& e) {
  const bool is_condition = e.type == ValueType::kTruth;
  if (is_condition && !asks_something(e)) return &e;
  if (is_comparison(e) && same_meaning(e.children[0], e.children[1])) return &e;
  if (is_any_number(e)) return &e;
  for (const Expression& child : e.children) {
    // "x is yes" holds a settled truth without being one.
    if (e.operation == Operation::kCompareTruths && child.operation == Operation::kTruth) continue;
    if (const Expression* part = constant_part(child)) return part;
  }
  return nullptr;
}

// A part that stands beside its opposite, joined by `and` or `or`.
struct Opposite {
  const Expression* part = nullptr;
  Operation joined_by = Operation::kAnd;
};

// What "not x" and "a is not b" deny.
std::optional<Expression> denied_by(const Expression& e) {
  if (e.operation == Operation::kNot) return e.children[0];
  if (!is_comparison(e) || e.comparison != Comparison::kIsNot) return std::nullopt;
  Expression denied = e;
  denied.comparison = Comparison::kIs;
  return denied;
}

std::optional<Opposite> opposite_part(const Expression& e) {
  if (e.operation == Operation::kAnd || e.operation == Operation::kOr) {
    for (const Expression& part : e.children) {
      const std::optional<Expression> denied = denied_by(part);
      if (!denied) continue;
      const auto is_denied = [&](const Expression& other) { return same_meaning(other, *denied); };
      if (std::any_of(e.children.begin(), e.children.end(), is_denied)) return Opposite{&part, e.operation};
    }
  }
  for (const Expression& child : e.children) {
    if (const auto found = opposite_part(child)) return found;
  }
  return std::nullopt;
}

constexpr std::string_view kStepAdvice = "Leave 'when' out of a step that always holds; remove a step that never does.";

bool covers(DateSpan outer, DateSpan inner) { return outer.first <= inner.first && inner.last <= outer.last; }

class StepChecks {
 public:
  explicit StepChecks(const Plan& plan) : plan_(plan) {}

  std::optional<Error> run() {
    const bool speaks_of_all = plan_.scope.operation == Operation::kTruth && plan_.scope.integer != 0;
    if (!speaks_of_all) {
      if (auto error = check_constant(plan_.scope)) return error;
    }
    for (std::size_t i = 0; i < plan_.steps.size(); ++i) {
      if (!plan_.steps[i].when) continue;
      if (auto error = check_constant(*plan_.steps[i].when)) return error;
      if (auto error = check_reached(i)) return error;
    }
    for (const Beside& entry : plan_.beside) {
      if (!entry.when) continue;
      if (auto error = check_constant(*entry.when,
                                      "Leave 'when' out of an entry that always holds; remove one that never does."))
        return error;
    }
    return std::nullopt;
  }

 private:
  Error fault(const Expression& at, std::string cause, std::string next_step) const {
    return error_at(plan_.source, at.extent, "policy.step", std::move(cause), std::move(next_step));
  }

  std::optional<Error> check_constant(const Expression& condition, std::string_view advice = kStepAdvice) const {
    if (const Expression* part = constant_part(condition)) {
      if (part == &condition) return fault(*part, "this condition is always the same", std::string(advice));
      return fault(*part, "this part of the condition is always the same",
                   "Remove it, or let it ask for a fact or a parameter.");
    }
    if (const auto found = opposite_part(condition)) {
      const bool never = found->joined_by == Operation::kAnd;
      return fault(*found->part,
                   std::string("this stands beside its opposite, so that ") +
                       (never ? "both together never hold" : "one of the two always holds"),
                   never ? "Remove one of them." : "Remove both, or let one ask for something else.");
    }
    return std::nullopt;
  }

  std::optional<Error> check_reached(std::size_t index) {
    const Expression& when = *plan_.steps[index].when;
    if (plan_.steps[index].in_force.is_every_day() && prover_.implies(plan_.scope, when)) {
      return fault(when, "this condition holds wherever [scope] does, so that no later step can be reached",
                   "Leave 'when' out of a step that always holds, and remove the steps after it.");
    }
    std::vector<const Expression*> parts = {&when};
    if (when.operation == Operation::kOr) {
      parts.clear();
      for (const Expression& part : when.children) parts.push_back(&part);
    }
    std::optional<std::size_t> before;
    for (const Expression* part : parts) {
      const std::optional<std::size_t> step = decided_before(index, *part);
      if (!step) return std::nullopt;
      before = before ? std::max(*before, *step) : *step;
    }
    const Step& earlier = plan_.steps[*before];
    return fault(
        when,
        parts.size() == 1 || !earlier.when || prover_.implies(when, *earlier.when)
            ? "this step can never be reached: wherever it holds, the step '" + earlier.id + "' before it does"
            : "this step can never be reached: wherever it holds, one of the steps up to '" + earlier.id + "' does",
        "Move it up before that step, let it ask for something else, or remove it.");
  }

  // The first step before `index` that holds wherever the part does, on every day on which the step is there.
  std::optional<std::size_t> decided_before(std::size_t index, const Expression& part) {
    for (std::size_t i = 0; i < index; ++i) {
      const Step& earlier = plan_.steps[i];
      if (!covers(earlier.in_force, plan_.steps[index].in_force)) continue;
      if (!earlier.when || prover_.implies(part, *earlier.when)) return i;
    }
    return std::nullopt;
  }

  const Plan& plan_;
  Prover prover_;
};

}  // namespace

std::optional<Error> check_steps(const Plan& plan) {
  return StepChecks(plan).run();
}

}  // namespace redress::policy
