// write/report/report_pdf.h: the report as a PDF on US Letter that can be printed, selected and read aloud.
// Not here: what stands in it (report_document.h). Uses memory only; one thread at a time.
#pragma once

#include <string>

#include "redress/error.h"
#include "write/report/document.h"

namespace redress::write {

// REQUIRES: every text is UTF-8; `created` is a date as 2019-11-11. The same document gives the same bytes. Headings,
// tables with the scope of their header cells, lists and figures with words for them are tagged; the outline names the
// parts. Errors: report.fonts (kOutput), report.pdf (kInternal). Cost: about 10 ms a page.
Result<std::string> report_pdf(const Document& document);

}  // namespace redress::write
