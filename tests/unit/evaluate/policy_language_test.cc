#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "evaluate/case_runner.h"
#include "policy/policy_texts.h"

namespace redress::evaluate {
namespace {

// The example of the document that begins with "```toml " and the kind.
std::string example(const std::string& document, const std::string& kind) {
  const std::string fence = "```toml " + kind + "\n";
  const std::size_t from = document.find(fence);
  REQUIRE(from != std::string::npos);
  const std::size_t start = from + fence.size();
  return document.substr(start, document.find("```", start) - start);
}

TEST_CASE("the example of docs/policy-language.md compiles, and its cases hold and leave nothing to be warned of") {
  const std::string document = policy::testing::project_file("docs/policy-language.md").text;
  auto set = policy::read_section_set({"plants.toml", example(document, "set")});
  if (!set) FAIL(to_string(set.error()));
  const std::vector<policy::SectionSetFile> sets = {*set};
  const auto plan = policy::compile_policy({"example.toml", example(document, "policy")}, sets);
  if (!plan) FAIL(to_string(plan.error()));
  const auto report = run_cases(*plan, {"example.cases.toml", example(document, "cases")});
  if (!report) FAIL(to_string(report.error()));
  CHECK(report->cases == 4);
  CHECK(report->failures.empty());
  CHECK(report->steps_not_covered.empty());
  CHECK(report->steps_never_unknown.empty());
  CHECK(report->borders_not_covered == std::vector<std::string>{});
}

}  // namespace
}  // namespace redress::evaluate
