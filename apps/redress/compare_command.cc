#include <filesystem>
#include <memory>
#include <string>

#include "commands.h"
#include "comparison_table.h"
#include "machine_options.h"
#include "policy_options.h"
#include "redress/compare.h"
#include "terminal.h"

namespace redress::app {
namespace {

struct CompareOptions {
  PolicyOptions policy;
  ComparisonFiles files;
  std::string max_rejects;
  bool quiet = false;
  MachineOptions machine;
};

Result<CompareRequest> policies_request(const CompareOptions& options) {
  CompareRequest request;
  if (Status said = options.policy.put_into(request); !said) return said.error();
  const Result<RejectLimit> limit = parse_reject_limit(options.max_rejects);
  if (!limit) return limit.error();
  request.max_rejects = *limit;
  request.files = options.files;
  if (Status machine = options.machine.put_into(request); !machine) return machine.error();
  return request;
}

int run_policies(const CompareOptions& options) {
  for (const std::string& input : options.policy.inputs) {
    if (std::filesystem::is_directory(input)) {
      return report(usage_error("compare.words", "'" + input + "' is a folder, and --policy is for research files",
                                "Leave --policy out to compare two results folders, or give the research files."));
    }
  }
  const Result<CompareRequest> request = policies_request(options);
  if (!request) return report(request.error());
  watch_for_interrupt();
  const Result<CompareReport> done = [&] {
    TerminalObserver observer(options.quiet ? TerminalObserver::Noise::kQuiet : TerminalObserver::Noise::kProgress);
    return compare_policies(*request, &observer);
  }();
  if (!done) return report(done.error());
  if (!options.quiet) print_comparison(*done, options.files.pairs);
  return kDone;
}

// Two results folders need nothing else; what only a run over files could follow is refused.
Status check_words(const CompareOptions& options) {
  const PolicyOptions& given = options.policy;
  if (given.inputs.size() != 2) {
    return usage_error("compare.words", "without --policy, two results folders are compared, and nothing else",
                       "Give two results folders, or the policies to compare: --policy A --policy B.");
  }
  const PolicyChoice& choice = given.choice;
  const bool has_more = !given.settings.empty() || !given.facts.empty() || !given.as_of.empty() ||
                        !choice.county.empty() || !choice.options_file.empty() || !choice.policies_dir.empty() ||
                        !options.max_rejects.empty() || options.machine.is_given();
  if (!has_more) return Done{};
  return usage_error("compare.words", "two results folders are compared as they are, without other options",
                     "Leave them out, or give the policies to compare: --policy A --policy B.");
}

int run_results(const CompareOptions& options) {
  if (Status words = check_words(options); !words) return report(words.error());
  const CompareResultsRequest request{options.policy.inputs[0], options.policy.inputs[1], options.files};
  const Result<CompareResultsReport> done = compare_results(request);
  if (!done) return report(done.error());
  if (!options.quiet) print_results_comparison(request, *done);
  return kDone;
}

}  // namespace

void add_compare(CLI::App& app, int& exit_status) {
  auto options = std::make_shared<CompareOptions>();
  CLI::App* command = app.add_subcommand(
      "compare", "Who is answered differently by policies on the same files, or in two results folders");
  command->footer(
      "Examples:\n  redress compare county.csv --policy us-ca.prop64.los-angeles \\\n"
      "      --policy \"us-ca.prop64.los-angeles with dismiss_at_age=60\" --as-of 2019-11-11\n"
      "  redress compare results-2019 results-2020 --out changes.csv\n\n"
      "The first policy is held against each of the others. The file of --each names people by their ids.");
  options->policy.add_to(*command);
  command->get_option("DATA")->description(
      "Research files of the Department of Justice, as for evaluate; or two results folders");
  command->get_option("--policy")->required(false);
  command->add_option("--out", options->files.pairs, "A CSV file to write: a line for each pair of answers");
  command->add_option("--each", options->files.each, "A CSV file to write: a line for each conviction that differs");
  command->add_option("--max-rejects", options->max_rejects,
                      "Rows that may be rejected: a number, or 2% (default: 1%, at least 100)");
  options->machine.add_to(*command);
  command->add_flag("--quiet", options->quiet, "Print nothing but errors");
  command->callback([options, &exit_status] {
    exit_status = options->policy.policies.empty() ? run_results(*options) : run_policies(*options);
  });
}

}  // namespace redress::app
