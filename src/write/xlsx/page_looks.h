// write/xlsx/page_looks.h: how cells and pages of the workbook look and print: formats, widths, locks, filters, clocks.
// Not here: the cells (workbook_file.h). Inside the room.
#pragma once

#include <xlsxwriter.h>

#include <span>
#include <string>

#include "write/xlsx/sheet_cell.h"
#include "write/xlsx/workbook_file.h"

namespace redress::write {

// The formats of a workbook, which owns them.
class PageLooks {
 public:
  PageLooks() = default;
  explicit PageLooks(lxw_workbook* workbook);

  // Of a cell in that column; null where it has none of its own.
  lxw_format* of(const PageColumn* column, const SheetCellValue& cell) const;
  // Of a whole column, and of its header.
  lxw_format* of_column(const PageColumn& column) const;
  lxw_format* of_header(const PageColumn& column) const;

  lxw_format* banner = nullptr;
  lxw_format* title = nullptr;
  lxw_format* sentence = nullptr;
  lxw_format* heading = nullptr;
  lxw_format* label = nullptr;
  lxw_format* wrapped = nullptr;
  lxw_format* check = nullptr;
  lxw_format* text = nullptr;
  lxw_format* date = nullptr;
  lxw_format* number = nullptr;
  lxw_format* entry_text = nullptr;
  lxw_format* entry_date = nullptr;
  lxw_format* header = nullptr;
  lxw_format* entry_header = nullptr;
  lxw_format* ties = nullptr;      // shades, over words that say the same
  lxw_format* does_not_tie = nullptr;
  lxw_format* waits = nullptr;
  lxw_format* overdue = nullptr;
};

// Everything of a page but its rows: banner, title, header, widths, panes, filter, locks, choices, print.
void set_up_page(lxw_workbook* workbook, lxw_worksheet* sheet, const PageLooks& looks, const PageForm& form,
                 const WorkbookFileForm& of_all);

// The height at which every line of the row's cells that wrap is seen, at most a dozen; 0 for the usual one. Some
// spreadsheets work it out for themselves, others show one line. Cost: linear in the texts.
double row_height(const PageLooks& looks, const PageForm& form, std::span<const SheetCellValue> cells);

}  // namespace redress::write
