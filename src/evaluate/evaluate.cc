#include "evaluate/evaluate.h"

#include <utility>

#include "evaluate/combinations.h"
#include "evaluate/condition.h"
#include "evaluate/possible.h"

namespace redress::evaluate {
struct PersonEvaluation::State {
  const policy::Plan& plan;
  const model::Person& person;
  const RunFacts& run;
  PersonCache cache;

  // Whether the policy speaks of the conviction; where it may but nobody can say, the answer and what is missing.
  bool settle_scope(ConditionWalker& walker, Detail detail, const std::vector<UnknownFact>& missing, Decision& decision) const {
    Sight sight;
    if (detail == Detail::kFull) sight.uses = &decision.scope_uses;
    decision.scope = walker.truth(plan.scope, sight);
    if (decision.scope == Truth::kNo) return true;
    if (decision.scope == Truth::kYes && missing.empty()) return false;
    decision.answer = decision.scope == Truth::kYes ? Answer::kIncomplete : Answer::kScopeUnknown;
    decision.deciding = std::move(sight.unknown);
    add_once(decision.deciding, missing);
    return true;
  }

  StepTrace walk_step(ConditionWalker& walker, std::size_t index, Detail detail) const {
    StepTrace trace;
    trace.step = index;
    const policy::Step& step = plan.steps[index];
    Sight sight;
    if (detail == Detail::kFull) sight.uses = &trace.uses;
    trace.truth = step.when ? walker.truth(*step.when, sight) : Truth::kYes;
    trace.unknown = std::move(sight.unknown);
    trace.charge_choice = sight.charge_choice;
    return trace;
  }

  // The rest of the walk had the deciding step not held. `may_hold`: the steps that may.
  void find_otherwise(ConditionWalker& walker, const std::vector<std::size_t>& may_hold, Decision& decision) const {
    for (const std::size_t step : may_hold) {
      if (step != decision.deciding_step) add_outcome(plan, decision.otherwise_possible, step);
    }
    for (std::size_t i = decision.deciding_step + 1; i < plan.steps.size(); ++i) {
      const Truth truth = walk_step(walker, i, Detail::kAnswer).truth;
      if (truth == Truth::kNo) continue;
      add_outcome(plan, decision.otherwise_possible, i);
      if (truth == Truth::kYes) {
        decision.otherwise_step = i;
        return;
      }
    }
  }

  // The steps up to the one that certainly holds; returned are those that may hold.
  std::vector<std::size_t> walk(ConditionWalker& walker, Detail detail, Decision& decision) const {
    std::vector<std::size_t> may_hold;
    for (std::size_t i = 0; i < plan.steps.size(); ++i) {
      decision.steps.push_back(walk_step(walker, i, detail));
      const Truth truth = decision.steps.back().truth;
      if (truth != Truth::kNo) {
        may_hold.push_back(i);
        add_outcome(plan, decision.possible, i);
      }
      if (truth == Truth::kYes) break;
    }
    return may_hold;
  }

  // Several outcomes are possible step by step; fewer may be once no fact has two values at the same time.
  void combine_facts(ConditionWalker& walker, const model::Conviction& conviction, Subject subject, Detail detail,
                     Decision& decision) const {
    decision.answer = Answer::kUndecided;
    const std::optional<Combined> combined = combine(plan, person, conviction, subject, walker, decision.steps);
    if (!combined) {
      decision.deciding = deciding_facts(plan, decision.steps);
      return;
    }
    decision.possible.clear();
    for (const std::size_t step : combined->steps) add_outcome(plan, decision.possible, step);
    if (decision.possible.size() > 1) {
      decision.deciding = combined->deciding;
      return;
    }
    decision.answer = Answer::kDecided;
    const std::size_t certain = decision.steps.back().step;
    const bool is_certain = plan.steps[certain].outcome == decision.possible.front();
    decision.deciding_step = is_certain ? certain : combined->steps.front();
    if (detail == Detail::kFull && is_certain && plan.steps[certain].when) {
      find_otherwise(walker, combined->steps, decision);
    }
  }

  Decision decide(const model::Conviction& conviction, Subject subject, const std::vector<UnknownFact>& missing,
                  Detail detail) {
    Decision decision;
    ConditionWalker walker(plan, person, run, cache, conviction, subject);
    if (settle_scope(walker, detail, missing, decision)) return decision;
    const std::vector<std::size_t> may_hold = walk(walker, detail, decision);
    if (decision.possible.size() > 1) {
      combine_facts(walker, conviction, subject, detail, decision);
    } else {
      decision.answer = Answer::kDecided;
      decision.deciding_step = decision.steps.back().step;
      if (detail == Detail::kFull && plan.steps[decision.deciding_step].when) find_otherwise(walker, may_hold, decision);
    }
    return decision;
  }

  std::vector<UnknownFact> missing_rows() const {
    if (!person.is_incomplete()) return {};
    return {{FactKind::kMissingRow, model::Doubt::kUnreadable, {SubjectKind::kPerson, 0}, {}}};
  }
};

PersonEvaluation::PersonEvaluation(const policy::Plan& plan, const model::Person& person, const RunFacts& run)
    : state_(new State{plan, person, run, PersonCache(plan, person)}) {}

PersonEvaluation::~PersonEvaluation() = default;

Decision PersonEvaluation::decide(std::size_t index, Detail detail) const {
  const Subject subject{SubjectKind::kConviction, static_cast<std::uint32_t>(index)};
  return state_->decide(state_->person.convictions[index], subject, state_->missing_rows(), detail);
}

Decision PersonEvaluation::decide_unusable(std::size_t index, Detail detail) const {
  const Subject subject{SubjectKind::kUnusable, static_cast<std::uint32_t>(index)};
  const UnknownFact identity{FactKind::kCountIdentity, model::Doubt::kUnreadable, subject, {}};
  return state_->decide(state_->person.unusable_convictions[index], subject, {identity}, detail);
}

std::size_t outcome_of(const policy::Plan& plan, const Decision& decision) {
  return decision.answer == Answer::kDecided ? plan.steps[decision.deciding_step].outcome : plan.needs_review_outcome();
}

}  // namespace redress::evaluate
