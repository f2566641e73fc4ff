// evaluate/case_coverage.h: what the cases of a policy reached: which truths of each step, which sides of each border.
// Not here: running the cases (case_runner.h). Internal to the room; pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "evaluate/case_runner.h"
#include "evaluate/decision.h"
#include "policy/plan/plan.h"

namespace redress::evaluate {

// Whether a step's condition can be unknown of a conviction that is certainly in scope: not where it asks only for
// parameters, the run, whether the person has died, how many convictions there are, or for the charge of the
// conviction, as far as the scope has settled it. REQUIRES: condition is a step's of the plan.
bool can_be_unknown(const policy::Plan& plan, const policy::Expression& condition);

// A border: a comparison of dates, or of a number of records with a number or parameter, in the condition of a step.
// The cases stand around it when they have met the left side just before the right one, on it, and just after it: one
// day apart, or one record apart. Dates that are not known to the day do not count.
class BorderCoverage {
 public:
  // REQUIRES: the plan outlives this.
  explicit BorderCoverage(const policy::Plan& plan);

  // A decision with Detail::kFull under `used`, which is the plan with parameters of a case.
  void see(const policy::Plan& used, const Decision& decision);

  // In words, in the order of the steps.
  std::vector<std::string> missing() const;

 private:
  struct Border {
    std::size_t step = 0;
    const policy::Expression* comparison = nullptr;
    std::int64_t least = 0;  // of a number: the least it can be
    bool before = false;
    bool on = false;
    bool after = false;
  };

  void find_borders(std::size_t step, const policy::Expression& condition);
  void meet(std::size_t step, const policy::Expression& at, std::int64_t left_minus_right);
  void see_dates(std::size_t step, const policy::Expression& at, DateSpan left, DateSpan right);
  void see_number(std::size_t step, const policy::Plan& used, const Use& use);

  const policy::Plan& plan_;
  std::vector<Border> borders_;
};

}  // namespace redress::evaluate
