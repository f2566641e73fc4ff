// Facts that the policy declares, open questions, and the possible outcomes over their combinations. The policy is the
// part of 11358 and of 11357(a) of statute-policy.md, whose table gives the expected answers.
#include "evaluate/combinations.h"

#include <doctest/doctest.h>

#include "evaluate/case_records.h"

namespace redress::evaluate {
namespace {

using testing::record;
using testing::run_of;
using Names = std::vector<std::string>;

constexpr std::string_view kStatuteHead = R"toml([policy]
id = "t.statute"
title = "Statute"
version = "1"
kind = "statute"
unit = "conviction"
[sets]
plants = "t.plants"
grave = "t.grave"
[scope]
when = "conviction.charge is in sets.plants"
sections = "plants"
[facts.plants]
type = "number"
question = "How many plants were there?"
[facts.concentrate_grams]
type = "decimal"
unit = "grams"
question = "How much concentrate was there?"
[facts.personal_small]
type = "yes-no"
question = "Was it personal and small?"
[questions.Q1]
text = "What do two earlier convictions mean?"
[questions.Q3]
text = "Does a registration count?"
source = "Counsel"
[[outcome]]
id = "ds"
label = "Dismiss and seal"
relief = "dismissal"
[[outcome]]
id = "ri"
label = "Redesignate as infraction"
relief = "reduction"
[[outcome]]
id = "rm"
label = "Redesignate as misdemeanor"
relief = "reduction"
[[outcome]]
id = "ex"
label = "Excluded by prior conviction"
relief = "none"
)toml";

constexpr std::string_view kSteps = R"toml([[step]]
id = "57A-1"
when = """conviction.section is '11357' and facts.concentrate_grams is at most 8
and conviction.offense_date is on or after person.birth_date + 21 years"""
outcome = "ds"
reason = "8 g or less, 21 or older"
[[step]]
id = "57A-4"
when = """conviction.section is '11357' and facts.concentrate_grams is at most 8
and not conviction.offense_date is on or after person.birth_date + 21 years"""
outcome = "ri"
reason = "8 g or less, 18 to 20"
[[step]]
id = "small"
when = "conviction.section is '11359' and facts.personal_small"
outcome = "ds"
reason = "Personal and small"
[[step]]
id = "large"
when = "conviction.section is '11359' and facts.personal_small is no"
outcome = "ds"
reason = "Not so"
[[step]]
id = "58-1"
when = """conviction.section is '11358' and facts.plants is at most 6
and conviction.offense_date is on or after person.birth_date + 21 years"""
outcome = "ds"
reason = "6 plants or fewer, 21 or older"
[[step]]
id = "58-3"
when = """conviction.section is '11358' and facts.plants is at most 6
and not conviction.offense_date is on or after person.birth_date + 21 years"""
outcome = "ri"
reason = "6 plants or fewer, 18 to 20"
[[step]]
id = "58-6"
when = """any(person.convictions in sets.grave, not it.is_of_same_cycle and it.date is before conviction.charging_date)
or any(person.registrations, not it.is_of_same_cycle and it.date is before conviction.charging_date) and question.Q3"""
outcome = "ex"
reason = "HSC 11358(d)(1)"
[[step]]
id = "58-7"
when = "count(person.convictions, it.section is conviction.section) is at least 3"
outcome = "needs-review"
reason = "Two earlier convictions of the section (open question Q1)"
questions = ["Q1"]
[[step]]
id = "58-2"
outcome = "rm"
reason = "Now a misdemeanor"
)toml";

policy::Plan plan_of(std::string_view head = kStatuteHead, std::string_view steps = kSteps) {
  auto plan = policy::testing::compiled(std::string(head) + std::string(steps));
  if (!plan) FAIL(to_string(plan.error()));
  return *std::move(plan);
}

// What is answered about the first conviction of a record.
struct AnsweredCase {
  Answer answer = Answer::kUndecided;
  std::string step;
  Names possible, missing;

  explicit AnsweredCase(std::string text, const policy::Plan& plan = plan_of()) {
    const CasePerson read = record(std::move(text), plan);
    const RunFacts run = run_of();
    const PersonEvaluation evaluation(plan, read.person, run);
    const Decision decision = evaluation.decide(0, Detail::kFull);
    CHECK(evaluation.decide(0, Detail::kAnswer).possible == decision.possible);
    answer = decision.answer;
    if (answer == Answer::kDecided) step = plan.steps[decision.deciding_step].id;
    for (const std::size_t outcome : decision.possible) possible.push_back(plan.outcomes[outcome].id);
    for (const UnknownFact& fact : decision.deciding) missing.push_back(case_fact_name(fact, read.convictions));
  }
};

// Arrested on the 21st birthday: the offense may have been before it.
constexpr std::string_view kAtTwentyOne = "person = { born = 1984-03-10 }\n";
constexpr std::string_view kOlder = "person = { born = 1960-01-01 }\n";

std::string with(std::string_view person, std::string_view section, std::string_view keys = {},
                 std::string_view more = {}) {
  return std::string(person) + "convictions = [ { section = \"" + std::string(section) +
         " HS\", date = 2005-06-01, arrested = 2005-03-10" + std::string(keys) + " }" + std::string(more) + " ]\n";
}

TEST_CASE("a declared fact is what the case supplies") {
  CHECK(AnsweredCase(with(kOlder, "11358", ", facts = { plants = 6 }")).step == "58-1");
  CHECK(AnsweredCase(with(kOlder, "11358", ", facts = { plants = 7 }")).step == "58-2");
  CHECK(AnsweredCase(with(kOlder, "11357(A)", ", facts = { concentrate_grams = 8 }")).step == "57A-1");
  CHECK(AnsweredCase(with(kOlder, "11357(A)", ", facts = { concentrate_grams = 8.0 }")).step == "57A-1");
  CHECK(AnsweredCase(with(kOlder, "11357(A)", ", facts = { concentrate_grams = 8.001 }")).step == "58-2");
  CHECK(AnsweredCase(with(kOlder, "11359", ", facts = { personal_small = true }")).step == "small");
  CHECK(AnsweredCase(with(kOlder, "11359", ", facts = { personal_small = false }")).step == "large");
}

TEST_CASE("a declared fact that nobody supplies is missing by its name") {
  const AnsweredCase plants(with(kOlder, "11358"));
  CHECK(plants.possible == Names{"ds", "rm"});
  CHECK(plants.missing == Names{"plants of conviction 1"});
  CHECK(AnsweredCase(with(kOlder, "11357(A)")).missing == Names{"concentrate grams of conviction 1"});
}

TEST_CASE("two facts in doubt leave every outcome that some combination gives, and decide both") {
  const AnsweredCase both(with(kAtTwentyOne, "11358"));
  CHECK(both.possible == Names{"ds", "ri", "rm"});
  CHECK(both.missing == Names{"plants of conviction 1", "offense date of conviction 1"});
  const AnsweredCase age(with(kAtTwentyOne, "11358", ", facts = { plants = 6 }"));
  CHECK(age.possible == Names{"ds", "ri"});
  CHECK(age.missing == Names{"offense date of conviction 1"});
}

TEST_CASE("steps that exclude each other are never both possible by one fact") {
  // Both steps of the age together hold of everybody with so few plants: the last step is not possible.
  CHECK(AnsweredCase(with(kAtTwentyOne, "11358", ", facts = { plants = 0 }")).possible == Names{"ds", "ri"});
}

TEST_CASE("a fact whose every value leads to one outcome decides nothing") {
  const AnsweredCase small(with(kOlder, "11359"));
  CHECK(small.answer == Answer::kDecided);
  CHECK(small.step == "small");
  CHECK(small.possible == Names{"ds"});
  CHECK(small.missing.empty());
}

TEST_CASE("a birthday is a border on its own day") {
  // A year before the arrest is the 21st birthday, or the day after it comes too late by one.
  CHECK(AnsweredCase(with("person = { born = 1983-03-10 }\n", "11358", ", facts = { plants = 6 }")).step == "58-1");
  CHECK(AnsweredCase(with("person = { born = 1983-03-11 }\n", "11358", ", facts = { plants = 6 }")).possible ==
        Names{"ds", "ri"});
  CHECK(AnsweredCase(with("person = { born = 1984-03-11 }\n", "11358", ", facts = { plants = 6 }")).step == "58-3");
}

TEST_CASE("without a birth date the offense date is not split, and both are missing") {
  const AnsweredCase nobody(with("", "11358", ", facts = { plants = 6 }"));
  CHECK(nobody.answer == Answer::kUndecided);
  CHECK(nobody.missing == Names{"offense date of conviction 1", "birth date"});
}

TEST_CASE("what is not split stays as it is in each combination") {
  const AnsweredCase grave(with(kOlder, "11358", "", ", { section = \"187 PC\" }"));
  CHECK(grave.possible == Names{"ds", "ex", "rm"});
  CHECK(grave.missing ==
        Names{"plants of conviction 1", "date of conviction 2", "charging date of conviction 1"});
}

TEST_CASE("an open question is settled by nobody, and asked for only where it matters") {
  const std::string registered = "registrations = [ { is_pc290 = true, date = 1999-01-01 } ]\n";
  const AnsweredCase open(with(kOlder, "11358", ", facts = { plants = 7 }") + registered);
  CHECK(open.possible == Names{"ex", "rm"});
  CHECK(open.missing == Names{"question Q3"});
  CHECK(AnsweredCase(with(kOlder, "11358", ", facts = { plants = 6 }") + registered).step == "58-1");
  CHECK(AnsweredCase(with(kOlder, "11358", ", facts = { plants = 7 }")).step == "58-2");
}

TEST_CASE("a step may decide that a person looks at it, and may leave that possible") {
  const std::string two = ", { section = \"11358 HS\" }, { section = \"11358 HS\" }";
  const AnsweredCase decided(with(kOlder, "11358", ", facts = { plants = 7 }", two));
  CHECK(decided.answer == Answer::kDecided);
  CHECK(decided.step == "58-7");
  CHECK(decided.possible == Names{"needs-review"});
  CHECK(AnsweredCase(with(kOlder, "11358", "", two)).possible == Names{"ds", "needs-review"});
}

TEST_CASE("a fact in the condition of a list, or against a number of records, is not split") {
  const std::string steps =
      policy::testing::replaced(kSteps, "count(person.convictions, it.section is conviction.section) is at least 3",
                                "any(person.convictions, facts.plants is at least 7) or any(person.convictions, "
                                "it.date is before conviction.offense_date)");
  const AnsweredCase one(with(kAtTwentyOne, "11358"), plan_of(kStatuteHead, steps));
  CHECK(one.possible == Names{"ds", "ri", "needs-review", "rm"});
  CHECK(one.missing.size() == 2);
}

TEST_CASE("too many combinations leave the ordinary walk, which has them all") {
  std::string steps(kSteps);
  std::string borders;
  for (int i = 0; i < 2000; ++i) borders += " and facts.plants is not " + std::to_string(10 + 3 * i);
  steps = policy::testing::replaced(steps, "is at least 3\"", "is at least 3" + borders + "\"");
  const AnsweredCase many(with(kAtTwentyOne, "11358"), plan_of(kStatuteHead, steps));
  CHECK(many.possible == Names{"ds", "ri", "rm"});
}

}  // namespace
}  // namespace redress::evaluate
