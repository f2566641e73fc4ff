#include "write/xlsx/page_looks.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "write/xlsx/page_print.h"
#include "write/xlsx/page_ranges.h"

namespace redress::write {
namespace {

constexpr lxw_color_t kBannerColor = 0x7F1D1D;
constexpr lxw_color_t kHeaderColor = 0x1F3A5F;
constexpr lxw_color_t kEntryHeaderColor = 0xFFE699;
constexpr lxw_color_t kEntryColor = 0xFFFBEA;
constexpr lxw_color_t kGoodColor = 0xD9EAD3;
constexpr lxw_color_t kBadColor = 0xF4CCCC;
constexpr lxw_color_t kWaitColor = 0xFFF2CC;
constexpr double kBannerHeight = 18;
constexpr double kTitleHeight = 22;
constexpr double kHeaderHeight = 32;
constexpr double kMostWrappedWidth = 22;  // narrower columns hold what does not wrap: ids, dates, numbers
constexpr std::size_t kMostPromptBytes = 250;
constexpr std::size_t kMostPromptTitleBytes = 32;

lxw_format* made(lxw_workbook* workbook) {
  lxw_format* format = ::workbook_add_format(workbook);
  ::format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  return format;
}

lxw_format* shaded(lxw_workbook* workbook, lxw_color_t color) {
  lxw_format* format = ::workbook_add_format(workbook);
  ::format_set_bg_color(format, color);
  return format;
}

lxw_format* bold(lxw_workbook* workbook, double size, lxw_color_t color) {
  lxw_format* format = made(workbook);
  ::format_set_bold(format);
  ::format_set_font_size(format, size);
  ::format_set_font_color(format, color);
  return format;
}

lxw_format* header_format(lxw_workbook* workbook, lxw_color_t background, lxw_color_t font) {
  lxw_format* format = bold(workbook, 10, font);
  ::format_set_bg_color(format, background);
  ::format_set_text_wrap(format);
  ::format_set_border(format, LXW_BORDER_THIN);
  return format;
}

lxw_format* entry_format(lxw_workbook* workbook, const char* number_format) {
  lxw_format* format = made(workbook);
  ::format_set_num_format(format, number_format);
  ::format_set_bg_color(format, kEntryColor);
  ::format_set_border(format, LXW_BORDER_HAIR);
  ::format_set_text_wrap(format);
  ::format_set_unlocked(format);
  return format;
}

void set_columns(lxw_worksheet* sheet, const PageLooks& looks, const PageForm& form) {
  for (std::size_t i = 0; i < form.columns.size(); ++i) {
    const PageColumn& column = form.columns[i];
    const auto place = static_cast<lxw_col_t>(i);
    ::worksheet_set_column(sheet, place, place, column.width, looks.of_column(column));
  }
}

void write_head(lxw_worksheet* sheet, const PageLooks& looks, const PageForm& form, const std::string& banner) {
  ::worksheet_set_row(sheet, 0, kBannerHeight, looks.banner);
  ::worksheet_write_string(sheet, 0, 0, banner.c_str(), looks.banner);
  ::worksheet_set_row(sheet, 1, kTitleHeight, looks.title);
  ::worksheet_write_string(sheet, 1, 0, form.title.c_str(), looks.title);
  ::worksheet_set_row(sheet, 2, LXW_DEF_ROW_HEIGHT, looks.sentence);
  ::worksheet_write_string(sheet, 2, 0, form.sentence.c_str(), looks.sentence);
  if (form.is_list) ::worksheet_set_row(sheet, kRowsAboveData - 1, kHeaderHeight, nullptr);
  for (std::size_t i = 0; i < form.columns.size(); ++i) {
    const PageColumn& column = form.columns[i];
    if (column.name.empty()) continue;
    ::worksheet_write_string(sheet, kRowsAboveData - 1, static_cast<lxw_col_t>(i), column.name.c_str(),
                             looks.of_header(column));
  }
}

// Cells of ours are locked, without a password; widths and filters stay the reader's.
void protect(lxw_worksheet* sheet) {
  lxw_protection options = {};
  options.format_cells = 1;
  options.format_columns = 1;
  options.format_rows = 1;
  options.sort = 1;
  options.autofilter = 1;
  ::worksheet_protect(sheet, nullptr, &options);
}

void set_validation(lxw_worksheet* sheet, const PageForm& form, std::size_t index) {
  const PageColumn& column = form.columns[index];
  lxw_data_validation validation = {};
  std::string list = "=" + column.list;
  std::string title = column.name.substr(0, kMostPromptTitleBytes);
  std::string meaning = column.meaning.substr(0, kMostPromptBytes);
  std::string wrong;
  std::string day_or_word;
  if (column.cell == model::SheetCell::kEntryChoice) {
    validation.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    validation.value_formula = list.data();
    wrong = "Choose one of the words of the list.";
  } else if (column.cell == model::SheetCell::kEntryDate && !column.taken_back.empty()) {
    // DATE(1960,1,1) to DATE(2199,12,31), as below.
    const std::string cell = column_letters(index) + std::to_string(kRowsAboveData + 1);
    day_or_word = "=OR(AND(ISNUMBER(" + cell + ")," + cell + ">=DATE(1960,1,1)," + cell + "<=DATE(2199,12,31)),UPPER(" +
                  cell + ")=\"" + column.taken_back + "\")";
    validation.validate = LXW_VALIDATION_TYPE_CUSTOM_FORMULA;
    validation.value_formula = day_or_word.data();
    wrong = "Type a date, such as 6/1/2020; or " + column.taken_back + " to take back what was entered by mistake.";
  } else if (column.cell == model::SheetCell::kEntryDate) {
    validation.validate = LXW_VALIDATION_TYPE_DATE;
    validation.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
    validation.minimum_datetime = {1960, 1, 1, 0, 0, 0};
    validation.maximum_datetime = {2199, 12, 31, 0, 0, 0};
    wrong = "Type a date, such as 6/1/2020.";
  } else {
    validation.validate = LXW_VALIDATION_TYPE_ANY;
  }
  validation.input_title = title.data();
  validation.input_message = meaning.data();
  if (!wrong.empty()) validation.error_message = wrong.data();
  const auto place = static_cast<lxw_col_t>(index);
  ::worksheet_data_validation_range(sheet, kRowsAboveData, place, page_last_row(form), place, &validation);
}

void set_condition(lxw_worksheet* sheet, const PageForm& form, std::size_t column, std::string formula,
                   lxw_format* format) {
  lxw_conditional_format condition = {};
  condition.type = LXW_CONDITIONAL_TYPE_FORMULA;
  condition.value_string = formula.data();
  condition.format = format;
  const auto place = static_cast<lxw_col_t>(column);
  ::worksheet_conditional_format_range(sheet, kRowsAboveData, place, page_last_row(form), place, &condition);
}

// Whatever the clocks or checks of a page say in words is shaded too.
void set_shades(lxw_worksheet* sheet, const PageLooks& looks, const PageForm& form) {
  const std::string first_row = std::to_string(kRowsAboveData + 1);
  for (std::size_t i = 0; i < form.columns.size(); ++i) {
    const std::string cell = "$" + column_letters(i) + first_row;
    if (form.columns[i].cell == model::SheetCell::kClock) {
      set_condition(sheet, form, i, "=ISNUMBER(SEARCH(\"OVERDUE\"," + cell + "))", looks.overdue);
      set_condition(sheet, form, i, "=LEN(" + cell + ")>0", looks.waits);
    } else if (!form.is_list) {
      set_condition(sheet, form, i, "=" + cell + "=\"DOES NOT TIE\"", looks.does_not_tie);
      set_condition(sheet, form, i, "=" + cell + "=\"TIES\"", looks.ties);
    }
  }
}

bool wraps(const PageLooks& looks, const lxw_format* format) {
  return format != nullptr && (format == looks.wrapped || format == looks.label || format == looks.entry_text);
}

// How many lines a text takes in a column that wraps between words.
std::size_t lines_of(std::string_view text, double width) {
  const auto most = static_cast<std::size_t>(std::max(width, 1.0));
  std::size_t lines = 1, line = 0, word = 0;
  for (const char c : text) {
    if (c == '\n') {
      ++lines;
      line = word = 0;
      continue;
    }
    if ((static_cast<unsigned char>(c) & 0xC0U) == 0x80U) continue;  // within a letter of several bytes
    word = c == ' ' ? 0 : word + 1;
    if (++line <= most) continue;
    ++lines;
    line = word <= most ? word : 1;
  }
  return lines;
}

void define_names(lxw_workbook* workbook, const PageForm& form) {
  for (std::size_t i = 0; i < form.columns.size(); ++i) {
    if (form.columns[i].range_name.empty()) continue;
    const std::string range = "=" + page_range(form, i);
    ::workbook_define_name(workbook, form.columns[i].range_name.c_str(), range.c_str());
  }
  for (const RangeName& name : form.names)
    ::workbook_define_name(workbook, name.name.c_str(), ("=" + name.range).c_str());
}

}  // namespace

PageLooks::PageLooks(lxw_workbook* workbook) {
  banner = bold(workbook, 11, LXW_COLOR_WHITE);
  ::format_set_bg_color(banner, kBannerColor);
  title = bold(workbook, 14, kHeaderColor);
  sentence = made(workbook);
  ::format_set_italic(sentence);
  heading = bold(workbook, 12, kHeaderColor);
  ::format_set_bottom(heading, LXW_BORDER_THIN);
  label = bold(workbook, 10, LXW_COLOR_BLACK);
  ::format_set_text_wrap(label);
  wrapped = made(workbook);
  ::format_set_text_wrap(wrapped);
  check = bold(workbook, 10, LXW_COLOR_BLACK);
  ::format_set_align(check, LXW_ALIGN_CENTER);
  text = made(workbook);
  ::format_set_num_format(text, "@");
  date = made(workbook);
  ::format_set_num_format(date, "mm/dd/yyyy");
  ::format_set_align(date, LXW_ALIGN_LEFT);
  number = made(workbook);
  ::format_set_num_format(number, "#,##0");
  entry_text = entry_format(workbook, "@");
  entry_date = entry_format(workbook, "mm/dd/yyyy");
  header = header_format(workbook, kHeaderColor, LXW_COLOR_WHITE);
  entry_header = header_format(workbook, kEntryHeaderColor, LXW_COLOR_BLACK);
  ties = shaded(workbook, kGoodColor);
  does_not_tie = shaded(workbook, kBadColor);
  waits = shaded(workbook, kWaitColor);
  overdue = shaded(workbook, kBadColor);
}

lxw_format* PageLooks::of(const PageColumn* column, const SheetCellValue& cell) const {
  switch (cell.look) {
    case CellLook::kTitle: return title;
    case CellLook::kHeading: return heading;
    case CellLook::kLabel: return label;
    case CellLook::kWrapped: return wrapped;
    case CellLook::kCheck: return check;
    case CellLook::kPlain: break;
  }
  if (column != nullptr && is_entry(column->cell)) return of_column(*column);
  switch (cell.kind) {
    case SheetCellValue::Kind::kEmpty: return nullptr;
    case SheetCellValue::Kind::kDate: return date;
    case SheetCellValue::Kind::kNumber:
    case SheetCellValue::Kind::kFormula: return number;
    case SheetCellValue::Kind::kText:
    case SheetCellValue::Kind::kTextFormula: break;
  }
  return column == nullptr ? text : of_column(*column);
}

lxw_format* PageLooks::of_column(const PageColumn& column) const {
  switch (column.cell) {
    case model::SheetCell::kId: return text;
    case model::SheetCell::kText: return column.width >= kMostWrappedWidth ? wrapped : text;
    case model::SheetCell::kDate: return date;
    case model::SheetCell::kNumber: return number;
    case model::SheetCell::kClock: return wrapped;
    case model::SheetCell::kEntryText:
    case model::SheetCell::kEntryChoice: return entry_text;
    case model::SheetCell::kEntryDate: return entry_date;
  }
  return text;
}

lxw_format* PageLooks::of_header(const PageColumn& column) const {
  return is_entry(column.cell) ? entry_header : header;
}

double row_height(const PageLooks& looks, const PageForm& form, std::span<const SheetCellValue> cells) {
  constexpr std::size_t kMostLines = 12;
  std::size_t most = 1;
  for (std::size_t i = 0; i < cells.size() && i < form.columns.size(); ++i) {
    const bool is_text = cells[i].kind == SheetCellValue::Kind::kText;
    if (is_text && wraps(looks, looks.of(&form.columns[i], cells[i])))
      most = std::max(most, lines_of(cells[i].text, form.columns[i].width));
  }
  return most == 1 ? 0 : LXW_DEF_ROW_HEIGHT * static_cast<double>(std::min(most, kMostLines));
}

void set_up_page(lxw_workbook* workbook, lxw_worksheet* sheet, const PageLooks& looks, const PageForm& form,
                 const WorkbookFileForm& of_all) {
  set_columns(sheet, looks, form);
  write_head(sheet, looks, form, of_all.banner);
  set_print(sheet, form, of_all);
  protect(sheet);
  set_shades(sheet, looks, form);
  define_names(workbook, form);
  for (std::size_t i = 0; i < form.columns.size(); ++i) {
    if (form.is_list && is_entry(form.columns[i].cell)) set_validation(sheet, form, i);
  }
  const std::string whole = "A1:XFD1048576";
  ::worksheet_ignore_errors(sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, whole.c_str());
}

}  // namespace redress::write
