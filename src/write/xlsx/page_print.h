// write/xlsx/page_print.h: how a page of the workbook prints: paper, scale, breaks, footer; and its frozen head and filter.
// Not here: formats of cells (page_looks.h). Inside the room.
#pragma once

#include <xlsxwriter.h>

#include "write/xlsx/workbook_file.h"

namespace redress::write {

void set_print(lxw_worksheet* sheet, const PageForm& form, const WorkbookFileForm& of_all);

}  // namespace redress::write
