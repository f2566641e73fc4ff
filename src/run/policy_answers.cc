#include "run/policy_answers.h"

namespace redress::run {

using evaluate::Answer;
using evaluate::Detail;

namespace {

PolicyAnswers answers_where(const PolicyAnswers& asked, const evaluate::PersonEvaluation& evaluation) {
  PolicyAnswers answers;
  answers.convictions.resize(asked.convictions.size());
  answers.unusable.resize(asked.unusable.size());
  for (std::size_t i = 0; i < asked.convictions.size(); ++i) {
    if (asked.convictions[i].answer != Answer::kOutOfScope)
      answers.convictions[i] = evaluation.decide(i, Detail::kAnswer);
  }
  for (std::size_t i = 0; i < asked.unusable.size(); ++i) {
    if (asked.unusable[i].answer != Answer::kOutOfScope)
      answers.unusable[i] = evaluation.decide_unusable(i, Detail::kAnswer);
  }
  return answers;
}

}  // namespace

PolicyAnswers answers_of(const evaluate::PersonEvaluation& evaluation, const model::Person& person) {
  PolicyAnswers answers;
  answers.convictions.reserve(person.convictions.size());
  answers.unusable.reserve(person.unusable_convictions.size());
  for (std::size_t i = 0; i < person.convictions.size(); ++i)
    answers.convictions.push_back(evaluation.decide(i, Detail::kAnswer));
  for (std::size_t i = 0; i < person.unusable_convictions.size(); ++i)
    answers.unusable.push_back(evaluation.decide_unusable(i, Detail::kAnswer));
  return answers;
}

void add_changes(PolicyAnswers& answers, const evaluate::PersonEvaluation& evaluation) {
  for (std::size_t i = 0; i < answers.convictions.size(); ++i) {
    evaluate::Decision& decision = answers.convictions[i];
    if (decision.answer != Answer::kOutOfScope) decision.changes_on = evaluation.changes_on(i);
  }
  for (std::size_t i = 0; i < answers.unusable.size(); ++i) {
    evaluate::Decision& decision = answers.unusable[i];
    if (decision.answer != Answer::kOutOfScope) decision.changes_on = evaluation.changes_on_unusable(i);
  }
}

PolicyAnswers answers_beside(const PolicyAnswers& office, const policy::Plan& plan, AskedScope scope,
                             const model::Person& person, const evaluate::RunFacts& run,
                             evaluate::ChargeAnswers* charges) {
  using evaluate::PersonEvaluation;
  using evaluate::ScopeRule;
  if (scope == AskedScope::kOwn)
    return answers_of(PersonEvaluation(plan, person, run, ScopeRule::kAsk, charges), person);
  return answers_where(office, PersonEvaluation(plan, person, run, ScopeRule::kTakenAsYes, charges));
}

}  // namespace redress::run
