#include "run/opened_run.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "run/embedded.h"
#include "support/scratch_folder.h"

namespace redress::run {
namespace {

constexpr Date kDay{2019, 11, 11};

PolicyChoice choice(std::string policy, std::vector<std::pair<std::string, std::string>> parameters = {}) {
  PolicyChoice made;
  made.policy = std::move(policy);
  made.parameters = std::move(parameters);
  return made;
}

const PolicyChoice kLosAngeles = choice("us-ca.prop64.los-angeles");

void check_refused(const PolicyChoice& office, const std::vector<PolicyChoice>& further, const std::string& code) {
  const auto opened = open_policies(office, further, kDay);
  REQUIRE_FALSE(opened.ok());
  CHECK(opened.error().code == code);
  CHECK(opened.error().kind == ErrorKind::kUsage);
}

TEST_CASE("the statute is opened beside the office's policy, and not where it is the office's") {
  const auto beside = open_policies(kLosAngeles, {}, kDay);
  REQUIRE(beside);
  REQUIRE(beside->statute);
  CHECK(beside->statute->id == "us-ca.prop64.statute");
  CHECK(beside->beside().size() == 1);
  PolicyChoice statute = choice("us-ca.prop64.statute");
  statute.county = "los angeles";
  const auto alone = open_policies(statute, {}, kDay);
  REQUIRE(alone);
  CHECK_FALSE(alone->statute);
  CHECK(alone->facts.county == "LOS ANGELES");
}

TEST_CASE("each further policy adds a column of its own at the end, in the order given") {
  const std::vector<PolicyChoice> further = {choice("us-ca.prop64.los-angeles", {{"dismiss_at_age", "60"}}),
                                             choice("us-ca.prop64.sacramento")};
  const auto opened = open_policies(kLosAngeles, further, kDay);
  REQUIRE(opened);
  const auto& columns = opened->formats.results.columns;
  REQUIRE(columns.size() > 2);
  CHECK(columns[columns.size() - 2].name ==
        "Eligibility Determination: us-ca.prop64.los-angeles with dismiss_at_age=60");
  CHECK(columns.back().name == "Eligibility Determination: us-ca.prop64.sacramento");
  CHECK(columns.back().further == 1);
  REQUIRE(opened->beside().size() == 3);
  CHECK(opened->beside()[0].is_statute);
  CHECK(opened->beside()[2].choice == "us-ca.prop64.sacramento");
}

TEST_CASE("a policy of another county is asked with the run's") {
  const std::vector<PolicyChoice> further = {choice("us-ca.prop64.sacramento")};
  const auto opened = open_policies(kLosAngeles, further, kDay);
  REQUIRE(opened);
  CHECK(opened->facts.county == "LOS ANGELES");
}

TEST_CASE("the same choice twice is refused, also where a parameter says its default") {
  check_refused(kLosAngeles, {kLosAngeles}, "policy.twice");
  check_refused(kLosAngeles, {choice("us-ca.prop64.los-angeles", {{"dismiss_at_age", "50"}})}, "policy.twice");
  check_refused(kLosAngeles, {choice("us-ca.prop64.sacramento"), choice("us-ca.prop64.sacramento")}, "policy.twice");
}

TEST_CASE("two files of one name are refused, because their columns would have one name") {
  const testing::ScratchFolder folder;
  std::filesystem::create_directories(folder.at("a"));
  std::filesystem::create_directories(folder.at("b"));
  const auto copied = [&](const std::string& to, const std::string& from) {
    const std::string source = std::string(REDRESS_SOURCE_DIR) + "/policies/us-ca/prop64/" + from;
    std::filesystem::copy_file(source, folder.at(to));
    return choice(folder.at(to));
  };
  const std::vector<PolicyChoice> further = {copied("a/draft.toml", "sacramento.toml"),
                                             copied("b/draft.toml", "dismiss-all.toml")};
  const auto opened = open_policies(kLosAngeles, further, kDay);
  REQUIRE_FALSE(opened.ok());
  CHECK(opened.error().code == "policy.twice");
  CHECK(opened.error().cause.find("'draft.toml'") != std::string::npos);
}

TEST_CASE("an unknown policy or parameter of a further choice is refused with the near match") {
  const std::vector<PolicyChoice> unknown = {choice("us-ca.prop64.los-angeles", {{"dismiss_at_ag", "60"}})};
  const auto opened = open_policies(kLosAngeles, unknown, kDay);
  REQUIRE_FALSE(opened.ok());
  CHECK(opened.error().code == "parameter.unknown");
  CHECK(opened.error().next_step.find("dismiss_at_age") != std::string::npos);
  check_refused(kLosAngeles, {choice("us-ca.prop64.sacramentoo")}, "policy.unknown");
}

TEST_CASE("policies are refused before any file is looked for") {
  check_refused(choice("us-ca.prop64.los-angelos"), {}, "policy.unknown");
}

TEST_CASE("a folder of policies that lacks the statute is refused by its name") {
  const testing::ScratchFolder folder;
  for (const EmbeddedFile& file : embedded_files()) {
    if (!file.path.starts_with("policies/us-ca/") || file.path.find("statute") != std::string_view::npos) continue;
    const std::filesystem::path path = folder.at(std::string(file.path));
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << file.text;
  }
  PolicyChoice office = kLosAngeles;
  office.policies_dir = folder.at("policies");
  const auto opened = open_policies(office, {}, kDay);
  REQUIRE_FALSE(opened.ok());
  CHECK(opened.error().code == "policies.statute_missing");
  CHECK(opened.error().cause.find("us-ca.prop64.statute") != std::string::npos);
}

}  // namespace
}  // namespace redress::run
