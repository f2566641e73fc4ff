#include "explain/decision_notes.h"

#include <cstddef>
#include <vector>

#include "base/text.h"
#include "explain/person_lookup.h"
#include "explain/words.h"
#include "model/supplied.h"

namespace redress::explain {
namespace {

using model::Conviction;
using model::Person;

// "somebody supplied: birth date, plants"; empty where all that is known is the file's.
std::string supplied_note(const Person& person, const Conviction& conviction) {
  std::vector<std::string> names;
  if (person.birth_date_from) names.push_back(with_blanks(model::name_of(model::RecordFact::kBirthDate)));
  for (const model::FilledFact& filled : conviction.filled) names.push_back(with_blanks(model::name_of(filled.fact)));
  for (const model::SuppliedFact& supplied : conviction.supplied) names.push_back(with_blanks(supplied.name));
  std::string words;
  for (const std::string& name : names) words.append(words.empty() ? "somebody supplied: " : ", ").append(name);
  return words;
}

}  // namespace

std::string decision_notes(const Person& person, const Conviction& conviction) {
  std::vector<model::Note> notes;
  for (std::size_t i = 0; i < conviction.rows.size(); ++i) {
    const model::RowRecord* row = row_record_of(person, conviction.rows[i]);
    if (row == nullptr) continue;
    for (const model::Note note : row->notes) {
      if (i == 0 || note != model::Note::kEqualRow) notes.push_back(note);
    }
  }
  notes.insert(notes.end(), person.notes.begin(), person.notes.end());
  std::string words = notes_words(notes);
  const std::string supplied = supplied_note(person, conviction);
  if (!supplied.empty()) words.append(words.empty() ? "" : "; ").append(supplied);
  return words;
}

}  // namespace redress::explain
