// The policies as callers see them: listed, shown, checked, their cases run.
#include "redress/policy.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace redress {
namespace {

std::string project_file(const std::string& path) { return std::string(REDRESS_SOURCE_DIR) + "/policies/us-ca/" + path; }

TEST_CASE("the cases of every policy that the program carries hold and reach every step both ways") {
  const auto tests = test_policies("", "");
  REQUIRE_MESSAGE(tests.ok(), to_string(tests.error()));
  REQUIRE(tests->size() == 7);
  for (const PolicyTest& test : *tests) {
    CAPTURE(test.policy_id);
    CHECK(test.cases >= 6);
    for (const CaseFailure& failure : test.failures) FAIL_CHECK(failure.place, ": ", failure.name, ": ", failure.cause);
    for (const std::string& step : test.steps_not_covered) FAIL_CHECK(step);
  }
}

TEST_CASE("policies are listed in order of their ids, with the county where they have one") {
  const auto entries = list_policies("");
  REQUIRE(entries);
  std::vector<std::string> ids;
  for (const PolicyEntry& entry : *entries) ids.push_back(entry.id);
  CHECK(ids == std::vector<std::string>{"us-ca.prop64.configurable", "us-ca.prop64.contra-costa",
                                        "us-ca.prop64.dismiss-all", "us-ca.prop64.dismiss-all-and-related",
                                        "us-ca.prop64.los-angeles", "us-ca.prop64.sacramento",
                                        "us-ca.prop64.san-joaquin"});
  CHECK(entries->at(0).county.empty());
  CHECK(entries->at(1).county == "CONTRA COSTA");
}

TEST_CASE("every policy can be shown in words that name its steps") {
  const auto entries = list_policies("");
  REQUIRE(entries);
  for (const PolicyEntry& entry : *entries) {
    const auto words = show_policy("", entry.id);
    REQUIRE(words);
    CHECK(words->find(entry.title) != std::string::npos);
    CHECK(words->find("Step 1, ") != std::string::npos);
  }
}

TEST_CASE("a policy with another's criteria says whose they are") {
  const auto words = show_policy("", "us-ca.prop64.contra-costa");
  REQUIRE(words);
  CHECK(words->find("Those of us-ca.prop64.san-joaquin") != std::string::npos);
}

TEST_CASE("policy and section-set files are told apart when they are checked") {
  const auto policy = check_policy("", project_file("prop64/sacramento.toml"));
  REQUIRE(policy);
  CHECK(policy->id == "us-ca.prop64.sacramento");
  CHECK(policy->steps == 7);
  const auto set = check_policy("", project_file("sets/pc290.toml"));
  REQUIRE(set);
  CHECK(set->id == "us-ca.pc290");
}

TEST_CASE("a policy file that is not there is an error of the words, not of the data") {
  const auto policy = check_policy("", "no-such-policy.toml");
  REQUIRE_FALSE(policy.ok());
  CHECK(policy.error().kind == ErrorKind::kUsage);
  CHECK(policy.error().place.file == "no-such-policy.toml");
}

}  // namespace
}  // namespace redress
