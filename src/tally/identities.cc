// The sums of a tally that must tie; a run checks them before it writes anything.
#include <map>
#include <string_view>
#include <vector>

#include "tally/ledger.h"
#include "tally/merge_counts.h"
#include "tally/tally.h"

namespace redress::tally {
namespace {

ReliefCount operator+(ReliefCount a, const ReliefCount& b) {
  return {a.in_scope + b.in_scope, a.with_relief + b.with_relief};
}

template <class Counts>
ReliefCount relief_of_map(const Counts& counts) {
  ReliefCount sum;
  for (const auto& [key, count] : counts) sum = sum + count;
  return sum;
}

// What a scenario leaves possible is at most all there is; now nothing is gone; this policy reaches whom it helps.
void check_scenarios(const Tally& tally, Ledger& ledger) {
  constexpr auto kNow = static_cast<std::size_t>(Scenario::kNow);
  constexpr auto kThisPolicy = static_cast<std::size_t>(Scenario::kThisPolicy);
  for (std::size_t s = 0; s < kScenarioCount; ++s) {
    const Bounds& dismissed = tally.convictions_dismissed[s];
    const Bounds& felonies = tally.felonies_gone[s];
    const Bounds& reached = tally.people_reached[s];
    ledger.at_most(dismissed.at_least, "dismissed for certain", dismissed.at_most, "possibly dismissed");
    ledger.at_most(dismissed.at_most, "possibly dismissed", tally.convictions, "convictions");
    ledger.at_most(felonies.at_least, "felonies certainly gone", felonies.at_most, "felonies possibly gone");
    ledger.at_most(felonies.at_most, "felonies possibly gone", tally.convictions, "convictions");
    ledger.at_most(reached.at_least, "people certainly reached", reached.at_most, "people possibly reached");
    ledger.at_most(reached.at_most, "people possibly reached", tally.people, "people");
  }
  ledger.equal(tally.convictions_dismissed[kNow].at_most, "dismissed now", 0, "nothing");
  ledger.equal(tally.felonies_gone[kNow].at_most, "felonies gone now", 0, "nothing");
  ledger.equal(tally.people_reached[kThisPolicy].at_least, "people reached by this policy",
               tally.people_with_relief.at_least, "people with relief");
  ledger.equal(tally.people_reached[kThisPolicy].at_most, "people possibly reached by this policy",
               tally.people_with_relief.at_most, "people with possible relief");
}

// The answers of the groups of one kind, added up, against those of the policy.
void check_groups(const std::vector<const GroupAnswers*>& groups, const Tally& tally, std::string_view name,
                  Ledger& ledger) {
  GroupAnswers sum;
  for (const GroupAnswers* group : groups) sum.merge(*group);
  const auto check = [&](const std::vector<std::uint64_t>& counts, const std::map<std::size_t, std::uint64_t>& all) {
    ledger.equal(sum_of_array(counts), name, sum_of_map(all), "the policy's own");
    for (std::size_t i = 0; i < counts.size(); ++i) ledger.equal(counts[i], name, counted(all, i), "the policy's own");
  };
  check(sum.by_outcome, tally.by_outcome);
  check(sum.by_step, tally.by_step);
}

template <class Groups>
std::vector<const GroupAnswers*> groups_of_map(const Groups& groups) {
  std::vector<const GroupAnswers*> list;
  for (const auto& [key, group] : groups) list.push_back(&group);
  return list;
}

void check_all_groups(const Tally& tally, Ledger& ledger) {
  check_groups(groups_of_map(tally.answers_by_race), tally, "the answers by race", ledger);
  check_groups(groups_of_map(tally.answers_by_sex), tally, "the answers by sex", ledger);
  check_groups(groups_of_map(tally.answers_by_decade), tally, "the answers by decade", ledger);
  std::vector<const GroupAnswers*> ages;
  for (const GroupAnswers& group : tally.answers_by_age) ages.push_back(&group);
  check_groups(ages, tally, "the answers by age", ledger);
}

void check_decisions(const Tally& tally, Ledger& ledger) {
  constexpr std::string_view kInScope = "convictions in scope";
  const std::uint64_t reviews = sum_of_array(tally.reviews);
  check_answers(tally, ledger);
  ledger.equal(sum_of_map(tally.by_section), "the sum by section", tally.in_scope, kInScope);
  ledger.equal(sum_of_array(tally.by_level), "the sum by level", tally.in_scope, kInScope);
  ledger.equal(relief_of_map(tally.by_decade).in_scope, "the sum by decade", tally.in_scope, kInScope);
  ledger.at_most(tally.in_scope, kInScope, tally.convictions, "convictions");
  check_scenarios(tally, ledger);
  const std::uint64_t undecided = tally.reviews[static_cast<std::size_t>(ReviewCause::kUndecided)];
  std::uint64_t settled = 0;
  for (const auto& [key, count] : tally.reviews_by_fact) {
    ledger.at_most(count.settles_alone, "what a fact settles alone", count.takes_part, "what it takes part in");
    ledger.at_most(count.takes_part, "what a fact takes part in", reviews, "reviews");
    settled += count.settles_alone;
  }
  ledger.at_most(settled, "what all facts settle alone", undecided, "undecided convictions");
}

void check_people(const Tally& tally, Ledger& ledger) {
  const auto check_impact = [&](ReliefCount sum, std::string_view name) {
    ledger.equal(sum.in_scope, name, tally.people_in_scope, "people in scope");
    ledger.equal(sum.with_relief, name, tally.people_with_relief.at_least, "people with relief");
  };
  check_impact(relief_of_map(tally.by_race), "the sum by race");
  check_impact(relief_of_map(tally.by_sex), "the sum by sex");
  ReliefCount ages;
  for (const ReliefCount& count : tally.by_age) ages = ages + count;
  check_impact(ages, "the sum by age");
  ledger.at_most(tally.people_in_scope, "people in scope", tally.people, "people");
  ledger.at_most(tally.people_in_scope, "people in scope", tally.in_scope, "convictions in scope");
  ledger.at_most(tally.people_with_relief.at_least, "people with relief", tally.people_with_relief.at_most,
                 "people with possible relief");
  ledger.at_most(tally.people_with_relief.at_most, "people with possible relief", tally.people_in_scope,
                 "people in scope");
  for (const auto& scenarios : tally.nothing_left) {
    for (const Bounds& bounds : scenarios) {
      ledger.at_most(bounds.at_least, "people certainly without", bounds.at_most, "people possibly without");
      ledger.at_most(bounds.at_most, "people possibly without", tally.people, "people");
    }
  }
}

}  // namespace

Status check_identities(const Tally& tally) {
  Ledger ledger;
  ledger.equal(sum_of_map(tally.rows_by_county), "the sum by county", tally.rows, "rows");
  ledger.at_most(tally.equal_rows, "equal rows", tally.rows, "rows");
  ledger.at_most(tally.rows_of_convictions, "rows of convictions", tally.rows - tally.equal_rows, "different rows");
  ledger.at_most(tally.convictions, "convictions", tally.rows_of_convictions, "rows of convictions");
  check_all_groups(tally, ledger);
  ledger.at_most(tally.people_incomplete, "incomplete people", tally.people, "people");
  check_decisions(tally, ledger);
  check_people(tally, ledger);
  return ledger.status();
}

}  // namespace redress::tally
