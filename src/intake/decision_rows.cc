#include "intake/decision_rows.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "scan/encoding.h"

namespace redress::intake {
namespace {

using model::DecisionTexts;
using model::ResultKind;
using model::RowFact;

struct InputText {
  std::string DecisionTexts::*place;
  RowFact fact;
};

struct ResultText {
  std::string DecisionTexts::*place;
  ResultKind kind;
};

// Of several for one place, the first that is filled counts.
constexpr std::array kInputTexts = {
    InputText{&DecisionTexts::record_id, RowFact::kRecord},
    InputText{&DecisionTexts::person, RowFact::kPerson},
    InputText{&DecisionTexts::cii_number, RowFact::kCiiNumber},
    InputText{&DecisionTexts::name, RowFact::kName},
    InputText{&DecisionTexts::birth_date, RowFact::kBirthDate},
    InputText{&DecisionTexts::event_date, RowFact::kEventDate},
    InputText{&DecisionTexts::court, RowFact::kAgency},
    InputText{&DecisionTexts::offense, RowFact::kOffense},
    InputText{&DecisionTexts::offense, RowFact::kConvictionOffense},
    InputText{&DecisionTexts::offense, RowFact::kDispositionOffense},
    InputText{&DecisionTexts::level, RowFact::kConvictionLevel},
    InputText{&DecisionTexts::level, RowFact::kOffenseLevel},
    InputText{&DecisionTexts::count, RowFact::kCountOrder},
};

constexpr std::array kResultTexts = {
    ResultText{&DecisionTexts::case_numbers, ResultKind::kCaseNumber},
    ResultText{&DecisionTexts::conviction_date, ResultKind::kConvictionDate},
    ResultText{&DecisionTexts::determination, ResultKind::kDetermination},
    ResultText{&DecisionTexts::reason, ResultKind::kReason},
    ResultText{&DecisionTexts::possible, ResultKind::kPossibleDeterminations},
    ResultText{&DecisionTexts::deciding_facts, ResultKind::kDecidingFacts},
    ResultText{&DecisionTexts::step, ResultKind::kDecidingStep},
    ResultText{&DecisionTexts::citation, ResultKind::kCitation},
    ResultText{&DecisionTexts::changes_on, ResultKind::kAnswerChangesOn},
    ResultText{&DecisionTexts::statutory_relief, ResultKind::kStatutoryRelief},
    ResultText{&DecisionTexts::notes, ResultKind::kDataNotes},
};

Error rows_fault(std::string code, const std::string& file, std::string cause) {
  Error error;
  error.kind = ErrorKind::kInput;
  error.code = std::move(code);
  error.place.file = file;
  error.cause = std::move(cause);
  error.next_step = "Give a results folder as a run of this program wrote it.";
  return error;
}

std::string_view result_name(const model::ResultLayout& results, ResultKind kind) {
  const auto found = std::find_if(results.columns.begin(), results.columns.end(),
                                  [&](const model::ResultColumn& column) { return column.kind == kind; });
  return found == results.columns.end() ? std::string_view{} : std::string_view(found->name);
}

}  // namespace

Result<DecisionRows> DecisionRows::begin(std::string_view bytes, const std::string& file, const model::Layout& input,
                                         const model::ResultLayout& results) {
  const std::string_view header = bytes.substr(0, bytes.find('\n'));
  scan::Cells cells;
  std::deque<std::string> unescaped;
  cells.split(header);
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < cells.count(); ++i) names.push_back(cells.value(i, unescaped));
  DecisionRows rows(bytes, std::max<std::size_t>(names.size(), 1), file);
  const auto place_of = [&](std::string_view name) {
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
  };
  const auto missing = [&](std::string_view name) {
    return rows_fault("results.column", file, "the column '" + std::string(name) + "' is missing");
  };
  for (const InputText& text : kInputTexts) {
    const std::string& name = input.columns[input.position(text.fact)].name;
    const std::size_t column = place_of(name);
    if (column == names.size()) return missing(name);
    if (rows.wanted_.empty() || rows.wanted_.back().place != text.place) rows.wanted_.push_back({text.place, {}});
    rows.wanted_.back().columns.push_back(column);
  }
  for (const ResultText& text : kResultTexts) {
    const std::string_view name = result_name(results, text.kind);
    rows.wanted_.push_back({text.place, {place_of(name)}});
    if (rows.wanted_.back().columns.back() == names.size()) return missing(name);
  }
  // Behind the columns of every run stand those of the run's further policies.
  const std::size_t known = results.columns.empty() ? names.size() : place_of(results.columns.back().name) + 1;
  for (std::size_t i = known; i < names.size(); ++i) {
    rows.further_.push_back(i);
    rows.further_names_.emplace_back(scan::to_utf8(names[i]));
  }
  return rows;
}

std::string DecisionRows::text_at(std::size_t column) {
  return scan::to_utf8(trimmed(cells_.value(column, unescaped_)));
}

Result<bool> DecisionRows::next(DecisionTexts& row) {
  scan::Record record;
  while (walker_.next(record)) {
    if (record.fault != scan::RecordFault::kNone) {
      Error error = rows_fault("results.row", file_, "a row cannot be split into its cells");
      error.place.row_1based = record.row_1based;
      error.place.line_1based = record.line_1based;
      return error;
    }
    if (record.row_1based == 1) continue;  // the header
    unescaped_.clear();
    cells_.split(bytes_.substr(record.offset_bytes, record.length_bytes));
    for (const Wanted& wanted : wanted_) {
      std::string& text = row.*wanted.place;
      text.clear();
      for (const std::size_t column : wanted.columns) {
        text = text_at(column);
        if (!text.empty()) break;
      }
    }
    row.further.clear();
    for (const std::size_t column : further_) row.further.push_back(text_at(column));
    ++rows_;
    return true;
  }
  return false;
}

}  // namespace redress::intake
