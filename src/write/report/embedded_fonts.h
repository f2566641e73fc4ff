// write/report/embedded_fonts.h: the fonts that the program carries. Not here: drawing with them (pdf_fonts.h).
#pragma once

#include <cstddef>
#include <string_view>

namespace redress::write {

// Noto Sans as TrueType files: the letters of Spanish, Vietnamese and every other language in Latin script. Static
// storage. License: SIL Open Font License 1.1.
std::string_view regular_font();
std::string_view bold_font();

}  // namespace redress::write
