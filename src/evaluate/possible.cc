#include "evaluate/possible.h"

#include <algorithm>
#include <optional>

#include "evaluate/unknown_facts.h"

namespace redress::evaluate {
namespace {

const StepTrace& trace_of(const StepTrace& step) {
  return step;
}
const StepTrace& trace_of(const StepTrace* step) {
  return *step;
}

// How many steps, from the first on, have others behind them with another outcome, or such a one themselves.
template <class Steps>
std::size_t steps_in_question(const policy::Plan& plan, const Steps& steps) {
  std::optional<std::size_t> last;  // the outcome of the last step that may hold
  for (std::size_t count = steps.size(); count > 0; --count) {
    const StepTrace& trace = trace_of(steps[count - 1]);
    if (trace.truth == Truth::kNo) continue;
    const std::size_t outcome = plan.steps[trace.step].outcome;
    if (last && *last != outcome) return count;
    last = outcome;
  }
  return 0;
}

template <class Steps>
void add_facts_in_question(const policy::Plan& plan, const Steps& steps, std::vector<UnknownFact>& facts) {
  for (std::size_t i = 0, count = steps_in_question(plan, steps); i < count; ++i) {
    const StepTrace& trace = trace_of(steps[i]);
    if (trace.truth == Truth::kUnknown) add_all(facts, trace.unknown);
  }
}

}  // namespace

void add_outcome(const policy::Plan& plan, std::vector<std::size_t>& outcomes, std::size_t step) {
  const std::size_t outcome = plan.steps[step].outcome;
  if (std::find(outcomes.begin(), outcomes.end(), outcome) == outcomes.end()) outcomes.push_back(outcome);
}

void add_deciding_facts(const policy::Plan& plan, std::span<const StepTrace* const> steps,
                        std::vector<UnknownFact>& facts) {
  add_facts_in_question(plan, steps, facts);
}

void add_deciding_facts(const policy::Plan& plan, std::span<const StepTrace> steps, std::vector<UnknownFact>& facts) {
  add_facts_in_question(plan, steps, facts);
}

}  // namespace redress::evaluate
