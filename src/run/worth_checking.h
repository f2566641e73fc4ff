// run/worth_checking.h: what of the files and of what was asked of them does not fit together: told, and no error.
// Not here: what stops a run (run_papers.h). Part of the corridor. Pure.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "redress/date.h"
#include "tally/tally.h"

namespace redress::run {

// Past so many years without an event in the files, what they do not show of a person weighs.
inline constexpr int kYearsUntilStale = 3;
// Events so much later than the as-of date are no matter of some weeks between two offices.
inline constexpr int kYearsOfLaterEvents = 1;

// Whole sentences for whoever is to use the figures, each with what to check; none where nothing stands out. `county`
// and `as_of`: of the run; `cut_off`: the names of files that end inside a row.
std::vector<std::string> worth_checking(const tally::Tally& tally, std::string_view county, Date as_of,
                                        std::span<const std::string> cut_off);

}  // namespace redress::run
