// The policies as callers see them: listed, shown, checked, their cases run.
#include "redress/policy.h"

#include <doctest/doctest.h>

#include <fstream>
#include <string>
#include <vector>

#include "support/scratch_folder.h"

namespace redress {
namespace {

std::string project_file(const std::string& path) {
  return std::string(REDRESS_SOURCE_DIR) + "/policies/us-ca/" + path;
}

TEST_CASE("the cases of every policy that the program carries hold and reach every step and every border every way") {
  const auto tests = test_policies("", "");
  REQUIRE_MESSAGE(tests.ok(), to_string(tests.error()));
  REQUIRE(tests->size() == 8);
  for (const PolicyTest& test : *tests) {
    CAPTURE(test.policy_id);
    CHECK(test.cases >= 6);
    for (const CaseFailure& failure : test.failures) FAIL_CHECK(failure.place, ": ", failure.name, ": ", failure.cause);
    for (const std::string& step : test.steps_not_covered) FAIL_CHECK(step);
    for (const std::string& step : test.steps_never_unknown) FAIL_CHECK(step);
    for (const std::string& border : test.borders_not_covered) FAIL_CHECK(border);
    for (const std::string& entry : test.beside_not_covered) FAIL_CHECK(entry);
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
                                        "us-ca.prop64.san-joaquin", "us-ca.prop64.statute"});
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
    // The statute's steps have the names of its matrix.
    CHECK(words->find(entry.id == "us-ca.prop64.statute" ? "Step ENTERED, " : "Step 1, ") != std::string::npos);
  }
}

TEST_CASE("a policy is shown with the parameters that stand beside its name") {
  const auto words = show_policy("", "us-ca.prop64.los-angeles with dismiss_at_age=41, age_test=as-of");
  REQUIRE(words);
  CHECK(words->find("dismiss_at_age: 41") != std::string::npos);
  CHECK(words->find("41 years or older") != std::string::npos);
  CHECK(words->find("age_test: as-of") != std::string::npos);
  const auto wrong = show_policy("", "us-ca.prop64.los-angeles with dismiss_at_age=300");
  REQUIRE_FALSE(wrong);
  CHECK(wrong.error().cause == "us-ca.prop64.los-angeles: 'dismiss_at_age' is out of range: 300");
}

TEST_CASE("a policy with another's criteria says whose they are") {
  const auto words = show_policy("", "us-ca.prop64.contra-costa");
  REQUIRE(words);
  CHECK(words->find("Those of us-ca.prop64.san-joaquin") != std::string::npos);
}

TEST_CASE("policy and section-set files are told apart when they are checked") {
  const auto policy = check_policy("", project_file("prop64/sacramento.toml"));
  REQUIRE(policy);
  CHECK(policy->entry.id == "us-ca.prop64.sacramento");
  CHECK(policy->entry.steps == 7);
  CHECK(policy->cases > 0);
  CHECK(policy->warnings.empty());
  const auto set = check_policy("", project_file("sets/pc290.toml"));
  REQUIRE(set);
  CHECK(set->entry.id == "us-ca.pc290");
}

// Writes a draft and its cases: which convictions of felonies by age, over invented people.
std::string draft(const testing::ScratchFolder& folder, const std::string& cases) {
  const std::string path = folder.at("draft.toml");
  std::ofstream(path) << R"toml([policy]
id = "example.draft"
title = "A draft"
version = "1"
kind = "county"
unit = "conviction"
[sets]
prop64 = "us-ca.prop64"
[scope]
when = "conviction.county is run.county and conviction.charge is in sets.prop64"
sections = "prop64"
[[outcome]]
id = "dismiss"
label = "Dismiss"
relief = "dismissal"
[[outcome]]
id = "review"
label = "Review"
relief = "review"
[[step]]
id = "old"
when = "conviction.date is before 2010-01-01"
outcome = "dismiss"
reason = "Old"
[[step]]
id = "rest"
outcome = "review"
reason = "Rest"
)toml";
  if (!cases.empty()) std::ofstream(folder.at("draft.cases.toml")) << cases;
  return path;
}

std::string case_dated(const std::string& date, const std::string& outcome) {
  return "[[case]]\nname = '" + date +
         "'\nas_of = 2019-11-11\ncounty = \"KERN\"\nconvictions = [ { section = \"11359 HS\", "
         "county = \"KERN\", date = " +
         date + " } ]\nexpect = [ { outcome = \"" + outcome + "\" } ]\n";
}

TEST_CASE("a draft whose cases leave something untried is sound, with warnings") {
  const testing::ScratchFolder folder;
  const auto check =
      check_policy("", draft(folder, case_dated("2009-12-31", "dismiss") + case_dated("2011-01-01", "review")));
  REQUIRE_MESSAGE(check.ok(), to_string(check.error()));
  CHECK(check->cases == 2);
  CHECK(check->warnings ==
        std::vector<std::string>{
            "step old is never unknown in any case",
            "step old: no case has \"conviction.date\" on the same day as, nor one day after \"2010-01-01\""});
}

TEST_CASE("a draft whose cases try everything has no warnings") {
  const testing::ScratchFolder folder;
  const auto check = check_policy(
      "", draft(folder, case_dated("2009-12-31", "dismiss") + case_dated("2010-01-01", "review") +
                            case_dated("2010-01-02", "review") + case_dated("\"2009-12 or 2010-01\"", "needs-review")));
  REQUIRE_MESSAGE(check.ok(), to_string(check.error()));
  CHECK(check->warnings.empty());
}

TEST_CASE("a draft without cases is sound, with a warning that says how to name them") {
  const testing::ScratchFolder folder;
  const auto check = check_policy("", draft(folder, ""));
  REQUIRE_MESSAGE(check.ok(), to_string(check.error()));
  CHECK(check->cases == 0);
  REQUIRE(check->warnings.size() == 1);
  CHECK(check->warnings[0].find(".cases.toml") != std::string::npos);
}

TEST_CASE("of several cases that fail the first is shown and the others are counted") {
  const testing::ScratchFolder folder;
  const auto check =
      check_policy("", draft(folder, case_dated("2009-12-31", "review") + case_dated("2010-01-01", "dismiss")));
  REQUIRE(!check.ok());
  CHECK(check.error().code == "case.failed");
  CHECK(check.error().place.file == folder.at("draft.cases.toml"));
  CHECK(check.error().cause.find("1 more case fails") != std::string::npos);
}

TEST_CASE("a policy file that is not there is an error of the words, not of the data") {
  const auto policy = check_policy("", "no-such-policy.toml");
  REQUIRE_FALSE(policy.ok());
  CHECK(policy.error().kind == ErrorKind::kUsage);
  CHECK(policy.error().place.file == "no-such-policy.toml");
}

}  // namespace
}  // namespace redress
