#include "run/policy_choice.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace redress::run {
namespace {

using Parameters = std::vector<std::pair<std::string, std::string>>;

TEST_CASE("a choice is a policy, or a policy with parameters") {
  const auto bare = parse_policy_choice("us-ca.prop64.los-angeles");
  REQUIRE(bare);
  CHECK(bare->policy == "us-ca.prop64.los-angeles");
  CHECK(bare->parameters.empty());
  const auto set = parse_policy_choice(" us-ca.prop64.configurable with dismiss_at_age = 60,reduce=11358;11360 ");
  REQUIRE(set);
  CHECK(set->policy == "us-ca.prop64.configurable");
  CHECK(set->parameters == Parameters{{"dismiss_at_age", "60"}, {"reduce", "11358;11360"}});
}

TEST_CASE("a value may be empty, and may hold an equals sign") {
  const auto choice = parse_policy_choice("p with reduce=, note=a=b");
  REQUIRE(choice);
  CHECK(choice->parameters == Parameters{{"reduce", ""}, {"note", "a=b"}});
}

TEST_CASE("a choice without a policy, or with what is not name=value, is refused") {
  for (const char* text :
       {"", " with a=1", "p with ", "p with a", "p with =1", "p with a=1,", "p with reduce=11358,11360"}) {
    CAPTURE(text);
    const auto choice = parse_policy_choice(text);
    REQUIRE_FALSE(choice.ok());
    CHECK(choice.error().code == "policy.with");
    CHECK(choice.error().kind == ErrorKind::kUsage);
  }
}

TEST_CASE("the text of a choice names a file without its folders, and is read back as it was") {
  PolicyChoice choice;
  choice.policy = "/home/office/draft.toml";
  choice.parameters = {{"dismiss_at_age", "60"}, {"reduce", "11358;11360"}};
  const std::string text = choice_text(choice);
  CHECK(text == "draft.toml with dismiss_at_age=60, reduce=11358;11360");
  const auto read = parse_policy_choice(text);
  REQUIRE(read);
  CHECK(read->policy == "draft.toml");
  CHECK(read->parameters == choice.parameters);
}

}  // namespace
}  // namespace redress::run
