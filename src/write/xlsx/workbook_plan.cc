#include "write/xlsx/workbook_plan.h"

#include <algorithm>

#include "base/text.h"
#include "write/xlsx/cell_text.h"

namespace redress::write {
namespace {

using model::SheetId;
using model::SheetValue;

// What formulas of the workbook, or those of its readers, count.
bool has_range_name(const model::SheetColumn& column, SheetId sheet) {
  if (is_entry(column.cell)) return sheet != SheetId::kLog;
  switch (column.value) {
    case SheetValue::kRowId:
    case SheetValue::kDetermination:
    case SheetValue::kStep:
    case SheetValue::kSchedule:
    case SheetValue::kStatutoryRelief:
    case SheetValue::kOtherAnswers: return true;
    case SheetValue::kPerson: return sheet == SheetId::kPeople;
    default: return false;
  }
}

std::string as_name(std::string_view text) {
  std::string name = to_lower_ascii(text);
  std::replace_if(
      name.begin(), name.end(), [](char c) { return !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')); }, '_');
  return name;
}

}  // namespace

bool is_list_sheet(SheetId sheet) {
  switch (sheet) {
    case SheetId::kReadme:
    case SheetId::kSummary:
    case SheetId::kCriteria:
    case SheetId::kQuality:
    case SheetId::kReconciliation:
    case SheetId::kLists: return false;
    default: return true;
  }
}

std::vector<PlannedColumn> WorkbookPlan::columns(SheetId sheet) const {
  std::vector<PlannedColumn> planned;
  for (const model::SheetColumn* column : layout.columns_of(sheet)) {
    const std::vector<std::string>* names = nullptr;
    if (column->value == SheetValue::kPeopleOutcomes) names = &outcome_labels;
    if (column->value == SheetValue::kOtherAnswers) names = &further_names;
    if (names == nullptr) {
      planned.push_back({column, 0, column->name});
      continue;
    }
    for (std::size_t i = 0; i < names->size(); ++i) planned.push_back({column, i, (*names)[i]});
  }
  return planned;
}

std::size_t WorkbookPlan::page_count(SheetId sheet) const {
  const std::uint64_t of_page = rows_of_page();
  return static_cast<std::size_t>(
      std::max<std::uint64_t>((rows[static_cast<std::size_t>(sheet)] + of_page - 1) / of_page, 1));
}

std::vector<PageForm> WorkbookPlan::list_pages(SheetId sheet) const {
  const model::Sheet& words = layout.sheet(sheet);
  std::vector<PageForm> pages(page_count(sheet));
  std::uint64_t left = rows[static_cast<std::size_t>(sheet)];
  for (std::size_t page = 0; page < pages.size(); ++page) {
    PageForm& form = pages[page];
    const std::string number = page == 0 ? std::string() : " " + std::to_string(page + 1);
    form.name = words.name + number;
    form.title = (words.letter.empty() ? words.name : "Schedule " + words.name) + number;
    form.sentence = words.sentence;
    form.rows = std::min(left, rows_of_page());
    if (form.rows == 0 && !words.sentence.starts_with("Empty")) form.sentence += " There are none in this run.";
    form.is_by_courthouse = !words.letter.empty();
    const std::uint64_t first = page * rows_of_page();
    for (const std::uint64_t row : breaks[static_cast<std::size_t>(sheet)]) {
      if (row > first && row < first + form.rows) form.breaks.push_back(static_cast<std::uint32_t>(row - first));
    }
    left -= form.rows;
    for (const PlannedColumn& planned : columns(sheet)) {
      const model::SheetColumn& column = *planned.column;
      PageColumn shown;
      shown.name = cell_text(planned.name);
      shown.cell = sheet == SheetId::kLog && is_entry(column.cell) ? model::SheetCell::kText : column.cell;
      shown.width = column.width;
      if (!column.list.empty()) shown.list = list_name(column.list);
      shown.meaning = column.meaning;
      if (sheet == SheetId::kTracking) shown.taken_back = layout.withdrawn;
      if (has_range_name(column, sheet)) shown.range_name = range_name(sheet, column.id, planned.nth, page);
      form.columns.push_back(std::move(shown));
      if (form.is_by_courthouse && column.is_printed) form.printed_columns = form.columns.size();
    }
  }
  return pages;
}

std::string WorkbookPlan::range_name(SheetId sheet, std::string_view column_id, std::size_t nth,
                                     std::size_t page) const {
  std::string name = as_name(layout.sheet(sheet).name) + "_" + as_name(column_id);
  if (nth > 0) name += "_no" + std::to_string(nth + 1);
  if (page > 0) name += "_page" + std::to_string(page + 1);
  return name;
}

std::string WorkbookPlan::list_name(std::string_view list) {
  return "choices_" + as_name(list);
}

std::string WorkbookPlan::count_formula(SheetId sheet, std::string_view column_id, std::string_view criterion,
                                        std::size_t nth) const {
  std::string formula;
  for (std::size_t page = 0; page < page_count(sheet); ++page) {
    if (page > 0) formula += '+';
    const std::string range = range_name(sheet, column_id, nth, page);
    if (criterion.empty()) {
      formula.append("COUNTA(").append(range).append(")");
    } else {
      formula.append("COUNTIF(").append(range).append(",").append(criterion).append(")");
    }
  }
  return formula;
}

}  // namespace redress::write
