#include <cstdio>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "commands.h"
#include "machine_options.h"
#include "policy_options.h"
#include "redress/evaluate.h"
#include "terminal.h"

namespace redress::app {
namespace {

constexpr std::size_t kMostFacts = 10;

struct EvaluateOptions {
  PolicyOptions policy;
  std::string out;
  std::string max_rejects;
  bool only_decided = false;
  bool report = false;
  bool no_report = false;
  bool quiet = false;
  bool json = false;
  bool strict = false;
  MachineOptions machine;
};

void print_lines(const std::vector<Figure>& figures, std::size_t most) {
  for (std::size_t i = 0; i < std::min(most, figures.size()); ++i) {
    std::printf("%12s  %s\n", grouped(figures[i].convictions).c_str(), figures[i].label.c_str());
  }
  if (figures.size() > most)
    std::printf("%14sand %s more in summary.json\n", "", grouped(figures.size() - most).c_str());
}

void print_figures(const char* title, const std::vector<Figure>& figures, std::size_t most) {
  if (figures.empty()) return;
  std::printf("\n%s\n", title);
  print_lines(figures, most);
}

// What another policy answers, in a few lines: the statute speaks with words of its own, so that only what it gives can
// be held against the office's.
void print_beside(const BesideReport& beside) {
  const bool is_statute = beside.role == BesideReport::Role::kStatute;
  const std::string title = is_statute ? "What the statute gives these convictions by itself (" + beside.id +
                                             ", version " + beside.version + ")"
                                       : "Beside it: " + beside.choice;
  print_figures(title.c_str(), beside.by_determination, beside.by_determination.size());
  if (is_statute) {
    std::printf("  Another relief than the office's: %s\n", affected_words(beside.other_relief).c_str());
  } else {
    std::printf("  Another determination than the office's: %s\n", affected_words(beside.differing).c_str());
  }
}

void print_head(const EvaluateReport& report) {
  std::printf("%s (%s, version %s)\n", report.policy_title.c_str(), report.policy_id.c_str(),
              report.policy_version.c_str());
  std::printf("County %s, as of %s\n", report.county.c_str(), to_iso(report.as_of).c_str());
  for (const auto& [name, value] : report.parameters) std::printf("  %s = %s\n", name.c_str(), value.c_str());
  std::printf("\nRows      %s in, %s out, %s rejected", grouped(report.rows_in).c_str(),
              grouped(report.rows_out).c_str(), grouped(report.rows_rejected).c_str());
  if (report.rows_unusable > 0)
    std::printf("; %s of those out could not be used", grouped(report.rows_unusable).c_str());
  std::printf("\nPeople    %s, of whom %s %s a conviction that the policy speaks of\n", grouped(report.people).c_str(),
              grouped(report.people_in_scope).c_str(), report.people_in_scope == 1 ? "has" : "have");
  std::printf("Decided   %s of %s on record\n", counted(report.in_scope, "conviction").c_str(),
              grouped(report.convictions).c_str());
  if (report.unidentified_in_review > 0) {
    std::printf("          and %s more for review: convicted rows whose count cannot be identified\n",
                grouped(report.unidentified_in_review).c_str());
  }
}

// Whoever supplied facts sees at once whether they arrived.
void print_supplied(const EvaluateReport& report) {
  if (report.facts_files == 0) return;
  if (report.supplied.empty()) {
    std::printf("Supplied  no fact of %s was used: no row has a value, or what they say was known already\n",
                counted(report.facts_files, "file").c_str());
    return;
  }
  std::string used;
  for (const Figure& fact : report.supplied)
    used += (used.empty() ? "" : ", ") + fact.label + " (" + grouped(fact.convictions) + ")";
  std::printf("Supplied  and used for so many convictions or people: %s\n", used.c_str());
}

void print_worth_checking(const std::vector<std::string>& sentences) {
  if (!sentences.empty()) std::printf("\nWorth checking before these figures are used\n");
  for (const std::string& sentence : sentences) std::printf("  %s\n", sentence.c_str());
}

// What keeps convictions in review; they add up to all that are.
void print_review_facts(const EvaluateReport& report) {
  if (report.needs_review == 0) return;
  std::printf("\nFacts on which the most of those that need review hang, each alone\n");
  std::uint64_t by_one_fact = 0;
  for (const Figure& fact : report.reviews_by_fact) by_one_fact += fact.convictions;
  print_lines(report.reviews_by_fact, kMostFacts);
  if (by_one_fact == report.needs_review) return;
  std::printf("%12s  no single fact: several, a question of law, the scope, or a gap in the record\n",
              grouped(report.needs_review - by_one_fact).c_str());
}

void print_report(const EvaluateReport& report, bool left_out_for_size) {
  print_head(report);
  print_supplied(report);
  print_worth_checking(report.worth_checking);
  print_figures("By determination", report.by_determination, report.by_determination.size());
  print_figures("By step", report.by_step, report.by_step.size());
  for (const BesideReport& beside : report.beside) print_beside(beside);
  print_review_facts(report);
  if (left_out_for_size) {
    std::printf("\nReport and workbook are left out for more than %s decisions; 'redress report %s' makes them.\n",
                grouped(kMostReportedDecisions).c_str(), report.out.c_str());
  }
  std::printf("\nThe results are in %s. These files alone are not the whole record of anyone in them.\n",
              report.out.c_str());
}

Result<EvaluateRequest> request_of(const EvaluateOptions& options) {
  EvaluateRequest request;
  if (Status said = options.policy.put_into(request); !said) return said.error();
  const Result<RejectLimit> limit = parse_reject_limit(options.max_rejects);
  if (!limit) return limit.error();
  request.max_rejects = *limit;
  request.out = options.out;
  request.reports = options.no_report ? Reports::kSkip : options.report ? Reports::kWrite : Reports::kUpToSize;
  request.all_rows = options.only_decided ? AllRows::kSkip : AllRows::kWrite;
  if (Status machine = options.machine.put_into(request); !machine) return machine.error();
  return request;
}

int run(const EvaluateOptions& options) {
  const Result<EvaluateRequest> request = request_of(options);
  if (!request) return report(request.error());
  watch_for_interrupt();
  const bool silent = options.quiet || options.json;
  Result<EvaluateReport> done = [&] {
    TerminalObserver observer(silent ? TerminalObserver::Noise::kQuiet : TerminalObserver::Noise::kProgress);
    return evaluate_files(*request, &observer);
  }();
  if (!done) return report(done.error());
  if (options.json) {
    std::fputs(done->summary_json.c_str(), stdout);
  } else if (!options.quiet) {
    print_report(*done, !done->has_reports && !options.no_report);
  }
  const bool attention =
      done->rows_rejected + done->rows_unusable + done->needs_review + done->unidentified_in_review > 0;
  return options.strict && attention ? kNeedsAttention : kDone;
}

}  // namespace

void add_evaluate(CLI::App& app, int& exit_status) {
  auto options = std::make_shared<EvaluateOptions>();
  CLI::App* command =
      app.add_subcommand("evaluate", "Decide every conviction that a policy speaks of, and write the results");
  command->footer(
      "Examples:\n  redress evaluate county.csv --policy us-ca.prop64.los-angeles --as-of 2019-11-11 --out results\n"
      "  redress evaluate county.csv --policy us-ca.prop64.los-angeles \\\n"
      "      --policy \"us-ca.prop64.los-angeles with dismiss_at_age=60\" --out results\n\n"
      "The results folder is complete or absent. all_rows.csv and rejects.csv hold Social Security numbers.");
  options->policy.add_to(*command);
  command->add_option("--out", options->out, "The results folder: absent, or empty")->required();
  CLI::Option* report = command->add_flag(
      "--report", options->report,
      "Write report.html, report.pdf and convictions.xlsx for any number of decisions (default: up to 100,000)");
  command->add_flag("--no-report", options->no_report, "Leave report and workbook out")->excludes(report);
  command->add_flag("--only-decided", options->only_decided, "Leave out all_rows.csv and condensed.csv");
  command->add_option("--max-rejects", options->max_rejects,
                      "Rows that may be rejected: a number, or 2% (default: 1%, at least 100)");
  options->machine.add_to(*command);
  command->add_flag("--quiet", options->quiet, "Print nothing but errors");
  command->add_flag("--json", options->json, "Print the summary as JSON");
  command->add_flag("--strict", options->strict, "Exit with 3 when rows were rejected or decisions need review");
  command->callback([options, &exit_status] { exit_status = run(*options); });
}

}  // namespace redress::app
