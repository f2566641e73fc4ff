#include "explain/person_answers.h"

#include <memory>

#include "explain/timeline.h"

namespace redress::explain {
namespace {

using evaluate::Answer;
using evaluate::Decision;
using evaluate::Detail;
using evaluate::PersonEvaluation;
using evaluate::Subject;
using evaluate::SubjectKind;

std::optional<LaterAnswer> later_answer(const policy::Plan& plan, const std::optional<evaluate::Change>& change) {
  if (!change) return std::nullopt;
  LaterAnswer later{change->on, std::nullopt, std::nullopt};
  if (!change->decision || change->decision->answer == Answer::kOutOfScope) return later;
  later.outcome = evaluate::outcome_of(plan, *change->decision);
  if (change->decision->answer == Answer::kDecided) later.step = change->decision->deciding_step;
  return later;
}

// One policy's answer about a conviction; `evaluation` is that policy's.
PolicyAnswer answer_about(std::size_t policy, const policy::Plan& plan, const PersonEvaluation& evaluation,
                          std::size_t index) {
  PolicyAnswer answer;
  answer.policy = policy;
  answer.decision = evaluation.decide(index, Detail::kFull);
  const Decision& decision = answer.decision;
  if (decision.answer == Answer::kOutOfScope) return answer;
  if (!decision.steps.empty()) answer.beside = evaluation.beside(index);
  answer.later = later_answer(plan, evaluation.next_change(index, Detail::kOutcome));
  if (decision.otherwise_step) {
    answer.otherwise_later =
        later_answer(plan, evaluation.next_change(index, Detail::kOutcome, decision.deciding_step));
  }
  return answer;
}

class Asking {
 public:
  Asking(std::span<const AskedPolicy> policies, const model::Person& person, const evaluate::RunFacts& run)
      : policies_(policies) {
    for (const AskedPolicy& asked : policies) {
      const bool is_statute = asked.role == PolicyRole::kStatute;
      const auto scope = is_statute ? evaluate::ScopeRule::kTakenAsYes : evaluate::ScopeRule::kAsk;
      evaluations_.push_back(std::make_unique<PersonEvaluation>(*asked.plan, person, run, scope));
    }
  }

  SubjectAnswers about(Subject subject) const {
    SubjectAnswers answers{subject, {}};
    for (std::size_t i = 0; i < policies_.size(); ++i) {
      const bool is_asked = policies_[i].role != PolicyRole::kStatute ||
                            answers.answers.front().decision.answer != Answer::kOutOfScope;
      if (is_asked) answers.answers.push_back(answer(i, subject));
    }
    return answers;
  }

 private:
  PolicyAnswer answer(std::size_t policy, Subject subject) const {
    const PersonEvaluation& evaluation = *evaluations_[policy];
    if (subject.kind == SubjectKind::kConviction) {
      return answer_about(policy, *policies_[policy].plan, evaluation, subject.index);
    }
    PolicyAnswer answer;
    answer.policy = policy;
    answer.decision = evaluation.decide_unusable(subject.index, Detail::kFull);
    return answer;
  }

  std::span<const AskedPolicy> policies_;
  std::vector<std::unique_ptr<PersonEvaluation>> evaluations_;  // of each policy
};

}  // namespace

std::vector<SubjectAnswers> answers_about(std::span<const AskedPolicy> policies, const model::Person& person,
                                          const evaluate::RunFacts& run) {
  const Asking asking(policies, person, run);
  std::vector<SubjectAnswers> all;
  for (const std::size_t i : in_order_of_date(person.convictions)) {
    all.push_back(asking.about({SubjectKind::kConviction, static_cast<std::uint32_t>(i)}));
  }
  for (const std::size_t i : in_order_of_date(person.unusable_convictions)) {
    all.push_back(asking.about({SubjectKind::kUnusable, static_cast<std::uint32_t>(i)}));
  }
  return all;
}

}  // namespace redress::explain
