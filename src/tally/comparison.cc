#include "tally/comparison.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <string_view>
#include <vector>

#include "evaluate/evaluate.h"
#include "tally/ledger.h"
#include "tally/merge_counts.h"

namespace redress::tally {
namespace {

// The convictions of each outcome of one side; those out of its scope left out.
template <class Side>
std::map<std::size_t, std::uint64_t> marginal(const Comparison& comparison, Side side) {
  std::map<std::size_t, std::uint64_t> counts;
  for (const auto& [outcomes, share] : comparison.by_outcomes) {
    if (const auto& outcome = side(outcomes)) counts[*outcome] += share.convictions;
  }
  return counts;
}

void check_side(const std::map<std::size_t, std::uint64_t>& counts, const AnswerTally& answers, Ledger& ledger) {
  for (const auto& [outcome, convictions] : counts) {
    ledger.equal(convictions, "compared convictions of an outcome", counted(answers.by_outcome, outcome),
                 "the policy's own");
  }
  ledger.equal(sum_of_map(counts), "compared convictions in scope", answers.in_scope, "the policy's own");
}

}  // namespace

void Share::merge(const Share& other) {
  convictions += other.convictions;
  people += other.people;
}

PolicyAnswer policy_answer(const policy::Plan& plan, const evaluate::Decision& decision) {
  if (decision.answer == evaluate::Answer::kOutOfScope) return {};
  PolicyAnswer answer{evaluate::outcome_of(plan, decision), {}};
  if (decision.answer == evaluate::Answer::kDecided) answer.step = decision.deciding_step;
  return answer;
}

bool differ(const policy::Plan& first_plan, PolicyAnswer first, const policy::Plan& second_plan, PolicyAnswer second) {
  if (!first.outcome || !second.outcome) return first.outcome.has_value() != second.outcome.has_value();
  return first_plan.outcomes[*first.outcome].label != second_plan.outcomes[*second.outcome].label;
}

policy::Relief relief_of(const policy::Plan& plan, PolicyAnswer answer) {
  return answer.outcome ? plan.outcomes[*answer.outcome].relief : policy::Relief::kNone;
}

void Comparison::add_person(const policy::Plan& first_plan, std::span<const evaluate::Decision> first,
                            const policy::Plan& second_plan, std::span<const evaluate::Decision> second) {
  assert(first.size() == second.size());
  Share seen, seen_differing, seen_other_relief;
  std::vector<Answers> answers_seen;
  for (std::size_t i = 0; i < first.size(); ++i) {
    const PolicyAnswer a = policy_answer(first_plan, first[i]);
    const PolicyAnswer b = policy_answer(second_plan, second[i]);
    if (!a.outcome && !b.outcome) continue;
    const auto count = [](Share& share, bool is_new_person) {
      share.convictions += 1;
      share.people += is_new_person ? 1 : 0;
    };
    count(seen, seen.people == 0);
    if (differ(first_plan, a, second_plan, b)) count(seen_differing, seen_differing.people == 0);
    if (relief_of(first_plan, a) != relief_of(second_plan, b)) count(seen_other_relief, seen_other_relief.people == 0);
    const auto is_new = [&](const auto& is_same) {
      return std::none_of(answers_seen.begin(), answers_seen.end(), is_same);
    };
    const bool is_new_answer = is_new([&](const Answers& other) { return other == Answers{a, b}; });
    const bool is_new_outcome = is_new(
        [&](const Answers& other) { return other.first.outcome == a.outcome && other.second.outcome == b.outcome; });
    count(by_outcomes.count_of(Outcomes{a.outcome, b.outcome}), is_new_outcome);
    count(by_answers.count_of(Answers{a, b}), is_new_answer);
    if (is_new_answer) answers_seen.push_back({a, b});  // not more than the two policies have answers
  }
  in_either.merge(seen);
  differing.merge(seen_differing);
  other_relief.merge(seen_other_relief);
}

void Comparison::merge(const Comparison& other) {
  merge_counts(in_either, other.in_either);
  merge_counts(differing, other.differing);
  merge_counts(other_relief, other.other_relief);
  merge_counts(by_outcomes, other.by_outcomes);
  merge_counts(by_answers, other.by_answers);
}

void BesideTally::merge(const BesideTally& other) {
  answers.merge(other.answers);
  against_office.merge(other.against_office);
}

Status check_identities(const Comparison& comparison, const AnswerTally& first, const AnswerTally& second) {
  constexpr std::string_view kEither = "convictions in either scope";
  Ledger ledger;
  std::uint64_t by_outcomes = 0;
  for (const auto& [outcomes, share] : comparison.by_outcomes) {
    by_outcomes += share.convictions;
    ledger.at_most(share.people, "people of two outcomes", share.convictions, "their convictions");
  }
  std::uint64_t by_answers = 0;
  for (const auto& [answers, share] : comparison.by_answers) by_answers += share.convictions;
  ledger.equal(by_outcomes, "the sum by two outcomes", comparison.in_either.convictions, kEither);
  ledger.equal(by_answers, "the sum by two steps", comparison.in_either.convictions, kEither);
  for (const Share* part : {&comparison.differing, &comparison.other_relief}) {
    ledger.at_most(part->convictions, "differing convictions", comparison.in_either.convictions, kEither);
    ledger.at_most(part->people, "people who differ", comparison.in_either.people, "people in either scope");
  }
  check_side(marginal(comparison, [](const Comparison::Outcomes& o) { return o.first; }), first, ledger);
  check_side(marginal(comparison, [](const Comparison::Outcomes& o) { return o.second; }), second, ledger);
  return ledger.status();
}

}  // namespace redress::tally
