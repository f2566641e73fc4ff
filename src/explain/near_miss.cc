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

// What must hold for the comparison not to.
Comparison opposite(Comparison comparison) {
  switch (comparison) {
    case Comparison::kBefore: return Comparison::kOnOrAfter;
    case Comparison::kOnOrBefore: return Comparison::kAfter;
    case Comparison::kAfter: return Comparison::kOnOrBefore;
    case Comparison::kOnOrAfter: return Comparison::kBefore;
    case Comparison::kIs: return Comparison::kIsNot;
    case Comparison::kIsNot: return Comparison::kIs;
    case Comparison::kAtLeast:
    case Comparison::kAtMost:
    case Comparison::kMoreThan:
    case Comparison::kLessThan: break;
  }
  return comparison;
}

// By how many days the comparison fails at the nearest days of both spans. REQUIRES: it certainly fails.
std::optional<std::int64_t> shortfall(Comparison comparison, DateSpan left, DateSpan right) {
  if (left.is_every_day() || right.is_every_day()) return std::nullopt;
  const std::int64_t too_late = to_days(left.first) - to_days(right.last);
  const std::int64_t too_early = to_days(right.first) - to_days(left.last);
  switch (comparison) {
    case Comparison::kBefore: return too_late + 1;
    case Comparison::kOnOrBefore: return too_late;
    case Comparison::kAfter: return too_early + 1;
    case Comparison::kOnOrAfter: return too_early;
    case Comparison::kIs: return std::max(too_late, too_early);
    case Comparison::kIsNot: return 1;
    case Comparison::kAtLeast:
    case Comparison::kAtMost:
    case Comparison::kMoreThan:
    case Comparison::kLessThan: break;
  }
  return std::nullopt;
}

using Days = std::optional<std::int64_t>;

Days fewer(Days a, Days b) {
  if (!a || !b) return a ? a : b;
  return std::min(*a, *b);
}

// The fewest days that would turn a condition into `wanted`; nothing where days alone would not.
class DaysMissing {
 public:
  explicit DaysMissing(const StepTrace& trace) : trace_(trace) {}

  Days of(const Expression& expression, Truth wanted) const {
    switch (expression.operation) {
      case Operation::kCompareDates: {
        const Use* use = use_of(expression);
        return use == nullptr ? Days{} : of_dates(expression, use->left, use->right, use->truth, wanted);
      }
      case Operation::kNot: return of(expression.children[0], !wanted);
      case Operation::kAnd: return wanted == Truth::kYes ? of_last_part(expression) : of_any_part(expression, wanted);
      case Operation::kOr: return wanted == Truth::kYes ? of_any_part(expression, wanted) : Days{};
      case Operation::kAny:
      case Operation::kAll: return of_list(expression, wanted);
      default: return std::nullopt;
    }
  }

 private:
  const Use* use_of(const Expression& expression) const {
    const auto use =
        std::find_if(trace_.uses.begin(), trace_.uses.end(), [&](const Use& u) { return u.expression == &expression; });
    return use == trace_.uses.end() ? nullptr : &*use;
  }

  static Days of_dates(const Expression& expression, DateSpan left, DateSpan right, Truth truth, Truth wanted) {
    if (truth != !wanted) return std::nullopt;
    return shortfall(wanted == Truth::kYes ? expression.comparison : opposite(expression.comparison), left, right);
  }

  // Parts are looked at in order, up to the first no: the last one was reached only if the others were not no.
  Days of_last_part(const Expression& expression) const {
    if (!was_looked_at(expression.children.back(), trace_)) return std::nullopt;
    return of(expression.children.back(), Truth::kYes);
  }

  Days of_any_part(const Expression& expression, Truth wanted) const {
    Days fewest;
    for (const Expression& child : expression.children) fewest = fewer(fewest, of(child, wanted));
    return fewest;
  }

  // One record has to change where one is enough, every one that stands in the way where none may.
  Days of_list(const Expression& expression, Truth wanted) const {
    const Use* use = use_of(expression);
    if (use == nullptr || expression.children.empty()) return std::nullopt;
    const bool is_all = expression.operation == Operation::kAll;
    const bool one_is_enough = is_all == (wanted == Truth::kNo);
    const Truth each = is_all ? (one_is_enough ? Truth::kNo : Truth::kYes) : wanted;
    Days days;
    for (const evaluate::ListItem& item : one_is_enough ? use->others : use->items) {
      const Days own = of_record(expression.children[0], item, each);
      if (one_is_enough) {
        days = fewer(days, own);
      } else if (!own) {
        return std::nullopt;
      } else {
        days = std::max(days.value_or(0), *own);
      }
    }
    return days;
  }

  // The condition is one comparison, or ends in one that was asked.
  static Days of_record(const Expression& condition, const evaluate::ListItem& item, Truth wanted) {
    const bool is_and = condition.operation == Operation::kAnd;
    if (is_and && wanted == Truth::kNo) return std::nullopt;
    const Expression& asked = is_and ? condition.children.back() : condition;
    for (const evaluate::ComparedDates& dates : item.compared) {
      if (dates.expression == &asked) return of_dates(asked, dates.left, dates.right, dates.truth, wanted);
    }
    return std::nullopt;
  }

  const StepTrace& trace_;
};

}  // namespace

std::optional<NearMiss> nearest_miss(const policy::Plan& plan, const evaluate::Decision& decision) {
  std::optional<NearMiss> nearest;
  for (const StepTrace& trace : decision.steps) {
    const policy::Step& step = plan.steps[trace.step];
    if (trace.truth != Truth::kNo || !step.when) continue;
    const Days days = DaysMissing(trace).of(*step.when, Truth::kYes);
    if (days && (!nearest || *days < nearest->days)) nearest = NearMiss{trace.step, *days};
  }
  return nearest;
}

}  // namespace redress::explain
