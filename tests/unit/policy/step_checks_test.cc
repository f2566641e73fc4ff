#include "policy/check/step_checks.h"

#include <doctest/doctest.h>

#include "policy/policy_texts.h"

namespace redress::policy {
namespace {

using testing::compiled;
using testing::replaced;
using testing::small_policy;
using testing::under_caret;

std::string step(const std::string& id, const std::string& when) {
  return "[[step]]\nid = \"" + id + "\"\nwhen = \"" + when + "\"\noutcome = \"grant\"\nreason = \"x\"\n";
}

// The small policy with two more steps before its last one.
Result<Plan> with_steps(const std::string& first, const std::string& second) {
  return compiled(replaced(small_policy("person.is_deceased"), "[[step]]\nid = \"otherwise\"",
                           step("first", first) + step("second", second) + "[[step]]\nid = \"otherwise\""));
}

TEST_CASE("a condition that is the same for everybody is refused, whole or in part") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"yes", "yes"},
      {"1 is 1", "1 is 1"},
      {"yes and not no", "yes and not no"},
      {"'a' is 'b'", "'a' is 'b'"},
      {"2016-11-09 is before 2016-11-10", "2016-11-09 is before 2016-11-10"},
      {"2016-11-09 + 3 years is before 2016-11-10", "2016-11-09 + 3 years is before 2016-11-10"},
      {"conviction.is_attempt or 2 is at least 1", "2 is at least 1"},
      {"conviction.is_attempt and yes", "yes"},
      {"any(person.convictions, yes)", "yes"},
      {"count(person.convictions, it.level is 'felony' and 1 is 1) is at least 2", "1 is 1"},
      {"latest(person.convictions, 1 is 1) is before run.as_of", "1 is 1"},
      {"conviction.date is on or before conviction.date", "conviction.date is on or before conviction.date"},
      {"run.as_of - 3 years is run.as_of - 3 years", "run.as_of - 3 years is run.as_of - 3 years"},
      {"count(person.convictions) is at least 0", "count(person.convictions) is at least 0"},
      {"conviction.is_attempt and not conviction.is_attempt", "not conviction.is_attempt"},
      {"conviction.is_attempt or not conviction.is_attempt", "not conviction.is_attempt"},
      {"conviction.level is 'felony' or not conviction.level is 'felony'", "not conviction.level is 'felony'"},
      {"conviction.level is 'felony' and conviction.level is not 'felony'", "conviction.level is not 'felony'"},
      {"conviction.level is not 'felony' or asked or conviction.level is 'felony'", "conviction.level is not 'felony'"},
      {"any(person.convictions, it.is_attempt or not it.is_attempt)", "not it.is_attempt"},
  };
  for (const auto& [when, marked] : rows) {
    CAPTURE(when);
    const auto plan = compiled(small_policy(when));
    REQUIRE(!plan.ok());
    CHECK_MESSAGE(plan.error().code == "policy.step", to_string(plan.error()));
    CHECK(under_caret(plan.error()) == marked);
    CHECK(!plan.error().next_step.empty());
  }
}

TEST_CASE("what is said of a part beside its opposite is right for 'and' and for 'or'") {
  const auto cause_of = [](std::string_view when) {
    const auto plan = compiled(small_policy(when));
    return plan ? std::string() : plan.error().cause;
  };
  CHECK(cause_of("conviction.is_attempt and not conviction.is_attempt") ==
        "this stands beside its opposite, so that both together never hold");
  CHECK(cause_of("conviction.is_attempt or not conviction.is_attempt") ==
        "this stands beside its opposite, so that one of the two always holds");
}

TEST_CASE("a condition over parameters, and one that holds a settled truth, are none of these") {
  for (const std::string when :
       {"asked", "age is at least 50", "conviction.is_attempt is yes", "run.as_of is after 2020-01-01",
        "any(person.convictions, it.date is before it.sentence_end)"}) {
    CAPTURE(when);
    const auto plan = compiled(small_policy(when));
    if (!plan) FAIL_CHECK(to_string(plan.error()));
  }
}

TEST_CASE("a scope may speak of all convictions, but not of none") {
  const std::string scope = "conviction.county is run.county and conviction.charge is in sets.plants";
  CHECK(compiled(replaced(small_policy("asked"), scope, "yes")).ok());
  const auto none = compiled(replaced(small_policy("asked"), scope, "no"));
  REQUIRE(!none.ok());
  CHECK(none.error().code == "policy.step");
}

TEST_CASE("a step that holds wherever the scope does lets no later step be reached") {
  const auto plan = compiled(small_policy("conviction.charge is in sets.plants"));
  REQUIRE(!plan.ok());
  CHECK(plan.error().code == "policy.step");
  CHECK(under_caret(plan.error()) == "conviction.charge is in sets.plants");
}

TEST_CASE("a step that an earlier one never lets decide is refused, and the earlier one named") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"asked", "asked"},
      {"asked or conviction.is_attempt", "asked"},
      {"asked", "asked and conviction.is_attempt"},
      {"asked or conviction.is_attempt", "conviction.is_conspiracy and asked"},
      {"asked and conviction.is_attempt", "conviction.is_attempt and conviction.is_conspiracy and asked"},
      {"conviction.level is in ['misdemeanor', 'infraction']", "conviction.level is 'infraction'"},
      {"conviction.section is '11357'", "conviction.section is '11357' and conviction.subdivision begins with '(a)'"},
      {"conviction.date is on or after 2016-11-09", "conviction.date is after 2018-01-01"},
      {"count(person.convictions) is more than 1", "count(person.convictions) is more than 2"},
  };
  for (const auto& [first, second] : rows) {
    CAPTURE(second);
    const auto plan = with_steps(first, second);
    REQUIRE(!plan.ok());
    CHECK(plan.error().code == "policy.step");
    CHECK(under_caret(plan.error()) == second);
    CHECK(plan.error().cause.find("'first'") != std::string::npos);
  }
}

TEST_CASE("a step every part of which an earlier step decides is refused") {
  const auto plan = with_steps("asked", "asked or person.is_deceased");  // the first step: deceased
  REQUIRE(!plan.ok());
  CHECK(plan.error().cause.find("one of the steps up to 'first'") != std::string::npos);
}

TEST_CASE("a step that asks for less, or for something else, stands") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"asked and conviction.is_attempt", "asked"},
      {"asked and conviction.is_attempt", "asked and conviction.is_conspiracy"},
      {"conviction.level is 'infraction'", "conviction.level is in ['misdemeanor', 'infraction']"},
      {"not asked", "asked"},
  };
  for (const auto& [first, second] : rows) {
    CAPTURE(second);
    const auto plan = with_steps(first, second);
    if (!plan) FAIL_CHECK(to_string(plan.error()));
  }
}

TEST_CASE("two steps with one number are refused; steps without a number are not") {
  const auto plan =
      compiled(replaced(small_policy("asked"), "id = \"otherwise\"", "id = \"otherwise\"\nnumber = \"2\""));
  REQUIRE(!plan.ok());
  CHECK(plan.error().code == "policy.step");
  CHECK(under_caret(plan.error()) == "2");
}

TEST_CASE("a parameter that only a reason names is not used") {
  const std::string text =
      replaced(small_policy("asked"), "or not person.birth_date + age years is on or before run.as_of", "");
  const auto plan = compiled(text);  // the reason of the second step names {age}
  REQUIRE(!plan.ok());
  CHECK(plan.error().code == "policy.unused");
  CHECK(under_caret(plan.error()) == "age");
}

}  // namespace
}  // namespace redress::policy
