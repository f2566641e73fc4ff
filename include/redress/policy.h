// redress/policy.h: the policies at hand: which there are, in words, checked, and their cases run.
// Public face; std only. `policies_dir` replaces the policies that the program carries; empty means those.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "redress/error.h"

namespace redress {

struct PolicyEntry {
  std::string id, title, version, county;  // county is empty where the run names it
  std::uint64_t steps = 0;
};

// In order of id. Errors (kUsage): of any policy or section-set file that is faulty.
Result<std::vector<PolicyEntry>> list_policies(const std::string& policies_dir);

// The policy in words, numbered, with citations: what an office prints and signs. `policy`: an id or a file.
Result<std::string> show_policy(const std::string& policies_dir, const std::string& policy);

// Whether the policy or section-set file at this path is sound. Errors (kUsage): the first fault, with a caret.
Result<PolicyEntry> check_policy(const std::string& policies_dir, const std::string& file);

struct CaseFailure {
  std::string place;  // file and line of the case
  std::string name;
  std::string cause;  // expected and found, in words
};

struct PolicyTest {
  std::string policy_id;
  std::uint64_t cases = 0;
  std::vector<CaseFailure> failures;
  std::vector<std::string> steps_not_covered;  // "older-than-age: never no", in words
};

// Runs the cases that stand beside each policy; `policy` is an id, a file (its cases: the same name with .cases.toml),
// or empty for all. Errors (kUsage): of a faulty file.
Result<std::vector<PolicyTest>> test_policies(const std::string& policies_dir, const std::string& policy);

}  // namespace redress
