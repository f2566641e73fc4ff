#include "explain/result_cells.h"

#include <algorithm>
#include <cassert>
#include <optional>
#include <span>
#include <unordered_set>

#include "base/text.h"
#include "evaluate/evaluate.h"
#include "explain/cell_formats.h"
#include "explain/decision_notes.h"
#include "explain/other_charge.h"
#include "explain/person_lookup.h"
#include "explain/reason.h"
#include "explain/words.h"

namespace redress::explain {
namespace {

using evaluate::Subject;
using evaluate::SubjectKind;
using model::Conviction;
using model::Person;
using model::ResultColumn;
using model::ResultKind;

constexpr std::string_view kNone = "-";
constexpr std::string_view kUncertain = "?";

// Whose fact a column shows.
enum class Whose { kPerson, kRow, kDecision };

Whose whose(ResultKind kind) {
  switch (kind) {
    case ResultKind::kConvictionCount:
    case ResultKind::kSetList:
    case ResultKind::kRegistration:
    case ResultKind::kYearsSinceAnyConviction:
    case ResultKind::kCountInSet:
    case ResultKind::kDeceased: return Whose::kPerson;
    case ResultKind::kPossibleOtherCharges:
    case ResultKind::kDataNotes: return Whose::kRow;
    case ResultKind::kCaseNumber:
    case ResultKind::kOccurredAfter:
    case ResultKind::kConvictionDate:
    case ResultKind::kYearsSinceConviction:
    case ResultKind::kDetermination:
    case ResultKind::kReason:
    case ResultKind::kPossibleDeterminations:
    case ResultKind::kDecidingFacts:
    case ResultKind::kDecidingStep:
    case ResultKind::kCitation:
    case ResultKind::kAnswerChangesOn:
    case ResultKind::kStatutoryRelief:
    case ResultKind::kFurtherDetermination: return Whose::kDecision;
  }
  return Whose::kDecision;
}

std::string hit_words(const Person& person, const evaluate::SetHit& hit) {
  std::string words;
  for (const std::optional<Subject>& part : {std::optional(hit.first), hit.second}) {
    if (!part) continue;
    const model::Charge* charge = charge_of(person, *part);
    if (charge == nullptr || !charge->is_known()) return std::string(kUncertain);
    words.append(words.empty() ? "" : " + ").append(charge->citation->as_written);
  }
  if (hit.truth == Truth::kUnknown) words += kUncertain;
  return words;
}

std::string set_list(const Person& person, const citation::SectionSet& set) {
  std::unordered_set<std::string> entries;  // asked only
  std::string list;
  for (const evaluate::SetHit& hit : evaluate::hits_of(person, set)) {
    const auto [entry, is_new] = entries.insert(hit_words(person, hit));
    if (is_new) list.append(list.empty() ? "" : ";").append(*entry);
  }
  return list.empty() ? std::string(kNone) : list;
}

std::string registration_words(const Person& person) {
  Truth any = Truth::kNo;
  for (const model::Registration& registration : person.registrations) any = kleene_or(any, registration.is_pc290);
  switch (any) {
    case Truth::kYes: return "Yes";
    case Truth::kUnknown: return std::string(kUncertain);
    case Truth::kNo: break;
  }
  return std::string(kNone);
}

// Whether the section of a charge, the first that the set lists, has this number. `listed`: that section, where one
// certainly is.
Truth has_listed_number(const model::Charge& charge, const citation::Section* listed, const citation::SectionSet& set,
                        std::string_view number) {
  if (!charge.is_known()) return Truth::kUnknown;
  if (listed != nullptr) return truth_of(listed->number == number);
  for (const citation::Section& section : charge.citation->sections) {
    if (set.lists(section) != Truth::kNo) return section.number == number ? Truth::kUnknown : Truth::kNo;
  }
  return Truth::kNo;
}

std::string years_since_any(const Person& person, Date as_of) {
  if (person.convictions.empty()) return {};
  DateSpan latest{kFirstDay, kFirstDay};
  for (const Conviction& conviction : person.convictions) {
    latest.first = std::max(latest.first, conviction.date.span.first);
    latest.last = std::max(latest.last, conviction.date.span.last);
  }
  return latest.is_exact() ? years_between(latest.first, as_of) : std::string{};
}

std::string occurred_after(const model::DateFact& date, Date day) {
  if (date.span.first >= day) return "Y";
  return date.span.last < day ? "N" : "";
}

// What another policy answers; a policy that does not speak of the conviction says so.
std::string other_determination(const RowAnswer& answer, const Person& person, Subject subject) {
  if (answer.decision.answer == evaluate::Answer::kOutOfScope) return std::string(kNotInScopeLabel);
  return determination_text({answer.plan, person, subject, answer.decision});
}

std::string decision_cell(const ResultColumn& column, const Person& person, Subject subject, const RowAnswers& answers,
                          Date as_of) {
  const model::DateFact& date = conviction_of(person, subject).date;
  const Answered office{answers.office.plan, person, subject, answers.office.decision};
  switch (column.kind) {
    case ResultKind::kOccurredAfter: return column.date ? occurred_after(date, *column.date) : std::string{};
    case ResultKind::kConvictionDate: return date.is_known() ? us_date(date.span.first) : std::string{};
    case ResultKind::kYearsSinceConviction:
      return date.is_known() ? years_between(date.span.first, as_of) : std::string{};
    case ResultKind::kDetermination: return determination_text(office);
    case ResultKind::kReason: return reason_text(office);
    case ResultKind::kPossibleDeterminations: return possible_text(office);
    case ResultKind::kDecidingFacts: return deciding_facts_text(office);
    case ResultKind::kDecidingStep: return deciding_step_text(office);
    case ResultKind::kCitation: return citation_text(office);
    case ResultKind::kAnswerChangesOn:
      return answers.office.decision.changes_on ? us_date(*answers.office.decision.changes_on) : std::string{};
    case ResultKind::kStatutoryRelief: return other_determination(answers.statute, person, subject);
    case ResultKind::kFurtherDetermination:
      return other_determination(answers.further[column.further], person, subject);
    case ResultKind::kCaseNumber:  // ResultCells::case_numbers
    case ResultKind::kConvictionCount:
    case ResultKind::kPossibleOtherCharges:
    case ResultKind::kSetList:
    case ResultKind::kRegistration:
    case ResultKind::kYearsSinceAnyConviction:
    case ResultKind::kCountInSet:
    case ResultKind::kDeceased:
    case ResultKind::kDataNotes: break;
  }
  return {};
}

// So many empty cells, in memory that is there already.
void clear(std::vector<std::string>& cells, std::size_t columns) {
  cells.resize(columns);
  for (std::string& cell : cells) cell.clear();
}

}  // namespace

ResultCells::ResultCells(const model::ResultLayout& layout, const SetLookup& sets, Date as_of)
    : layout_(layout), as_of_(as_of), person_cells_(layout.columns.size()) {
  for (const ResultColumn& column : layout.columns) {
    const citation::SectionSet* set = column.set.empty() ? nullptr : sets(column.set);
    sets_.push_back(set == nullptr ? nullptr : &set->on(as_of));
    assert(column.set.empty() || sets_.back() != nullptr);
  }
}

void ResultCells::begin_person(const Person& person) {
  person_ = &person;
  is_worked_out_ = false;
  counted_set_ = nullptr;
  case_order_.clear();
}

void ResultCells::work_out_person() {
  if (is_worked_out_) return;
  is_worked_out_ = true;
  for (std::size_t i = 0; i < layout_.columns.size(); ++i) {
    if (whose(layout_.columns[i].kind) == Whose::kPerson) person_cells_[i] = person_cell(i);
  }
}

// The columns that count in one set stand side by side.
std::span<const ResultCells::CountedMember> ResultCells::convictions_in(const citation::SectionSet& set) {
  if (counted_set_ == &set) return in_counted_set_;
  counted_set_ = &set;
  in_counted_set_.clear();
  for (std::size_t i = 0; i < person_->convictions.size(); ++i) {
    const Subject subject{SubjectKind::kConviction, static_cast<std::uint32_t>(i)};
    const Truth truth = evaluate::charge_in_set(person_->convictions[i], subject, set, nullptr);
    if (truth == Truth::kNo) continue;
    const model::Charge& charge = person_->convictions[i].charge;
    in_counted_set_.push_back({truth, &charge, evaluate::listed_section(charge, set)});
  }
  return in_counted_set_;
}

std::string ResultCells::count_in_set(const citation::SectionSet& set, std::string_view number) {
  std::size_t low = 0;
  std::size_t high = 0;
  for (const CountedMember& member : convictions_in(set)) {
    Truth counts = member.truth;
    if (!number.empty()) counts = kleene_and(counts, has_listed_number(*member.charge, member.listed, set, number));
    low += counts == Truth::kYes ? 1 : 0;
    high += counts != Truth::kNo ? 1 : 0;
  }
  return count_words(low, high);
}

// As case_numbers_of, where a person has many cases.
std::string ResultCells::case_numbers(Subject subject) {
  constexpr std::size_t kManyCases = 16;
  const auto& cases = person_->case_numbers;
  if (cases.size() < kManyCases || subject.kind == SubjectKind::kUnusable) return case_numbers_of(*person_, subject);
  if (case_order_.empty()) {
    for (std::size_t i = 0; i < cases.size(); ++i) case_order_.emplace_back(cases[i].case_key, i);
    std::sort(case_order_.begin(), case_order_.end());
  }
  const std::uint32_t wanted = conviction_of(*person_, subject).case_key;
  std::string joined;
  auto at = std::lower_bound(case_order_.begin(), case_order_.end(), std::pair{wanted, std::size_t{0}});
  for (; at != case_order_.end() && at->first == wanted; ++at) {
    for (const std::string& number : cases[at->second].numbers)
      joined.append(joined.empty() ? "" : "; ").append(number);
  }
  return joined;
}

std::string ResultCells::person_cell(std::size_t column) {
  const citation::SectionSet* set = sets_[column];
  switch (layout_.columns[column].kind) {
    case ResultKind::kConvictionCount: return std::to_string(person_->convictions.size());
    case ResultKind::kSetList: return set != nullptr ? set_list(*person_, *set) : std::string(kNone);
    case ResultKind::kRegistration: return registration_words(*person_);
    case ResultKind::kYearsSinceAnyConviction: return years_since_any(*person_, as_of_);
    case ResultKind::kCountInSet:
      return set == nullptr ? std::string{} : count_in_set(*set, layout_.columns[column].section);
    case ResultKind::kDeceased: return person_->is_deceased ? "Deceased" : std::string(kNone);
    default: break;  // not a column of the person as a whole
  }
  return {};
}

std::string ResultCells::row_cell(std::size_t column, const model::RowRecord& row) const {
  if (layout_.columns[column].kind == ResultKind::kDataNotes) return notes_words(row.notes);
  const bool is_other =
      sets_[column] != nullptr && comment_cites_other_charge(row, layout_.columns[column], *sets_[column]);
  return is_other ? std::string(row.comment) : std::string{};
}

bool ResultCells::has_nothing_to_say(const model::RowRecord& row) {
  return row.notes.empty() && !has_digit(row.comment);  // it cites nothing
}

void ResultCells::for_row(const model::RowRecord& row, std::vector<std::string>& cells) const {
  clear(cells, layout_.columns.size());
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (whose(layout_.columns[i].kind) == Whose::kRow) cells[i] = row_cell(i, row);
  }
}

void ResultCells::for_subject(Subject subject, const RowAnswers& answers, std::vector<std::string>& cells) {
  const Conviction& conviction = conviction_of(*person_, subject);
  const model::RowRecord* row = conviction.rows.empty() ? nullptr : row_record_of(*person_, conviction.rows.front());
  const bool is_out = answers.office.decision.answer == evaluate::Answer::kOutOfScope;
  if (is_out && row != nullptr) return for_row(*row, cells);
  clear(cells, layout_.columns.size());
  if (is_out) return;
  work_out_person();
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const ResultColumn& column = layout_.columns[i];
    switch (whose(column.kind)) {
      case Whose::kPerson: cells[i] = person_cells_[i]; break;
      case Whose::kDecision:
        cells[i] = column.kind == ResultKind::kCaseNumber ? case_numbers(subject)
                                                          : decision_cell(column, *person_, subject, answers, as_of_);
        break;
      case Whose::kRow:
        if (column.kind == ResultKind::kDataNotes) {
          cells[i] = decision_notes(*person_, conviction);
        } else if (row != nullptr) {
          cells[i] = row_cell(i, *row);
        }
        break;
    }
  }
}

void ResultCells::for_conviction(std::size_t index, const RowAnswers& answers, std::vector<std::string>& cells) {
  for_subject({SubjectKind::kConviction, static_cast<std::uint32_t>(index)}, answers, cells);
}

void ResultCells::for_unusable(std::size_t index, const RowAnswers& answers, std::vector<std::string>& cells) {
  for_subject({SubjectKind::kUnusable, static_cast<std::uint32_t>(index)}, answers, cells);
}

}  // namespace redress::explain
