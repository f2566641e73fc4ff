#include "tally/comparison.h"

#include <doctest/doctest.h>

#include <vector>

#include "tally_builder.h"

using namespace redress;         // NOLINT: test
using namespace redress::tally;  // NOLINT: test
using evaluate::Answer;
using evaluate::Decision;

namespace {

const policy::Plan& first_plan() {
  static const policy::Plan plan = small_plan();
  return plan;
}

// The same texts, in another order of outcomes, so that indexes alone would mislead.
const policy::Plan& second_plan() {
  static const policy::Plan plan = [] {
    policy::Plan made = small_plan();
    std::swap(made.outcomes[kDismiss], made.outcomes[kRefuse]);
    made.steps[kDismiss].outcome = kRefuse;  // step 0 dismisses, as in the first plan
    made.steps[kRefuse].outcome = kDismiss;
    return made;
  }();
  return plan;
}

Comparison compared(const std::vector<Decision>& first, const std::vector<Decision>& second) {
  Comparison comparison;
  comparison.add_person(first_plan(), first, second_plan(), second);
  return comparison;
}

AnswerTally counted(const policy::Plan& plan, const std::vector<Decision>& decisions) {
  AnswerTally tally;
  for (const Decision& decision : decisions) tally.add_answer(plan, decision);
  return tally;
}

const Decision kSilent = unanswered(Answer::kOutOfScope);

}  // namespace

TEST_CASE("determinations are the same when their texts are, whatever their place and step") {
  const Comparison comparison = compared({decided(kDismiss), decided(kRefuse)}, {decided(kDismiss), decided(kRefuse)});
  CHECK(comparison.in_either == Share{2, 1});
  CHECK(comparison.differing == Share{0, 0});
  CHECK(comparison.other_relief == Share{0, 0});
}

TEST_CASE("a conviction of which only one policy speaks differs, and one of which neither does is not counted") {
  const Comparison comparison = compared({decided(kDismiss), kSilent, kSilent}, {kSilent, decided(kRefuse), kSilent});
  CHECK(comparison.in_either == Share{2, 1});
  CHECK(comparison.differing == Share{2, 1});
  CHECK(comparison.other_relief == Share{1, 1});  // a refusal gives nothing, and neither does silence
}

TEST_CASE("another text of the same relief differs, and its relief does not") {
  const Comparison comparison = compared({decided(kReview)}, {unanswered(Answer::kUndecided)});
  CHECK(comparison.differing == Share{1, 1});
  CHECK(comparison.other_relief == Share{0, 0});
}

TEST_CASE("a person counts once in each line in which they have a conviction") {
  const Comparison comparison = compared({decided(kDismiss), decided(kDismiss), decided(kReduce)},
                                         {decided(kRefuse), decided(kRefuse), decided(kReduce)});
  CHECK(comparison.in_either == Share{3, 1});
  CHECK(comparison.differing == Share{2, 1});
  REQUIRE(comparison.by_outcomes.size() == 2);
  CHECK(comparison.by_outcomes.at({kDismiss, second_plan().steps[kRefuse].outcome}) == Share{2, 1});
  CHECK(comparison.by_outcomes.at({kReduce, kReduce}) == Share{1, 1});
}

TEST_CASE("answers are told apart by their deciding steps, and doubt has none") {
  const Comparison comparison = compared({decided(kDismiss)}, {unanswered(Answer::kUndecided)});
  REQUIRE(comparison.by_answers.size() == 1);
  const auto& [answers, share] = *comparison.by_answers.begin();
  CHECK(answers.first == PolicyAnswer{kDismiss, kDismiss});
  CHECK(answers.second == PolicyAnswer{kNeedsReview, std::nullopt});
  CHECK(share == Share{1, 1});
}

TEST_CASE("comparisons merge in any order to the same figures") {
  const std::vector<Comparison> parts = {compared({decided(kDismiss)}, {decided(kRefuse)}),
                                         compared({decided(kDismiss), kSilent}, {decided(kRefuse), decided(kReview)}),
                                         compared({decided(kReduce)}, {decided(kReduce)})};
  Comparison forward, backward;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    forward.merge(parts[i]);
    backward.merge(parts[parts.size() - 1 - i]);
  }
  CHECK(forward == backward);
  CHECK(forward.in_either == Share{4, 3});
  CHECK(forward.differing == Share{3, 2});
}

TEST_CASE("the sums of a comparison tie with those of both policies, and one that does not is found") {
  const std::vector<Decision> first = {decided(kDismiss), kSilent, unanswered(Answer::kIncomplete)};
  const std::vector<Decision> second = {decided(kRefuse), decided(kReview), unanswered(Answer::kIncomplete)};
  const Comparison comparison = compared(first, second);
  const AnswerTally of_first = counted(first_plan(), first);
  const AnswerTally of_second = counted(second_plan(), second);
  CHECK(check_identities(comparison, of_first, of_second).ok());
  const auto is_found = [&](auto change) {
    Comparison wrong = comparison;
    change(wrong);
    const Status status = check_identities(wrong, of_first, of_second);
    return !status.ok() && status.error().code == "tally.identity";
  };
  CHECK(is_found([](Comparison& c) { c.in_either.convictions += 1; }));
  CHECK(is_found([](Comparison& c) { c.differing.convictions = 9; }));
  CHECK(is_found([](Comparison& c) { c.differing.people = 9; }));
  CHECK(is_found([](Comparison& c) { c.by_answers.begin()->second.convictions += 1; }));
  CHECK(is_found([](Comparison& c) { c.by_outcomes.begin()->second.people += 9; }));
  CHECK_FALSE(check_identities(comparison, of_second, of_first).ok());
}
