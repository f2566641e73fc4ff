#include <cstdio>
#include <memory>

#include "commands.h"
#include "machine_options.h"
#include "policy_options.h"
#include "redress/questions.h"
#include "terminal.h"

namespace redress::app {
namespace {

struct QuestionsOptions {
  PolicyOptions policy;
  std::string out;
  std::size_t top = 10;
  std::string max_rejects;
  bool quiet = false;
  MachineOptions machine;
};

Result<QuestionsRequest> request_of(const QuestionsOptions& options) {
  QuestionsRequest request;
  if (Status said = options.policy.put_into(request); !said) return said.error();
  const Result<RejectLimit> limit = parse_reject_limit(options.max_rejects);
  if (!limit) return limit.error();
  request.max_rejects = *limit;
  request.out = options.out;
  request.top = options.top;
  if (Status machine = options.machine.put_into(request); !machine) return machine.error();
  return request;
}

int run(const QuestionsOptions& options) {
  const Result<QuestionsRequest> request = request_of(options);
  if (!request) return report(request.error());
  watch_for_interrupt();
  const Result<QuestionsReport> done = [&] {
    TerminalObserver observer(options.quiet ? TerminalObserver::Noise::kQuiet : TerminalObserver::Noise::kProgress);
    return find_questions(*request, &observer);
  }();
  if (!done) return report(done.error());
  if (options.quiet) return kDone;
  std::fputs(done->text.c_str(), stdout);
  if (options.out.empty()) return kDone;
  std::printf(
      "\n%s %s to fill in: %s. It names people; give it to nobody who may not see their records.\n"
      "Filled in, add it with --facts; rows left empty are passed over.\n",
      grouped(done->rows_to_fill).c_str(), done->rows_to_fill == 1 ? "row" : "rows", options.out.c_str());
  return kDone;
}

}  // namespace

void add_questions(CLI::App& app, int& exit_status) {
  auto options = std::make_shared<QuestionsOptions>();
  CLI::App* command =
      app.add_subcommand("questions", "What keeps convictions in review: facts to look up, and questions of law");
  command->footer(
      "Examples:\n  redress questions county.csv --policy us-ca.prop64.los-angeles --as-of 2019-11-11\n"
      "  redress questions county.csv --policy us-ca.prop64.los-angeles --as-of 2019-11-11 --out facts.csv\n"
      "  redress evaluate county.csv --policy us-ca.prop64.los-angeles --as-of 2019-11-11 --facts facts.csv --out "
      "results\n\n"
      "The file names people. Fill in value, source and who; the other columns are there to help.");
  options->policy.add_to(*command);
  command->add_option("--out", options->out, "Write the facts that are missing to this CSV file, which must not exist");
  command->add_option("--top", options->top, "How many facts to show for each policy (default: 10)")
      ->check(CLI::Range(1, 1000));
  command->add_option("--max-rejects", options->max_rejects,
                      "Rows that may be rejected: a number, or 2% (default: 1%, at least 100)");
  options->machine.add_to(*command);
  command->add_flag("--quiet", options->quiet, "Print nothing but errors");
  command->callback([options, &exit_status] { exit_status = run(*options); });
}

}  // namespace redress::app
