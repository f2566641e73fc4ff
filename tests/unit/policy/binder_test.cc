#include "policy/check/binder.h"

#include <doctest/doctest.h>

#include "policy/policy_texts.h"

namespace redress::policy {
namespace {

using testing::compiled;
using testing::small_policy;

// The condition of the first step, or the error.
Result<Expression> bound(std::string_view when) {
  auto plan = compiled(small_policy(when));
  if (!plan) return plan.error();
  return *std::move(plan->steps.front().when);
}

TEST_CASE("names of facts are facts with their owner") {
  const auto condition = bound("conviction.date is before person.birth_date");
  REQUIRE(condition.ok());
  CHECK(condition->operation == Operation::kCompareDates);
  CHECK(condition->comparison == Comparison::kBefore);
  CHECK(condition->children[0].field == Field::kDate);
  CHECK(condition->children[0].owner == Owner::kConviction);
  CHECK(condition->children[1].field == Field::kBirthDate);
  CHECK(condition->children[1].owner == Owner::kPerson);
}

TEST_CASE("it is the record that a list function looks at") {
  const auto condition = bound("any(person.convictions in sets.gang, it.date is before conviction.date)");
  REQUIRE(condition.ok());
  CHECK(condition->operation == Operation::kAny);
  CHECK(condition->list.kind == RecordKind::kConvictions);
  CHECK(condition->list.set == 2);
  CHECK(condition->children[0].children[0].owner == Owner::kIt);
}

TEST_CASE("every fact and every form of condition is part of the language") {
  for (const std::string when : {
           "conviction.level is 'felony'",
           "conviction.level is not 'felony'",
           "conviction.level is in ['misdemeanor', 'infraction']",
           "conviction.level is not in ['felony']",
           "conviction.county is not run.county",
           "conviction.section is '11357' and conviction.subdivision begins with '(a)'",
           "conviction.section begins with '113' and not conviction.section is ''",
           "conviction.subdivision is in ['', '(a)', '(B)(2)']",
           "conviction.is_attempt or conviction.is_conspiracy is yes",
           "conviction.sentence_end is before run.as_of",
           "conviction.sentence_end_earliest is on or after run.as_of - 3 months",
           "person.is_deceased",
           "not person.is_deceased",
           "person.birth_date + age years is on or before run.as_of",
           "age is at least 50",
           "idle is more than 0 and idle is less than 9 and idle is at most 8 and idle is not 3",
           "asked",
           "test is 'then'",
           "conviction.charge is in chosen",
           "conviction.charge is not in sets.grave",
           "any(person.convictions)",
           "all(person.convictions, it.charge is in sets.plants)",
           "count(person.convictions, it.section is conviction.section) is more than 1",
           "different_dates(person.convictions in sets.grave) is at least 2",
           "latest(person.convictions) is before run.as_of - 5 years",
           "earliest(person.convictions, it.level is 'felony') is after 1990-01-01",
           "any(person.registrations, it.date is before conviction.date)",
           "any(conviction.cycle_counts in sets.plants)",
           "conviction.arrest_date is before conviction.offense_date",
           "conviction.relief_is_entered",
           "any(person.registrations, not it.is_of_same_cycle and it.date is before conviction.charging_date)",
           "any(person.convictions in sets.gang, it.is_of_same_cycle)",
           "any(person.convictions, it.is_of_same_cycle and it.arrest_date is before 2000-01-01)",
       }) {
    CAPTURE(when);
    const auto condition = bound(when);
    if (!condition) FAIL_CHECK(to_string(condition.error()));
  }
}

struct BindFault {
  std::string when;
  std::string code;
  std::string marked;
  std::string advice;  // part of the next step
};

TEST_CASE("each fault is refused at its place, with advice") {
  const std::vector<BindFault> faults = {
      {"conviction.dat is before run.as_of", "policy.name", "conviction.dat", "Did you mean 'conviction.date'?"},
      {"agee is at least 5", "policy.name", "agee", "Did you mean 'age'?"},
      {"conviction.charge is in sets.graves", "policy.name", "sets.graves", "Did you mean 'sets.grave'?"},
      {"conviction.charge is '11357'", "policy.name", "conviction.charge", "conviction.charge is in sets.…"},
      {"any(person.convictions, it.charge is '11357')", "policy.name", "it.charge", "it.section is"},
      {"person.convictions is 3", "policy.name", "person.convictions", "any(person.convictions)"},
      {"conviction.cycle_counts is 3", "policy.name", "conviction.cycle_counts", "any(conviction.cycle_counts in sets"},
      {"facts.plants is 3", "policy.name", "facts.plants", "Declare it under [facts.plants]."},
      {"question.Q9", "policy.name", "question.Q9", "Declare it under [questions.Q9]."},
      {"sets.plants is '11357'", "policy.name", "sets.plants", "conviction.charge is in sets.plants"},
      {"anny(person.convictions)", "policy.name", "anny(person.convictions)", "Did you mean 'any'?"},
      {"any(person.conviction)", "policy.name", "person.conviction", "Did you mean 'person.convictions'?"},
      {"conviction.level is 'fellony'", "policy.name", "'fellony'", "Did you mean 'felony'?"},
      {"conviction.level is in ['felony', 'infration']", "policy.name", "'infration'", "Did you mean 'infraction'?"},
      {"test is 'thn'", "policy.name", "'thn'", "Did you mean 'then'?"},
      {"'thn' is test", "policy.name", "'thn'", "Did you mean 'then'?"},
      {"conviction.section is '11399'", "policy.section", "'11399'", "Did you mean '11359'?"},
      {"conviction.section is in ['11357', '11399']", "policy.section", "'11399'", "Did you mean '11359'?"},
      {"conviction.section is '11357(a)'", "policy.section", "'11357(a)'", "11357"},
      {"any(person.convictions, it.section is '1135')", "policy.section", "'1135'", "1135"},
      {"conviction.section begins with '114'", "policy.section", "'114'", "11357"},
      {"conviction.subdivision is 'a'", "policy.section", "'a'", "'(a)'"},
      {"conviction.subdivision begins with '(b)2'", "policy.section", "'(b)2'", "'(b)(2)'"},
      {"conviction.subdivision is '()'", "policy.section", "'()'", "'(b)(2)'"},
      {"conviction.subdivision begins with ''", "policy.step", "''", "'(a)'"},
      {"conviction.level is in []", "policy.step", "[]", "List the texts"},
      {"it.date is before run.as_of", "policy.name", "it.date", "Use conviction, person or run."},
      {"conviction.is_of_same_cycle", "policy.name", "conviction.is_of_same_cycle",
       "Did you mean 'it.is_of_same_cycle'?"},
      {"it.is_of_same_cycle", "policy.name", "it.is_of_same_cycle", "Use conviction, person or run."},
      {"conviction.arest_date is before run.as_of", "policy.name", "conviction.arest_date",
       "Did you mean 'conviction.arrest_date'?"},
      {"any(person.registrations, it.arrest_date is before run.as_of)", "policy.type", "it.arrest_date", "it.date"},
      {"age", "policy.type", "age", "Compare it"},
      {"conviction.date", "policy.type", "conviction.date", "Compare it"},
      {"run.as_of is before age", "policy.type", "age", "Use a date"},
      {"age is at least conviction.date", "policy.type", "conviction.date", "Use a number"},
      {"person.birth_date + run.as_of years is before run.as_of", "policy.type", "run.as_of", "Use a number"},
      {"person.birth_date + age months is before run.as_of", "policy.type", "age", "Write years"},
      {"conviction.date is before run.as_of - age days", "policy.type", "age", "Write years"},
      {"conviction.date is at least 2016-11-09", "policy.type", "conviction.date is at least 2016-11-09",
       "is on or after"},
      {"age is before 50", "policy.type", "age is before 50", "is at least"},
      {"age begins with 5", "policy.type", "age begins with 5", "Use is"},
      {"conviction.section is 11357", "policy.type", "11357", "Use a text"},
      {"['felony']", "policy.type", "['felony']", "is in"},
      {"conviction.level is in 'felony'", "policy.type", "'felony'", "is in ["},
      {"chosen", "policy.type", "chosen", "conviction.charge is in chosen"},
      {"conviction.charge is in age", "policy.type", "age", "charges"},
      {"conviction.charge is in sets.gang", "policy.type", "sets.gang", "any(person.convictions in sets.gang"},
      {"person.convictions in sets.grave", "policy.type", "person.convictions in sets.grave", "any("},
      {"any(person.registrations in sets.grave)", "policy.type", "person.registrations in sets.grave", "Remove"},
      {"any(person.registrations, it.level is 'felony')", "policy.type", "it.level", "it.date"},
      {"any(person.convictions in sets.gang, it.level is 'felony')", "policy.type", "it.level", "it.date"},
      {"any(person.convictions in sets.grave, it.charge is in sets.plants)", "policy.name", "it.charge",
       "without a set|person.convictions"},
      {"any(conviction.cycle_counts)", "policy.type", "conviction.cycle_counts", "in sets"},
      {"any(conviction.cycle_counts in sets.plants, it.date is before run.as_of)", "policy.type", "it.date", "any("},
      {"count(conviction.cycle_counts in sets.plants) is more than 1", "policy.type",
       "count(conviction.cycle_counts in sets.plants)", "any("},
      {"latest(conviction.cycle_counts in sets.plants) is before run.as_of", "policy.type",
       "latest(conviction.cycle_counts in sets.plants)", "any("},
      {"all(person.convictions)", "policy.type", "all(person.convictions)", "Add a condition"},
      {"any()", "policy.type", "any()", "person.convictions"},
      {"conviction.level is 'felony' or 'infraction'", "policy.type", "'infraction'", "is in ["},
      {"conviction.date is before '2016-11-09'", "policy.type", "'2016-11-09'", "without quotation marks"},
      {"any(person.convictions, yes, no)", "policy.type", "any(person.convictions, yes, no)", "person.convictions"},
      {"any(person.convictions, any(person.convictions))", "policy.type", "any(person.convictions)", "two conditions"},
  };
  for (const BindFault& fault : faults) {
    CAPTURE(fault.when);
    const auto condition = bound(fault.when);
    REQUIRE(!condition.ok());
    CHECK(condition.error().code == fault.code);
    CHECK(testing::under_caret(condition.error()) == fault.marked);
    const std::string& advice = condition.error().next_step;
    CHECK_MESSAGE(advice.find(fault.advice.substr(fault.advice.find('|') + 1)) != std::string::npos, advice);
    CHECK(condition.error().place.file == "small.toml");
  }
}

TEST_CASE("a fault in a condition of several lines stands on its own line") {
  const std::string text = testing::replaced(testing::kSmallPolicy, "when = \"{when}\"",
                                             "when = \"\"\"\nperson.is_deceased\nor agee is at least 5\"\"\"");
  const auto plan = compiled(text);
  REQUIRE(!plan.ok());
  CHECK(testing::under_caret(plan.error()) == "agee");
  CHECK(plan.error().place.column_1based == 4);
}

// The small policy with facts and a question declared, of which its second step asks.
std::string declaring(std::string_view when) {
  const std::string text = testing::replaced(
      small_policy(when), "[[outcome]]",
      "[facts.plants]\ntype = \"number\"\nquestion = \"How many?\"\n[facts.grams]\ntype = \"decimal\"\nquestion = "
      "\"How "
      "much?\"\n[facts.gift]\ntype = \"yes-no\"\nquestion = \"Given?\"\nabout = \"conviction\"\n[questions.Q3]\ntext = "
      "\"Does it count?\"\n[[outcome]]");
  return testing::replaced(
      text, "not (not asked",
      "not (not question.Q3 or not facts.gift or not facts.plants is 5 or not facts.grams is 5 or not asked");
}

TEST_CASE("declared facts have the type that the policy says, and questions are yes or no") {
  for (const std::string when :
       {"facts.plants is at most 6", "6 is at least facts.plants", "facts.plants is not 0",
        "facts.plants is more than idle", "facts.grams is at most 28.5", "facts.grams is less than 8",
        "28.5 is more than facts.grams", "8 is facts.grams", "facts.gift", "not facts.gift", "facts.gift is no",
        "question.Q3 or person.is_deceased",
        "any(person.registrations, it.date is before conviction.date and question.Q3)",
        "count(person.convictions) is more than facts.plants"}) {
    CAPTURE(when);
    const auto plan = compiled(declaring(when));
    if (!plan) FAIL_CHECK(to_string(plan.error()));
  }
  const auto plan = compiled(declaring("facts.grams is at most 8 and 28.5 is more than facts.grams"));
  REQUIRE(plan.ok());
  const Expression& condition = *plan->steps.front().when;
  CHECK(condition.children[0].children[1].integer == 8000);
  CHECK(condition.children[1].children[0].integer == 28500);
  CHECK(plan->facts.size() == 3);
  CHECK(plan->facts[1].type == DeclaredType::kDecimal);
  CHECK(plan->questions[0].text == "Does it count?");
}

TEST_CASE("a declared fact is refused where its type does not fit") {
  for (const std::string when : {"facts.plants is at most 6.5", "facts.plants", "facts.gift is at least 1",
                                 "facts.grams is before 2001-01-01", "facts.grams is at most idle",
                                 "question.Q3 is at most 3", "facts.plants is facts.grams", "it.facts.plants is 1"}) {
    CAPTURE(when);
    CHECK(!compiled(declaring(when)).ok());
  }
}

}  // namespace
}  // namespace redress::policy
