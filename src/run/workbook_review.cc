#include "run/workbook_review.h"

#include <algorithm>

#include "base/calendar.h"
#include "base/text.h"
#include "write/xlsx/cell_text.h"

namespace redress::run {
namespace {

using intake::EditedCell;
using intake::EditedColumns;
using intake::EditedRow;
using model::SheetColumn;
using model::SheetId;

constexpr std::size_t kMostFindings = 1'000;  // of one kind; a column pasted over would give as many as there are rows

const EditedCell& cell_under(const EditedColumns& columns, const EditedRow& row, const SheetColumn* column) {
  static const EditedCell kNone;
  const auto found = std::find(columns.columns.begin(), columns.columns.end(), column);
  return found == columns.columns.end() ? kNone : row.cells[static_cast<std::size_t>(found - columns.columns.begin())];
}

void add(std::vector<ReviewFinding>& list, std::size_t& of_kind, ReviewFinding finding) {
  if (of_kind++ < kMostFindings) list.push_back(std::move(finding));
}

EditedRow whole_sheet(std::string name) {
  EditedRow row;
  row.sheet = std::move(name);
  return row;
}

}  // namespace

WorkbookReview::WorkbookReview(const WorkbookContents& contents, const model::HandEntries& earlier)
    : contents_(contents),
      layout_(contents.plan().layout),
      entries_(layout_.entries()),
      made_(contents),
      merged_(earlier),
      earlier_(earlier) {}

void WorkbookReview::take(const EditedColumns& columns, const EditedRow& row) {
  if (!may_be_read(columns, row)) return;
  const bool has_entry = std::any_of(entries_.begin(), entries_.end(), [&](const SheetColumn* entry) {
    return !cell_under(columns, row, entry).text.empty();
  });
  if (!made_.has(row.row_id)) {
    if (row.row_id.empty() && has_entry)
      refuse("no_row_id", row, {}, "there are entries in a row without its Row ID; put the ID of the decision back");
    if (!row.row_id.empty())
      refuse("unknown_row", row, {}, "the Row ID is none of this run; correct it, or clear the row");
    return;
  }
  if (!is_of_its_decision(columns, row, has_entry)) return;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const EditedCell& cell = cell_under(columns, row, entries_[i]);
    if (!cell.text.empty() && !is_of_log(columns, row, i, cell)) take_entry(row, i, cell);
  }
}

ReviewReport WorkbookReview::finish() {
  check_overrides();
  check_filings();
  note_filed_otherwise();
  note_missing_sheet(SheetId::kAll);
  note_missing_sheet(SheetId::kTracking);
  note_unseen();
  note_kept();
  count();
  return std::move(report_);
}

// Seen once for each sheet: whether its rows can be told apart.
bool WorkbookReview::may_be_read(const EditedColumns& columns, const EditedRow& row) {
  const auto [known, is_new] = may_be_read_.try_emplace(row.sheet, true);
  if (!is_new || !columns.is_of_run) return known->second;
  found_sheets_.insert(columns.sheet);
  known->second = std::none_of(columns.missing.begin(), columns.missing.end(),
                               [](const SheetColumn* column) { return column->value == model::SheetValue::kRowId; });
  if (columns.sheet == SheetId::kAll || columns.sheet == SheetId::kTracking) note_missing_columns(columns, row.sheet);
  return known->second;
}

// Where a column that is needed is missing and another stands there that nobody knows, it may be that one under another
// name: what was entered there must not be lost in silence.
void WorkbookReview::note_missing_columns(const EditedColumns& columns, const std::string& sheet) {
  std::string missing;
  for (const SheetColumn* column : columns.missing) {
    if (column->value != model::SheetValue::kRowId && !is_entry(column->cell)) continue;
    missing.append(missing.empty() ? "" : ", ").append(column->name);
  }
  if (missing.empty()) return;
  const bool has_strange = std::any_of(columns.names.begin(), columns.names.end(), [&](const std::string& name) {
    return !name.empty() && !made_.has_column(columns.sheet, name);
  });
  if (has_strange || !may_be_read_.at(sheet)) {
    refuse("column_missing", whole_sheet(sheet), missing,
           "the sheet has no column of this name, and may have it under another; give the column its name back");
  } else {
    differ("column_missing", whole_sheet(sheet), missing,
           "the sheet has no column of this name; what was entered there earlier is kept");
  }
}

void WorkbookReview::note_missing_sheet(SheetId sheet) {
  if (found_sheets_.contains(sheet) || contents_.plan().rows[static_cast<std::size_t>(sheet)] == 0) return;
  differ("sheet_missing", whole_sheet(layout_.sheet(sheet).name), {},
         "no sheet of the workbook has these columns; what was entered there earlier is kept");
}

// The Change log shows what earlier reviews kept, and nothing is entered there. In a sheet of the same columns that
// people made, what is new counts.
bool WorkbookReview::is_of_log(const EditedColumns& columns, const EditedRow& row, std::size_t entry,
                               const EditedCell& cell) {
  if (columns.sheet != SheetId::kLog) return false;
  const auto kept = earlier_.find(row.row_id);
  if (kept != earlier_.end() && kept->second[entry] == write::cell_text(cell.text)) return true;
  if (row.sheet != layout_.sheet(SheetId::kLog).name) return false;
  differ("cell_changed", row, entries_[entry]->name,
         "this is not what the last review kept, and counts for nothing; enter it on All convictions");
  return true;
}

// Changed cells of the program are told. Where what tells people and counts apart is not that of the Row ID, an entry
// would go to somebody else: it is refused.
bool WorkbookReview::is_of_its_decision(const EditedColumns& columns, const EditedRow& row, bool has_entry) {
  std::vector<const write::PlannedColumn*> changed;
  made_.compare(columns, row, [&](const write::PlannedColumn& column) { changed.push_back(&column); });
  const bool is_of_another = std::any_of(changed.begin(), changed.end(), [](const write::PlannedColumn* column) {
    return column->column->value == model::SheetValue::kPerson || column->column->value == model::SheetValue::kCount;
  });
  if (is_of_another && has_entry) {
    refuse("other_decision", row, {},
           "the row shows the person or the count of another decision than its Row ID; put the ID back");
    return false;
  }
  for (const write::PlannedColumn* column : changed) {
    const bool is_of_review = column->column->value == model::SheetValue::kOfficeDecision;
    differ("cell_changed", row, column->name,
           is_of_review ? "this is not what the last review kept, and counts for nothing; enter it on All convictions"
                        : "a cell that the program made was changed; it counts for nothing");
  }
  return true;
}

void WorkbookReview::take_entry(const EditedRow& row, std::size_t entry, const EditedCell& cell) {
  const SheetColumn& column = *entries_[entry];
  std::string text = write::cell_text(cell.text);
  if (!is_override(entry) && equals_ignoring_case(text, layout_.withdrawn)) return take_back(row, entry);
  if (column.cell == model::SheetCell::kEntryDate && !cell.is_day)
    return refuse("not_a_date", row, column.name, "this is not a day; type one such as 6/1/2020");
  if (column.cell == model::SheetCell::kEntryDate && !is_near_the_run(text)) {
    return refuse("far_day", row, column.name,
                  "this day is far from the as-of date of the run, " + to_iso(*contents_.as_of()) + "; check the year");
  }
  if (column.cell == model::SheetCell::kEntryChoice) {
    const bool is_decision = column.id == model::kOverrideIds.front();
    const auto choice = intake::choice_of(layout_, column.list, text,
                                          is_decision ? contents_.plan().outcome_labels : std::vector<std::string>());
    if (!choice) return refuse("not_a_choice", row, column.name, "this is none of the words on the sheet Lists");
    text = *choice;
  }
  const auto [at, is_first] = read_.try_emplace({row.row_id, entry}, text);
  if (!is_first && at->second != text)
    return refuse("twice", row, column.name, "this decision stands in the workbook twice, with different entries");
  if (!is_first) return;
  std::vector<std::string>& texts = merged_[row.row_id];
  texts.resize(entries_.size());
  if (is_override(entry)) places_[row.row_id] = {row.sheet, row.row_1based};
  if (column.cell == model::SheetCell::kEntryDate) days_[{row.row_id, entry}] = {row.sheet, row.row_1based};
  if (texts[entry].empty())
    differ("new", row, column.name, "a new entry");
  else if (texts[entry] != text)
    differ("changed", row, column.name, "another entry than in the earlier review");
  texts[entry] = std::move(text);
}

// What was entered by mistake on Tracking. A decision that is taken back is kept as such instead.
void WorkbookReview::take_back(const EditedRow& row, std::size_t entry) {
  const auto [at, is_first] = read_.try_emplace({row.row_id, entry}, layout_.withdrawn);
  if (!is_first) {
    if (at->second != layout_.withdrawn)
      refuse("twice", row, entries_[entry]->name, "this decision stands in the workbook twice, with different entries");
    return;
  }
  const auto kept = merged_.find(row.row_id);
  if (kept == merged_.end() || kept->second[entry].empty()) return;
  differ("withdrawn", row, entries_[entry]->name, "an entry of the earlier review is taken back");
  kept->second[entry].clear();
  const std::vector<std::string>& texts = kept->second;
  if (std::all_of(texts.begin(), texts.end(), [](const std::string& text) { return text.empty(); }))
    merged_.erase(kept);
}

// A year typed wrong, as 1919 or 2109 for 2019. What an office does about a run comes some years after it, and may come
// before, where the as-of date lies ahead.
bool WorkbookReview::is_near_the_run(std::string_view day) const {
  constexpr int kYearsBefore = 5;
  constexpr int kYearsAfter = 25;
  const std::optional<Date> entered = parse_iso_date(day);
  const std::optional<Date> as_of = contents_.as_of();
  if (!entered || !as_of) return true;
  return add_years(*as_of, -kYearsBefore) <= *entered && *entered <= add_years(*as_of, kYearsAfter);
}

// Nothing is ordered before it was filed, and nobody is told of an order before there is one. Days are compared as texts.
void WorkbookReview::check_filings() {
  for (const auto& [where, place] : days_) {
    const auto entered = merged_.find(where.first);
    if (entered == merged_.end()) continue;  // all of it was taken back on another sheet
    const std::vector<std::string>& texts = entered->second;
    for (std::size_t i = 0; i + 1 < model::kFilingIds.size(); ++i) {
      const std::size_t earlier = place_of(model::kFilingIds[i]);
      const std::size_t later = place_of(model::kFilingIds[i + 1]);
      const bool is_new = where.second == later || (where.second == earlier && !days_.contains({where.first, later}));
      if (!is_new || texts[earlier].empty() || texts[later].empty() || texts[earlier] <= texts[later]) continue;
      EditedRow row;
      row.sheet = place.sheet;
      row.row_1based = place.row_1based;
      row.row_id = where.first;
      refuse("days_out_of_order", row, entries_[later]->name,
             "this day is before that of \"" + entries_[earlier]->name + "\"; check both");
    }
  }
}

// A decision of the office has its reason, its initials and its day, or none of the four is there.
void WorkbookReview::check_overrides() {
  for (const auto& [row_id, texts] : merged_) {
    std::size_t filled = 0;
    std::string missing;
    for (const std::string_view id : model::kOverrideIds) {
      const std::size_t place = place_of(id);
      if (!texts[place].empty())
        ++filled;
      else
        missing.append(missing.empty() ? "" : ", ").append(entries_[place]->name);
    }
    if (filled == 0 || filled == model::kOverrideIds.size() || refused_rows_.contains(row_id)) continue;
    EditedRow row;
    row.sheet = layout_.sheet(SheetId::kAll).name;
    if (const auto place = places_.find(row_id); place != places_.end()) {
      row.sheet = place->second.sheet;
      row.row_1based = place->second.row_1based;
    }
    row.row_id = row_id;
    refuse("override_incomplete", row, missing, "a decision of the office lacks what this column holds; fill it in");
  }
}

// What the office decided moves a row out of the schedules of the court; what was filed by then must not be forgotten.
void WorkbookReview::note_filed_otherwise() {
  const std::size_t decision = place_of(model::kOverrideIds.front());
  for (const auto& entry : merged_) {
    const std::vector<std::string>& texts = entry.second;
    const bool is_filed = std::any_of(model::kFilingIds.begin(), model::kFilingIds.end(),
                                      [&](std::string_view id) { return !texts[place_of(id)].empty(); });
    const bool is_withdrawn = texts[decision] == layout_.withdrawn;
    if (!is_filed || texts[decision].empty() || is_withdrawn || contents_.asks_court(texts[decision])) continue;
    EditedRow row;
    row.sheet = layout_.sheet(SheetId::kTracking).name;
    row.row_id = entry.first;
    differ("filed_otherwise", row, entries_[decision]->name,
           "Tracking has a filing, an order or a report, and the office's decision is none that goes to the court; "
           "check both");
  }
}

void WorkbookReview::note_unseen() {
  const std::uint64_t unseen = made_.unseen();
  if (unseen == 0) return;
  ReviewFinding finding;
  finding.id = "row_missing";
  finding.sheet = layout_.sheet(SheetId::kAll).name;
  finding.words =
      std::to_string(unseen) + " decisions of the run do not stand there; what was entered about them earlier is kept";
  report_.differences.push_back(std::move(finding));
}

void WorkbookReview::note_kept() {
  for (const auto& [row_id, texts] : earlier_) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (texts[i].empty() || read_.contains({row_id, i})) continue;
      EditedRow row;
      row.row_id = row_id;
      differ("kept", row, entries_[i]->name, "the workbook lacks this entry of the earlier review; it is kept");
    }
  }
}

void WorkbookReview::count() {
  report_.decisions = made_.count();
  report_.rows_with_entries = merged_.size();
  std::map<std::pair<std::string, std::string>, std::uint64_t> pairs;
  const std::size_t decision = place_of(model::kOverrideIds.front());
  for (const auto& [row_id, texts] : merged_) {
    if (texts[decision].empty()) continue;
    if (texts[decision] == layout_.withdrawn) {
      ++report_.withdrawn;
      continue;
    }
    ++report_.overrides;
    ++pairs[{made_.determination_of(row_id), texts[decision]}];
  }
  for (const auto& [pair, convictions] : pairs) report_.overrides_by.push_back({pair.first, pair.second, convictions});
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const auto rows =
        std::count_if(merged_.begin(), merged_.end(), [&](const auto& entry) { return !entry.second[i].empty(); });
    report_.progress.push_back({entries_[i]->name, static_cast<std::uint64_t>(rows)});
  }
}

bool WorkbookReview::is_override(std::size_t entry) const {
  return std::find(model::kOverrideIds.begin(), model::kOverrideIds.end(), entries_[entry]->id) !=
         model::kOverrideIds.end();
}

std::size_t WorkbookReview::place_of(std::string_view id) const {
  const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const auto* entry) { return entry->id == id; });
  return static_cast<std::size_t>(found - entries_.begin());
}

ReviewFinding WorkbookReview::finding_at(std::string id, const EditedRow& row, std::string column,
                                         std::string words) const {
  ReviewFinding finding;
  finding.id = std::move(id);
  finding.sheet = row.sheet;
  finding.row_1based = row.row_1based;
  finding.column = std::move(column);
  if (made_.has(row.row_id)) finding.row_id = row.row_id;  // else it is the content of a cell
  finding.words = std::move(words);
  return finding;
}

void WorkbookReview::refuse(std::string id, const EditedRow& row, std::string column, std::string words) {
  refused_rows_.insert(row.row_id);
  std::size_t& of_kind = seen_of_[id];
  add(report_.refusals, of_kind, finding_at(std::move(id), row, std::move(column), std::move(words)));
}

void WorkbookReview::differ(std::string id, const EditedRow& row, std::string column, std::string words) {
  std::size_t& of_kind = seen_of_[id];
  add(report_.differences, of_kind, finding_at(std::move(id), row, std::move(column), std::move(words)));
}

}  // namespace redress::run
