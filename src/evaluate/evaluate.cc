#include "evaluate/evaluate.h"

#include <algorithm>
#include <utility>

#include "evaluate/charge_answers.h"
#include "evaluate/step_walk.h"
#include "policy/policy.h"

namespace redress::evaluate {
namespace {

UnknownFact identity_of(Subject unusable) {
  return {FactKind::kCountIdentity, model::Doubt::kUnreadable, unusable, {}};
}

Subject conviction_at(std::size_t index) {
  return {SubjectKind::kConviction, static_cast<std::uint32_t>(index)};
}

Subject unusable_at(std::size_t index) {
  return {SubjectKind::kUnusable, static_cast<std::uint32_t>(index)};
}

}  // namespace

struct PersonEvaluation::State {
  // What of an answer a determination is: whether the policy speaks of it, and the outcome.
  struct Determination {
    bool is_in_scope = false;
    std::size_t outcome = 0;
    Date same_until = kLastDay;  // the answer, not the determination alone

    bool is_same_as(const Determination& other) const {
      return is_in_scope == other.is_in_scope && (!is_in_scope || outcome == other.outcome);
    }
  };

  const policy::Plan& plan;
  const model::Person& person;
  const RunFacts& run;
  ScopeRule scope;
  ChargeAnswers* charges;  // may be null
  PersonCache cache;
  std::vector<std::optional<Determination>> of_today = {};  // by conviction; of those that were decided

  const model::Conviction& conviction_of(Subject subject) const {
    return subject.kind == SubjectKind::kUnusable ? person.unusable_convictions[subject.index]
                                                  : person.convictions[subject.index];
  }

  Determination determination_of(const Decision& decision) const {
    if (decision.answer == Answer::kOutOfScope) return {false, 0, decision.same_until};
    return {true, outcome_of(plan, decision), decision.same_until};
  }

  // What is missing of the record before any step can be walked.
  std::vector<UnknownFact> missing_of(Subject subject) const {
    if (subject.kind == SubjectKind::kUnusable) return {identity_of(subject)};
    if (!person.is_incomplete()) return {};
    return {{FactKind::kMissingRow, model::Doubt::kUnreadable, {SubjectKind::kPerson, 0}, {}}};
  }

  Decision decide_as_of(Subject subject, const RunFacts& day, Detail detail, std::optional<std::size_t> without) {
    const bool is_run_day = charges != nullptr && &day == &run;
    AlikeCharges* const alike = is_run_day ? charges->of(conviction_of(subject)) : nullptr;
    ConditionWalker walker(plan, person, day, cache, conviction_of(subject), subject, alike);
    return StepWalk(plan, person, conviction_of(subject), subject, day.as_of, walker)
        .decide({detail, scope, without}, missing_of(subject));
  }

  Decision decide(Subject subject, Detail detail) {
    Decision decision = decide_as_of(subject, run, detail, {});
    if (subject.kind == SubjectKind::kConviction) {
      of_today.resize(person.convictions.size());
      of_today[subject.index] = determination_of(decision);
    }
    return decision;
  }

  Determination today(Subject subject, std::optional<std::size_t> without) {
    const bool may_be_known = !without && subject.kind == SubjectKind::kConviction && !of_today.empty();
    if (may_be_known && of_today[subject.index]) return *of_today[subject.index];
    return determination_of(decide_as_of(subject, run, Detail::kOutcome, without));
  }

  std::optional<Change> next_change(Subject subject, Detail detail, std::optional<std::size_t> without) {
    const Determination now = today(subject, without);
    const Date last = policy::has_answer_until(plan, run.as_of);
    for (Date until = now.same_until; until < last;) {
      const RunFacts day{add_days(until, 1), run.county};
      Decision later = decide_as_of(subject, day, Detail::kOutcome, without);
      if (!now.is_same_as(determination_of(later))) {
        if (detail != Detail::kOutcome) later = decide_as_of(subject, day, detail, without);
        return Change{day.as_of, std::move(later)};
      }
      until = later.same_until;
    }
    if (last == kLastDay || !now.is_in_scope) return std::nullopt;
    return Change{add_days(last, 1), std::nullopt};
  }

  std::optional<Date> changes_on(Subject subject) {
    const std::optional<Change> change = next_change(subject, Detail::kOutcome, {});
    return change ? std::optional(change->on) : std::nullopt;
  }
};

PersonEvaluation::PersonEvaluation(const policy::Plan& plan, const model::Person& person, const RunFacts& run,
                                   ScopeRule scope, ChargeAnswers* charges)
    : state_(new State{plan, person, run, scope, charges, PersonCache(plan, person)}) {}

PersonEvaluation::~PersonEvaluation() = default;

Decision PersonEvaluation::decide(std::size_t index, Detail detail) const {
  return state_->decide(conviction_at(index), detail);
}

Decision PersonEvaluation::decide_unusable(std::size_t index, Detail detail) const {
  return state_->decide(unusable_at(index), detail);
}

std::vector<Truth> PersonEvaluation::beside(std::size_t index) const {
  const Subject subject = conviction_at(index);
  ConditionWalker walker(state_->plan, state_->person, state_->run, state_->cache, state_->conviction_of(subject),
                         subject);
  std::vector<Truth> truths;
  for (const policy::Beside& entry : state_->plan.beside) {
    Sight sight;
    truths.push_back(entry.when ? walker.truth(*entry.when, sight) : Truth::kYes);
  }
  return truths;
}

std::optional<Date> PersonEvaluation::changes_on(std::size_t index) const {
  return state_->changes_on(conviction_at(index));
}

std::optional<Date> PersonEvaluation::changes_on_unusable(std::size_t index) const {
  return state_->changes_on(unusable_at(index));
}

std::optional<Change> PersonEvaluation::next_change(std::size_t index, Detail detail,
                                                    std::optional<std::size_t> without) const {
  return state_->next_change(conviction_at(index), detail, without);
}

std::size_t outcome_of(const policy::Plan& plan, const Decision& decision) {
  return decision.answer == Answer::kDecided ? plan.steps[decision.deciding_step].outcome : plan.needs_review_outcome();
}

}  // namespace redress::evaluate
