#include "explain/reason.h"

#include <doctest/doctest.h>

#include "explain/record_builder.h"

using namespace redress;
using namespace redress::explain;
using namespace redress::explain::testing;

namespace {

// The answer to the first conviction, with all that its words need.
struct Answer {
  Answer(policy::Plan given, model::Person of) : plan(std::move(given)), person(std::move(of)) {
    decision = evaluate::PersonEvaluation(plan, person, run).decide(0, evaluate::Detail::kAnswer);
  }
  Answered view() const { return {plan, person, conviction_at(0), decision}; }

  evaluate::RunFacts run = small_run();
  policy::Plan plan;
  model::Person person;
  evaluate::Decision decision;
};

Answer answer(std::string_view charge_text, model::DateFact date, model::DateFact born, std::string_view dismiss = {}) {
  PersonBuilder builder;
  builder.person.birth_date = born;
  builder.conviction(charge_text, date);
  return {small_plan(dismiss), builder.person};
}

}  // namespace

TEST_CASE("a reason shows the value of its parameter") {
  const Answer decided = answer("11359 HS", day(2014, 2, 11), day(1960, 3, 14));
  CHECK(determination_text(decided.view()) == "Eligible for Dismissal");
  CHECK(reason_text(decided.view()) == "50 years or older");
}

TEST_CASE("a list of charges is worded by the choice that fits, and a citation as DOJ writes it") {
  const Answer decided = answer("664/11360(a) hs-sell", day(2014, 2, 11), day(1960, 3, 14), "11357(a);11360");
  CHECK(reason_text(decided.view()) == "Dismiss all HS 11360 convictions, here 664/11360(A) HS");
}

TEST_CASE("the deciding step is its number and id") {
  CHECK(deciding_step_text(answer("11359 HS", day(2014, 2, 11), day(1960, 3, 14)).view()) == "5 older-than-age");
}

TEST_CASE("a step without a number is named by its id") {
  Answer decided = answer("11359 HS", day(2014, 2, 11), day(1960, 3, 14));
  decided.plan.steps[decided.decision.deciding_step].number.clear();
  CHECK(deciding_step_text(decided.view()) == "older-than-age");
}

TEST_CASE("a step with a citation of its own is cited by it") {
  PersonBuilder builder;
  builder.conviction("11359 HS", day(2014, 2, 11));
  builder.conviction("187 PC-MURDER", day(1998, 5, 4));
  const Answer decided(small_plan(), builder.person);
  CHECK(reason_text(decided.view()) == "PC 667(e)(2)(c)(iv)");
  CHECK(citation_text(decided.view()) == "PC 667(e)(2)(C)(iv)");
}

TEST_CASE("a step without one is cited by the policy") {
  CHECK(citation_text(answer("11359 HS", day(2014, 2, 11), day(1960, 3, 14)).view()) == "HSC 11361.8; HSC 11361.9");
}

TEST_CASE("a decided conviction has one possible determination and no deciding facts") {
  const Answer decided = answer("11359 HS", day(2014, 2, 11), day(1960, 3, 14));
  CHECK(possible_text(decided.view()) == "Eligible for Dismissal");
  CHECK(deciding_facts_text(decided.view()).empty());
}

TEST_CASE("an undecided conviction names the facts and the possible determinations in step order") {
  const Answer open = answer("11359 HS", in_year(2016), model::DateFact{});
  CHECK(determination_text(open.view()) == "Needs Review");
  CHECK(reason_text(open.view()) == "Undecided: date of this conviction (partial); birth date (missing)");
  CHECK(possible_text(open.view()) == "Not eligible; Eligible for Dismissal; Hand Review");
  CHECK(deciding_step_text(open.view()).empty());
  CHECK(citation_text(open.view()).empty());
}

TEST_CASE("a conviction whose scope is unknown is undecided and has no possible determinations") {
  const Answer open = answer("SEE FILE", day(2014, 2, 11), day(1960, 3, 14));
  CHECK(determination_text(open.view()) == "Needs Review");
  CHECK(reason_text(open.view()) == "Undecided: charge of this conviction (unreadable)");
  CHECK(possible_text(open.view()).empty());
}

TEST_CASE("an incomplete person is undecided for the row that could not be read") {
  PersonBuilder builder;
  builder.conviction("11359 HS", day(2014, 2, 11));
  builder.person.missing_rows.push_back({model::MissingRow::Cause::kRejected, 0, 7});
  const Answer open(small_plan(), builder.person);
  CHECK(reason_text(open.view()) == "Undecided: a row of this person could not be read");
  CHECK(possible_text(open.view()).empty());
}

TEST_CASE("a conviction out of scope has no words") {
  const Answer out = answer("459 PC", day(2014, 2, 11), day(1960, 3, 14));
  CHECK(determination_text(out.view()).empty());
  CHECK(reason_text(out.view()).empty());
}

TEST_CASE("a step whose number is its id in other letters is named once") {
  policy::Plan plan = small_plan();
  plan.steps[4].number = "58-M";
  plan.steps[4].id = "58-m";
  CHECK(step_name(plan, 4) == "58-M");
  plan.steps[4].number.clear();
  CHECK(step_name(plan, 4) == "58-m");
}

TEST_CASE("the reason of a step for every conviction names all that is chosen, and says what is not") {
  CHECK(general_step_reason(small_plan("11357(a);11360"), 1) ==
        "Dismiss all HS 11357(a) convictions or 11360 convictions, here this charge");
  CHECK(general_step_reason(small_plan(), 1) == "Dismiss all HS …, here this charge (nothing chosen)");
  policy::Plan plan = small_plan();
  CHECK(general_step_reason(plan, 4) == "50 years or older");
  plan.parameters[1].off = 0;
  plan.parameters[1].value = std::int64_t{0};
  CHECK(general_step_reason(plan, 4) == "… years or older (switched off)");
}
