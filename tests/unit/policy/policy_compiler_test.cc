#include <doctest/doctest.h>

#include "policy/policy.h"
#include "policy/policy_texts.h"

namespace redress::policy {
namespace {

using testing::compiled;
using testing::kAnyWhen;
using testing::kSmallPolicy;
using testing::replaced;
using testing::small_policy;


TEST_CASE("a policy is compiled whole") {
  const auto plan = compiled(small_policy(kAnyWhen));
  if (!plan) FAIL(to_string(plan.error()));
  CHECK(plan->id == "t.small");
  CHECK(plan->title == "Small policy");
  CHECK(plan->version == "1");
  CHECK(plan->kind == "county");
  CHECK(plan->county.empty());
  CHECK(plan->leap == LeapRule::kMarch1);
  REQUIRE(plan->sets.size() == 3);
  CHECK(plan->sets[plan->charge_set].alias == "plants");
  REQUIRE(plan->outcomes.size() == 3);
  CHECK(plan->outcomes[0].relief == Relief::kDismissal);
  CHECK(plan->outcomes[plan->needs_review_outcome()].label == "Needs Review");
  REQUIRE(plan->steps.size() == 3);
  CHECK(plan->steps[1].number == "2");
  CHECK(!plan->steps[2].when);
  CHECK(plan->steps[2].outcome == 1);
}

TEST_CASE("a reason is text, parameters and the citation") {
  const Plan plan = testing::plan_with(kAnyWhen);
  CHECK(reason_words(plan, plan.steps[1], {}, "11358 HS") == "50 years, 11358 HS");
  CHECK(reason_words(plan, plan.steps[2], {}, "11358 HS") == "Nothing else");
}

TEST_CASE("the reason of a list of charges is the entry that chose") {
  const auto plan = compiled(
      replaced(small_policy("conviction.charge is in chosen"), "reason = \"Tested\"", "reason = \"All {chosen}\""));
  REQUIRE(plan.ok());
  CHECK(reason_words(*plan, plan->steps[0], 1, "") == "All those of 11357");
}

TEST_CASE("a policy may put the anniversary of February 29 on February 28") {
  const auto plan = compiled(replaced(small_policy(kAnyWhen), "unit =", "leap = \"feb-28\"\nunit ="));
  REQUIRE(plan.ok());
  CHECK(plan->leap == LeapRule::kFebruary28);
}

struct CompileFault {
  std::string from;
  std::string to;
  std::string code;
  std::string marked;  // begins what the carets stand under
};

void check_faults(const std::vector<CompileFault>& faults) {
  for (const CompileFault& fault : faults) {
    CAPTURE(fault.to);
    const auto plan = compiled(replaced(small_policy(kAnyWhen), fault.from, fault.to));
    REQUIRE(!plan.ok());
    CHECK_MESSAGE(plan.error().code == fault.code, to_string(plan.error()));
    const std::string marked = testing::under_caret(plan.error());
    CHECK_MESSAGE(marked.starts_with(fault.marked), marked);
    CHECK(plan.error().kind == ErrorKind::kUsage);
    CHECK(!plan.error().next_step.empty());
  }
}

TEST_CASE("each fault of the head is refused at its place") {
  check_faults({
      {"id = \"t.small\"", "", "policy.key", "[policy]"},
      {"version = \"1\"", "version = 1", "policy.type", "1"},
      {"title =", "titel =", "policy.key", "[policy]"},
      {"unit =", "units = \"x\"\nunit =", "policy.key", "units"},
      {"kind = \"county\"", "kind = \"office\"", "policy.key", "office"},
      {"unit = \"conviction\"", "unit = \"arrest\"", "policy.key", "arrest"},
      {"unit =", "leap = \"mar-2\"\nunit =", "policy.key", "mar-2"},
      {"[policy]", "[polizy]", "policy.key", "[polizy]"},
      {"[scope]", "[scop]", "policy.key", "scop"},
      {"[[step]]", "[[stepp]]", "policy.key", "stepp"},
      {"[policy]", "[policy", "policy.syntax", ""},
  });
}

TEST_CASE("each fault of sets, scope and outcomes is refused at its place") {
  check_faults({
      {"plants = \"t.plants\"", "plants = \"t.plant\"", "policy.name", "t.plant"},
      {"plants = \"t.plants\"", "plants = 3", "policy.name", "3"},
      {"plants = \"t.plants\"", "plants = \"t.plants\"\nspare = \"t.grave\"", "policy.unused", "spare"},
      {"sections = \"plants\"", "sections = \"plant\"", "policy.name", "plant"},
      {"sections = \"plants\"", "", "policy.key", "[scope]"},
      {"when = \"conviction.county is run.county", "when = \"conviction.county is run.count", "policy.name",
       "run.count"},
      {"relief = \"none\"", "relief = \"nothing\"", "policy.outcome", "nothing"},
      {"id = \"refuse\"", "id = \"grant\"", "policy.outcome", "[[outcome]]"},
      {"label = \"Refused\"", "label = \"Granted\"", "policy.outcome", "[[outcome]]"},
      {"id = \"refuse\"", "id = \"needs-review\"", "policy.outcome", "[[outcome]]"},
      {"label = \"Refused\"", "label = \"Needs Review\"", "policy.outcome", "[[outcome]]"},
      {"[[step]]", "[[outcome]]\nid = \"spare\"\nlabel = \"Spare\"\nrelief = \"none\"\n[[step]]", "policy.unused",
       "spare"},
  });
}

TEST_CASE("each fault of a step is refused at its place") {
  check_faults({
      {"id = \"otherwise\"", "id = \"tested\"", "policy.step", "tested"},
      {"id = \"otherwise\"", "id = \"otherwise\"\nwhen = \"person.is_deceased\"", "policy.step", "[[step]]"},
      {"when = \"person.is_deceased\"\n", "", "policy.step", "[[step]]"},
      {"when = \"person.is_deceased\"", "when = \"yes\"", "policy.step", "yes"},
      {"when = \"person.is_deceased\"", "when = \"no\"", "policy.step", "no"},
      {"when = \"person.is_deceased\"", "when = \"\"", "policy.expression", ""},
      {"when = \"person.is_deceased\"", "when = true", "policy.type", "true"},
      {"outcome = \"refuse\"", "outcome = \"refused\"", "policy.outcome", "refused"},
      {"reason = \"Nothing else\"", "", "policy.key", "[[step]]"},
      {"reason = \"Nothing else\"", "reason = \"{years}\"", "policy.name", "{years}"},
      {"reason = \"Nothing else\"", "reason = \"{age\"", "policy.name", "{age"},
      {"reason = \"Nothing else\"", "reason = \"x\"\nquestionn = \"?\"", "policy.key", "questionn"},
  });
}

TEST_CASE("a policy without steps or without a scope is refused") {
  const std::string text = small_policy(kAnyWhen);
  const auto no_steps = compiled(text.substr(0, text.find("[[step]]")));
  REQUIRE(!no_steps.ok());
  CHECK(no_steps.error().code == "policy.step");
  const std::size_t scope = text.find("[scope]");
  const auto no_scope = compiled(text.substr(0, scope) + text.substr(text.find("[parameters.age]")));
  REQUIRE(!no_scope.ok());
  CHECK(no_scope.error().code == "policy.key");
}

TEST_CASE("a parameter that no condition uses is refused") {
  const auto plan = compiled(replaced(small_policy(kAnyWhen), "not asked or ", ""));
  REQUIRE(!plan.ok());
  CHECK(plan.error().code == "policy.unused");
  CHECK(testing::under_caret(plan.error()) == "asked");
}

TEST_CASE("no text of any kind brings the compiler down") {
  const std::string text = small_policy(kAnyWhen);
  for (std::size_t i = 0; i < text.size(); i += 7) {
    CHECK(!compiled(text.substr(0, i)).ok());
    std::string changed = text;
    changed[i] = '\"';
    if (const auto plan = compiled(changed); !plan) CHECK(plan.error().kind == ErrorKind::kUsage);
  }
}

TEST_CASE("the shipped policies compile, and speak of what their files say") {
  const Plan los_angeles = testing::shipped_policy("los-angeles");
  CHECK(los_angeles.county == "LOS ANGELES");
  CHECK(los_angeles.version == "2019-10-25");
  CHECK(los_angeles.steps.size() == 14);
  const Plan configurable = testing::shipped_policy("configurable");
  CHECK(configurable.county.empty());
  CHECK(configurable.steps.size() == 10);
  CHECK(configurable.steps.back().outcome == configurable.needs_review_outcome());
}

TEST_CASE("determinations and reasons are the words that offices and courts know") {
  const Plan plan = testing::shipped_policy("los-angeles");
  std::string words;
  for (const Step& step : plan.steps) {
    words += step.number + " " + plan.outcomes[step.outcome].label + ": " + reason_words(plan, step, {}, "") + "\n";
  }
  CHECK(words ==
        "0 To be reviewed by City Attorneys: Misdemeanor or Infraction\n"
        "1 Not eligible: Occurred after 11/09/2016\n"
        "2a Eligible for Dismissal: 11357(a) or 11357(b)\n"
        "2b Hand Review: Other 11357\n"
        "3 Not eligible: PC 667(e)(2)(c)(iv)\n"
        "3b Not eligible: PC 290\n"
        "4 Not eligible: Two priors\n"
        "5 Eligible for Dismissal: 50 years or older\n"
        "6 Eligible for Dismissal: 21 years or younger\n"
        "7 Eligible for Dismissal: Only has 11357-60 charges and completed sentence\n"
        "8 Eligible for Dismissal: No convictions in past 10 years\n"
        "9 Hand Review: Currently serving sentence\n"
        "10 Eligible for Dismissal: Deceased\n"
        "11 Hand Review: No applicable eligibility criteria\n");
}

}  // namespace
}  // namespace redress::policy
