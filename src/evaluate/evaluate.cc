#include "evaluate/evaluate.h"

#include <algorithm>
#include <utility>

#include "evaluate/condition.h"

namespace redress::evaluate {
namespace {

void add_once(std::vector<UnknownFact>& facts, const std::vector<UnknownFact>& more) {
  for (const UnknownFact& fact : more) {
    if (std::find(facts.begin(), facts.end(), fact) == facts.end()) facts.push_back(fact);
  }
}

}  // namespace

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

  void add_possible(std::vector<std::size_t>& possible, std::size_t step) const {
    const std::size_t outcome = plan.steps[step].outcome;
    if (std::find(possible.begin(), possible.end(), outcome) == possible.end()) possible.push_back(outcome);
  }

  // A fact decides only where its step's outcome differs from one that the steps after it leave possible.
  void find_deciding_facts(Decision& decision) const {
    std::vector<std::size_t> after;
    for (std::size_t i = decision.steps.size(); i-- > 0;) {
      const StepTrace& trace = decision.steps[i];
      if (trace.truth == Truth::kNo) continue;
      add_possible(after, trace.step);
      if (trace.truth == Truth::kUnknown && after.size() > 1) {
        std::vector<UnknownFact> facts = trace.unknown;
        add_once(facts, decision.deciding);
        decision.deciding = std::move(facts);
      }
    }
  }

  // The rest of the walk had the deciding step not held.
  void find_otherwise(ConditionWalker& walker, Decision& decision) const {
    for (const StepTrace& trace : decision.steps) {
      if (trace.truth == Truth::kUnknown) add_possible(decision.otherwise_possible, trace.step);
    }
    for (std::size_t i = decision.deciding_step + 1; i < plan.steps.size(); ++i) {
      const Truth truth = walk_step(walker, i, Detail::kAnswer).truth;
      if (truth == Truth::kNo) continue;
      add_possible(decision.otherwise_possible, i);
      if (truth == Truth::kYes) {
        decision.otherwise_step = i;
        return;
      }
    }
  }

  Decision decide(const model::Conviction& conviction, Subject subject, const std::vector<UnknownFact>& missing,
                  Detail detail) {
    Decision decision;
    ConditionWalker walker(plan, person, run, cache, conviction, subject);
    if (settle_scope(walker, detail, missing, decision)) return decision;
    for (std::size_t i = 0; i < plan.steps.size(); ++i) {
      decision.steps.push_back(walk_step(walker, i, detail));
      const Truth truth = decision.steps.back().truth;
      if (truth != Truth::kNo) add_possible(decision.possible, i);
      if (truth == Truth::kYes) {
        decision.deciding_step = i;
        break;
      }
    }
    if (decision.possible.size() == 1) {
      decision.answer = Answer::kDecided;
      if (detail == Detail::kFull && plan.steps[decision.deciding_step].when) find_otherwise(walker, decision);
    } else {
      decision.answer = Answer::kUndecided;
      find_deciding_facts(decision);
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
