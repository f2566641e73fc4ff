#include "policy/check/implication.h"

#include <doctest/doctest.h>

#include "policy/check/binder.h"
#include "policy/parse/expression_parser.h"
#include "policy/policy_texts.h"

namespace redress::policy {
namespace {

// A condition of the small policy, bound by itself.
Expression bound_condition(const std::string& when) {
  static const Plan plan = testing::plan_with("person.is_deceased");
  const SourceText source{"condition", when};
  const auto syntax = parse_expression(source, {0, when.size()});
  if (!syntax) FAIL(to_string(syntax.error()));
  std::vector<bool> parameters(plan.parameters.size());
  std::vector<bool> sets(plan.sets.size());
  auto condition = bind_condition({source, plan.sets, plan.parameters, parameters, sets}, *syntax);
  if (!condition) FAIL(to_string(condition.error()));
  return *std::move(condition);
}

struct Pair {
  std::string from;
  std::string to;
};

TEST_CASE("a condition that holds only where another does is shown to") {
  const std::vector<Pair> pairs = {
      {"asked", "asked"},
      {"asked", "asked or person.is_deceased"},
      {"asked and person.is_deceased", "asked"},
      {"person.is_deceased and asked", "asked and person.is_deceased"},
      {"asked or person.is_deceased", "person.is_deceased or asked"},
      {"conviction.is_attempt and person.is_deceased and asked", "asked and conviction.is_attempt"},
      {"(asked or person.is_deceased) and conviction.is_attempt", "person.is_deceased or asked"},
      {"not (asked or person.is_deceased)", "not asked"},
      {"conviction.level is 'felony'", "conviction.level is in ['felony', 'infraction']"},
      {"conviction.level is in ['infraction', 'felony']", "conviction.level is in ['felony', 'infraction']"},
      {"'felony' is conviction.level", "conviction.level is 'felony'"},
      {"conviction.level is in ['misdemeanor', 'infraction']", "conviction.level is not 'felony'"},
      {"conviction.level is 'misdemeanor'", "not conviction.level is 'felony'"},
      {"conviction.level is 'misdemeanor'", "conviction.level is not in ['felony', 'infraction']"},
      {"conviction.subdivision begins with '(b)(2)'", "conviction.subdivision begins with '(B)'"},
      {"conviction.subdivision is '(b)(2)'", "conviction.subdivision begins with '(b)'"},
      {"conviction.date is on or after 2016-11-09", "conviction.date is after 2016-11-08"},
      {"conviction.date is after 2018-01-01", "conviction.date is on or after 2016-11-09"},
      {"2018-01-01 is before conviction.date", "conviction.date is after 2016-11-09"},
      {"conviction.date is before 2001-01-01", "conviction.date is not 2001-01-01"},
      {"conviction.date is before run.as_of - age years", "conviction.date is on or before run.as_of - age years"},
      {"count(person.convictions) is at least 3", "count(person.convictions) is more than 1"},
      {"count(person.convictions) is 2", "count(person.convictions) is at most 2"},
      {"any(person.convictions, it.date is before 2000-01-01)",
       "any(person.convictions, it.date is before 2001-01-01)"},
      {"any(person.convictions in sets.grave, it.date is before run.as_of)", "any(person.convictions in sets.grave)"},
      {"any(person.convictions in sets.grave)", "any(person.convictions)"},
      {"all(person.convictions, it.level is 'felony')",
       "all(person.convictions, it.level is in ['felony', 'infraction'])"},
  };
  for (const Pair& pair : pairs) {
    CAPTURE(pair.from);
    CAPTURE(pair.to);
    CHECK(Prover().implies(bound_condition(pair.from), bound_condition(pair.to)));
  }
}

TEST_CASE("nothing is shown that does not follow") {
  const std::vector<Pair> pairs = {
      {"asked", "person.is_deceased"},
      {"asked", "asked and person.is_deceased"},
      {"asked or person.is_deceased", "asked"},
      {"not asked", "not (asked or person.is_deceased)"},
      {"asked", "not asked"},
      {"conviction.level is in ['felony', 'infraction']", "conviction.level is 'felony'"},
      {"conviction.level is in ['felony', 'infraction']", "conviction.level is not 'felony'"},
      {"conviction.level is not 'felony'", "conviction.level is in ['misdemeanor', 'infraction']"},
      {"conviction.subdivision begins with '(b)'", "conviction.subdivision begins with '(b)(2)'"},
      {"conviction.subdivision begins with '(b)'", "conviction.subdivision is '(b)'"},
      {"conviction.date is after 2016-11-08", "conviction.date is after 2016-11-09"},
      {"conviction.date is on or before 2016-11-09", "conviction.date is before 2016-11-09"},
      {"conviction.date is not 2001-01-01", "conviction.date is before 2001-01-01"},
      {"conviction.date is on or before run.as_of - age years", "conviction.date is before run.as_of - age years"},
      {"conviction.date is before run.as_of - idle years", "conviction.date is before run.as_of - idle months"},
      {"conviction.date is before run.as_of - 5 years", "conviction.date is before run.as_of + 5 years"},
      {"conviction.date is before run.as_of", "conviction.sentence_end is before run.as_of"},
      {"count(person.convictions) is more than 1", "count(person.convictions) is at least 3"},
      {"count(person.convictions) is 2", "different_dates(person.convictions) is 2"},
      {"any(person.convictions)", "any(person.convictions in sets.grave)"},
      {"any(person.convictions in sets.gang)", "any(person.convictions in sets.grave)"},
      {"any(person.convictions in sets.grave)", "any(person.registrations)"},
      {"any(person.convictions, it.level is 'felony')", "all(person.convictions, it.level is 'felony')"},
      {"any(person.convictions)", "any(person.convictions, it.level is 'felony')"},
      {"any(person.convictions, it.date is before conviction.date)",
       "any(person.convictions, conviction.date is before it.date)"},
  };
  for (const Pair& pair : pairs) {
    CAPTURE(pair.from);
    CAPTURE(pair.to);
    CHECK(!Prover().implies(bound_condition(pair.from), bound_condition(pair.to)));
  }
}

TEST_CASE("conditions made to be slow are given up, not waited for") {
  std::string from = "asked";
  std::string to = "person.is_deceased";
  for (int i = 0; i < 40; ++i) {
    from = "(" + from + (i % 2 == 0 ? " and conviction.is_attempt)" : " or conviction.is_conspiracy)");
    to = "(" + to + (i % 2 == 0 ? " or conviction.is_conspiracy)" : " and conviction.is_attempt)");
  }
  Prover prover;
  CHECK(!prover.implies(bound_condition(from), bound_condition(to)));
}

}  // namespace
}  // namespace redress::policy
