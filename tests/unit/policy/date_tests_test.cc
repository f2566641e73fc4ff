#include "policy/words/date_tests.h"

#include <doctest/doctest.h>

#include "policy/policy.h"
#include "policy/policy_texts.h"

namespace redress::policy {
namespace {

using testing::shipped_policy;

using Lines = std::vector<std::string>;

Lines tests_of(const Plan& plan, std::string_view step_id) {
  for (const Step& step : plan.steps) {
    if (step.id == step_id) return date_tests(plan, *step.when);
  }
  FAIL("no such step");
  return {};
}

Plan los_angeles(std::vector<Setting> settings = {}) {
  auto plan = with_settings(shipped_policy("los-angeles"), settings);
  if (!plan) FAIL(to_string(plan.error()));
  return *std::move(plan);
}

TEST_CASE("a test of age names the birthday and the date it is held against") {
  CHECK(tests_of(los_angeles(), "older-than-age") ==
        Lines{"the person's 50th birthday [dismiss_at_age], against the as-of date"});
}

TEST_CASE("a test of years names the number and the date it runs from") {
  CHECK(tests_of(los_angeles(), "conviction-free") ==
        Lines{"the day 10 years [conviction_free_years] before the as-of date"});
}

TEST_CASE("of a choice only what was chosen is named") {
  CHECK(tests_of(los_angeles(), "youth") ==
        Lines{"the person's 21st birthday [youth_age], against the date of this conviction"});
  CHECK(tests_of(los_angeles({{"age_test", "as-of", "--set"}}), "youth") ==
        Lines{"the person's 21st birthday [youth_age], against the as-of date"});
}

TEST_CASE("a step that compares dates without ages or years has no such test") {
  CHECK(tests_of(los_angeles(), "prior-superstrike") == Lines{});
}

}  // namespace
}  // namespace redress::policy
