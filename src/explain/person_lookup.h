// explain/person_lookup.h: one decision with what its words need, and the records of a person by their index or row.
// Not here: any words. Inside the room and for its callers; plain values that refer to plan, person and decision.
#pragma once

#include <string>

#include "evaluate/decision.h"
#include "model/person.h"
#include "policy/plan/plan.h"

namespace redress::explain {

// A decision in its place. Holds references: plan, person and decision must outlive it.
struct Answered {
  const policy::Plan& plan;
  const model::Person& person;
  evaluate::Subject subject;  // a conviction, or a row whose count cannot be identified
  const evaluate::Decision& decision;
};

// REQUIRES: the subject is a conviction or an unusable row of this person.
const model::Conviction& conviction_of(const model::Person& person, evaluate::Subject subject);

// The charge of a conviction, an unusable row or another count of a cycle; null for other subjects.
const model::Charge* charge_of(const model::Person& person, evaluate::Subject subject);

// The row's record, or null where the person has none. Cost: logarithmic.
const model::RowRecord* row_record_of(const model::Person& person, model::RowNumber row);

// The numbers of the conviction's court case, joined by "; ". Empty for a row whose count cannot be identified: its
// case is as unknown. Bytes of the file's encoding.
std::string case_numbers_of(const model::Person& person, evaluate::Subject subject);

}  // namespace redress::explain
