#include "explain/person_answers.h"

#include <doctest/doctest.h>

#include "explain/record_builder.h"

using namespace redress;
using namespace redress::explain;
using namespace redress::explain::testing;

namespace {

struct Three {
  policy::Plan office = small_plan();
  policy::Plan statute = small_statute();
  policy::Plan further = small_plan("11360");
  std::vector<AskedPolicy> asked = {{&office, PolicyRole::kOffice, {}},
                                    {&statute, PolicyRole::kStatute, {}},
                                    {&further, PolicyRole::kFurther, "t.small with dismiss=11360"}};
};

std::vector<std::size_t> policies_of(const SubjectAnswers& subject) {
  std::vector<std::size_t> policies;
  for (const PolicyAnswer& answer : subject.answers) policies.push_back(answer.policy);
  return policies;
}

}  // namespace

TEST_CASE("convictions come in order of date, those without one last, then rows whose count is not identified") {
  PersonBuilder builder;
  builder.conviction("11358 HS", no_date());
  builder.conviction("11358 HS", day(2014, 2, 11));
  builder.conviction("11358 HS", day(2001, 2, 11));
  builder.person.unusable_convictions.push_back(builder.person.convictions[1]);
  const Three three;
  const evaluate::RunFacts run = small_run();
  const auto answers = answers_about(three.asked, builder.person, run);
  REQUIRE(answers.size() == 4);
  CHECK(answers[0].subject == conviction_at(2));
  CHECK(answers[1].subject == conviction_at(1));
  CHECK(answers[2].subject == conviction_at(0));
  CHECK(answers[3].subject == evaluate::Subject{evaluate::SubjectKind::kUnusable, 0});
}

TEST_CASE("the statute is asked about what the office's policy does not put out of scope, and only about that") {
  PersonBuilder builder;
  builder.conviction("11358 HS", day(2001, 2, 11));
  builder.conviction("503 VC", day(2002, 2, 11));
  builder.conviction("SEE FILE", day(2003, 2, 11));
  const Three three;
  const evaluate::RunFacts run = small_run();
  const auto answers = answers_about(three.asked, builder.person, run);
  CHECK(policies_of(answers[0]) == std::vector<std::size_t>{0, 1, 2});
  CHECK(policies_of(answers[1]) == std::vector<std::size_t>{0, 2});
  CHECK(policies_of(answers[2]) == std::vector<std::size_t>{0, 1, 2});
  // An unreadable charge leaves the office's scope open; the statute's is taken as yes, so that its steps are walked.
  CHECK(answers[2].answers[0].decision.answer == evaluate::Answer::kScopeUnknown);
  CHECK(answers[2].answers[1].decision.answer == evaluate::Answer::kUndecided);
}

TEST_CASE("a later answer names its day, outcome and step, and so does the one without the deciding step") {
  PersonBuilder builder;
  builder.person.birth_date = day(1969, 11, 12);
  builder.conviction("187 PC", day(1998, 5, 4));
  builder.conviction("11359 HS", day(2014, 2, 11));
  const Three three;
  const evaluate::RunFacts run = small_run();
  const auto answers = answers_about(three.asked, builder.person, run);
  const PolicyAnswer& office = answers[1].answers[0];
  CHECK_FALSE(office.later);
  REQUIRE(office.otherwise_later);
  CHECK(office.otherwise_later->from == Date{2019, 11, 12});
  REQUIRE(office.otherwise_later->step);
  CHECK(three.office.steps[*office.otherwise_later->step].id == "older-than-age");
  REQUIRE(office.otherwise_later->outcome);
  CHECK(three.office.outcomes[*office.otherwise_later->outcome].id == "dismiss");
}

TEST_CASE("what stands beside the answer has a truth for each entry, and none where no step was walked") {
  PersonBuilder builder;
  builder.conviction("11358 HS", day(1998, 2, 11));
  const Three three;
  const evaluate::RunFacts run = small_run();
  CHECK(answers_about(three.asked, builder.person, run)[0].answers[1].beside ==
        std::vector<Truth>{Truth::kYes, Truth::kNo, Truth::kYes, Truth::kYes});
  builder.person.missing_rows.push_back({model::MissingRow::Cause::kRejected, 0, 7});
  CHECK(answers_about(three.asked, builder.person, run)[0].answers[1].beside.empty());
}
