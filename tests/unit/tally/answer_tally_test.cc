#include "tally/answer_tally.h"

#include <doctest/doctest.h>

#include "tally_builder.h"

using namespace redress;         // NOLINT: test
using namespace redress::tally;  // NOLINT: test
using evaluate::Answer;
using evaluate::Decision;

namespace {

// Decided by `step`; without it these outcomes would be possible.
Decision otherwise(std::size_t step, std::vector<std::size_t> possible) {
  Decision decision = decided(step);
  decision.otherwise_possible = std::move(possible);
  return decision;
}

}  // namespace

TEST_CASE("a step decides alone when without it the determination is another one, in doubt, or none") {
  const policy::Plan plan = small_plan();
  CHECK(decides_alone(plan, otherwise(kDismiss, {kReduce})));
  CHECK(decides_alone(plan, otherwise(kDismiss, {kDismiss, kReduce})));
  CHECK(decides_alone(plan, otherwise(kDismiss, {})));
  CHECK_FALSE(decides_alone(plan, otherwise(kDismiss, {kDismiss})));
}

TEST_CASE("answers are counted by outcome and step, those that a step decides alone beside them") {
  const policy::Plan plan = small_plan();
  AnswerTally tally;
  tally.add_answer(plan, otherwise(kDismiss, {kDismiss}));
  tally.add_answer(plan, otherwise(kDismiss, {kReview}));
  tally.add_answer(plan, unanswered(Answer::kIncomplete));
  tally.add_answer(plan, unanswered(Answer::kOutOfScope));
  CHECK(tally.in_scope == 3);
  CHECK(tally.by_outcome == std::map<std::size_t, std::uint64_t>{{kDismiss, 2}, {kNeedsReview, 1}});
  CHECK(tally.by_step == std::map<std::size_t, std::uint64_t>{{kDismiss, 2}});
  CHECK(tally.by_step_alone == std::map<std::size_t, std::uint64_t>{{kDismiss, 1}});
  CHECK(tally.reviews[static_cast<std::size_t>(ReviewCause::kIncomplete)] == 1);
  CHECK(check_identities(tally).ok());
}

TEST_CASE("a step that decides more alone than it decides at all is found") {
  const policy::Plan plan = small_plan();
  AnswerTally tally;
  tally.add_answer(plan, otherwise(kDismiss, {kReview}));
  tally.by_step_alone[kDismiss] = 2;
  CHECK_FALSE(check_identities(tally).ok());
  tally.by_step_alone = {{kReduce, 1}};
  CHECK_FALSE(check_identities(tally).ok());
}
