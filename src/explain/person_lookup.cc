#include "explain/person_lookup.h"

#include <algorithm>
#include <cassert>

namespace redress::explain {

using evaluate::SubjectKind;

const model::Conviction& conviction_of(const model::Person& person, evaluate::Subject subject) {
  assert(subject.kind == SubjectKind::kConviction || subject.kind == SubjectKind::kUnusable);
  return subject.kind == SubjectKind::kUnusable ? person.unusable_convictions[subject.index]
                                                : person.convictions[subject.index];
}

const model::Charge* charge_of(const model::Person& person, evaluate::Subject subject) {
  switch (subject.kind) {
    case SubjectKind::kConviction:
    case SubjectKind::kUnusable: return &conviction_of(person, subject).charge;
    case SubjectKind::kCycleCharge: return &person.cycle_charges[subject.index].charge;
    case SubjectKind::kPerson:
    case SubjectKind::kRegistration: return nullptr;
  }
  return nullptr;
}

const model::RowRecord* row_record_of(const model::Person& person, model::RowNumber row) {
  const auto found =
      std::lower_bound(person.rows.begin(), person.rows.end(), row,
                       [](const model::RowRecord& record, model::RowNumber r) { return record.row < r; });
  return found != person.rows.end() && found->row == row ? &*found : nullptr;
}

std::string case_numbers_of(const model::Person& person, evaluate::Subject subject) {
  if (subject.kind == evaluate::SubjectKind::kUnusable) return {};
  const model::Conviction& conviction = conviction_of(person, subject);
  std::string joined;
  for (const model::CaseNumbers& entry : person.case_numbers) {
    if (entry.case_key != conviction.case_key) continue;
    for (const std::string& number : entry.numbers) joined.append(joined.empty() ? "" : "; ").append(number);
  }
  return joined;
}

}  // namespace redress::explain
