#include <algorithm>
#include <cstdio>
#include <memory>

#include "commands.h"
#include "policy_options.h"
#include "redress/compare.h"
#include "redress/policy.h"
#include "terminal.h"
#include "wrong_words.h"

namespace redress::app {
namespace {

struct PolicyCommandOptions {
  std::string policies_dir;
  std::vector<std::string> names;
  std::vector<std::string> inputs;  // of diff
  std::string county;
  std::string as_of;
};

int list(const PolicyCommandOptions& options) {
  const Result<std::vector<PolicyEntry>> entries = list_policies(options.policies_dir);
  if (!entries) return report(entries.error());
  std::size_t id_width = 0;
  std::size_t version_width = 0;
  for (const PolicyEntry& entry : *entries) {
    id_width = std::max(id_width, entry.id.size());
    version_width = std::max(version_width, entry.version.size());
  }
  bool any_county = false;
  for (const PolicyEntry& entry : *entries) {
    std::printf("%-*s %s %-*s  %s\n", static_cast<int>(id_width), entry.id.c_str(), entry.county.empty() ? "*" : " ",
                static_cast<int>(version_width), entry.version.c_str(), entry.title.c_str());
    any_county |= entry.county.empty();
  }
  if (any_county) std::printf("\n* for any county: needs --county\n");
  return kDone;
}

int show(const PolicyCommandOptions& options) {
  if (Status whole = check_policy_is_whole(options.names, options.names.front()); !whole) return report(whole.error());
  for (const std::string& name : options.names) {
    const Result<std::string> words = show_policy(options.policies_dir, name);
    if (!words) return report(words.error());
    std::fputs(words->c_str(), stdout);
  }
  return kDone;
}

int check_policies(const PolicyCommandOptions& options) {
  int status = kDone;
  for (const std::string& name : options.names) {
    const Result<PolicyCheck> check = check_policy(options.policies_dir, name);
    if (!check) {
      status = report(check.error());
      continue;
    }
    std::printf("%s: %s is sound", name.c_str(), check->entry.id.c_str());
    if (check->cases > 0)
      std::printf(", its %s %s", counted(check->cases, "case").c_str(), check->cases == 1 ? "holds" : "hold");
    std::printf("\n");
    for (const std::string& warning : check->warnings) std::printf("  warning: %s\n", warning.c_str());
  }
  return status;
}

int test(const PolicyCommandOptions& options) {
  int status = kDone;
  std::uint64_t cases = 0;
  std::uint64_t failed = 0;
  const std::vector<std::string> all = options.names.empty() ? std::vector<std::string>{""} : options.names;
  for (const std::string& name : all) {
    const Result<std::vector<PolicyTest>> tests = test_policies(options.policies_dir, name);
    if (!tests) return report(tests.error());
    for (const PolicyTest& test : *tests) {
      std::printf("%s: %s, %s failed\n", test.policy_id.c_str(), counted(test.cases, "case").c_str(),
                  grouped(test.failed_cases).c_str());
      for (const CaseFailure& failure : test.failures) {
        std::printf("  %s: %s\n    %s\n", failure.place.c_str(), failure.name.c_str(), failure.cause.c_str());
      }
      for (const std::string& step : test.steps_not_covered) std::printf("  step %s in any case\n", step.c_str());
      for (const std::string& step : test.steps_never_unknown) std::printf("  step %s in any case\n", step.c_str());
      for (const std::string& border : test.borders_not_covered) std::printf("  step %s\n", border.c_str());
      for (const std::string& entry : test.beside_not_covered)
        std::printf("  beside the determination, %s in any case\n", entry.c_str());
      cases += test.cases;
      failed += test.failed_cases;
    }
  }
  std::printf("%s passed, %s failed\n", counted(cases - failed, "case").c_str(), grouped(failed).c_str());
  if (failed > 0) status = kWrongWords;
  return status;
}

// "Eligible for Dismissal, step 5 older-than-age".
std::string answer_words(const PolicyAnswer& answer) {
  return answer.determination + (answer.step.empty() ? "" : ", step " + answer.step);
}

void print_affected(const CompareReport& report) {
  const PolicyComparison& comparison = report.comparisons.front();
  std::printf("\nPeople and convictions affected, county %s, as of %s\n\n", report.county.c_str(),
              to_iso(report.as_of).c_str());
  std::printf("  At least one of the two speaks of %s.\n  Another determination: %s. Another relief: %s.\n",
              affected_words(comparison.in_either).c_str(), affected_words(comparison.differing).c_str(),
              affected_words(comparison.other_relief).c_str());
  for (const AnswerPair& pair : comparison.pairs) {
    if (!pair.differs) continue;
    std::printf("\n  %s\n    A: %s\n    B: %s\n", affected_words(pair.affected).c_str(),
                answer_words(pair.first).c_str(), answer_words(pair.second).c_str());
  }
  std::printf("\nThese files alone are not the whole record of anyone in them.\n");
}

Result<CompareReport> compare_on(const PolicyCommandOptions& options, const std::vector<PolicyChoice>& choices) {
  const Result<Date> as_of = as_of_date(options.as_of);
  if (!as_of) return as_of.error();
  CompareRequest request;
  request.inputs = options.inputs;
  request.policy = choices[0];
  request.policy.county = options.county;
  request.further = {choices[1]};
  request.as_of = *as_of;
  watch_for_interrupt();
  TerminalObserver observer(TerminalObserver::Noise::kProgress);
  return compare_policies(request, &observer);
}

int diff(const PolicyCommandOptions& options) {
  std::vector<PolicyChoice> choices;
  for (const std::string& name : options.names) {
    Result<PolicyChoice> choice = parse_policy_choice(name);
    if (!choice) return report(choice.error());
    choice->policies_dir = options.policies_dir;
    choices.push_back(*std::move(choice));
  }
  const Result<PolicyDifference> difference = diff_policies(choices[0], choices[1]);
  if (!difference) return report(difference.error());
  if (options.inputs.empty()) {
    std::fputs(difference->words.c_str(), stdout);
    return kDone;
  }
  const Result<CompareReport> compared = compare_on(options, choices);
  if (!compared) return report(compared.error());
  std::fputs(difference->words.c_str(), stdout);
  print_affected(*compared);
  return kDone;
}

}  // namespace

void add_policy(CLI::App& app, int& exit_status) {
  auto options = std::make_shared<PolicyCommandOptions>();
  CLI::App* command = app.add_subcommand("policy", "The policies: list, show, check, test, diff");
  command->require_subcommand(1);
  command->footer(
      "Examples:\n  redress policy list\n  redress policy show us-ca.prop64.los-angeles\n"
      "  redress policy check my-policy.toml\n  redress policy test\n"
      "  redress policy diff us-ca.prop64.los-angeles us-ca.prop64.sacramento");
  const auto add = [&](const char* name, const char* words, int (*action)(const PolicyCommandOptions&)) {
    CLI::App* sub = command->add_subcommand(name, words);
    sub->add_option("--policies", options->policies_dir,
                    "A folder of policies and section sets to use instead of those built in");
    sub->callback([options, &exit_status, action] { exit_status = action(*options); });
    return sub;
  };
  add("list", "The policies at hand", list)->footer("Example:\n  redress policy list");
  CLI::App* shown = add("show", "A policy in words, numbered, with citations: what an office prints and signs", show);
  shown->add_option("POLICY", options->names, "A policy's id or the path of its file, or \"ID with name=value\"")
      ->required();
  shown->footer(
      "Examples:\n  redress policy show us-ca.prop64.los-angeles\n"
      "  redress policy show \"us-ca.prop64.los-angeles with dismiss_at_age=60\"");
  CLI::App* checked = add("check", "Whether policy files are sound, and the cases beside them hold", check_policies);
  checked->add_option("FILE", options->names, "Policy or section-set files")->required();
  checked->footer("Example:\n  redress policy check my-policy.toml");
  CLI::App* tested = add("test", "Run the cases that stand beside policies", test);
  tested->add_option("POLICY", options->names, "A policy's id, or the path of its file (default: all)");
  tested->footer("Example:\n  redress policy test us-ca.prop64.los-angeles");
  CLI::App* compared = add("diff", "What differs between two policies, in words", diff);
  compared->add_option("POLICY", options->names, "Two policies, each an id or a file, or \"ID with name=value\"")
      ->required()
      ->expected(2);
  CLI::Option* on = compared->add_option(
      "--on", options->inputs, "Research files of the Department of Justice: adds the people and convictions affected");
  compared->add_option("--county", options->county, "With --on, the county; not needed where the first policy names it")
      ->needs(on);
  compared
      ->add_option("--as-of", options->as_of,
                   "With --on, the day on which ages and years are measured (default: today)")
      ->needs(on);
  compared->footer(
      "Examples:\n  redress policy diff us-ca.prop64.los-angeles \"us-ca.prop64.los-angeles with dismiss_at_age=60\"\n"
      "  redress policy diff us-ca.prop64.los-angeles mine.toml --on county.csv --as-of 2019-11-11");
}

}  // namespace redress::app
