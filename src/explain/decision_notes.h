// explain/decision_notes.h: what is wrong with the rows that a decision rests on, or worth knowing about them, in words.
// Not here: the words of single notes (words.h), the cells of other rows (result_cells.h). Pure.
#pragma once

#include <string>

#include "model/person.h"

namespace redress::explain {

// Of all rows of its count and of the person, joined by "; ", each once; then which facts somebody supplied. Empty where
// there is nothing to say. REQUIRES: the conviction is the person's, usable or not.
std::string decision_notes(const model::Person& person, const model::Conviction& conviction);

}  // namespace redress::explain
