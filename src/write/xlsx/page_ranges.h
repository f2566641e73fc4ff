// write/xlsx/page_ranges.h: columns and ranges as formulas name them: "AB", 'All convictions'!$B$5:$B$90.
// Not here: formulas (summary_sheets.h). Pure.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "write/xlsx/workbook_file.h"

namespace redress::write {

// "A" for 0, "AB" for 27.
inline std::string column_letters(std::size_t column_0based) {
  constexpr std::size_t kAlphabetSize = 26;
  std::string letters;
  for (std::size_t rest = column_0based + 1; rest > 0; rest = (rest - 1) / kAlphabetSize)
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % kAlphabetSize));
  return letters;
}

// From 0; a page without rows has one that is empty.
inline std::uint32_t page_last_row(const PageForm& form) {
  return kRowsAboveData - 1 + static_cast<std::uint32_t>(std::max<std::uint64_t>(form.rows, 1));
}

// The cells of one column, without a '='.
inline std::string page_range(const PageForm& form, std::size_t column_0based) {
  const std::string letters = column_letters(column_0based);
  return "'" + form.name + "'!$" + letters + "$" + std::to_string(kRowsAboveData + 1) + ":$" + letters + "$" +
         std::to_string(page_last_row(form) + 1);
}

}  // namespace redress::write
