// intake/workbook_layout_reader.h: the tables of the workbook in formats/ → its layout.
// Not here: filling sheets (write/xlsx), reading a workbook back (scan/workbook_reader.h). Pure.
#pragma once

#include <string_view>

#include "model/workbook_layout.h"
#include "redress/error.h"

namespace redress::intake {

struct FormatTable {
  std::string_view file;  // for messages
  std::string_view text;
};

struct WorkbookTables {
  FormatTable sheets;
  FormatTable columns;
  FormatTable choices;
};

// Sheets come in the order of model::SheetId, names of a sheet's columns are unique, every value of the program has its
// column, every entry stands on one sheet only and in the review's file, every list has choices.
// Errors (kUsage): format.table, naming the file and the line.
Result<model::WorkbookLayout> read_workbook_layout(const WorkbookTables& tables);

}  // namespace redress::intake
