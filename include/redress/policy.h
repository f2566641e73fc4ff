// redress/policy.h: the policies at hand: which there are, in words, checked, and their cases run.
// Public face; std only. `policies_dir` replaces the policies that the program carries; empty means those.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "redress/error.h"
#include "redress/evaluate.h"

namespace redress {

struct PolicyEntry {
  std::string id, title, version, county;  // county is empty where the run names it
  std::uint64_t steps = 0;
};

// In order of id. Errors (kUsage): of any policy or section-set file that is faulty; policy.duplicate when two files
// have one id.
Result<std::vector<PolicyEntry>> list_policies(const std::string& policies_dir);

// The policy in words, numbered, with citations: what an office prints and signs. `policy`: an id or a file, and
// parameters as parse_policy_choice reads them. Errors (kUsage): of a faulty file, policy.unknown, those of parameters.
Result<std::string> show_policy(const std::string& policies_dir, const std::string& policy);

// What differs between two policies, each with the parameters of its choice.
struct PolicyDifference {
  std::string words;         // as an attorney reads it: plain text, 100 columns; the first is called A, the other B
  bool in_criteria = false;  // whether some conviction could be answered otherwise, its county aside
};

// Steps are matched by their ids; conditions are compared as they are written. The policies of `a` serve both; counties
// are not looked at. Errors (kUsage): of a faulty file, policy.unknown, those of parameters.
Result<PolicyDifference> diff_policies(const PolicyChoice& a, const PolicyChoice& b);

// A sound policy or section-set file. Of a policy with cases beside it: how many, and what they leave untried.
struct PolicyCheck {
  PolicyEntry entry;
  std::uint64_t cases = 0;
  std::vector<std::string> warnings;  // steps never unknown, borders without cases on their sides, no cases at all
};

// Whether the policy or section-set file at this path is sound, and the cases beside the policy hold (the same name
// with .cases.toml). Errors (kUsage): the first fault, with a caret; case.failed; case.coverage (a step that no case
// reaches both ways).
Result<PolicyCheck> check_policy(const std::string& policies_dir, const std::string& file);

struct CaseFailure {
  std::string place;  // file and line of the case
  std::string name;
  std::string cause;  // expected and found, in words
};

struct PolicyTest {
  std::string policy_id;
  std::uint64_t cases = 0;
  std::uint64_t failed_cases = 0;                // with at least one failure
  std::vector<CaseFailure> failures;             // one for each conviction that is answered otherwise than expected
  std::vector<std::string> steps_not_covered;    // "older-than-age is never no", in words
  std::vector<std::string> steps_never_unknown;  // of the steps that can be: "older-than-age is never unknown"
  std::vector<std::string> borders_not_covered;  // "grown-up: no case has "…" one day before "…""
  std::vector<std::string> beside_not_covered;   // "serving is never yes", of what stands beside the determination
};

// Runs the cases that stand beside each policy; `policy` is an id, a file (its cases: the same name with .cases.toml),
// or empty for all. Errors (kUsage): of a faulty file.
Result<std::vector<PolicyTest>> test_policies(const std::string& policies_dir, const std::string& policy);

}  // namespace redress
