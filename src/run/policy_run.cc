// The policies at hand: list, show, check, test.
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "evaluate/case_runner.h"
#include "policy/parse/toml_document.h"
#include "policy/policy.h"
#include "policy/words/policy_difference.h"
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
  Result<evaluate::CaseReport> cases = evaluate::run_cases(*plan, *file.cases, library.counties());
  if (!cases) return cases.error();
  test.cases = cases->cases;
  test.failed_cases = cases->failed_cases;
  for (const evaluate::CaseFailure& failure : cases->failures) {
    test.failures.push_back({failure.place, failure.name, failure.cause});
  }
  test.steps_not_covered = cases->steps_not_covered;
  test.steps_never_unknown = cases->steps_never_unknown;
  test.borders_not_covered = cases->borders_not_covered;
  test.beside_not_covered = cases->beside_not_covered;
  return test;
}

// What cases find wrong with a policy: the first that fails, else the first step that they do not reach both ways.
std::optional<Error> fault_of(const policy::Plan& plan, const policy::SourceText& cases,
                              const evaluate::CaseReport& report) {
  if (!report.failures.empty()) {
    const evaluate::CaseFailure& first = report.failures.front();
    const std::uint64_t more = report.failed_cases - 1;
    const std::string others =
        more == 0 ? "" : "; " + std::to_string(more) + (more == 1 ? " more case fails" : " more cases fail");
    return policy::error_at(cases, first.extent, "case.failed",
                            "the case \"" + first.name + "\" fails: " + first.cause + others,
                            "Correct the policy or the case; 'redress policy test' shows every case that fails.");
  }
  for (std::size_t i = 0; i < plan.steps.size(); ++i) {
    const evaluate::StepCoverage& seen = report.coverage[i];
    if (seen.seen_yes && (seen.seen_no || !plan.steps[i].when)) continue;
    return policy::error_at(plan.criteria ? *plan.criteria : plan.source, plan.steps[i].extent, "case.coverage",
                            "no case reaches the step '" + seen.step + "' as " + (seen.seen_yes ? "no" : "yes"),
                            "Add a case to " + cases.name + ".");
  }
  return std::nullopt;
}

Result<PolicyCheck> check_with_cases(const PolicyLibrary& library, const PolicyFile& file) {
  Result<policy::Plan> plan = library.compile(file.source);
  if (!plan) return plan.error();
  PolicyCheck check;
  check.entry = entry_of(*plan);
  if (!file.cases) {
    check.warnings.emplace_back("no cases stand beside it (a file of the same name that ends in .cases.toml)");
    return check;
  }
  Result<evaluate::CaseReport> cases = evaluate::run_cases(*plan, *file.cases, library.counties());
  if (!cases) return cases.error();
  if (auto error = fault_of(*plan, *file.cases, *cases)) return *error;
  check.cases = cases->cases;
  for (const std::string& step : cases->steps_never_unknown) check.warnings.push_back("step " + step + " in any case");
  for (const std::string& border : cases->borders_not_covered) check.warnings.push_back("step " + border);
  for (const std::string& entry : cases->beside_not_covered)
    check.warnings.push_back("beside the determination, " + entry + " in any case");
  return check;
}

}  // namespace

Result<std::vector<PolicyEntry>> list_policies(const std::string& policies_dir) {
  Result<PolicyLibrary> library = PolicyLibrary::load(policies_dir);
  if (!library) return library.error();
  std::vector<PolicyEntry> entries;
  std::map<std::string, std::string> files;  // by policy
  for (const PolicyFile& file : library->policies()) {
    Result<policy::Plan> plan = library->compile(file.source);
    if (!plan) return plan.error();
    const auto [first, is_new] = files.emplace(plan->id, file.source.name);
    if (!is_new) return run::twice(plan->id, first->second, file.source.name);
    entries.push_back(entry_of(*plan));
  }
  std::sort(entries.begin(), entries.end(), [](const PolicyEntry& a, const PolicyEntry& b) { return a.id < b.id; });
  return entries;
}

Result<std::string> show_policy(const std::string& policies_dir, const std::string& policy) {
  const Result<PolicyChoice> choice = parse_policy_choice(policy);
  if (!choice) return choice.error();
  Result<PolicyLibrary> library = PolicyLibrary::load(policies_dir);
  if (!library) return library.error();
  const Result<policy::Plan> plan = run::chosen_plan(*library, *choice);
  if (!plan) return plan.error();
  return policy::policy_in_words(*plan, library->sets());
}

Result<PolicyDifference> diff_policies(const PolicyChoice& a, const PolicyChoice& b) {
  Result<PolicyLibrary> library = PolicyLibrary::load(a.policies_dir);
  if (!library) return library.error();
  const Result<policy::Plan> plan_a = run::chosen_plan(*library, a);
  if (!plan_a) return plan_a.error();
  const Result<policy::Plan> plan_b = run::chosen_plan(*library, b);
  if (!plan_b) return plan_b.error();
  policy::PolicyDifference difference = policy::difference_of(*plan_a, *plan_b);
  return PolicyDifference{std::move(difference.words), difference.in_criteria};
}

Result<PolicyCheck> check_policy(const std::string& policies_dir, const std::string& file) {
  Result<PolicyLibrary> library = PolicyLibrary::load(policies_dir);
  if (!library) return library.error();
  Result<PolicyFile> read = library->read(file);
  if (!read) return read.error();
  if (!is_set_file(read->source)) return check_with_cases(*library, *read);
  Result<policy::SectionSetFile> set = policy::read_section_set(std::move(read->source));
  if (!set) return set.error();
  return PolicyCheck{{set->id, set->title, "", "", 0}, 0, {}};
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
