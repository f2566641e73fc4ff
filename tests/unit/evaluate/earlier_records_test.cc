#include "evaluate/earlier_records.h"

#include <doctest/doctest.h>

#include <iterator>
#include <optional>
#include <string>

#include "base/calendar.h"
#include "evaluate/case_records.h"

namespace redress::evaluate::testing {
namespace {

bool is_of_that_shape(const std::string& when) {
  const policy::Plan plan = policy::testing::plan_with(when);
  const policy::Expression* asked = &*plan.steps.front().when;
  if (asked->operation == policy::Operation::kCompareIntegers) asked = &asked->children.front();
  return earlier_question(*asked).has_value();
}

TEST_CASE("only what a table of days can answer is taken for such a question") {
  CHECK(is_of_that_shape("any(person.convictions in sets.grave, it.date is before conviction.date)"));
  CHECK(
      is_of_that_shape("any(person.convictions, not it.is_of_same_cycle and it.date is before "
                       "conviction.charging_date)"));
  CHECK(is_of_that_shape("any(person.registrations, it.date is before conviction.arrest_date)"));
  CHECK(
      is_of_that_shape("different_dates(person.convictions, it.section is conviction.section and it.date is before "
                       "conviction.date) is at least 2"));
  CHECK_FALSE(is_of_that_shape("any(person.convictions, it.date is on or before conviction.date)"));
  CHECK_FALSE(is_of_that_shape("any(person.convictions, it.date is before conviction.date + 1 years)"));
  CHECK_FALSE(is_of_that_shape("any(person.convictions, it.date is before conviction.offense_date)"));
  CHECK_FALSE(is_of_that_shape("any(person.convictions, it.date is before run.as_of)"));
  CHECK_FALSE(is_of_that_shape("any(person.convictions, it.date is before conviction.date or it.is_attempt)"));
  CHECK_FALSE(is_of_that_shape("all(person.convictions, it.date is before conviction.date)"));
  CHECK_FALSE(is_of_that_shape("any(person.convictions, it.section is conviction.section)"));
  CHECK_FALSE(is_of_that_shape("any(person.convictions, it.sentence_end is before conviction.date)"));
}

// A life of many convictions. `odd`: some of them with dates, levels and charges that are not certain.
std::string life(std::size_t convictions, bool odd) {
  constexpr const char* kSections[] = {"11357(A) HS", "11358 HS", "11359 HS", "664/11359 HS", "459 PC", "187(A) PC"};
  std::string text = "person = { born = 1960-02-29 }\nconvictions = [\n";
  for (std::size_t i = 0; i < convictions; ++i) {
    const bool is_odd = odd && i % 13 == 5;
    const char* section = is_odd && i % 2 == 0 ? "288" : kSections[i * i % std::size(kSections)];
    if (odd && i % 17 == 3) section = i % 2 == 0 ? "unreadable" : "11359";
    text += "  { section = \"" + std::string(section) + "\"";
    if (!is_odd || i % 3 != 0) text += ", level = \"" + std::string(i % 5 == 0 ? "misdemeanor" : "felony") + "\"";
    if (i % 4 != 0) text += ", arrested = 200" + std::to_string(i % 8) + "-0" + std::to_string(1 + i % 9) + "-02";
    const std::string year = "200" + std::to_string(i % 8);
    const bool has_no_date = odd && i % 11 == 8;
    if (!has_no_date)
      text += ", date = " + (is_odd ? "\"" + year + "\"" : year + "-0" + std::to_string(1 + i % 9) + "-15");
    text += ", county = \"LOS ANGELES\"";
    if (i % 10 == 7) text += ", same_case = " + std::to_string(i);
    text += " },\n";
  }
  return text + "]\n";
}

// With full detail every record is gone through.
void check_same_as_gone_through(const policy::Plan& plan, const std::string& text) {
  const CasePerson read = record(text, plan);
  const RunFacts run = run_of();
  const PersonEvaluation evaluation(plan, read.person, run);
  for (std::size_t i = 0; i < read.person.convictions.size(); ++i) {
    CAPTURE(i);
    const Decision quick = evaluation.decide(i, Detail::kAnswer);
    const Decision whole = evaluation.decide(i, Detail::kFull);
    CHECK(quick.possible == whole.possible);
    CHECK(quick.deciding == whole.deciding);
    const std::vector<StepTrace> may_hold = steps_that_may_hold(whole);
    REQUIRE(quick.steps.size() == may_hold.size());
    for (std::size_t k = 0; k < quick.steps.size(); ++k) {
      CHECK(quick.steps[k].step == may_hold[k].step);
      CHECK(quick.steps[k].truth == may_hold[k].truth);
      CHECK(quick.steps[k].unknown == may_hold[k].unknown);
    }
  }
}

TEST_CASE("the table of days answers as going through the records does") {
  for (const std::string when :
       {"any(person.convictions in sets.grave, it.date is before conviction.date)",
        "any(person.convictions in sets.grave, not it.is_of_same_cycle and it.date is before conviction.charging_date)",
        "any(person.convictions, it.level is conviction.level and it.date is before conviction.arrest_date)",
        "different_dates(person.convictions, it.section is conviction.section and it.is_attempt is "
        "conviction.is_attempt and it.level is not 'misdemeanor' and not it.is_of_same_cycle and it.date is before "
        "conviction.date) is at least 3",
        "different_dates(person.convictions, it.date is before conviction.charging_date) is at least 20",
        "different_dates(person.convictions, not it.is_of_same_cycle and it.subdivision is '' and it.date is before "
        "conviction.charging_date) is at most 7"}) {
    CAPTURE(when);
    const policy::Plan plan = policy::testing::plan_with(when);
    for (const bool odd : {false, true}) {
      for (const std::size_t convictions : {std::size_t{33}, std::size_t{150}})
        check_same_as_gone_through(plan, life(convictions, odd));
    }
  }
}

// What is remembered of today must not be taken for a day on which the sets are others: on the day of a change, and on
// its eve, whoever asks for that day alone gets the same. How many changes there are.
std::size_t check_changes(const policy::Plan& plan, const std::string& text) {
  const CasePerson read = record(text, plan);
  const RunFacts run = run_of();
  const PersonEvaluation evaluation(plan, read.person, run);
  std::size_t changes = 0;
  for (std::size_t i = 0; i < read.person.convictions.size(); ++i) {
    const std::size_t today = outcome_of(plan, evaluation.decide(i, Detail::kOutcome));
    const std::optional<Change> change = evaluation.next_change(i, Detail::kOutcome, {});
    if (!change || !change->decision) continue;
    CAPTURE(i);
    ++changes;
    const RunFacts then{change->on, run.county};
    const RunFacts eve{add_days(change->on, -1), run.county};
    CHECK(outcome_of(plan, PersonEvaluation(plan, read.person, then).decide(i, Detail::kOutcome)) ==
          outcome_of(plan, *change->decision));
    CHECK(outcome_of(plan, PersonEvaluation(plan, read.person, eve).decide(i, Detail::kOutcome)) == today);
  }
  return changes;
}

TEST_CASE("an answer changes on the day on which it changes, whatever was remembered before") {
  const policy::Plan plan = policy::testing::plan_with(
      "different_dates(person.convictions, it.date is before conviction.date) is at least 3 and run.as_of is on or "
      "after conviction.date + 15 years");
  CHECK(check_changes(plan, life(120, false)) > 0);
  check_changes(policy::testing::shipped_policy("los-angeles"), life(120, true));
  check_changes(policy::testing::shipped_policy("statute"), life(120, true));
}

TEST_CASE("the shipped policies are answered so, too") {
  for (const char* name : {"los-angeles", "statute"}) {
    CAPTURE(name);
    for (const bool odd : {false, true})
      check_same_as_gone_through(policy::testing::shipped_policy(name), life(120, odd));
  }
}

TEST_CASE("the records of a long life are gone through once for each kind of charge, not for each conviction") {
  const policy::Plan plan = policy::testing::plan_with(
      "different_dates(person.convictions, it.section is conviction.section and not it.is_of_same_cycle and it.date is "
      "before conviction.date) is at least 2");
  const CasePerson read = record(life(3000, false), plan);
  const RunFacts run = run_of();
  PersonCache cache(plan, read.person);
  for (std::uint32_t i = 0; i < read.person.convictions.size(); ++i) {
    ConditionWalker walker(plan, read.person, run, cache, read.person.convictions[i], {SubjectKind::kConviction, i});
    Sight sight;
    walker.truth(*plan.steps.front().when, sight);
  }
  REQUIRE(cache.earlier().size() == 1);
  const EarlierRecords& earlier = *cache.earlier().begin()->second;
  CHECK(earlier.records.size() == 3000);
  CHECK(earlier.doubtful.empty());  // none is asked again for each conviction
  CHECK(earlier.kinds.size() <= 4);
  CHECK(earlier.matching.size() <= 4);
}

}  // namespace
}  // namespace redress::evaluate::testing
