// Any text as the cases beside a policy: a report that adds up, or an error with a place in the text.
#include <string>

#include "evaluate/case_runner.h"
#include "policy/policy.h"
#include "property.h"

namespace redress::fuzz {
namespace {

void check(const policy::Plan& plan, std::string_view text) {
  const policy::SourceText source{"fuzzed.cases.toml", std::string(text)};
  const Result<evaluate::CaseReport> report = evaluate::run_cases(plan, source);
  if (!report) {
    require_good_error(report.error(), source);
    return;
  }
  require(report->cases > 0, "a file of cases has a case");
  require(report->coverage.size() == plan.steps.size(), "every step has its coverage");
  for (const evaluate::CaseFailure& failure : report->failures) {
    require(failure.place.starts_with(source.name + ":") && !failure.cause.empty(), "a failure says where and what");
  }
}

}  // namespace
}  // namespace redress::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  namespace fuzz = redress::fuzz;
  static const redress::policy::Plan los_angeles = fuzz::must(fuzz::library().compile("us-ca.prop64.los-angeles"));
  static const redress::policy::Plan configurable = fuzz::must(fuzz::library().compile("us-ca.prop64.configurable"));
  fuzz::check(los_angeles, fuzz::text_of(bytes, size));
  fuzz::check(configurable, fuzz::text_of(bytes, size));
  return 0;
}
