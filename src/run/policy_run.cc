// The policies at hand: list, show, check, test.
#include <algorithm>
#include <utility>

#include "evaluate/case_runner.h"
#include "policy/parse/toml_document.h"
#include "policy/policy.h"
#include "redress/policy.h"
#include "run/policy_library.h"

namespace redress {
namespace {

using run::PolicyFile;
using run::PolicyLibrary;

PolicyEntry entry_of(const policy::Plan& plan) {
  return {plan.id, plan.title, plan.version, plan.county, plan.steps.size()};
}

// A file with [set] at its head is a section set.
bool is_set_file(const policy::SourceText& text) {
  const Result<policy::TomlValue> document = policy::parse_toml(text);
  return document && document->find("set") != nullptr;
}

Result<PolicyTest> run_cases_of(const PolicyLibrary& library, const PolicyFile& file) {
  Result<policy::Plan> plan = library.compile(file.source);
  if (!plan) return plan.error();
  PolicyTest test;
  test.policy_id = plan->id;
  if (!file.cases) return test;
  Result<evaluate::CaseReport> cases = evaluate::run_cases(*plan, *file.cases);
  if (!cases) return cases.error();
  test.cases = cases->cases;
  for (const evaluate::CaseFailure& failure : cases->failures) {
    test.failures.push_back({failure.place, failure.name, failure.cause});
  }
  test.steps_not_covered = cases->steps_not_covered;
  return test;
}

}  // namespace

Result<std::vector<PolicyEntry>> list_policies(const std::string& policies_dir) {
  Result<PolicyLibrary> library = PolicyLibrary::load(policies_dir);
  if (!library) return library.error();
  std::vector<PolicyEntry> entries;
  for (const PolicyFile& file : library->policies()) {
    Result<policy::Plan> plan = library->compile(file.source);
    if (!plan) return plan.error();
    entries.push_back(entry_of(*plan));
  }
  std::sort(entries.begin(), entries.end(), [](const PolicyEntry& a, const PolicyEntry& b) { return a.id < b.id; });
  return entries;
}

Result<std::string> show_policy(const std::string& policies_dir, const std::string& policy) {
  Result<PolicyLibrary> library = PolicyLibrary::load(policies_dir);
  if (!library) return library.error();
  Result<policy::Plan> plan = library->compile(policy);
  if (!plan) return plan.error();
  return policy::policy_in_words(*plan, library->sets());
}

Result<PolicyEntry> check_policy(const std::string& policies_dir, const std::string& file) {
  Result<PolicyLibrary> library = PolicyLibrary::load(policies_dir);
  if (!library) return library.error();
  Result<policy::SourceText> text = run::read_text(file);
  if (!text) return text.error();
  if (is_set_file(*text)) {
    Result<policy::SectionSetFile> set = policy::read_section_set(*std::move(text));
    if (!set) return set.error();
    return PolicyEntry{set->id, set->title, "", "", 0};
  }
  Result<policy::Plan> plan = library->compile(*text);
  if (!plan) return plan.error();
  return entry_of(*plan);
}

Result<std::vector<PolicyTest>> test_policies(const std::string& policies_dir, const std::string& policy) {
  Result<PolicyLibrary> library = PolicyLibrary::load(policies_dir);
  if (!library) return library.error();
  std::vector<PolicyFile> files = library->policies();
  if (!policy.empty()) {
    Result<PolicyFile> file = library->find(policy);
    if (!file) return file.error();
    files = {*std::move(file)};
  }
  std::vector<PolicyTest> tests;
  for (const PolicyFile& file : files) {
    Result<PolicyTest> test = run_cases_of(*library, file);
    if (!test) return test.error();
    tests.push_back(*std::move(test));
  }
  return tests;
}

}  // namespace redress
