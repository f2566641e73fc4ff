// write/xlsx/words_pages.h: the pages of words alone: README, Criteria, Lists. Inside the room; pure.
// Not here: figures (summary_sheets.h).
#pragma once

#include "write/xlsx/summary_sheets.h"

namespace redress::write {

// `all_tie`: whether every check of the workbook ties now, for readers that do not calculate.
WordsPage readme_page(const WorkbookRun& run, bool all_tie);
WordsPage criteria_page(const WorkbookRun& run);
WordsPage lists_page(const WorkbookRun& run);

}  // namespace redress::write
