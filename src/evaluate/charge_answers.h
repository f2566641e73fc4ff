// evaluate/charge_answers.h: what of a policy hangs on a conviction's charge, level and county alone, worked out once
// for all convictions that are alike in these. A file cites a few hundred charges in a million rows.
// Not here: which parts those are (policy/plan/charge_parts.h), working them out (condition.cc, step_walk.cc).
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <unordered_map>
#include <vector>

#include "citation/shared_citation.h"
#include "evaluate/decision.h"
#include "evaluate/evaluate.h"
#include "model/person.h"
#include "policy/plan/plan.h"

namespace redress::evaluate {

// A part of a condition: kept once it is certain.
struct ChargePart {
  Truth truth = Truth::kUnknown;  // unknown: not asked yet, or asked and not certain
  Date until = kLastDay;          // as Sight::until
};

// A step that such parts do not rule out. `until`: how long that lasts of the steps between it and the one before.
struct OpenStep {
  std::size_t step = 0;
  Date until = kLastDay;
};

// What is known of the convictions of one charge and level in the run's county, as of the run's day.
struct AlikeCharges {
  citation::SharedCitation citation;  // kept, so that no other charge comes to stand at its place
  std::vector<ChargePart> parts;      // by Expression::charge_part
  std::vector<OpenStep> steps;        // in order; empty until they are asked for
  Date rest_until = kLastDay;         // of the steps behind the last open one
};

// Filled in by who asks. One per thread, policy and run; the plan and the run must outlive it.
class ChargeAnswers {
 public:
  // With so many charges all are forgotten, so that memory has a bound.
  static constexpr std::size_t kMostCharges = 2048;

  ChargeAnswers(const policy::Plan& plan, const RunFacts& run) : plan_(plan), run_(run) {}

  // Null where a conviction is not alike to others for certain: its charge, level or county is unknown, it is of
  // another county, or somebody supplied facts of it. Until the next call.
  AlikeCharges* of(const model::Conviction& conviction);

 private:
  const policy::Plan& plan_;
  const RunFacts& run_;
  using ByLevel = std::array<std::unique_ptr<AlikeCharges>, 3>;
  std::unordered_map<const citation::Citation*, ByLevel> charges_;  // looked up only
};

}  // namespace redress::evaluate
