#include "intake/row_notes.h"

#include <algorithm>

namespace redress::intake {

using model::Doubt;
using model::Note;

void note_date(const model::DateFact& date, std::vector<Note>& notes) {
  switch (date.doubt) {
    case Doubt::kMissing: notes.push_back(Note::kDateMissing); break;
    case Doubt::kUnreadable: notes.push_back(Note::kDateUnreadable); break;
    case Doubt::kPartial: notes.push_back(Note::kDatePartial); break;
    case Doubt::kContradictory: notes.push_back(Note::kDateContradictory); break;
    case Doubt::kNone:
    case Doubt::kAfterAsOf:
    case Doubt::kNotInSource: break;
  }
}

void note_level(Doubt doubt, std::vector<Note>& notes) {
  switch (doubt) {
    case Doubt::kMissing:
    case Doubt::kUnreadable: notes.push_back(Note::kLevelUnknown); break;
    case Doubt::kContradictory: notes.push_back(Note::kLevelContradictory); break;
    case Doubt::kNone:
    case Doubt::kPartial:
    case Doubt::kAfterAsOf:
    case Doubt::kNotInSource: break;
  }
}

void note_county(Doubt doubt, std::vector<Note>& notes) {
  if (doubt == Doubt::kMissing) notes.push_back(Note::kCountyMissing);
  if (doubt == Doubt::kContradictory) notes.push_back(Note::kCountyContradictory);
}

void note_charge(const model::Charge& charge, std::vector<Note>& notes) {
  switch (charge.doubt) {
    case Doubt::kMissing: notes.push_back(Note::kChargeMissing); break;
    case Doubt::kUnreadable: notes.push_back(Note::kChargeUnreadable); break;
    case Doubt::kContradictory: notes.push_back(Note::kChargeContradictory); break;
    case Doubt::kNone: {
      const auto& sections = charge.citation->sections;
      const bool lacks_code = std::any_of(sections.begin(), sections.end(), [](const citation::Section& section) {
        return section.code == citation::Code::kUnknown;
      });
      if (lacks_code) notes.push_back(Note::kChargeCodeUnknown);
      break;
    }
    case Doubt::kPartial:
    case Doubt::kAfterAsOf:
    case Doubt::kNotInSource: break;
  }
}

void note_birth_date(const model::DateFact& date, std::vector<Note>& notes) {
  switch (date.doubt) {
    case Doubt::kMissing: notes.push_back(Note::kBirthDateMissing); break;
    case Doubt::kUnreadable: notes.push_back(Note::kBirthDateUnreadable); break;
    case Doubt::kPartial: notes.push_back(Note::kBirthDatePartial); break;
    case Doubt::kContradictory: notes.push_back(Note::kBirthDateContradictory); break;
    case Doubt::kAfterAsOf: notes.push_back(Note::kBirthDateAfterAsOf); break;
    case Doubt::kNone:
    case Doubt::kNotInSource: break;
  }
}

void put_in_order(std::vector<Note>& notes) {
  if (notes.size() < 2) return;
  std::sort(notes.begin(), notes.end());
  notes.erase(std::unique(notes.begin(), notes.end()), notes.end());
}

}  // namespace redress::intake
