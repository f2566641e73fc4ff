#include "write/xlsx/page_print.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "write/xlsx/page_ranges.h"

namespace redress::write {
namespace {

// Below this percentage print can hardly be read: columns then go on on further sheets of paper.
constexpr std::uint16_t kLeastScale = 60;

std::size_t printed_columns(const PageForm& form) {
  return form.printed_columns > 0 ? form.printed_columns : form.columns.size();
}

// The percentage at which the columns fill the width of the paper. Spreadsheets pass over page breaks where they fit
// the width themselves.
std::uint16_t print_scale(const PageForm& form) {
  constexpr double kInches = 10;          // between the margins
  constexpr double kPixelsOfInch = 96;
  constexpr double kPixelsOfCharacter = 7;  // of the usual font, with 5 more beside each column
  constexpr double kPixelsBesideColumn = 5;
  constexpr double kMost = 100;
  constexpr double kSlack = 0.9;  // fonts of other makers are a little wider
  double pixels = 0;
  for (std::size_t i = 0; i < printed_columns(form); ++i)
    pixels += form.columns[i].width * kPixelsOfCharacter + kPixelsBesideColumn;
  const double scale = 100 * kSlack * kInches * kPixelsOfInch / std::max(pixels, 1.0);
  return static_cast<std::uint16_t>(std::min(scale, kMost));
}

void set_breaks(lxw_worksheet* sheet, const PageForm& form) {
  constexpr std::size_t kMostBreaks = 1'023;  // that a spreadsheet takes
  std::vector<lxw_row_t> rows;
  for (const std::uint32_t row : form.breaks) rows.push_back(kRowsAboveData + row);
  rows.resize(std::min(rows.size(), kMostBreaks));
  if (rows.empty()) return;
  rows.push_back(0);  // the end
  ::worksheet_set_h_pagebreaks(sheet, rows.data());
}

}  // namespace

void set_print(lxw_worksheet* sheet, const PageForm& form, const WorkbookFileForm& of_all) {
  constexpr std::uint8_t kUsLetter = 1;
  ::worksheet_set_landscape(sheet);
  ::worksheet_set_paper(sheet, kUsLetter);
  const std::uint16_t scale = print_scale(form);
  if (form.is_by_courthouse || (form.is_list && scale < kLeastScale)) {
    ::worksheet_set_print_scale(sheet, std::max(scale, kLeastScale));
    ::worksheet_repeat_columns(sheet, 0, 0);  // the key of each row, where they go on
  } else {
    ::worksheet_fit_to_pages(sheet, 1, 0);
  }
  if (form.is_by_courthouse) set_breaks(sheet, form);
  if (form.printed_columns > 0) {
    const auto last = static_cast<lxw_col_t>(form.printed_columns - 1);
    ::worksheet_print_area(sheet, 0, 0, page_last_row(form), last);
  }
  ::worksheet_repeat_rows(sheet, 0, kRowsAboveData - 1);
  ::worksheet_set_margins(sheet, 0.5, 0.5, 0.6, 0.7);
  const std::string line = "&L&8" + of_all.banner + "&C&8" + of_all.footer + "&R&8&A, page &P of &N";
  ::worksheet_set_footer(sheet, line.c_str());
  if (!form.is_list) return;
  ::worksheet_freeze_panes(sheet, kRowsAboveData, 1);
  const std::uint32_t last = page_last_row(form);
  ::worksheet_autofilter(sheet, kRowsAboveData - 1, 0, last, static_cast<lxw_col_t>(form.columns.size() - 1));
}

}  // namespace redress::write
