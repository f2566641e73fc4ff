// evaluate/case_runner.h: the cases that stand beside a policy, run: given a record, is the answer the expected one?
// Not here: reading the policy (policy), printing (apps). The grammar of cases stands in docs/policy-language.md. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "policy/parse/source_text.h"
#include "policy/plan/plan.h"
#include "redress/error.h"

namespace redress::evaluate {

struct CaseFailure {
  std::string place;  // "los-angeles.cases.toml:12"
  std::string name;
  std::string cause;      // expected and found, in words
  policy::Extent extent;  // of the case's name, in the file of cases
};

// Which truths the cases saw at a step, over the convictions of which they expect something.
struct StepCoverage {
  std::string step;
  bool seen_yes = false;
  bool seen_no = false;
  bool seen_unknown = false;
};

struct CaseReport {
  std::uint64_t cases = 0;
  std::uint64_t failed_cases = 0;                // with at least one failure
  std::vector<CaseFailure> failures;             // one for each conviction that is answered otherwise than expected
  std::vector<std::string> steps_not_covered;    // "older-than-age is never no", in words, in the order of the steps
  std::vector<std::string> steps_never_unknown;  // of those that can be, "older-than-age is never unknown"
  std::vector<std::string> borders_not_covered;  // "grown-up: no case has "…" one day before "…"", see case_coverage.h
  std::vector<std::string> beside_not_covered;   // "serving is never yes", of what the cases expect beside the answer
  std::vector<StepCoverage> coverage;            // as long as the plan's steps
};

// Runs every [[case]] of the text under the plan. `counties` are those of the state, upper case; where there are none,
// a county is not looked up. Errors (kUsage), each with its place and a caret: policy.syntax, policy.key, policy.type,
// policy.outcome, policy.step and policy.beside (there is none of that id), case.fact (a value that the model or the
// parameter cannot hold, a county that is none), case.name (a name twice), case.empty (no case at all).
Result<CaseReport> run_cases(const policy::Plan& plan, const policy::SourceText& cases,
                             std::span<const std::string> counties = {});

}  // namespace redress::evaluate
