// tally/prospects.h: what would be left on a person's record if relief were granted, with certainty or possibly.
// Not here: decisions (evaluate), counting (tally.h). Pure functions of one person.
#pragma once

#include <array>
#include <span>

#include "base/truth.h"
#include "evaluate/decision.h"
#include "model/person.h"
#include "tally/tally.h"

namespace redress::tally {

// "Recent" means dated later than this many years before the as-of date.
inline constexpr int kRecentYears = 7;

// Whether the answer gives a dismissal or a reduction: yes where every determination it leaves possible does, unknown
// where one may (a review is one). No for an answer out of scope.
Truth gives_relief(const policy::Plan& plan, const evaluate::Decision& decision);

// For each kind of conviction and scenario, whether the person would have none left. A record with missing rows never
// yields a yes, because a missing row may hold a conviction.
using NothingLeft = std::array<std::array<Truth, kScenarioCount>, kLeftCount>;

// What each scenario would do for one person.
struct Outlook {
  NothingLeft none;
  std::array<Truth, kScenarioCount> reached{};           // some conviction dismissed or reduced
  std::array<Bounds, kScenarioCount> dismissed{};        // convictions
  std::array<Bounds, kScenarioCount> felonies_gone{};    // felonies dismissed, or felonies no more
};

// `by_statute`: as for Tally::add_person; where the context names no statute, the decisions are the statute's.
Outlook outlook_of(const TallyContext& context, const model::Person& person,
                   std::span<const evaluate::Decision> decisions, std::span<const evaluate::Decision> by_statute = {});

}  // namespace redress::tally
