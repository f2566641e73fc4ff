#include "explain/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/text.h"
#include "explain/person_lookup.h"

namespace redress::explain {
namespace {

using evaluate::FactKind;
using evaluate::Subject;
using evaluate::SubjectKind;
using model::Note;

struct NoteWords {
  Note note;
  std::string_view words;
};
constexpr std::array kNoteWords = {
    NoteWords{Note::kEqualRow, "repeats an earlier row"},
    NoteWords{Note::kConvictedElsewhere, "convicted on a step other than a court action"},
    NoteWords{Note::kDateMissing, "date missing"},
    NoteWords{Note::kDateUnreadable, "date unreadable"},
    NoteWords{Note::kDatePartial, "date partial"},
    NoteWords{Note::kDateContradictory, "date contradictory"},
    NoteWords{Note::kLevelUnknown, "level unknown"},
    NoteWords{Note::kLevelContradictory, "level contradictory"},
    NoteWords{Note::kCountyMissing, "county missing"},
    NoteWords{Note::kCountyContradictory, "county contradictory"},
    NoteWords{Note::kChargeMissing, "charge missing"},
    NoteWords{Note::kChargeUnreadable, "charge unreadable"},
    NoteWords{Note::kChargeContradictory, "charge contradictory"},
    NoteWords{Note::kChargeCodeUnknown, "charge without a code"},
    NoteWords{Note::kChargeFromOtherColumn, "charge from another offense column"},
    NoteWords{Note::kSentenceUnreadable, "length of sentence unreadable"},
    NoteWords{Note::kSentenceLengthMissing, "length of sentence missing"},
    NoteWords{Note::kCountInSeveralFiles, "count stands in another file too"},
    NoteWords{Note::kBirthDateMissing, "birth date missing"},
    NoteWords{Note::kBirthDateUnreadable, "birth date unreadable"},
    NoteWords{Note::kBirthDatePartial, "birth date partial"},
    NoteWords{Note::kBirthDateContradictory, "birth date contradictory"},
    NoteWords{Note::kBirthDateAfterAsOf, "birth date after the as-of date"},
    NoteWords{Note::kCountUnidentified, "count cannot be identified"},
    NoteWords{Note::kPersonIncomplete, "a row of this person could not be used"},
    NoteWords{Note::kReliefEntered, "relief may already be entered"},
};
static_assert(kNoteWords.size() == model::kNoteCount);

std::string whose_words(Subject subject, const model::Person& person, std::optional<Subject> current) {
  if (current && *current == subject) return "this conviction";
  switch (subject.kind) {
    case SubjectKind::kConviction: return "count " + person.convictions[subject.index].count;
    case SubjectKind::kUnusable: return "a row whose count cannot be identified";
    case SubjectKind::kCycleCharge:
      return fmt::format("another count of cycle {:03}", person.cycle_charges[subject.index].cycle);
    case SubjectKind::kRegistration: {
      const model::DateFact& date = person.registrations[subject.index].date;
      return date.is_known() ? "the registration of " + to_iso(date.span.first) : "a registration";
    }
    case SubjectKind::kPerson: return "this person";
  }
  return "this person";
}

std::string citation_words(Subject subject, const model::Person& person) {
  const model::Charge* charge = charge_of(person, subject);
  return charge != nullptr && charge->is_known() ? charge->citation->as_written : "the charge";
}

// Whose fact, and whether those words name the charge.
struct FactOwner {
  std::string words;
  bool names_charge = false;
};

FactOwner owner_of(Subject subject, const model::Person& person, std::optional<Subject> current,
                   const RecordName& name) {
  if (name && current != subject) {
    std::string named = name(subject);
    if (!named.empty()) return {std::move(named), true};
  }
  return {whose_words(subject, person, current), false};
}

// "187 in this conviction", or what names the record with its charge.
std::string charge_of_whom(const FactOwner& owner, Subject subject, const model::Person& person) {
  return owner.names_charge ? owner.words : citation_words(subject, person) + " in " + owner.words;
}

std::string_view inchoate_words(Subject subject, const model::Person& person) {
  const model::Charge* charge = charge_of(person, subject);
  const bool conspiracy = charge != nullptr && charge->is_known() && charge->citation->conspiracy;
  const bool attempt = charge == nullptr || !charge->is_known() || charge->citation->attempt;
  if (!conspiracy) return "attempt";
  return attempt ? "attempt or conspiracy" : "conspiracy";
}

std::string_view missing_row_words(const model::Person& person) {
  const bool all_unusable = !person.missing_rows.empty() &&
                            std::all_of(person.missing_rows.begin(), person.missing_rows.end(), [](const auto& row) {
                              return row.cause == model::MissingRow::Cause::kUnusable;
                            });
  return all_unusable ? "the count of a row of this person cannot be identified"
                      : "a row of this person could not be read";
}

std::string with_doubt(std::string words, model::Doubt doubt) {
  const std::string_view why = doubt_words(doubt);
  if (!why.empty()) words.append(" (").append(why).append(")");
  return words;
}

std::string joined_once(const std::vector<std::string>& texts) {
  constexpr std::size_t kFew = 16;  // up to so many, looking is quicker than hashing
  std::string joined;
  if (texts.size() > kFew) {
    std::unordered_set<std::string_view> known;  // asked only
    for (const std::string& text : texts) {
      if (known.insert(text).second) joined.append(joined.empty() ? "" : "; ").append(text);
    }
    return joined;
  }
  for (auto text = texts.begin(); text != texts.end(); ++text) {
    if (std::find(texts.begin(), text, *text) != text) continue;
    joined.append(joined.empty() ? "" : "; ").append(*text);
  }
  return joined;
}

}  // namespace

std::string_view doubt_words(model::Doubt doubt) {
  switch (doubt) {
    case model::Doubt::kNone: return "";
    case model::Doubt::kMissing: return "missing";
    case model::Doubt::kUnreadable: return "unreadable";
    case model::Doubt::kPartial: return "partial";
    case model::Doubt::kContradictory: return "contradictory";
    case model::Doubt::kAfterAsOf: return "after the as-of date";
    case model::Doubt::kNotInSource: return "not in this file";
  }
  return "";
}

std::string_view note_words(Note note) {
  const auto found =
      std::find_if(kNoteWords.begin(), kNoteWords.end(), [&](const NoteWords& n) { return n.note == note; });
  return found == kNoteWords.end() ? std::string_view{} : found->words;
}

std::string fact_kind_words(FactKind kind, model::Doubt doubt, std::string_view needed) {
  switch (kind) {
    case FactKind::kBirthDate: return with_doubt("birth date", doubt);
    case FactKind::kConvictionDate: return with_doubt("date of a conviction", doubt);
    case FactKind::kLevel: return with_doubt("level of a conviction", doubt);
    case FactKind::kCounty: return with_doubt("county of a conviction", doubt);
    case FactKind::kCharge: return with_doubt("charge of a count", doubt);
    case FactKind::kCode: return with_doubt("code of a charge's section", doubt);
    case FactKind::kSubdivision: return with_doubt("subdivision of a charge", doubt);
    case FactKind::kAttemptMembership: return "whether an attempt or conspiracy counts";
    case FactKind::kNeeded: return with_blanks(needed);
    case FactKind::kSentence: return with_doubt("length of a sentence", doubt);
    case FactKind::kRegistrationCharge: return with_doubt("charge of a registration", doubt);
    case FactKind::kRegistrationDate: return with_doubt("date of a registration", doubt);
    case FactKind::kMissingRow: return "a row of the person that could not be read or used";
    case FactKind::kCountIdentity: return "count that a row belongs to";
    case FactKind::kArrestDate: return with_doubt("date of an arrest", doubt);
    case FactKind::kOffenseDate: return with_doubt("date of an offense", doubt);
    case FactKind::kChargingDate: return with_doubt("day on which a charge was brought", doubt);
    case FactKind::kDeclared: return with_doubt(with_blanks(needed), doubt);
    case FactKind::kQuestion: return "open question " + std::string(needed);
  }
  return {};
}

std::string fact_words(const evaluate::UnknownFact& fact, const model::Person& person, std::optional<Subject> current,
                       const RecordName& name) {
  const FactOwner owner = owner_of(fact.subject, person, current, name);
  const auto of_owner = [&](std::string_view what) {
    return with_doubt(std::string(what) + " of " + owner.words, fact.doubt);
  };
  switch (fact.kind) {
    case FactKind::kBirthDate: return with_doubt("birth date", fact.doubt);
    case FactKind::kConvictionDate:
    case FactKind::kRegistrationDate: return of_owner("date");
    case FactKind::kLevel: return of_owner("level");
    case FactKind::kCounty: return of_owner("county");
    case FactKind::kCharge:
    case FactKind::kRegistrationCharge: return of_owner("charge");
    case FactKind::kCode: return with_doubt("code of " + charge_of_whom(owner, fact.subject, person), fact.doubt);
    case FactKind::kSubdivision:
      return with_doubt("subdivision of " + charge_of_whom(owner, fact.subject, person), fact.doubt);
    case FactKind::kAttemptMembership: {
      const std::string_view inchoate = inchoate_words(fact.subject, person);
      if (owner.names_charge) return fmt::format("whether the {} {} counts", inchoate, owner.words);
      return fmt::format("whether the {} {} counts ({})", inchoate, citation_words(fact.subject, person), owner.words);
    }
    case FactKind::kNeeded:
      if (owner.names_charge) return fmt::format("{} ({})", with_blanks(fact.needed), owner.words);
      return fmt::format("{} ({}, {})", with_blanks(fact.needed), owner.words, citation_words(fact.subject, person));
    case FactKind::kSentence: return of_owner("length of the sentence");
    case FactKind::kMissingRow: return std::string(missing_row_words(person));
    case FactKind::kCountIdentity:
      return current == fact.subject ? "count of this row cannot be identified" : "count of a row cannot be identified";
    case FactKind::kArrestDate: return of_owner("arrest date");
    case FactKind::kOffenseDate: return of_owner("offense date");
    case FactKind::kChargingDate: return of_owner("charging date");
    case FactKind::kDeclared: return of_owner(with_blanks(fact.needed));
    case FactKind::kQuestion: return "open question " + std::string(fact.needed);
  }
  return {};
}

std::string facts_words(std::span<const evaluate::UnknownFact> facts, const model::Person& person,
                        std::optional<Subject> current) {
  std::vector<std::string> texts;
  for (const evaluate::UnknownFact& fact : facts) texts.push_back(fact_words(fact, person, current));
  return joined_once(texts);
}

std::string notes_words(std::span<const Note> notes) {
  if (notes.empty()) return {};
  std::vector<std::string> texts;
  for (const Note note : notes) texts.emplace_back(note_words(note));
  return joined_once(texts);
}

}  // namespace redress::explain
