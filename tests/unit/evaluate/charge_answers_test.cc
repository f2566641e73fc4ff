#include "evaluate/charge_answers.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "evaluate/case_records.h"

namespace redress::evaluate::testing {
namespace {

const std::string kBorn = "person = { born = 1970-05-05 }\n";

// One conviction of the run's county, with what is given in addition.
CasePerson record_of_11359(const std::string& more, const std::string& county = "LOS ANGELES") {
  return record(kBorn + "convictions = [ { section = \"11359 HS\", date = 2001-09-01, county = \"" + county + "\"" +
                more + " } ]\n");
}

struct Kept {
  policy::Plan plan = policy::testing::shipped_policy("statute");
  RunFacts run = run_of();
  ChargeAnswers charges{plan, run};
};

TEST_CASE("convictions of one charge and level share what is known, other levels have their own") {
  Kept kept;
  const CasePerson felony = record_of_11359(", level = \"felony\"");
  const CasePerson lesser = record_of_11359(", level = \"misdemeanor\"");
  AlikeCharges* const first = kept.charges.of(felony.person.convictions[0]);
  REQUIRE(first != nullptr);
  CHECK(first->parts.size() == kept.plan.charge_parts);
  model::Conviction again = felony.person.convictions[0];
  again.date = {};
  CHECK(kept.charges.of(again) == first);
  model::Conviction other_level = again;
  other_level.level = lesser.person.convictions[0].level;
  CHECK(kept.charges.of(other_level) != first);
}

TEST_CASE("a conviction with a fact of its own, or none of those asked for, shares nothing") {
  Kept kept;
  CHECK(kept.charges.of(record_of_11359("").person.convictions[0]) == nullptr);  // no level
  CHECK(kept.charges.of(record_of_11359(", level = \"felony\"", "FRESNO").person.convictions[0]) == nullptr);
  model::Conviction conviction = record_of_11359(", level = \"felony\"").person.convictions[0];
  conviction.supplied.push_back({"duty_to_register", true, {}});
  CHECK(kept.charges.of(conviction) == nullptr);
  conviction.supplied.clear();
  conviction.county = {};
  CHECK(kept.charges.of(conviction) == nullptr);
  conviction = record_of_11359(", level = \"felony\"").person.convictions[0];
  conviction.charge = {};
  CHECK(kept.charges.of(conviction) == nullptr);
}

TEST_CASE("steps of another section are passed over, those of the charge are not") {
  Kept kept;
  const CasePerson read = record_of_11359(", level = \"felony\"");
  const PersonEvaluation evaluation(kept.plan, read.person, kept.run, ScopeRule::kAsk, &kept.charges);
  const Decision decision = evaluation.decide(0, Detail::kAnswer);
  REQUIRE(decision.answer == Answer::kUndecided);  // no arrest is known
  const AlikeCharges* const alike = kept.charges.of(read.person.convictions[0]);
  REQUIRE(!alike->steps.empty());
  for (const OpenStep& open : alike->steps) {
    const std::string& section = kept.plan.steps[open.step].only_section;
    CAPTURE(kept.plan.steps[open.step].id);
    CHECK((section.empty() || section == "11359"));
  }
  CHECK(alike->steps.back().step == kept.plan.steps.size() - 1);
}

TEST_CASE("with more charges than have room all are forgotten, and asked for anew") {
  Kept kept;
  std::vector<model::Conviction> convictions;  // each with a citation of its own
  for (std::size_t i = 0; i <= ChargeAnswers::kMostCharges; ++i) {
    convictions.push_back(record_of_11359(", level = \"felony\"").person.convictions[0]);
    AlikeCharges* const alike = kept.charges.of(convictions.back());
    REQUIRE(alike != nullptr);
    alike->steps.push_back({i});
  }
  CHECK(kept.charges.of(convictions.front())->steps.empty());
  CHECK(kept.charges.of(convictions.back())->steps.size() == 1);
}

}  // namespace
}  // namespace redress::evaluate::testing
