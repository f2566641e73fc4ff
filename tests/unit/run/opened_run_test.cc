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

std::string shipped_text(std::string_view name) {
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.path.ends_with(name)) return std::string(file.text);
  }
  FAIL(name);
  return {};
}

std::string with(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  if (at == std::string::npos) FAIL(from);
  return text.replace(at, from.size(), to);
}

// The shipped policies in a folder, the statute with this text or, without one, left out.
std::string policies_with_statute(const testing::ScratchFolder& folder, const std::string& statute) {
  for (const EmbeddedFile& file : embedded_files()) {
    if (!file.path.starts_with("policies/us-ca/")) continue;
    const bool is_statute = file.path.ends_with("/statute.toml");
    if (file.path.find("statute") != std::string_view::npos && (!is_statute || statute.empty())) continue;
    const std::filesystem::path path = folder.at(std::string(file.path));
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << (is_statute ? statute : std::string(file.text));
  }
  return folder.at("policies");
}

TEST_CASE("a folder of policies that lacks the statute is refused by its name") {
  const testing::ScratchFolder folder;
  PolicyChoice office = kLosAngeles;
  office.policies_dir = policies_with_statute(folder, "");
  const auto opened = open_policies(office, {}, kDay);
  REQUIRE_FALSE(opened.ok());
  CHECK(opened.error().code == "policies.statute_missing");
  CHECK(opened.error().cause.find("us-ca.prop64.statute") != std::string::npos);
}

TEST_CASE("an office's own text of the statute is answered beside the statute of the library, two policies of one id") {
  const testing::ScratchFolder folder;
  const auto opened_with = [&](const std::string& name, const std::string& text) {
    std::ofstream(folder.at(name)) << text;
    PolicyChoice office = choice(folder.at(name));
    office.county = "LOS ANGELES";
    auto opened = open_policies(office, {}, kDay);
    REQUIRE(opened);
    return *std::move(opened);
  };
  const std::string shipped = shipped_text("/statute.toml");
  const OpenedPolicies own = opened_with("own.toml", shipped + "# ours\n");
  REQUIRE(own.statute);
  CHECK(own.office.id == own.statute->id);
  CHECK(own.office.source.text != own.statute->source.text);
  CHECK(own.statute->source.text == shipped);
  CHECK_FALSE(opened_with("same.toml", shipped).statute);
}

TEST_CASE("a statute with a parameter that somebody chose is answered beside the statute with none") {
  const testing::ScratchFolder folder;
  const std::string text =
      with(shipped_text("/los-angeles.toml"), "\"us-ca.prop64.los-angeles\"", "\"us-ca.prop64.statute\"");
  const std::string policies = policies_with_statute(folder, text);
  for (const char* age : {"50", "60"}) {
    PolicyChoice office = choice("us-ca.prop64.statute", {{"dismiss_at_age", age}});
    office.policies_dir = policies;
    const auto opened = open_policies(office, {}, kDay);
    REQUIRE(opened);
    CHECK(opened->statute);
  }
  PolicyChoice plain = choice("us-ca.prop64.statute");
  plain.policies_dir = policies;
  const auto opened = open_policies(plain, {}, kDay);
  REQUIRE(opened);
  CHECK_FALSE(opened->statute);
}

TEST_CASE("a dated default and the same value chosen are two choices, for only one of them changes with the day") {
  const testing::ScratchFolder folder;
  const std::string dated = folder.at("dated.toml");
  std::ofstream(dated) << with(shipped_text("/los-angeles.toml"), "default = 50",
                               "default = [{ value = 50, until = 2019-12-31 }, { value = 40, from = 2020-01-01 }]");
  const std::vector<PolicyChoice> further = {choice(dated, {{"dismiss_at_age", "50"}})};
  const auto opened = open_policies(choice(dated), further, kDay);
  REQUIRE(opened);
  CHECK_FALSE(opened->office.parameters.front().is_chosen);
  CHECK(opened->further.front().plan.parameters.front().is_chosen);
  check_refused(choice(dated, {{"dismiss_at_age", "50"}}), {choice(dated, {{"dismiss_at_age", "50"}})}, "policy.twice");
}

}  // namespace
}  // namespace redress::run
