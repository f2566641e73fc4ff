// write/xlsx/report_pages.h: a report as sheets of a workbook: one for each of its parts, with every table and its
// figures as numbers. So the public's copy has what the public's report has, and nothing that is hidden there.
// Not here: what the report says (write/report), writing the file (workbook_file.h). Pure.
#pragma once

#include <string_view>
#include <vector>

#include "write/report/document.h"
#include "write/xlsx/summary_sheets.h"

namespace redress::write {

inline constexpr std::string_view kFiguresName = "figures.xlsx";

// In the order of the report. Charts are left out: every number of theirs stands in a table. Cost: linear.
std::vector<WordsPage> report_pages(const Document& document);

// REQUIRES: the document has a date.
WorkbookFileForm report_workbook_form(const Document& document);

}  // namespace redress::write
