#include "run/workbook_contents.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "intake/workbook_entries.h"
#include "run/standing_results.h"
#include "write/checksum.h"
#include "write/json/summary_reader.h"
#include "write/xlsx/cell_text.h"
#include "write/xlsx/page_ranges.h"

namespace redress::run {
namespace {

using model::SheetId;
using model::SheetValue;
using write::SheetCellValue;

std::vector<std::string> labels_of(const std::vector<write::OutcomeRelief>& outcomes) {
  std::vector<std::string> labels;
  for (const write::OutcomeRelief& outcome : outcomes) labels.push_back(outcome.label);
  return labels;
}

// Of the entries of a row.
std::string_view override_in(const model::WorkbookLayout& layout, const std::vector<std::string>& texts) {
  const std::vector<const model::SheetColumn*> entries = layout.entries();
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (entries[i]->id == model::kOverrideIds.front()) return texts[i];
  }
  return {};
}

bool has_override(const model::WorkbookLayout& layout, const std::vector<std::string>& texts) {
  return !override_in(layout, texts).empty();
}

// What stands in the cell of an entry: a date where the text is one.
SheetCellValue entry_cell(const model::SheetColumn& column, const std::string& text) {
  if (const auto day = parse_iso_date(text);
      column.cell == model::SheetCell::kEntryDate && day && *day >= write::kFirstSpreadsheetDay)
    return write::date_cell(*day);
  return write::text_cell(write::cell_text(text));
}

}  // namespace

WorkbookContents::WorkbookContents(const WorkbookSource& source, const nlohmann::ordered_json& summary)
    : source_(source),
      outcomes_(write::outcomes_of(summary)),
      criteria_(write::summary_text_at(summary, {"run", "policy", "kind"}) == "statute" ? explain::Criteria::kStatute
                                                                                        : explain::Criteria::kOffice),
      schedules_(source.formats.workbook, outcomes_),
      plan_{source.formats.workbook, labels_of(outcomes_), {}, {}, {}, source.most_rows} {
  if (source.entries != nullptr) entries_ = *source.entries;
  as_of_ = parse_iso_date(write::summary_text_at(summary, {"run", "as_of"}));
}

Result<std::unique_ptr<WorkbookContents>> WorkbookContents::read(const WorkbookSource& source,
                                                                 const nlohmann::ordered_json& summary) {
  std::unique_ptr<WorkbookContents> contents(new WorkbookContents(source, summary));
  contents->mark_ = write::sha256_hex(source.convictions);
  if (Status counted = contents->count(); !counted) return counted.error();
  return contents;
}

Status WorkbookContents::check_entries(const std::string& file) const {
  const auto fault = [&](std::string code, std::string cause) {
    Error error;
    error.kind = ErrorKind::kInput;
    error.code = std::move(code);
    error.place.file = file;
    error.cause = std::move(cause);
    error.next_step = "Put back the file as 'redress review' wrote it, or move it away to begin a new review.";
    return error;
  };
  std::set<std::string_view> unknown;
  for (const auto& [row_id, texts] : entries_) unknown.insert(row_id);
  for (std::uint64_t i = 0; i < row_ids_.size() && !unknown.empty(); ++i) unknown.erase(row_ids_.id(i));
  if (!unknown.empty()) return fault("review.other_rows", "the earlier review has rows that this run does not have");
  const std::vector<const model::SheetColumn*> entries = plan_.layout.entries();
  for (const auto& [row_id, texts] : entries_) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (texts[i].empty() || is_entry_of_review(*entries[i], texts[i])) continue;
      return fault("review.syntax",
                   "of row " + row_id + ", '" + entries[i]->name + "' is not what a review keeps there");
    }
  }
  return Done{};
}

bool WorkbookContents::is_entry_of_review(const model::SheetColumn& column, const std::string& text) const {
  if (column.cell == model::SheetCell::kEntryDate) return parse_iso_date(text).has_value();
  if (column.cell != model::SheetCell::kEntryChoice) return true;
  const bool is_decision = column.id == model::kOverrideIds.front();
  const auto choice = intake::choice_of(plan_.layout, column.list, text,
                                        is_decision ? plan_.outcome_labels : std::vector<std::string>());
  return choice == text;
}

Result<intake::DecisionRows> WorkbookContents::open_rows() const {
  return intake::DecisionRows::begin(source_.convictions, kConvictionsName, source_.formats.input,
                                     source_.formats.results);
}

Status WorkbookContents::count() {
  Result<intake::DecisionRows> rows = open_rows();
  if (!rows) return rows.error();
  for (const std::string& name : rows->further_names()) plan_.further_names.push_back(name);
  std::vector<PlacedDecision> decisions;
  model::DecisionTexts row;
  while (true) {
    const Result<bool> more = rows->next(row);
    if (!more) return more.error();
    if (!*more) break;
    row_ids_.add(row.person, row.count, row.record_id);
    ++counts_.decisions;
    const auto determined = counts_.by_determination.try_emplace(row.determination).first;
    ++determined->second;
    ++counts_.by_statutory_relief[row.statutory_relief];
    if (!write::is_usable_case_number(row.case_numbers)) ++counts_.without_case_number;
    decisions.push_back({schedules_.of(row), rows->last_place(), &*courts_.insert(to_upper_ascii(row.court)).first,
                         &determined->first});
    people_.count(row, outcome_of(row), outcomes_.size());
  }
  if (Status unique = row_ids_.finish(); !unique) return unique;
  people_.group();
  place(decisions, *rows);
  plan_.rows[static_cast<std::size_t>(SheetId::kPeople)] = people_.size();
  plan_.rows[static_cast<std::size_t>(SheetId::kDuplicates)] = people_.alike().size();
  plan_.rows[static_cast<std::size_t>(SheetId::kLog)] = static_cast<std::uint64_t>(
      std::count_if(entries_.begin(), entries_.end(),
                    [&](const auto& entry) { return has_override(plan_.layout, entry.second); }));
  counts_.people_unidentified = people_.unidentified();
  counts_.people_alike = people_.alike().size();
  return Done{};
}

// Where each decision stands. Only once all ids are known is it known what was entered about one.
void WorkbookContents::place(const std::vector<PlacedDecision>& decisions, intake::DecisionRows& rows) {
  model::DecisionTexts row;
  for (std::uint64_t i = 0; i < decisions.size(); ++i) {
    const std::string row_id = row_ids_.id(i);
    std::optional<SheetId> schedule = decisions[i].schedule;
    if (const std::string_view office = office_decision(row_id); !office.empty()) {
      rows.read_again(decisions[i].place, row);
      schedule = schedules_.of(row, office);
    }
    ++counts_.by_schedule[{*decisions[i].determination, schedule ? plan_.layout.sheet(*schedule).letter : ""}];
    if (schedule) scheduled_[static_cast<std::size_t>(*schedule)].push_back({i, decisions[i].place, decisions[i].court});
    for (const SheetId sheet : sheets_of(schedule, row_id)) ++plan_.rows[static_cast<std::size_t>(sheet)];
  }
  order_schedules();
}

std::string_view WorkbookContents::office_decision(const std::string& row_id) const {
  const auto entered = entries_.find(row_id);
  if (entered == entries_.end()) return {};
  const std::string_view decision = override_in(plan_.layout, entered->second);
  return decision == plan_.layout.withdrawn ? std::string_view{} : decision;
}

// Each courthouse gets its pages: the rows of one stand together, in their order, and print from a new page on.
void WorkbookContents::order_schedules() {
  for (std::size_t sheet = 0; sheet < scheduled_.size(); ++sheet) {
    std::vector<ScheduledRow>& rows = scheduled_[sheet];
    std::stable_sort(rows.begin(), rows.end(),
                     [](const ScheduledRow& one, const ScheduledRow& other) { return *one.court < *other.court; });
    plan_.rows[sheet] += rows.size();
    for (std::size_t i = 1; i < rows.size(); ++i) {
      if (rows[i].court != rows[i - 1].court) plan_.breaks[sheet].push_back(i);
    }
  }
}

bool WorkbookContents::asks_court(std::string_view determination) const {
  return std::any_of(outcomes_.begin(), outcomes_.end(), [&](const write::OutcomeRelief& outcome) {
    return outcome.label == determination && (outcome.relief == "dismissal" || outcome.relief == "reduction");
  });
}

std::size_t WorkbookContents::outcome_of(const model::DecisionTexts& row) const {
  const auto found = std::find_if(outcomes_.begin(), outcomes_.end(), [&](const write::OutcomeRelief& outcome) {
    return outcome.label == row.determination;
  });
  return static_cast<std::size_t>(found - outcomes_.begin());
}

std::vector<SheetId> WorkbookContents::sheets_of(std::optional<SheetId> schedule, const std::string& row_id) const {
  std::vector<SheetId> sheets = {SheetId::kAll};
  const auto is = [&](std::initializer_list<SheetId> some) {
    return schedule && std::find(some.begin(), some.end(), *schedule) != some.end();
  };
  if (write::is_queue_schedule(schedule)) sheets.push_back(SheetId::kQueue);
  if (is({SheetId::kDismiss, SheetId::kToMisdemeanor, SheetId::kToInfraction})) sheets.push_back(SheetId::kDoj);
  // What somebody has entered about a decision stays where it can be seen.
  const bool is_tracked = schedule && !is({SheetId::kReliefEntered});
  if (is_tracked || entries_.contains(row_id)) sheets.push_back(SheetId::kTracking);
  return sheets;
}

// What is open and for how long. The day is today's wherever the workbook is opened.
std::string WorkbookContents::clock_formula(std::uint64_t row_of_page_0based) const {
  const std::string row = std::to_string(write::kRowsAboveData + row_of_page_0based + 1);
  const std::vector<write::PlannedColumn> columns = plan_.columns(SheetId::kTracking);
  const auto cell = [&](std::string_view id) {
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const write::PlannedColumn& planned) { return planned.column->id == id; });
    return "$" + write::column_letters(static_cast<std::size_t>(found - columns.begin())) + row;
  };
  const std::string order = cell("order-date"), sent = cell("doj-sent"), answer = cell("doj-answer");
  const std::string filed = cell("filed"), ruling = cell("ruling");
  const auto days = [](const std::string& since) { return "(TODAY()-" + since + ")"; };
  // A text is more than any number, so that this finds words in the place of a day, too.
  std::string formula = "=IFERROR(IF(OR(" + filed + ">TODAY()," + order + ">TODAY()," + sent +
                        ">TODAY()),\"A date in this row is in the future, or is not a date\",";
  formula += "IF(AND(" + ruling + "=\"Granted\"," + order + "=\"\"),\"Granted: enter the date of the order\",";
  formula += "IF(AND(" + order + "<>\"\"," + sent + "=\"\",OR(" + ruling + "=\"\"," + ruling + "=\"Granted\")),IF(" +
             days(order) + ">30,\"OVERDUE: DOJ not told, \"&" + days(order) +
             "&\" days since the order\",\"DOJ to be told within \"&(30-" + days(order) + ")&\" days\"),";
  formula += "IF(AND(" + sent + "<>\"\"," + answer + "=\"\"),IF(" + days(sent) +
             ">30,\"OVERDUE: no DOJ answer for \"&" + days(sent) + "&\" days\",\"DOJ answer open for \"&" + days(sent) +
             "&\" days\"),";
  formula += "IF(AND(" + filed + "<>\"\"," + ruling + "=\"\"," + order + "=\"\"),\"No ruling for \"&" + days(filed) +
             "&\" days\",\"\"))))),\"A date in this row is not a date\")";
  return formula;
}

std::vector<SheetCellValue> WorkbookContents::cells_of(const write::DecidedCells& decided,
                                                       const std::vector<write::PlannedColumn>& columns,
                                                       std::uint64_t row_of_page_0based) const {
  const std::vector<const model::SheetColumn*> entries = plan_.layout.entries();
  const auto entered = entries_.find(std::string(decided.row_id));
  std::vector<SheetCellValue> cells;
  for (const write::PlannedColumn& planned : columns) {
    const model::SheetColumn& column = *planned.column;
    if (column.value == SheetValue::kClock) {
      cells.push_back(write::text_formula_cell(clock_formula(row_of_page_0based), ""));
    } else if (!is_entry(column.cell)) {
      cells.push_back(write::decision_cell(plan_.layout, column.value, decided, planned.nth));
    } else if (entered == entries_.end()) {
      cells.emplace_back();
    } else {
      const auto place = std::find(entries.begin(), entries.end(), &column) - entries.begin();
      cells.push_back(entry_cell(column, entered->second[static_cast<std::size_t>(place)]));
    }
  }
  return cells;
}

Status WorkbookContents::for_each_row(const ListRowTaker& take) const {
  if (Status given = give_decisions(take); !given) return given;
  if (Status given = give_schedules(take); !given) return given;
  if (Status given = give_people(take); !given) return given;
  return give_log(take);
}

Status WorkbookContents::give_decisions(const ListRowTaker& take) const {
  Result<intake::DecisionRows> rows = open_rows();
  if (!rows) return rows.error();
  std::array<std::vector<write::PlannedColumn>, model::kSheetCount> columns;
  for (std::size_t i = 0; i < columns.size(); ++i) columns[i] = plan_.columns(static_cast<SheetId>(i));
  std::array<std::uint64_t, model::kSheetCount> given{};
  model::DecisionTexts row;
  for (std::uint64_t decision = 0;; ++decision) {
    const Result<bool> more = rows->next(row);
    if (!more) return more.error();
    if (!*more) return Done{};
    const std::string row_id = row_ids_.id(decision);
    const std::string_view office = office_decision(row_id);
    const write::DecidedCells decided{row, row_id, schedules_.of(row, office), office, criteria_};
    for (const SheetId sheet : sheets_of(decided.schedule, row_id)) {
      const auto place = static_cast<std::size_t>(sheet);
      const std::uint64_t row_of_page = given[place]++ % plan_.rows_of_page();
      if (Status taken = take(sheet, cells_of(decided, columns[place], row_of_page)); !taken) return taken;
    }
  }
}

Status WorkbookContents::give_schedules(const ListRowTaker& take) const {
  Result<intake::DecisionRows> rows = open_rows();
  if (!rows) return rows.error();
  model::DecisionTexts row;
  for (std::size_t i = 0; i < scheduled_.size(); ++i) {
    const auto sheet = static_cast<SheetId>(i);
    const std::vector<write::PlannedColumn> columns = plan_.columns(sheet);
    for (const ScheduledRow& scheduled : scheduled_[i]) {
      rows->read_again(scheduled.place, row);
      const std::string row_id = row_ids_.id(scheduled.decision_0based);
      const write::DecidedCells decided{row, row_id, sheet, office_decision(row_id), criteria_};
      if (Status taken = take(sheet, cells_of(decided, columns, 0)); !taken) return taken;
    }
  }
  return Done{};
}

Status WorkbookContents::give_people(const ListRowTaker& take) const {
  const std::vector<write::PlannedColumn> columns = plan_.columns(SheetId::kPeople);
  for (std::size_t i = 0; i < people_.size(); ++i) {
    if (Status taken = take(SheetId::kPeople, people_.cells(i, columns)); !taken) return taken;
  }
  const std::vector<write::PlannedColumn> of_alike = plan_.columns(SheetId::kDuplicates);
  for (const std::size_t person : people_.alike()) {
    if (Status taken = take(SheetId::kDuplicates, people_.cells(person, of_alike)); !taken) return taken;
  }
  return Done{};
}

Status WorkbookContents::give_log(const ListRowTaker& take) const {
  const std::vector<write::PlannedColumn> columns = plan_.columns(SheetId::kLog);
  const std::vector<const model::SheetColumn*> entries = plan_.layout.entries();
  std::vector<SheetCellValue> cells;
  for (const auto& [row_id, texts] : entries_) {
    if (!has_override(plan_.layout, texts)) continue;
    cells.clear();
    for (const write::PlannedColumn& planned : columns) {
      if (planned.column->value == SheetValue::kRowId) {
        cells.push_back(write::text_cell(row_id));
        continue;
      }
      const auto place = std::find(entries.begin(), entries.end(), planned.column) - entries.begin();
      cells.push_back(entry_cell(*planned.column, texts[static_cast<std::size_t>(place)]));
    }
    if (Status taken = take(SheetId::kLog, cells); !taken) return taken;
  }
  return Done{};
}

}  // namespace redress::run
