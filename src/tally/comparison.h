// tally/comparison.h: the answers of two policies about the same convictions, held against each other and counted.
// Not here: one policy's own figures (answer_tally.h), words (write, apps). One comparison per thread.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>

#include "evaluate/decision.h"
#include "policy/plan/plan.h"
#include "redress/error.h"
#include "tally/answer_tally.h"
#include "tally/count_map.h"

namespace redress::tally {

// Convictions, and the people who have at least one of them.
struct Share {
  std::uint64_t convictions = 0;
  std::uint64_t people = 0;

  void merge(const Share& other);

  friend bool operator==(const Share&, const Share&) = default;
};

// What a policy says of one conviction, by index in its plan.
struct PolicyAnswer {
  std::optional<std::size_t> outcome;  // nothing: not in scope
  std::optional<std::size_t> step;     // nothing: no step decided

  friend auto operator<=>(const PolicyAnswer&, const PolicyAnswer&) = default;
};

PolicyAnswer policy_answer(const policy::Plan& plan, const evaluate::Decision& decision);

// Whether the answers are other determinations: their texts differ, or one policy only speaks of the conviction.
bool differ(const policy::Plan& first_plan, PolicyAnswer first, const policy::Plan& second_plan, PolicyAnswer second);

// What the answer gives the person; out of scope gives nothing.
policy::Relief relief_of(const policy::Plan& plan, PolicyAnswer answer);

// Of what two policies say of one conviction, as CountMap takes it.
struct AnswersSlot {
  using Pair = std::pair<std::optional<std::size_t>, std::optional<std::size_t>>;

  std::size_t operator()(const Pair& outcomes) const {
    return outcomes.first.value_or(kNone) * kFactor + outcomes.second.value_or(kNone);
  }
  std::size_t operator()(const std::pair<PolicyAnswer, PolicyAnswer>& answers) const {
    const auto& [first, second] = answers;
    return (*this)(Pair{first.outcome, second.outcome}) * kFactor + (*this)(Pair{first.step, second.step});
  }

 private:
  static constexpr std::size_t kNone = 5;
  static constexpr std::size_t kFactor = 11;
};

// Counts, of convictions that at least one of the two policies speaks of.
struct Comparison {
  using Outcomes = std::pair<std::optional<std::size_t>, std::optional<std::size_t>>;
  using Answers = std::pair<PolicyAnswer, PolicyAnswer>;

  Share in_either;
  Share differing;     // the determinations are other texts
  Share other_relief;  // a dismissal, a reduction, a review or nothing: one policy gives another of them
  CountMap<Outcomes, Share, AnswersSlot> by_outcomes;
  CountMap<Answers, Share, AnswersSlot> by_answers;  // with the deciding steps

  // One person's convictions, in the same order under both. REQUIRES: every call on comparisons that are merged takes
  // the same plans; as many decisions under both.
  void add_person(const policy::Plan& first_plan, std::span<const evaluate::Decision> first,
                  const policy::Plan& second_plan, std::span<const evaluate::Decision> second);

  void merge(const Comparison& other);

  friend bool operator==(const Comparison&, const Comparison&) = default;
};

// A policy that is answered beside the office's.
struct BesideTally {
  AnswerTally answers;        // in its own scope
  Comparison against_office;  // the office's policy is the first

  void merge(const BesideTally& other);

  friend bool operator==(const BesideTally&, const BesideTally&) = default;
};

// Whether the sums tie, among themselves and with the answers of each policy.
// Errors (kInternal): tally.identity, naming the sums that differ.
Status check_identities(const Comparison& comparison, const AnswerTally& first, const AnswerTally& second);

}  // namespace redress::tally
