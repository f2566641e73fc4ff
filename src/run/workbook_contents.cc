#include "run/workbook_contents.h"

#include <algorithm>
#include <utility>

#include "explain/words.h"
#include "run/standing_results.h"
#include "write/checksum.h"
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

bool has_override(const model::WorkbookLayout& layout, const std::vector<std::string>& texts) {
  const std::vector<const model::SheetColumn*> entries = layout.entries();
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (entries[i]->id == model::kOverrideIds.front()) return !texts[i].empty();
  }
  return false;
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
      schedules_(source.formats.workbook, outcomes_),
      plan_{source.formats.workbook, labels_of(outcomes_), {}, {}, source.most_rows} {
  if (source.entries != nullptr) entries_ = *source.entries;
}

Result<std::unique_ptr<WorkbookContents>> WorkbookContents::read(const WorkbookSource& source,
                                                                 const nlohmann::ordered_json& summary) {
  std::unique_ptr<WorkbookContents> contents(new WorkbookContents(source, summary));
  contents->mark_ = write::sha256_hex(source.convictions);
  if (Status counted = contents->count(); !counted) return counted.error();
  return contents;
}

Result<intake::DecisionRows> WorkbookContents::open_rows() const {
  return intake::DecisionRows::begin(source_.convictions, kConvictionsName, source_.formats.input,
                                     source_.formats.results);
}

Status WorkbookContents::count() {
  Result<intake::DecisionRows> rows = open_rows();
  if (!rows) return rows.error();
  for (const std::string& name : rows->further_names()) plan_.further_names.push_back(name);
  std::vector<std::optional<SheetId>> schedules;
  model::DecisionTexts row;
  while (true) {
    const Result<bool> more = rows->next(row);
    if (!more) return more.error();
    if (!*more) break;
    row_ids_.add(row.person, row.count, row.record_id);
    schedules.push_back(schedules_.of(row));
    ++counts_.decisions;
    ++counts_.by_determination[row.determination];
    ++counts_.by_statutory_relief[row.statutory_relief];
    count_person(row);
  }
  if (Status unique = row_ids_.finish(); !unique) return unique;
  for (std::uint64_t i = 0; i < schedules.size(); ++i) {
    for (const SheetId sheet : sheets_of(schedules[i], row_ids_.id(i))) ++plan_.rows[static_cast<std::size_t>(sheet)];
  }
  plan_.rows[static_cast<std::size_t>(SheetId::kPeople)] = people_.size();
  plan_.rows[static_cast<std::size_t>(SheetId::kLog)] = static_cast<std::uint64_t>(
      std::count_if(entries_.begin(), entries_.end(),
                    [&](const auto& entry) { return has_override(plan_.layout, entry.second); }));
  counts_.people_unidentified = static_cast<std::uint64_t>(
      std::count_if(people_.begin(), people_.end(), [](const PersonRow& person) { return !person.is_identified; }));
  return Done{};
}

void WorkbookContents::count_person(const model::DecisionTexts& row) {
  const auto [at, is_new] = place_of_person_.emplace(row.person, people_.size());
  if (is_new) {
    people_.push_back({row.person, row.name, row.birth_date, row.cii_number, 0, false,
                       std::vector<std::uint32_t>(outcomes_.size())});
  }
  PersonRow& person = people_[at->second];
  ++person.decisions;
  const bool is_unidentified =
      row.notes.find(explain::note_words(model::Note::kCountUnidentified)) != std::string::npos;
  person.is_identified = person.is_identified || !is_unidentified;
  for (std::size_t i = 0; i < outcomes_.size(); ++i) {
    if (outcomes_[i].label == row.determination) ++person.by_outcome[i];
  }
}

std::vector<SheetId> WorkbookContents::sheets_of(std::optional<SheetId> schedule, const std::string& row_id) const {
  std::vector<SheetId> sheets = {SheetId::kAll};
  if (schedule) sheets.push_back(*schedule);
  const auto is = [&](std::initializer_list<SheetId> some) {
    return schedule && std::find(some.begin(), some.end(), *schedule) != some.end();
  };
  if (is({SheetId::kHeld, SheetId::kNoCaseNumber, SheetId::kReliefEntered})) sheets.push_back(SheetId::kQueue);
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
  std::string formula = "=IFERROR(IF(AND(" + order + "<>\"\"," + sent + "=\"\",OR(" + ruling + "=\"\"," + ruling +
                        "=\"Granted\")),IF(" + days(order) + ">30,\"OVERDUE: DOJ not told, \"&" + days(order) +
                        "&\" days since the order\",\"DOJ to be told within \"&(30-" + days(order) + ")&\" days\"),";
  formula += "IF(AND(" + sent + "<>\"\"," + answer + "=\"\"),IF(" + days(sent) +
             ">30,\"OVERDUE: no DOJ answer for \"&" + days(sent) + "&\" days\",\"DOJ answer open for \"&" + days(sent) +
             "&\" days\"),";
  formula += "IF(AND(" + filed + "<>\"\"," + ruling + "=\"\"," + order + "=\"\"),\"No ruling for \"&" + days(filed) +
             "&\" days\",\"\"))),\"A date in this row is not a date\")";
  return formula;
}

Status WorkbookContents::for_each_row(const ListRowTaker& take) const {
  Result<intake::DecisionRows> rows = open_rows();
  if (!rows) return rows.error();
  std::array<std::vector<write::PlannedColumn>, model::kSheetCount> columns;
  for (std::size_t i = 0; i < columns.size(); ++i) columns[i] = plan_.columns(static_cast<SheetId>(i));
  const std::vector<const model::SheetColumn*> entries = plan_.layout.entries();
  std::vector<SheetCellValue> cells;
  std::uint64_t tracked = 0;
  model::DecisionTexts row;
  for (std::uint64_t decision = 0;; ++decision) {
    const Result<bool> more = rows->next(row);
    if (!more) return more.error();
    if (!*more) break;
    const std::string row_id = row_ids_.id(decision);
    const write::DecidedCells decided{row, row_id, schedules_.of(row)};
    const auto entered = entries_.find(row_id);
    for (const SheetId sheet : sheets_of(decided.schedule, row_id)) {
      cells.clear();
      for (const write::PlannedColumn& planned : columns[static_cast<std::size_t>(sheet)]) {
        const model::SheetColumn& column = *planned.column;
        if (column.value == SheetValue::kClock) {
          cells.push_back(write::text_formula_cell(clock_formula(tracked % plan_.rows_of_page()), ""));
        } else if (!is_entry(column.cell)) {
          cells.push_back(write::decision_cell(plan_.layout, column.value, decided, planned.nth));
        } else if (entered == entries_.end()) {
          cells.emplace_back();
        } else {
          const auto place = std::find(entries.begin(), entries.end(), &column) - entries.begin();
          cells.push_back(entry_cell(column, entered->second[static_cast<std::size_t>(place)]));
        }
      }
      if (sheet == SheetId::kTracking) ++tracked;
      if (Status taken = take(sheet, cells); !taken) return taken;
    }
  }
  if (Status given = give_people(take); !given) return given;
  return give_log(take);
}

Status WorkbookContents::give_people(const ListRowTaker& take) const {
  const std::vector<write::PlannedColumn> columns = plan_.columns(SheetId::kPeople);
  std::vector<SheetCellValue> cells;
  for (const PersonRow& person : people_) {
    cells.clear();
    for (const write::PlannedColumn& planned : columns) {
      switch (planned.column->value) {
        case SheetValue::kPerson: cells.push_back(write::text_cell(write::cell_text(person.person))); break;
        case SheetValue::kName: cells.push_back(write::text_cell(write::cell_text(person.name))); break;
        case SheetValue::kBirthDate: cells.push_back(write::day_cell(person.birth_date)); break;
        case SheetValue::kCiiNumber: cells.push_back(write::text_cell(write::cell_text(person.cii_number))); break;
        case SheetValue::kPeopleDecisions: cells.push_back(write::number_cell(person.decisions)); break;
        case SheetValue::kPeopleOutcomes: cells.push_back(write::number_cell(person.by_outcome[planned.nth])); break;
        default: cells.emplace_back(); break;
      }
    }
    if (Status taken = take(SheetId::kPeople, cells); !taken) return taken;
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
