#include "run/made_cells.h"

#include <algorithm>
#include <span>

#include "base/text.h"

namespace redress::run {
namespace {

using model::SheetId;
using model::SheetValue;

std::uint32_t print_of(std::string_view text) {
  return static_cast<std::uint32_t>(std::hash<std::string_view>()(text));
}

std::string shown_text(const write::SheetCellValue& cell) {
  switch (cell.kind) {
    case write::SheetCellValue::Kind::kText: return std::string(trimmed(cell.text));
    case write::SheetCellValue::Kind::kDate: return to_iso(cell.date);
    case write::SheetCellValue::Kind::kNumber: return std::to_string(cell.number);
    case write::SheetCellValue::Kind::kEmpty:
    case write::SheetCellValue::Kind::kFormula:
    case write::SheetCellValue::Kind::kTextFormula: break;
  }
  return {};
}

}  // namespace

MadeCells::MadeCells(const WorkbookContents& contents) : contents_(contents) {
  for (std::size_t i = 0; i < planned_.size(); ++i) planned_[i] = contents.plan().columns(static_cast<SheetId>(i));
}

// Schedules have the same columns, and a decision stands in one of them at most.
SheetId MadeCells::as_one_schedule(SheetId sheet) const {
  return contents_.plan().layout.sheet(sheet).letter.empty() ? sheet : SheetId::kDismiss;
}

Status MadeCells::learn() {
  const model::SheetColumn& id = contents_.plan().layout.column(SheetValue::kRowId);
  return contents_.for_each_row([&](SheetId sheet, std::span<const write::SheetCellValue> cells) -> Status {
    if (!id.stands_in(sheet)) return Done{};
    const std::vector<write::PlannedColumn>& planned = planned_[static_cast<std::size_t>(sheet)];
    Row& known = rows_[shown_text(cells.front())];
    Shown& shown = known.shown.emplace_back();
    shown.sheet = as_one_schedule(sheet);
    shown.prints.reserve(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
      shown.prints.push_back(print_of(shown_text(cells[i])));
      if (planned[i].column->value == SheetValue::kDetermination) known.determination = shown_text(cells[i]);
    }
    return Done{};
  });
}

bool MadeCells::has_column(SheetId sheet, std::string_view name) const {
  const std::vector<write::PlannedColumn>& planned = planned_[static_cast<std::size_t>(sheet)];
  return std::any_of(planned.begin(), planned.end(),
                     [&](const write::PlannedColumn& column) { return equals_ignoring_case(column.name, name); });
}

void MadeCells::compare(const intake::EditedColumns& columns, const intake::EditedRow& row,
                        const ChangedCell& changed) {
  Row& known = rows_.at(row.row_id);
  if (columns.sheet == SheetId::kAll) known.is_seen = true;
  const auto shown = std::find_if(known.shown.begin(), known.shown.end(),
                                  [&](const Shown& one) { return one.sheet == as_one_schedule(columns.sheet); });
  if (shown == known.shown.end()) return;
  const std::vector<write::PlannedColumn>& planned = planned_[static_cast<std::size_t>(columns.sheet)];
  for (std::size_t i = 0; i < planned.size() && i < shown->prints.size(); ++i) {
    const model::SheetColumn& column = *planned[i].column;
    // What follows from a review differs between the workbooks made before and after it.
    if (is_entry(column.cell) || column.cell == model::SheetCell::kClock || column.value == SheetValue::kSchedule)
      continue;
    const auto at = std::find_if(columns.names.begin(), columns.names.end(),
                                 [&](const std::string& name) { return equals_ignoring_case(name, planned[i].name); });
    if (at == columns.names.end()) continue;
    const std::string& text = row.cells[static_cast<std::size_t>(at - columns.names.begin())].text;
    const bool is_of_review = column.value == SheetValue::kOfficeDecision;
    if (print_of(text) != shown->prints[i] && !(is_of_review && text.empty())) changed(planned[i]);
  }
}

std::uint64_t MadeCells::unseen() const {
  return static_cast<std::uint64_t>(
      std::count_if(rows_.begin(), rows_.end(), [](const auto& row) { return !row.second.is_seen; }));
}

}  // namespace redress::run
