// write/xlsx/open_stages.h: what waits for somebody once a conviction is filed: how many, and the oldest, counted live.
// Not here: the clock of each row (run/workbook_contents.h). Inside the room; pure.
#pragma once

#include <vector>

#include "write/xlsx/summary_figures.h"
#include "write/xlsx/summary_sheets.h"

namespace redress::write {

// A row for each stage, from its filing to the state's answer: what, how many, days of the oldest, nothing, definition.
// Days are counted from the day on which the workbook is opened. Source: court-practice, W10.
std::vector<CellRow> open_stage_rows(const WorkbookRun& run);

}  // namespace redress::write
