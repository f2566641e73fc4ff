// The sums of a tally that must tie; a run checks them before it writes anything.
#include "tally/ledger.h"
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

void check_decisions(const Tally& tally, Ledger& ledger) {
  constexpr std::string_view kInScope = "convictions in scope";
  const std::uint64_t reviews = sum_of_array(tally.reviews);
  check_answers(tally, ledger);
  ledger.equal(sum_of_map(tally.by_section), "the sum by section", tally.in_scope, kInScope);
  ledger.equal(sum_of_array(tally.by_level), "the sum by level", tally.in_scope, kInScope);
  ledger.equal(relief_of_map(tally.by_decade).in_scope, "the sum by decade", tally.in_scope, kInScope);
  ledger.at_most(tally.in_scope, kInScope, tally.convictions, "convictions");
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
  ledger.at_most(tally.people_incomplete, "incomplete people", tally.people, "people");
  check_decisions(tally, ledger);
  check_people(tally, ledger);
  return ledger.status();
}

}  // namespace redress::tally
