// intake/row_notes.h: what is worth knowing about a fact, as the note that says so.
// Not here: the words of a note (explain). Pure functions.
#pragma once

#include <vector>

#include "model/person.h"

namespace redress::intake {

// Each adds at most one note, none where nothing is wrong.
void note_date(const model::DateFact& date, std::vector<model::Note>& notes);
void note_level(model::Doubt doubt, std::vector<model::Note>& notes);
void note_county(model::Doubt doubt, std::vector<model::Note>& notes);
void note_charge(const model::Charge& charge, std::vector<model::Note>& notes);
void note_birth_date(const model::DateFact& date, std::vector<model::Note>& notes);

// In the order of the enum, each once.
void put_in_order(std::vector<model::Note>& notes);

}  // namespace redress::intake
