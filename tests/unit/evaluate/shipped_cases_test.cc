#include <doctest/doctest.h>

#include <string>

#include "evaluate/case_runner.h"
#include "policy/policy_texts.h"

namespace redress::evaluate {
namespace {

using policy::testing::project_file;
using policy::testing::shipped_policy;

void check_cases(const std::string& name) {
  const auto report = run_cases(shipped_policy(name), project_file("policies/us-ca/prop64/" + name + ".cases.toml"));
  if (!report) FAIL(to_string(report.error()));
  for (const CaseFailure& failure : report->failures) {
    FAIL_CHECK(failure.place, ": ", failure.name, ": ", failure.cause);
  }
  for (const std::string& step : report->steps_not_covered) FAIL_CHECK(step);
  CHECK(report->cases > 0);
}

TEST_CASE("the cases of the Los Angeles policy hold and reach every step both ways") {
  check_cases("los-angeles");
}

TEST_CASE("the cases of the configurable policy hold and reach every step both ways") {
  check_cases("configurable");
}

}  // namespace
}  // namespace redress::evaluate
