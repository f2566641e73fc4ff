// intake/county_table.h: the table of formats/ that lists the counties of a state.
// Not here: counties that a research file names (facts_counties.h). Part of this room's face; pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "redress/error.h"

namespace redress::intake {

// The names, upper case as the research files write them, in the order of the table. Errors (kUsage): format.table,
// with the line; also of a table without a name.
Result<std::vector<std::string>> read_counties(std::string_view file, std::string_view table);

}  // namespace redress::intake
