// evaluate/step_walk.h: the steps of a policy walked for one conviction as of one day, and what they settle.
// Not here: single conditions (condition.h), other days (evaluate.cc). Internal to the room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "evaluate/condition.h"
#include "evaluate/decision.h"
#include "evaluate/evaluate.h"
#include "model/person.h"
#include "policy/plan/plan.h"

namespace redress::evaluate {

// What is asked: in which detail, whether for the scope too, and as if which step were not there.
struct WalkRule {
  Detail detail = Detail::kAnswer;
  ScopeRule scope = ScopeRule::kAsk;
  std::optional<std::size_t> without;
};

// Holds references; all must outlive it. REQUIRES: the walker is of this conviction and day.
class StepWalk {
 public:
  StepWalk(const policy::Plan& plan, const model::Person& person, const model::Conviction& conviction, Subject subject,
           Date as_of, ConditionWalker& walker)
      : plan_(plan), person_(person), conviction_(conviction), subject_(subject), as_of_(as_of), walker_(walker) {}

  // `missing`: why no step can be walked, where none can.
  Decision decide(const WalkRule& rule, const std::vector<UnknownFact>& missing);

 private:
  struct StepSight;
  // What walked steps come to.
  struct Settled {
    std::vector<std::size_t> possible;      // outcomes, in step order
    std::vector<std::size_t> one_of_steps;  // as in Decision
    bool earlier_may_hold = false;          // as in Decision
    std::size_t step = 0;                   // that decides; of several possible outcomes, the one that certainly holds
    std::vector<UnknownFact> deciding;      // where several outcomes are possible
    Date until = kLastDay;
  };

  bool settle_scope(const WalkRule& rule, const std::vector<UnknownFact>& missing, Decision& decision);
  Truth truth_of_step(const policy::Step& step, Sight& sight, Date& until);
  bool is_ruled_out(const policy::Step& step, Date& until);
  const AlikeCharges* open_steps();
  bool walk_step(std::size_t number, StepSight& seen, std::vector<StepTrace>& steps);
  Date walk(std::size_t from, const WalkRule& rule, std::vector<StepTrace>& steps);
  Settled settle(const std::vector<StepTrace>& steps);
  std::vector<UnknownFact> without_spare(const std::vector<StepTrace>& steps, const std::vector<UnknownFact>& deciding);
  bool may_be_answered_the_same(const WalkRule& rule, const Decision& decision);
  void find_otherwise(const WalkRule& rule, Decision& decision);

  const policy::Plan& plan_;
  const model::Person& person_;
  const model::Conviction& conviction_;
  Subject subject_;
  Date as_of_;
  ConditionWalker& walker_;
};

}  // namespace redress::evaluate
