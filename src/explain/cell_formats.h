// explain/cell_formats.h: dates, years and uncertain counts as the result columns write them.
// Not here: which fact stands in which column (explain/result_cells.h). Pure functions; no floating point.
#pragma once

#include <cstddef>
#include <string>

#include "base/calendar.h"

namespace redress::explain {

// "04/11/1981".
std::string us_date(Date date);

// Days from `from` to `to` divided by 365.25, with one decimal, rounded to the nearest; negative when `to` is earlier.
std::string years_between(Date from, Date to);

// "2", or "2-3" where it is not certain. REQUIRES: low <= high.
std::string count_words(std::size_t low, std::size_t high);

}  // namespace redress::explain
