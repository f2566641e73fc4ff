// intake/workbook_entries.h: the rows of an edited workbook that carry a row id, by the names of their columns; and
// what people typed, made plain. Not here: whether it belongs to a run, and what becomes of it (run). Pure.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/workbook_layout.h"
#include "redress/date.h"
#include "redress/error.h"
#include "scan/workbook_reader.h"

namespace redress::intake {

// A cell as text: dates of date columns as "2020-06-01" where they can be read; what spreadsheets make of (c), (r) and
// (tm) while people type is taken back; no blanks at the ends.
struct EditedCell {
  std::string text;
  bool is_day = false;  // the text is a day
  std::uint32_t column_1based = 0;
};

struct EditedRow {
  std::string sheet;
  std::uint32_t row_1based = 0;
  std::string row_id;
  std::vector<EditedCell> cells;  // by the columns of the sheet
};

// The columns of a sheet of the workbook, by the names in its header, in whatever order they stand.
struct EditedColumns {
  model::SheetId sheet = model::SheetId::kAll;  // the one whose columns they are most like
  std::vector<std::string> names;
  std::vector<const model::SheetColumn*> columns;  // null for columns that people added or named otherwise
  // Of the sheet's columns with a name of the layout. The row ids or entries under another name cannot be found.
  std::vector<const model::SheetColumn*> missing;
  // More than half of the names are the sheet's: it is that sheet of a run. Else it is one that people made.
  bool is_of_run = false;
};

using EditedRowTaker = std::function<Status(const EditedColumns&, const EditedRow&)>;

// The rows of every sheet that has row ids: one of a run, or one with the column of row ids and one for entries,
// whatever it is called. `layout` must outlive the call. Errors: of scan::Workbook; of `take`.
Status read_edited_rows(const scan::Workbook& workbook, const model::WorkbookLayout& layout,
                        const EditedRowTaker& take);

// The mark of its run, which stands behind that label; empty where the workbook has none.
Result<std::string> workbook_mark(const scan::Workbook& workbook, std::string_view label);

// "6/1/2020", "2020-06-01", "06/01/2020 ": a day as people type it.
std::optional<Date> typed_day(std::string_view text);

// The choice of that list which the text is, whatever its case; nothing where it is none. `more`: choices of the run.
std::optional<std::string> choice_of(const model::WorkbookLayout& layout, std::string_view list, std::string_view text,
                                     const std::vector<std::string>& more);

}  // namespace redress::intake
