#include "write/policy_questions.h"

#include <doctest/doctest.h>

#include <vector>

#include "tally/tally_builder.h"

using namespace redress;         // NOLINT: the subject under test
using namespace redress::tally;  // NOLINT

namespace {

// The small plan; its step 2 answers Needs Review because of Q1, its step 4 is a hand review.
policy::Plan plan_with_question() {
  policy::Plan plan = tally::small_plan();
  plan.questions.push_back({"Q1", "Does it count?", "HSC 11358(d)(2)", {}});
  plan.steps[1].outcome = kNeedsReview;
  plan.steps[1].questions = {0};
  return plan;
}

PolicyQuestions questions_of(const policy::Plan& plan, const std::vector<evaluate::Decision>& decisions) {
  AnswerTally answers;
  for (const evaluate::Decision& decision : decisions) answers.add_answer(plan, decision);
  for (const evaluate::Decision& decision : decisions)
    answers.questions.add_person(plan, std::vector{decision});  // each of another person
  return write::policy_questions(plan, answers, {});
}

}  // namespace

TEST_CASE("a review is counted once: by what is unknown or open, or by the step that sends it there") {
  const policy::Plan plan = plan_with_question();
  const PolicyQuestions questions = questions_of(
      plan, {decided(0), decided(1), decided(3), decided(3),
             undecided({kDismiss, kRefuse}, {fact(evaluate::FactKind::kLevel, model::Doubt::kMissing)})});
  CHECK(questions.in_scope == 5);
  CHECK(questions.in_review.convictions == 2);  // of step 2, by Q1, and of the unknown level
  CHECK(questions.sent_to_review == 2);         // of step 4
  REQUIRE(questions.questions.size() == 1);
  CHECK(questions.questions[0].alone.convictions == 1);
  CHECK(questions.questions[0].source == "HSC 11358(d)(2)");
}

TEST_CASE("a policy whose steps send nothing to review says none") {
  const policy::Plan plan = plan_with_question();
  CHECK(questions_of(plan, {decided(0), decided(2)}).sent_to_review == 0);
}
