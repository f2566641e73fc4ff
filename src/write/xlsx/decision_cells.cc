#include "write/xlsx/decision_cells.h"

#include <algorithm>

#include "base/calendar.h"
#include "base/text.h"
#include "explain/decision_sentence.h"
#include "explain/words.h"
#include "write/xlsx/cell_text.h"
#include "write/xlsx/page_ranges.h"

namespace redress::write {
namespace {

using model::SheetId;
using model::SheetValue;

constexpr std::string_view kMisdemeanorBeginning = "M";  // "MISDEMEANOR", and M of the code

std::optional<Date> us_day(std::string_view text) {
  constexpr std::size_t kLength = 10;
  if (text.size() != kLength || text[2] != '/' || text[5] != '/') return std::nullopt;
  std::string iso;
  iso.append(text.substr(6)).append(1, '-').append(text.substr(0, 2)).append(1, '-').append(text.substr(3, 2));
  return parse_iso_date(iso);
}

// Whether one of the notes of the row, which are joined by "; ", is this one.
bool has_note(std::string_view notes, std::string_view note) {
  while (!notes.empty()) {
    const std::size_t end = std::min(notes.find("; "), notes.size());
    if (notes.substr(0, end) == note) return true;
    notes.remove_prefix(std::min(end + 2, notes.size()));
  }
  return false;
}

bool is_number_of_nothing(std::string_view number) {
  return is_empty_cell(number) || equals_ignoring_case(number, "NULL") || equals_ignoring_case(number, "NONE") ||
         equals_ignoring_case(number, "N/A") || equals_ignoring_case(number, "UNKNOWN");
}

SheetCellValue of_text(std::string_view text) {
  return text_cell(cell_text(text));
}

// The conviction's day where our column is certain of it, else what the row has.
SheetCellValue conviction_day(const model::DecisionTexts& row) {
  if (us_day(row.conviction_date)) return day_cell(row.conviction_date);
  return of_text(row.event_date);
}

}  // namespace

Schedules::Schedules(const model::WorkbookLayout& layout, std::span<const OutcomeRelief> outcomes) : layout_(layout) {
  for (const OutcomeRelief& outcome : outcomes) by_label_.emplace(outcome.label, outcome);
}

std::optional<SheetId> Schedules::by_letter(std::string_view letter) const {
  for (std::size_t i = 0; i < layout_.sheets.size(); ++i) {
    if (!letter.empty() && layout_.sheets[i].letter == letter) return static_cast<SheetId>(i);
  }
  return std::nullopt;
}

std::optional<SheetId> Schedules::by_determination(std::string_view determination, std::string_view level) const {
  const auto found = by_label_.find(determination);
  if (found == by_label_.end()) return std::nullopt;
  const OutcomeRelief& outcome = found->second;
  for (const model::OutcomeSchedule& named : layout_.outcome_schedules) {
    if (named.outcome == outcome.outcome) return by_letter(named.letter);
  }
  if (outcome.relief == "dismissal") return SheetId::kDismiss;
  if (outcome.relief == "reduction")
    return begins_ignoring_case(level, kMisdemeanorBeginning) ? SheetId::kToInfraction : SheetId::kToMisdemeanor;
  if (outcome.relief == "review") return SheetId::kHeld;
  return std::nullopt;
}

std::optional<SheetId> Schedules::of(const model::DecisionTexts& row, std::string_view office_decision) const {
  // Relief on record is to be confirmed by somebody; whoever decides about the conviction has done so.
  const bool is_confirmed = !office_decision.empty();
  if (!is_confirmed && has_note(row.notes, explain::note_words(model::Note::kReliefEntered)))
    return SheetId::kReliefEntered;
  const std::optional<SheetId> sheet =
      by_determination(office_decision.empty() ? std::string_view(row.determination) : office_decision, row.level);
  if (sheet && !is_usable_case_number(row.case_numbers)) return SheetId::kNoCaseNumber;
  return sheet;
}

bool is_queue_schedule(std::optional<SheetId> schedule) {
  return schedule == SheetId::kHeld || schedule == SheetId::kNoCaseNumber || schedule == SheetId::kReliefEntered;
}

bool is_usable_case_number(std::string_view case_numbers) {
  std::string_view rest = case_numbers;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of(";,"), rest.size());
    if (!is_number_of_nothing(trimmed(rest.substr(0, end)))) return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

SheetCellValue day_cell(std::string_view text) {
  std::optional<Date> day = us_day(text);
  if (const auto span = parse_compact_date(text); !day && span && span->is_exact()) day = span->first;
  if (day && *day >= kFirstSpreadsheetDay) return date_cell(*day);
  return of_text(text == "-" ? std::string_view{} : text);
}

SheetCellValue decision_cell(const model::WorkbookLayout& layout, SheetValue value, const DecidedCells& decided,
                             std::size_t further) {
  const model::DecisionTexts& row = decided.row;
  switch (value) {
    case SheetValue::kRowId: return of_text(decided.row_id);
    case SheetValue::kSchedule: return of_text(decided.schedule ? layout.sheet(*decided.schedule).letter : "");
    case SheetValue::kOfficeDecision: return of_text(decided.office_decision);
    case SheetValue::kPerson: return of_text(row.person);
    case SheetValue::kName: return of_text(row.name);
    case SheetValue::kBirthDate: return day_cell(row.birth_date);
    case SheetValue::kCiiNumber: return of_text(row.cii_number);
    case SheetValue::kCaseNumbers: return of_text(row.case_numbers);
    case SheetValue::kCount: return of_text(row.count);
    case SheetValue::kSourceRow: return of_text(row.record_id);
    case SheetValue::kCourt: return of_text(row.court);
    case SheetValue::kOffense: return of_text(row.offense);
    case SheetValue::kLevel: return of_text(row.level);
    case SheetValue::kConvictionDate: return conviction_day(row);
    case SheetValue::kDetermination: return of_text(row.determination);
    case SheetValue::kSentence: return of_text(explain::decision_sentence(row, decided.criteria));
    case SheetValue::kReason: return of_text(row.reason);
    case SheetValue::kStep: return of_text(row.step);
    case SheetValue::kCitation: return of_text(row.citation);
    case SheetValue::kStatutoryRelief: return of_text(row.statutory_relief);
    case SheetValue::kOtherAnswers:
      return of_text(further < row.further.size() ? row.further[further] : std::string());
    case SheetValue::kUnknown: return of_text(row.deciding_facts);
    case SheetValue::kPossible: return of_text(row.possible);
    case SheetValue::kChangesOn: return day_cell(row.changes_on);
    case SheetValue::kNotes: return of_text(row.notes);
    case SheetValue::kDuplicateGroup:
    case SheetValue::kAlikeIn:
    case SheetValue::kPeopleDecisions:
    case SheetValue::kPeopleOutcomes:
    case SheetValue::kClock:
    case SheetValue::kEntry: break;
  }
  return {};
}

}  // namespace redress::write
