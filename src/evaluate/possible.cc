#include "evaluate/possible.h"

#include <algorithm>
#include <utility>

#include "evaluate/unknown_facts.h"

namespace redress::evaluate {

void add_outcome(const policy::Plan& plan, std::vector<std::size_t>& outcomes, std::size_t step) {
  const std::size_t outcome = plan.steps[step].outcome;
  if (std::find(outcomes.begin(), outcomes.end(), outcome) == outcomes.end()) outcomes.push_back(outcome);
}

std::vector<UnknownFact> deciding_facts(const policy::Plan& plan, std::span<const StepTrace> steps) {
  std::vector<UnknownFact> deciding;
  std::vector<std::size_t> after;
  for (std::size_t i = steps.size(); i-- > 0;) {
    const StepTrace& trace = steps[i];
    if (trace.truth == Truth::kNo) continue;
    add_outcome(plan, after, trace.step);
    if (trace.truth == Truth::kUnknown && after.size() > 1) {
      std::vector<UnknownFact> facts = trace.unknown;
      add_all(facts, deciding);
      deciding = std::move(facts);
    }
  }
  return deciding;
}

}  // namespace redress::evaluate
