// tally/answer_tally.h: the answers of one policy, counted: determinations, steps, reviews.
// Not here: people and the file (tally.h), two policies held against each other (comparison.h). One per thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "evaluate/decision.h"
#include "policy/plan/plan.h"
#include "redress/error.h"
#include "tally/count_map.h"
#include "tally/keys.h"
#include "tally/questions.h"

namespace redress::tally {

// Plain counts in convictions; a key that never occurred is absent from a map.
struct AnswerTally {
  std::uint64_t in_scope = 0;
  CountMap<std::size_t, std::uint64_t> by_outcome;     // index of the plan's outcome
  CountMap<std::size_t, std::uint64_t> by_step;        // index of the plan's step
  CountMap<std::size_t, std::uint64_t> by_step_alone;  // those of them that no later step would answer the same
  std::array<std::uint64_t, kReviewCauseCount> reviews{};
  QuestionTally questions;  // counted person by person: questions.add_person

  // An answer out of scope counts nothing. REQUIRES: every call on tallies that are merged takes the same plan.
  void add_answer(const policy::Plan& plan, const evaluate::Decision& decision);

  void merge(const AnswerTally& other);

  friend bool operator==(const AnswerTally&, const AnswerTally&) = default;
};

// Whether the deciding step decides alone: without it the determination would be another one, or in doubt.
// REQUIRES: the decision is kDecided.
bool decides_alone(const policy::Plan& plan, const evaluate::Decision& decision);

// Why no step decided. REQUIRES: the answer is neither kDecided nor kOutOfScope.
ReviewCause review_cause(evaluate::Answer answer);

// Whether the sums tie: in scope = by outcome = by step + reviews; alone at most by step.
// Errors (kInternal): tally.identity, naming the sums that differ.
Status check_identities(const AnswerTally& tally);

}  // namespace redress::tally
