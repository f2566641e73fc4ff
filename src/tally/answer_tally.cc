#include "tally/answer_tally.h"

#include "evaluate/evaluate.h"
#include "tally/ledger.h"
#include "tally/merge_counts.h"

namespace redress::tally {

using evaluate::Answer;

bool decides_alone(const policy::Plan& plan, const evaluate::Decision& decision) {
  const std::size_t outcome = plan.steps[decision.deciding_step].outcome;
  return decision.otherwise_possible.size() != 1 || decision.otherwise_possible.front() != outcome;
}

ReviewCause review_cause(Answer answer) {
  switch (answer) {
    case Answer::kScopeUnknown: return ReviewCause::kScopeUnknown;
    case Answer::kIncomplete: return ReviewCause::kIncomplete;
    case Answer::kUndecided:
    case Answer::kDecided:
    case Answer::kOutOfScope: break;
  }
  return ReviewCause::kUndecided;
}

void AnswerTally::add_answer(const policy::Plan& plan, const evaluate::Decision& decision) {
  if (decision.answer == Answer::kOutOfScope) return;
  in_scope += 1;
  by_outcome.count_of(evaluate::outcome_of(plan, decision)) += 1;
  if (decision.answer != Answer::kDecided) {
    reviews[static_cast<std::size_t>(review_cause(decision.answer))] += 1;
    return;
  }
  by_step.count_of(decision.deciding_step) += 1;
  if (decides_alone(plan, decision)) by_step_alone.count_of(decision.deciding_step) += 1;
}

void AnswerTally::merge(const AnswerTally& other) {
  merge_counts(in_scope, other.in_scope);
  merge_counts(by_outcome, other.by_outcome);
  merge_counts(by_step, other.by_step);
  merge_counts(by_step_alone, other.by_step_alone);
  merge_counts(reviews, other.reviews);
  questions.merge(other.questions);
}

void check_answers(const AnswerTally& tally, Ledger& ledger) {
  constexpr std::string_view kInScope = "convictions in scope";
  ledger.equal(sum_of_map(tally.by_outcome), "the sum by outcome", tally.in_scope, kInScope);
  ledger.equal(sum_of_map(tally.by_step) + sum_of_array(tally.reviews), "the sum by step and review", tally.in_scope,
               kInScope);
  std::uint64_t in_review = 0;
  for (const auto& [set, hanging] : tally.questions.by_set) in_review += hanging.convictions;
  ledger.at_most(in_review, "convictions kept in review", tally.in_scope, kInScope);
  for (const auto& [step, alone] : tally.by_step_alone) {
    const auto all = tally.by_step.find(step);
    ledger.at_most(alone, "what a step decides alone", all == tally.by_step.end() ? 0 : all->second, "what it decides");
  }
}

Status check_identities(const AnswerTally& tally) {
  Ledger ledger;
  check_answers(tally, ledger);
  return ledger.status();
}

}  // namespace redress::tally
