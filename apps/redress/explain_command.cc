#include <array>
#include <cstdio>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "commands.h"
#include "policy_options.h"
#include "redress/explain.h"
#include "terminal.h"

namespace redress::app {
namespace {

// A way to say who is to be explained.
struct SearchOption {
  SearchBy by;
  const char* name;
  const char* help;
};
constexpr std::array kSearchOptions = {
    SearchOption{SearchBy::kPerson, "--person", "Who: the person's id, as the files write it (SUBJECT_ID)"},
    SearchOption{SearchBy::kCiiNumber, "--cii", "Who: the CII number"},
    SearchOption{SearchBy::kCaseNumber, "--case", "Who: the number of a court case"},
    SearchOption{SearchBy::kName, "--name",
                 "Who: the name, or whole words with which it begins, as \"LEE, ANA\" or LEE; in any case of letters"},
};

struct ExplainOptions {
  PolicyOptions policy;
  std::array<std::string, kSearchOptions.size()> searches;  // as in kSearchOptions
  std::vector<const CLI::Option*> given;                    // the same
  bool json = false;
};

// Errors (kUsage): option.search.
Status set_search(const ExplainOptions& options, ExplainRequest& request) {
  std::size_t ways = 0;
  for (std::size_t i = 0; i < kSearchOptions.size(); ++i) {
    if (options.given[i]->count() == 0) continue;
    ++ways;
    request.search_by = kSearchOptions[i].by;
    request.search = options.searches[i];
  }
  if (ways == 1) return Done{};
  return usage_error("option.search", "say in exactly one way whom to explain",
                     "Give one of --person, --cii, --case and --name.");
}

Result<ExplainRequest> request_of(const ExplainOptions& options) {
  ExplainRequest request;
  if (Status search = set_search(options, request); !search) return search.error();
  if (Status said = options.policy.put_into(request); !said) return said.error();
  request.form = options.json ? ExplanationForm::kJson : ExplanationForm::kText;
  return request;
}

int run(const ExplainOptions& options) {
  const Result<ExplainRequest> request = request_of(options);
  if (!request) return report(request.error());
  watch_for_interrupt();
  const Result<Explanation> explanation = [&] {
    TerminalObserver observer(TerminalObserver::Noise::kTerminalOnly);
    return explain_people(*request, &observer);
  }();
  if (!explanation) return report(explanation.error());
  std::fputs(explanation->text.c_str(), stdout);
  return kDone;
}

}  // namespace

void add_explain(CLI::App& app, int& exit_status) {
  auto options = std::make_shared<ExplainOptions>();
  CLI::App* command = app.add_subcommand("explain", "A person's timeline and every decision about them, in words");
  command->footer(
      "Example:\n  redress explain county.csv --policy us-ca.prop64.los-angeles --as-of 2019-11-11 --person "
      "100000042\n\n"
      "The answer of the (first) policy comes with all its steps, and beneath it in short what the statute gives by\n"
      "itself and what every further policy answers. Whoever matches is explained, at most 20 people.\n"
      "The text holds personal facts. Show it to nobody who may not see the record.");
  options->policy.add_to(*command);
  for (std::size_t i = 0; i < kSearchOptions.size(); ++i) {
    options->given.push_back(command->add_option(kSearchOptions[i].name, options->searches[i], kSearchOptions[i].help));
  }
  command->add_flag("--json", options->json, "Print the whole trace as JSON");
  command->callback([options, &exit_status] { exit_status = run(*options); });
}

}  // namespace redress::app
