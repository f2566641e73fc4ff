// write/report/report_html.h: the report as one page that needs nothing beside it: no script, no font, no network.
// Not here: what stands in it (report_document.h). Pure.
#pragma once

#include <string>

#include "write/report/document.h"

namespace redress::write {

// UTF-8. REQUIRES: every text is UTF-8. The same document gives the same bytes.
std::string report_html(const Document& document);

}  // namespace redress::write
