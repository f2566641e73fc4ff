// write/report/pdf_table.h: a table on the pages of a PDF; its header stands on each page again. Inside the room.
#pragma once

#include "write/report/document.h"
#include "write/report/pdf_pages.h"

namespace redress::write {

void draw_table(PdfPages& pages, const Table& table);

}  // namespace redress::write
