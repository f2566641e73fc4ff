#include "intake/decision_rows.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "intake/result_header.h"
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

}  // namespace

Result<DecisionRows> DecisionRows::begin(std::string_view bytes, const std::string& file, const model::Layout& input,
                                         const model::ResultLayout& results) {
  std::deque<std::string> unescaped;
  const std::vector<std::string_view> names = header_names(bytes, unescaped);
  DecisionRows rows(bytes, names.size(), file);
  const auto place_of = [&](std::string_view name) {
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
  };
  for (const InputText& text : kInputTexts) {
    const std::string& name = input.columns[input.position(text.fact)].name;
    const std::size_t column = place_of(name);
    if (column == names.size()) return missing_result_column(file, name);
    if (rows.wanted_.empty() || rows.wanted_.back().place != text.place) rows.wanted_.push_back({text.place, {}});
    rows.wanted_.back().columns.push_back(column);
  }
  for (const ResultText& text : kResultTexts) {
    const std::string_view name = result_column_name(results, text.kind);
    rows.wanted_.push_back({text.place, {place_of(name)}});
    if (rows.wanted_.back().columns.back() == names.size()) return missing_result_column(file, name);
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

void DecisionRows::read_again(Place place, DecisionTexts& row) {
  unescaped_.clear();
  cells_.split(bytes_.substr(place.offset_bytes, place.length_bytes));
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
}

Result<bool> DecisionRows::next(DecisionTexts& row) {
  scan::Record record;
  while (walker_.next(record)) {
    if (record.fault != scan::RecordFault::kNone) return broken_result_row(file_, record);
    if (record.row_1based == 1) continue;  // the header
    last_ = {record.offset_bytes, record.length_bytes};
    read_again(last_, row);
    return true;
  }
  return false;
}

}  // namespace redress::intake
