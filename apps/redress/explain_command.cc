#include <cstdio>
#include <memory>

#include "commands.h"
#include "policy_options.h"
#include "redress/explain.h"

namespace redress::app {
namespace {

struct ExplainOptions {
  PolicyOptions policy;
  std::string person;
};

int run(const ExplainOptions& options) {
  ExplainRequest request;
  request.inputs = options.policy.inputs;
  Result<PolicyChoice> choice = options.policy.policy_choice();
  if (!choice) return report(choice.error());
  request.policy = *std::move(choice);
  const Result<Date> as_of = as_of_date(options.policy.as_of);
  if (!as_of) return report(as_of.error());
  request.as_of = *as_of;
  request.person = options.person;
  const Result<std::string> text = explain_person(request);
  if (!text) return report(text.error());
  std::fputs(text->c_str(), stdout);
  return kDone;
}

}  // namespace

void add_explain(CLI::App& app, int& exit_status) {
  auto options = std::make_shared<ExplainOptions>();
  CLI::App* command = app.add_subcommand("explain", "One person's timeline and every decision about them, in words");
  command->footer(
      "Example:\n  redress explain county.csv --policy us-ca.prop64.los-angeles --as-of 2019-11-11 --person "
      "100000042\n\n"
      "The text holds personal facts. Show it to nobody who may not see the record.");
  options->policy.add_to(*command);
  command->add_option("--person", options->person, "The person's id, as the files write it (SUBJECT_ID)")->required();
  command->callback([options, &exit_status] { exit_status = run(*options); });
}

}  // namespace redress::app
