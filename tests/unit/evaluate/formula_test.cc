// Facts that cannot matter, in conditions as policies write them.
#include "evaluate/formula.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "evaluate/case_records.h"

namespace redress::evaluate {
namespace {

using Names = std::vector<std::string>;

// The deciding facts of the first conviction, sorted, under a policy whose first step has the condition.
Names deciding_when(std::string_view when, std::string text) {
  const testing::Held held(when, std::move(text));
  const PersonEvaluation evaluation(held.plan, held.record.person, held.run);
  Names names;
  for (const UnknownFact& fact : evaluation.decide(0, Detail::kOutcome).deciding) {
    names.push_back(case_fact_name(fact, held.record.convictions));
  }
  std::sort(names.begin(), names.end());
  return names;
}

// 11359 of Los Angeles without level, date or birth date of the person.
constexpr std::string_view kBare = "convictions = [ { section = \"11359 HS\", county = \"LOS ANGELES\" } ]\n";

TEST_CASE("of 'A or (A and B)' only A matters, of 'A or B' both") {
  const std::string text(kBare);
  CHECK(deciding_when(
            "conviction.level is 'felony' or (conviction.level is 'felony' and conviction.date is before 1990-01-01)",
            text) == Names{"level of conviction 1"});
  CHECK(deciding_when("conviction.level is 'felony' or conviction.date is before 1990-01-01", text) ==
        Names{"date of conviction 1", "level of conviction 1"});
  CHECK(deciding_when(
            "conviction.level is 'felony' and (conviction.level is 'felony' or conviction.date is before 1990-01-01)",
            text) == Names{"level of conviction 1"});
}

TEST_CASE("a fact that two different questions ask for matters where either does") {
  CHECK(deciding_when("conviction.level is 'felony' or (conviction.level is 'misdemeanor' and person.birth_date is "
                      "before 1950-01-01)",
                      std::string(kBare)) == Names{"birth date", "level of conviction 1"});
}

TEST_CASE("a record that is a member of one set does not need the fact that another set asks for") {
  // The same conviction is in the grave set (with force), and any conviction of before 1990 counts anyway.
  const std::string text =
      "convictions = [ { section = \"11359 HS\", county = \"LOS ANGELES\", level = \"felony\", date = 2001-05-04 },"
      " { section = \"261 PC\", level = \"felony\" } ]\n";
  CHECK(deciding_when("any(person.convictions, it.date is before conviction.date) or "
                      "any(person.convictions in sets.grave, it.date is before conviction.date)",
                      text) == Names{"date of conviction 2"});
  CHECK(deciding_when("any(person.convictions in sets.grave, it.date is before conviction.date)", text) ==
        Names{"date of conviction 2", "use of force of conviction 2"});
}

TEST_CASE("all and not are read like any") {
  const std::string text =
      "convictions = [ { section = \"11359 HS\", county = \"LOS ANGELES\", date = 2001-05-04 },"
      " { section = \"459 PC\", level = \"felony\" } ]\n";
  CHECK(deciding_when("all(person.convictions, it.date is on or after 1990-01-01) and "
                      "(all(person.convictions, it.date is on or after 1990-01-01) or conviction.level is 'felony')",
                      text) == Names{"date of conviction 2"});
}

}  // namespace
}  // namespace redress::evaluate
