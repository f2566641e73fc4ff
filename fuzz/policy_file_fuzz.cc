// Any text as a policy: a plan, or an error with a place in the text. A plan can be shown, and set to its own values.
#include <string>
#include <vector>

#include "policy/policy.h"
#include "property.h"

namespace redress::fuzz {
namespace {

// Those whose criteria a policy may take over.
const std::vector<policy::SourceText>& shipped_policies() {
  static const std::vector<policy::SourceText> texts = [] {
    std::vector<policy::SourceText> all;
    for (const run::PolicyFile& file : library().policies()) all.push_back(file.source);
    return all;
  }();
  return texts;
}

void check(std::string_view text) {
  const policy::SourceText source{"fuzzed.toml", std::string(text)};
  const Result<policy::Plan> plan = policy::compile_policy(source, library().sets(), shipped_policies());
  if (!plan) {
    require_good_error(plan.error(), source);
    return;
  }
  require(!plan->steps.empty() && !plan->steps.back().when, "the last step of a plan always holds");
  for (const policy::Step& step : plan->steps) {
    require(step.outcome < plan->outcomes.size(), "a step has an outcome of the plan");
    const policy::SourceText& criteria = plan->criteria ? *plan->criteria : plan->source;
    require(step.extent.offset <= criteria.text.size(), "a step stands in the text of its criteria");
    policy::reason_words(*plan, step, {}, "11357(A) HS");
  }
  std::vector<policy::Setting> settings;
  for (const policy::Parameter& parameter : plan->parameters) {
    settings.push_back({parameter.name, policy::value_text(parameter), "--set"});
  }
  const Result<policy::Plan> set = policy::with_settings(*plan, settings);
  if (!set) require(false, to_string(set.error()));
  for (std::size_t i = 0; i < plan->parameters.size(); ++i) {
    require(set->parameters[i].value == plan->parameters[i].value, "a parameter set to its own value keeps it");
  }
  require(!policy::policy_in_words(*plan, library().sets()).empty(), "a plan has words");
}

}  // namespace
}  // namespace redress::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  redress::fuzz::check(redress::fuzz::text_of(bytes, size));
  return 0;
}
