// intake/layout_reader.h: the tables of formats/ → layouts. The one source of every column name.
// Not here: reading records (record_index.h, gather.h). Pure.
#pragma once

#include <string>
#include <string_view>

#include "model/layout.h"
#include "model/result_layout.h"
#include "redress/error.h"

namespace redress::intake {

// Reads a table of input columns (formats/us-ca/doj-research.csv). Positions must be 0, 1, 2, …, names unique, and
// every RowFact must have one column. Errors (kUsage): format.table, naming `file` and the line.
Result<model::Layout> read_layout(std::string_view file, std::string_view table);

// Reads a table of result columns (formats/us-ca/results.csv). Errors as above.
Result<model::ResultLayout> read_result_layout(std::string_view file, std::string_view table);

}  // namespace redress::intake
