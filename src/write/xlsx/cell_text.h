// write/xlsx/cell_text.h: texts as a cell of a spreadsheet can hold them: no control characters, not too long, nothing
// that a spreadsheet would run. Not here: encodings of files (scan). Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace redress::write {

// What a cell holds at most, in units of UTF-16.
inline constexpr std::size_t kMostCellUnits = 32'767;

// Bytes that are not UTF-8, control characters save tab and line feed, and what XML cannot hold become U+FFFD; CR LF
// becomes LF. A text that begins as a formula does gets the apostrophe of the CSV files. One that is too long is cut
// and says so. Cost: linear.
std::string cell_text(std::string_view text);

}  // namespace redress::write
