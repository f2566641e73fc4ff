#include "evaluate/step_walk.h"

#include <algorithm>
#include <span>
#include <utility>

#include "evaluate/combinations.h"
#include "evaluate/formula.h"
#include "evaluate/possible.h"
#include "evaluate/unknown_facts.h"

namespace redress::evaluate {
namespace {

constexpr std::size_t kUsualSteps = 4;  // that hold or may hold, of one walk; most have fewer

}  // namespace

// Whether the policy speaks of the conviction; where it may but nobody can say, the answer and what is missing.
bool StepWalk::settle_scope(const WalkRule& rule, const std::vector<UnknownFact>& missing, Decision& decision) {
  Sight sight;
  if (rule.detail == Detail::kFull) sight.uses = &decision.scope_uses;
  decision.scope = rule.scope == ScopeRule::kTakenAsYes ? Truth::kYes : walker_.truth(plan_.scope, sight);
  decision.same_until = sight.until;
  if (decision.scope == Truth::kNo) return true;
  if (decision.scope == Truth::kYes && missing.empty()) return false;
  decision.answer = decision.scope == Truth::kYes ? Answer::kIncomplete : Answer::kScopeUnknown;
  decision.deciding = std::move(sight.unknown);
  add_all(decision.deciding, missing);
  return true;
}

// What is unknown of the step is left in `sight`; `until` comes down to how long its truth lasts.
Truth StepWalk::truth_of_step(const policy::Step& step, Sight& sight, Date& until) {
  sight.unknown.clear();
  sight.charge_choice.reset();
  sight.until = kLastDay;
  const Truth truth = step.when ? walker_.truth(*step.when, sight) : Truth::kYes;
  until = std::min({until, sight.until, step.in_force.last});
  return truth;
}

// What is seen of one step after the other: nearly all of them do not hold and leave nothing.
struct StepWalk::StepSight {
  explicit StepSight(bool is_for_explanation) : keeps_all(is_for_explanation) {
    if (keeps_all) sight.uses = &uses;
  }

  const bool keeps_all;
  std::vector<Use> uses;
  Sight sight;
  Date until = kLastDay;
};

// Whether the charge alone says that the step does not hold.
bool StepWalk::is_ruled_out(const policy::Step& step, Date& until) {
  if (!step.when) return false;
  const policy::Expression& when = *step.when;
  const bool is_and = when.operation == policy::Operation::kAnd && when.charge_part == policy::kNoChargePart;
  for (const policy::Expression& part : is_and ? std::span(when.children) : std::span(&when, 1)) {
    if (part.charge_part == policy::kNoChargePart) continue;
    Sight sight;
    if (walker_.truth(part, sight) != Truth::kNo) continue;
    until = std::min(until, sight.until);
    return true;
  }
  return false;
}

// Null where the conviction is not alike to others.
const AlikeCharges* StepWalk::open_steps() {
  AlikeCharges* const alike = walker_.alike();
  if (alike == nullptr || !alike->steps.empty()) return alike;
  Date until = kLastDay;
  for (std::size_t i = 0; i < plan_.steps.size(); ++i) {
    const policy::Step& step = plan_.steps[i];
    if (!holds(step.in_force, as_of_)) {
      if (step.in_force.first > as_of_) until = std::min(until, add_days(step.in_force.first, -1));
    } else if (is_ruled_out(step, until)) {
      until = std::min(until, step.in_force.last);
    } else {
      alike->steps.push_back({i, std::exchange(until, kLastDay)});
    }
  }
  alike->rest_until = until;
  return alike;
}

// Whether the step certainly holds. Those that do not hold are kept for explanations only.
bool StepWalk::walk_step(std::size_t number, StepSight& seen, std::vector<StepTrace>& steps) {
  const policy::Step& step = plan_.steps[number];
  if (step.in_force.first > as_of_) seen.until = std::min(seen.until, add_days(step.in_force.first, -1));
  if (!holds(step.in_force, as_of_)) return false;
  Sight& sight = seen.sight;
  const Truth truth = truth_of_step(step, sight, seen.until);
  if (!seen.keeps_all && truth == Truth::kNo) return false;
  steps.push_back({number, truth, std::exchange(sight.unknown, {}), sight.charge_choice, std::exchange(seen.uses, {})});
  return truth == Truth::kYes;
}

// Appends the steps from this one up to the one that certainly holds; returned is how long that stays so.
Date StepWalk::walk(std::size_t from, const WalkRule& rule, std::vector<StepTrace>& steps) {
  StepSight seen(rule.detail == Detail::kFull);
  const AlikeCharges* const alike = seen.keeps_all ? nullptr : open_steps();
  if (alike == nullptr) {
    for (std::size_t i = from; i < plan_.steps.size(); ++i) {
      if (i != rule.without && walk_step(i, seen, steps)) break;
    }
    return seen.until;
  }
  for (const OpenStep& open : alike->steps) {
    if (open.step < from) continue;
    seen.until = std::min(seen.until, open.until);
    if (open.step != rule.without && walk_step(open.step, seen, steps)) return seen.until;
  }
  return std::min(seen.until, alike->rest_until);
}

// Several outcomes are possible step by step; fewer may be once no fact has two values at the same time.
StepWalk::Settled StepWalk::settle(const std::vector<StepTrace>& steps) {
  Settled settled;
  settled.step = steps.back().step;
  for (const StepTrace& trace : steps) {
    if (trace.truth != Truth::kNo) add_outcome(plan_, settled.possible, trace.step);
  }
  if (settled.possible.size() == 1) {
    settled.earlier_may_hold =
        std::any_of(steps.begin(), steps.end() - 1, [](const StepTrace& t) { return t.truth != Truth::kNo; });
    return settled;
  }
  const std::optional<Combined> combined =
      combine(plan_, person_, conviction_, subject_, walker_, steps, settled.until);
  if (!combined) {
    add_deciding_facts(plan_, steps, settled.deciding);
    settled.deciding = without_spare(steps, settled.deciding);
    return settled;
  }
  settled.possible.clear();
  for (const std::size_t step : combined->steps) add_outcome(plan_, settled.possible, step);
  if (settled.possible.size() > 1) {
    settled.deciding = without_spare(steps, combined->deciding);
  } else if (plan_.steps[settled.step].outcome != settled.possible.front()) {
    settled.step = combined->steps.front();
    settled.one_of_steps = combined->steps;
  } else {
    settled.earlier_may_hold = combined->steps.front() != settled.step;
  }
  return settled;
}

std::vector<UnknownFact> StepWalk::without_spare(const std::vector<StepTrace>& steps,
                                                 const std::vector<UnknownFact>& deciding) {
  constexpr std::size_t kMostFacts = 40;  // so many belong to more parts than a formula can be tried for
  if (deciding.size() < 2 || deciding.size() > kMostFacts) return deciding;
  Formula formula;
  std::vector<std::size_t> asked;
  for (const StepTrace& trace : steps) {
    Sight sight;
    sight.formula = &formula;
    asked.push_back(trace.step);
    if (formula.is_too_large()) return deciding;
    if (trace.truth == Truth::kUnknown) {
      walker_.truth(*plan_.steps[trace.step].when, sight);
    } else {
      formula.settle(formula.open(), trace.truth);
    }
  }
  return formula.those_that_matter(plan_, asked, deciding);
}

// Whether another step that may hold, as far as that is seen without asking it, has the outcome of the deciding one.
bool StepWalk::may_be_answered_the_same(const WalkRule& rule, const Decision& decision) {
  const auto has_its_outcome = [&](std::size_t step) {
    return step != decision.deciding_step && step != rule.without &&
           plan_.steps[step].outcome == plan_.steps[decision.deciding_step].outcome;
  };
  for (const StepTrace& trace : decision.steps) {
    if (trace.truth != Truth::kNo && has_its_outcome(trace.step)) return true;
  }
  if (const AlikeCharges* const alike = open_steps()) {
    return std::any_of(alike->steps.begin(), alike->steps.end(), [&](const OpenStep& open) {
      return open.step > decision.deciding_step && has_its_outcome(open.step);
    });
  }
  for (std::size_t step = decision.deciding_step + 1; step < plan_.steps.size(); ++step) {
    if (has_its_outcome(step)) return true;
  }
  return false;
}

// The answer had the deciding step not been there.
void StepWalk::find_otherwise(const WalkRule& rule, Decision& decision) {
  std::vector<StepTrace> steps;
  steps.reserve(decision.steps.size() + kUsualSteps);
  for (const StepTrace& trace : decision.steps) {
    if (trace.step == decision.deciding_step || trace.truth == Truth::kNo) continue;
    steps.push_back({trace.step, trace.truth, trace.unknown, trace.charge_choice, {}});
  }
  if (decision.steps.back().step == decision.deciding_step) {
    walk(decision.deciding_step + 1, {Detail::kOutcome, rule.scope, rule.without}, steps);
  }
  Settled settled = settle(steps);
  decision.otherwise_step = settled.step;
  decision.otherwise_possible = std::move(settled.possible);
}

Decision StepWalk::decide(const WalkRule& rule, const std::vector<UnknownFact>& missing) {
  Decision decision;
  if (settle_scope(rule, missing, decision)) return decision;
  decision.steps.reserve(kUsualSteps);
  const Date walked_until = walk(0, rule, decision.steps);
  Settled settled = settle(decision.steps);
  decision.same_until = std::min({decision.same_until, walked_until, settled.until});
  decision.possible = std::move(settled.possible);
  if (decision.possible.size() > 1) {
    decision.answer = Answer::kUndecided;
    decision.deciding = std::move(settled.deciding);
    return decision;
  }
  decision.answer = Answer::kDecided;
  decision.deciding_step = settled.step;
  decision.one_of_steps = std::move(settled.one_of_steps);
  decision.earlier_may_hold = settled.earlier_may_hold;
  const bool is_last = decision.deciding_step + 1 == plan_.steps.size();
  if (is_last || rule.detail == Detail::kOutcome) return decision;
  if (rule.detail == Detail::kFull || may_be_answered_the_same(rule, decision)) find_otherwise(rule, decision);
  return decision;
}

}  // namespace redress::evaluate
