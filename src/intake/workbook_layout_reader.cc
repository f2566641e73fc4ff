#include "intake/workbook_layout_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include "intake/table_rows.h"

namespace redress::intake {
namespace {

using model::SheetCell;
using model::SheetColumn;
using model::SheetId;
using model::SheetValue;
using model::WorkbookLayout;

constexpr std::array<std::string_view, 4> kSheetTableNames = {"id", "name", "letter", "sentence"};
enum SheetTableCell : std::size_t { kSheetId, kSheetName, kSheetLetter, kSheetSentence };
constexpr std::array<std::string_view, 9> kSheetColumnNames = {"id",   "name",    "kind",   "width",  "printed",
                                                               "list", "privacy", "sheets", "meaning"};
enum SheetColumnCell : std::size_t {
  kColumnId,
  kColumnName,
  kColumnKind,
  kColumnWidth,
  kColumnPrinted,
  kColumnList,
  kColumnPrivacy,
  kColumnSheets,
  kColumnMeaning
};
constexpr std::string_view kPrintedWord = "yes";
constexpr std::array<std::string_view, 5> kChoiceTableNames = {"list", "choice", "outcome", "schedule", "meaning"};
enum ChoiceTableCell : std::size_t { kChoiceList, kChoiceWord, kChoiceOutcome, kChoiceSchedule };

// By the order of each enum.
constexpr std::array<std::string_view, model::kSheetCount + 1> kSheetIds = {
    "readme",     "summary",  "criteria",       "dismiss",         "to-misdemeanor", "to-infraction", "challenged",
    "held",       "no-case-number", "no-court-record", "relief-entered", "people",         "duplicates", "all",           "queue",
    "challenges", "tracking", "match-back",     "doj",             "agencies",       "defender",      "notices",
    "quality",    "reconciliation", "log",      "lists",           "review"};
constexpr std::array<std::string_view, model::kMadeValueCount> kValueIds = {
    "row-id",  "schedule",        "office-decision", "person",        "name",     "birth-date", "cii-number", "duplicate-group",
    "alike-in", "people-decisions", "people-outcomes", "case-numbers", "count",    "source-row", "court",    "offense",    "level",
    "conviction-date", "determination", "sentence", "reason",  "step",       "citation",   "statutory-relief",
    "other-answers", "unknown",   "possible",      "changes-on", "notes",    "clock"};
constexpr std::array<std::string_view, 8> kCellKinds = {"text",  "id",         "date",       "number",
                                                        "clock", "entry-text", "entry-date", "entry-choice"};

constexpr std::string_view kDeterminations = "determinations";
constexpr std::string_view kSchedulesList = "schedules";
constexpr std::string_view kAllSchedules = "schedules";

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

class WorkbookTableReader {
 public:
  explicit WorkbookTableReader(const WorkbookTables& tables) : tables_(tables) {}

  Result<WorkbookLayout> read() {
    if (Status read = read_sheets(); !read) return read.error();
    if (Status read = read_columns(); !read) return read.error();
    if (Status read = read_choices(); !read) return read.error();
    if (Status whole = check_whole(); !whole) return whole.error();
    return std::move(layout_);
  }

 private:
  Status read_sheets() {
    const FormatTable& table = tables_.sheets;
    Result<std::vector<TableRow>> rows = read_table(table.file, table.text, kSheetTableNames);
    if (!rows) return rows.error();
    for (TableRow& row : *rows) {
      const std::size_t next = layout_.sheets.size();
      const auto fault = [&](std::string cause) { return table_error(table.file, row.line_1based, std::move(cause)); };
      if (next == model::kSheetCount) return fault("the table ends above: there is no further sheet");
      if (row.cells[kSheetId] != kSheetIds[next])
        return fault("the sheet '" + std::string(kSheetIds[next]) + "' must come here");
      constexpr std::size_t kMostNameBytes = 27;  // 31 that spreadsheets take, less those of " 999"
      const std::string& name = row.cells[kSheetName];
      if (name.empty() || name.size() > kMostNameBytes || name.find_first_of("[]:*?/\\'") != std::string::npos)
        return fault("a sheet's name has 1 to 27 characters, none of []:*?/\\'");
      layout_.sheets.push_back({name, row.cells[kSheetLetter], row.cells[kSheetSentence]});
    }
    if (layout_.sheets.size() < model::kSheetCount) return table_error(table.file, 1, "a sheet is missing");
    return Done{};
  }

  Status read_columns() {
    const FormatTable& table = tables_.columns;
    Result<std::vector<TableRow>> rows = read_table(table.file, table.text, kSheetColumnNames);
    if (!rows) return rows.error();
    for (const TableRow& row : *rows) {
      Result<SheetColumn> column = read_column(row);
      if (!column) return column.error();
      layout_.columns.push_back(*std::move(column));
    }
    return Done{};
  }

  Result<SheetColumn> read_column(const TableRow& row) const {
    const auto fault = [&](std::string cause) {
      return table_error(tables_.columns.file, row.line_1based, std::move(cause));
    };
    SheetColumn column;
    column.id = row.cells[kColumnId];
    column.name = row.cells[kColumnName];
    column.list = row.cells[kColumnList];
    column.meaning = row.cells[kColumnMeaning];
    const auto kind = std::find(kCellKinds.begin(), kCellKinds.end(), row.cells[kColumnKind]);
    if (kind == kCellKinds.end()) return fault("'" + row.cells[kColumnKind] + "' is no kind of a cell");
    column.cell = static_cast<SheetCell>(kind - kCellKinds.begin());
    const auto value = std::find(kValueIds.begin(), kValueIds.end(), column.id);
    if ((value == kValueIds.end()) != is_entry(column.cell))
      return fault("'" + column.id + "' is no value of the program, or has the wrong kind");
    column.value = static_cast<SheetValue>(value - kValueIds.begin());
    const std::string& width = row.cells[kColumnWidth];
    int units = 0;
    const auto [end, failed] = std::from_chars(width.data(), width.data() + width.size(), units);
    if (failed != std::errc{} || end != width.data() + width.size() || units < 1)
      return fault("'" + width + "' is no width");
    column.width = units;
    const std::string& printed = row.cells[kColumnPrinted];
    if (!printed.empty() && printed != kPrintedWord) return fault("'" + printed + "' is neither yes nor empty");
    column.is_printed = printed == kPrintedWord;
    if ((column.cell == SheetCell::kEntryChoice) == column.list.empty())
      return fault("a cell with a choice names its list, and no other does");
    if (std::find(kPrivacies.begin(), kPrivacies.end(), row.cells[kColumnPrivacy]) == kPrivacies.end())
      return fault("'" + row.cells[kColumnPrivacy] + "' is no privacy class");
    for (const std::string_view word : words_of(row.cells[kColumnSheets])) {
      if (word == kAllSchedules) {
        add_schedules(column);
        continue;
      }
      const auto sheet = std::find(kSheetIds.begin(), kSheetIds.end(), word);
      if (sheet == kSheetIds.end()) return fault("'" + std::string(word) + "' is no sheet");
      column.sheets.push_back(static_cast<SheetId>(sheet - kSheetIds.begin()));
    }
    return check_column(column, row.line_1based);
  }

  void add_schedules(SheetColumn& column) const {
    for (std::size_t i = 0; i < layout_.sheets.size(); ++i) {
      if (!layout_.sheets[i].letter.empty()) column.sheets.push_back(static_cast<SheetId>(i));
    }
  }

  Result<SheetColumn> check_column(SheetColumn column, std::uint64_t line) const {
    const auto fault = [&](std::string cause) { return table_error(tables_.columns.file, line, std::move(cause)); };
    const bool has_own_name = column.value == SheetValue::kPeopleOutcomes || column.value == SheetValue::kOtherAnswers;
    if (column.name.empty() != has_own_name) return fault("the column has no name, or one that each run gives");
    for (const SheetColumn& above : layout_.columns) {
      if (above.id == column.id) return fault("a column '" + above.id + "' stands above");
      const bool is_split = column.is_printed && !above.is_printed && above.stands_in(SheetId::kDismiss);
      if (is_split && column.stands_in(SheetId::kDismiss))
        return fault("what is printed of a schedule stands before all that is not");
      const bool meet = std::any_of(column.sheets.begin(), column.sheets.end(),
                                    [&](SheetId sheet) { return above.stands_in(sheet); });
      if (meet && !column.name.empty() && above.name == column.name)
        return fault("a column named " + above.name + " stands above on the same sheet");
    }
    if (is_entry(column.cell)) {
      std::size_t places = 0;
      for (const SheetId sheet : column.sheets) places += sheet == SheetId::kAll || sheet == SheetId::kTracking ? 1 : 0;
      if (places != 1 || !column.stands_in(SheetId::kReview))
        return fault("what people enter stands on 'all' or 'tracking', and in 'review'");
    }
    return column;
  }

  Status read_choices() {
    const FormatTable& table = tables_.choices;
    Result<std::vector<TableRow>> rows = read_table(table.file, table.text, kChoiceTableNames);
    if (!rows) return rows.error();
    for (TableRow& row : *rows) {
      const auto fault = [&](std::string cause) { return table_error(table.file, row.line_1based, std::move(cause)); };
      if (row.cells[kChoiceList] == kSchedulesList) {
        const std::string& letter = row.cells[kChoiceSchedule];
        const bool is_sheet = std::any_of(layout_.sheets.begin(), layout_.sheets.end(),
                                          [&](const model::Sheet& sheet) { return sheet.letter == letter; });
        if (row.cells[kChoiceOutcome].empty() || !is_sheet) return fault("this names no outcome or no schedule");
        layout_.outcome_schedules.push_back({row.cells[kChoiceOutcome], letter});
        continue;
      }
      if (row.cells[kChoiceWord].empty()) return fault("the choice has no word");
      if (row.cells[kChoiceList] == kDeterminations) layout_.withdrawn = row.cells[kChoiceWord];
      layout_.choices.push_back({row.cells[kChoiceList], row.cells[kChoiceWord]});
    }
    return Done{};
  }

  Status check_whole() const {
    const auto fault = [&](const std::string& what) {
      return table_error(tables_.columns.file, 1, "'" + what + "' is missing");
    };
    const auto has = [&](std::string_view id) {
      return std::any_of(layout_.columns.begin(), layout_.columns.end(),
                         [&](const SheetColumn& column) { return column.id == id; });
    };
    for (const std::string_view id : kValueIds) {
      if (!has(id)) return fault(std::string(id));
    }
    for (const std::string_view id : model::kOverrideIds) {
      if (!has(id)) return fault(std::string(id));
    }
    for (const SheetColumn& column : layout_.columns) {
      const bool has_words = std::any_of(layout_.choices.begin(), layout_.choices.end(),
                                         [&](const model::SheetChoice& choice) { return choice.list == column.list; });
      if (column.cell == SheetCell::kEntryChoice && !has_words) return fault(column.list);
    }
    if (layout_.withdrawn.empty()) return fault(std::string(kDeterminations));
    return Done{};
  }

  const WorkbookTables& tables_;
  WorkbookLayout layout_;
};

}  // namespace

Result<WorkbookLayout> read_workbook_layout(const WorkbookTables& tables) {
  return WorkbookTableReader(tables).read();
}

}  // namespace redress::intake
