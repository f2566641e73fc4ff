#include <doctest/doctest.h>

#include <array>
#include <string>

#include "policy/policy.h"
#include "policy/policy_texts.h"

namespace redress::policy::testing {
namespace {

constexpr const char* kNeighbor = R"toml([policy]
id = "x.neighbor"
title = "Neighbor"
version = "2"
kind = "county"
unit = "conviction"
county = "INYO"
same_as = "x.small"
)toml";

std::string first_policy() {
  return small_policy("conviction.date is before 2016-11-09");
}

Result<Plan> neighbor(std::string_view text, std::span<const SourceText> others) {
  return compile_policy({"neighbor.toml", std::string(text)}, small_sets(), others);
}

// The id that the small policy of these tests has.
std::string small_id() {
  const auto plan = compiled(first_policy());
  REQUIRE(plan);
  return plan->id;
}

TEST_CASE("a policy takes over another's criteria under a head of its own") {
  const std::array others = {SourceText{"small.toml", first_policy()}};
  const auto plan = neighbor(replaced(kNeighbor, "x.small", small_id()), others);
  REQUIRE_MESSAGE(plan.ok(), to_string(plan.error()));
  const auto original = compiled(first_policy());
  REQUIRE(original);
  CHECK(plan->id == "x.neighbor");
  CHECK(plan->county == "INYO");
  CHECK(plan->same_as == small_id());
  CHECK(plan->source.name == "neighbor.toml");
  REQUIRE(plan->criteria);
  CHECK(plan->criteria->name == "small.toml");
  REQUIRE(plan->steps.size() == original->steps.size());
  CHECK(plan->steps.front().id == original->steps.front().id);
  CHECK(plan->parameters.size() == original->parameters.size());
}

TEST_CASE("where February 29 falls goes with the criteria unless the head says otherwise") {
  const std::array others = {SourceText{"small.toml", replaced(first_policy(), "unit =", "leap = \"feb-28\"\nunit =")}};
  const std::string text = replaced(kNeighbor, "x.small", small_id());
  CHECK(neighbor(text, others).value().leap == LeapRule::kFebruary28);
  CHECK(neighbor(text + "leap = \"mar-1\"\n", others).value().leap == LeapRule::kMarch1);
}

TEST_CASE("criteria of a policy that is not there are an error with the nearest id") {
  const std::array others = {SourceText{"small.toml", first_policy()}};
  const auto plan = neighbor(replaced(kNeighbor, "x.small", small_id() + "x"), others);
  REQUIRE_FALSE(plan.ok());
  CHECK(plan.error().code == "policy.same_as");
  CHECK(plan.error().next_step.find(small_id()) != std::string::npos);
  CHECK(under_caret(plan.error()) == small_id() + "x");
}

TEST_CASE("criteria are not taken over at second hand") {
  const std::array others = {SourceText{"neighbor.toml", kNeighbor}, SourceText{"small.toml", first_policy()}};
  const auto plan = neighbor(replaced(kNeighbor, "x.small", "x.neighbor"), others);
  REQUIRE_FALSE(plan.ok());
  CHECK(plan.error().code == "policy.same_as");
}

TEST_CASE("a policy with another's criteria may have no step of its own") {
  const std::array others = {SourceText{"small.toml", first_policy()}};
  const std::string text = replaced(kNeighbor, "x.small", small_id()) + "[[step]]\nid = \"more\"\n";
  const auto plan = neighbor(text, others);
  REQUIRE_FALSE(plan.ok());
  CHECK(plan.error().code == "policy.key");
  CHECK(plan.error().cause == "a policy with same_as has no criteria of its own, and 'step' is part of them");
  CHECK(under_caret(plan.error()) == "step");
}

TEST_CASE("a fault in the criteria is shown in the file that has them") {
  const std::array others = {SourceText{"small.toml", replaced(first_policy(), "conviction.date", "conviction.dote")}};
  const auto plan = neighbor(replaced(kNeighbor, "x.small", small_id()), others);
  REQUIRE_FALSE(plan.ok());
  CHECK(plan.error().code == "policy.name");
  CHECK(plan.error().place.file == "small.toml");
}

}  // namespace
}  // namespace redress::policy::testing
