#include "explain/near_miss.h"

#include <algorithm>

#include "base/calendar.h"

namespace redress::explain {
namespace {

using evaluate::StepTrace;
using evaluate::Use;
using policy::Comparison;
using policy::Expression;
using policy::Operation;

bool was_looked_at(const Expression& expression, const StepTrace& trace) {
  const auto is_this = [&](const Use& use) { return use.expression == &expression; };
  if (std::any_of(trace.uses.begin(), trace.uses.end(), is_this)) return true;
  return std::any_of(expression.children.begin(), expression.children.end(),
                     [&](const Expression& child) { return was_looked_at(child, trace); });
}

// By how many days the comparison fails at the nearest days of both spans.
std::optional<std::int64_t> shortfall(const Use& use) {
  if (use.truth != Truth::kNo || use.left.is_every_day() || use.right.is_every_day()) return std::nullopt;
  const std::int64_t too_late = to_days(use.left.first) - to_days(use.right.last);
  const std::int64_t too_early = to_days(use.right.first) - to_days(use.left.last);
  switch (use.expression->comparison) {
    case Comparison::kBefore: return too_late + 1;
    case Comparison::kOnOrBefore: return too_late;
    case Comparison::kAfter: return too_early + 1;
    case Comparison::kOnOrAfter: return too_early;
    case Comparison::kIs: return std::max(too_late, too_early);
    case Comparison::kIsNot:
    case Comparison::kAtLeast:
    case Comparison::kAtMost:
    case Comparison::kMoreThan:
    case Comparison::kLessThan: break;
  }
  return std::nullopt;
}

// The fewest days that would have made this no a yes; nothing where days alone would not.
std::optional<std::int64_t> fewest_days(const Expression& expression, const StepTrace& trace) {
  switch (expression.operation) {
    case Operation::kCompareDates: {
      const auto use =
          std::find_if(trace.uses.begin(), trace.uses.end(), [&](const Use& u) { return u.expression == &expression; });
      return use == trace.uses.end() ? std::nullopt : shortfall(*use);
    }
    case Operation::kAnd:
      // Parts are looked at in order, up to the first no: the last one was reached only if the others were not no.
      if (!was_looked_at(expression.children.back(), trace)) return std::nullopt;
      return fewest_days(expression.children.back(), trace);
    case Operation::kOr: {
      std::optional<std::int64_t> fewest;
      for (const Expression& child : expression.children) {
        const auto days = fewest_days(child, trace);
        if (days && (!fewest || *days < *fewest)) fewest = days;
      }
      return fewest;
    }
    default: return std::nullopt;
  }
}

}  // namespace

std::optional<NearMiss> nearest_miss(const policy::Plan& plan, const evaluate::Decision& decision) {
  std::optional<NearMiss> nearest;
  for (const StepTrace& trace : decision.steps) {
    const policy::Step& step = plan.steps[trace.step];
    if (trace.truth != Truth::kNo || !step.when) continue;
    const auto days = fewest_days(*step.when, trace);
    if (days && (!nearest || *days < nearest->days)) nearest = NearMiss{trace.step, *days};
  }
  return nearest;
}

}  // namespace redress::explain
