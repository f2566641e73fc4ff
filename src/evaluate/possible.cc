#include "evaluate/possible.h"

#include <algorithm>
#include <utility>

#include "evaluate/unknown_facts.h"

namespace redress::evaluate {
namespace {

// What the steps from one on come to, taken up from the last to the first.
class FromTheEnd {
 public:
  explicit FromTheEnd(const policy::Plan& plan) : plan_(plan) {}

  void add(const StepTrace& trace) {
    if (trace.truth == Truth::kNo) return;
    add_outcome(plan_, after_, trace.step);
    if (trace.truth != Truth::kUnknown || after_.size() < 2) return;
    std::vector<UnknownFact> facts = trace.unknown;
    add_all(facts, deciding_);
    deciding_ = std::move(facts);
  }

  std::vector<UnknownFact> take_deciding() { return std::move(deciding_); }

 private:
  const policy::Plan& plan_;
  std::vector<std::size_t> after_;  // outcomes
  std::vector<UnknownFact> deciding_;
};

}  // namespace

void add_outcome(const policy::Plan& plan, std::vector<std::size_t>& outcomes, std::size_t step) {
  const std::size_t outcome = plan.steps[step].outcome;
  if (std::find(outcomes.begin(), outcomes.end(), outcome) == outcomes.end()) outcomes.push_back(outcome);
}

std::vector<UnknownFact> deciding_facts(const policy::Plan& plan, std::span<const StepTrace* const> steps) {
  FromTheEnd seen(plan);
  std::for_each(steps.rbegin(), steps.rend(), [&](const StepTrace* trace) { seen.add(*trace); });
  return seen.take_deciding();
}

std::vector<UnknownFact> deciding_facts(const policy::Plan& plan, std::span<const StepTrace> steps) {
  FromTheEnd seen(plan);
  std::for_each(steps.rbegin(), steps.rend(), [&](const StepTrace& trace) { seen.add(trace); });
  return seen.take_deciding();
}

}  // namespace redress::evaluate
