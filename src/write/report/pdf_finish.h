// write/report/pdf_finish.h: a drawn PDF made whole: language, words for figures, scopes of header cells, its id.
// Not here: drawing (pdf_pages.h). Inside the room; pure.
#pragma once

#include <string>

#include "redress/error.h"
#include "write/report/pdf_pages.h"

namespace redress::write {

// The same bytes give the same bytes. Errors (kInternal): report.pdf.
Result<std::string> finished_pdf(const PdfPages::Drawn& drawn, const std::string& language);

}  // namespace redress::write
