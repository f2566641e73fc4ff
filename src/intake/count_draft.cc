#include "intake/count_draft.h"

#include <utility>

#include "base/text.h"
#include "intake/row_notes.h"
#include "intake/sentence_text.h"
#include "model/sentence.h"

namespace redress::intake {

using model::Doubt;
using model::Note;

CountDraft::CountDraft(const CountIdentity& count, std::size_t record, SentenceWords words)
    : first_record_(record), words_(words) {
  if (count.is_identified) conviction_.count = count.text;
  conviction_.cycle = count.cycle;
  conviction_.case_key = count.case_key;
}

void CountDraft::add(CountRow row, const RowFacts& facts, ChargeReader& charges, std::vector<Note>& notes) {
  if (conviction_.rows.empty()) {
    file_ = row.file;
    conviction_.disposition = facts.disposition;
    cycle_date_text_ = facts.cycle_date_text;
  }
  if (row.file != file_) notes.push_back(Note::kCountInSeveralFiles);
  conviction_.rows.push_back(row.number);
  add_date(facts);
  add_level(facts);
  add_county(facts);
  add_charge(facts, charges);
  add_sentence(facts, notes);
}

void CountDraft::add_date(const RowFacts& facts) {
  if (facts.event_date_text.empty()) return;
  if (date_text_.empty()) {
    date_text_ = facts.event_date_text;
    date_ = facts.event_date;
  } else if (!equals_ignoring_case(date_text_, facts.event_date_text)) {
    date_ = {hull(date_.span, facts.event_date.span), Doubt::kContradictory, 0};
  }
}

void CountDraft::add_level(const RowFacts& facts) {
  if (facts.level.doubt == Doubt::kMissing || level_.doubt == Doubt::kContradictory) return;
  if (level_.doubt == Doubt::kMissing) {
    level_ = facts.level;
    level_words_ = facts.level_words;
    return;
  }
  const bool is_same = level_.is_known() && facts.level.is_known()
                           ? level_.value == facts.level.value
                           : level_.doubt == facts.level.doubt && equals_ignoring_case(level_words_, facts.level_words);
  if (!is_same) level_ = {{}, Doubt::kContradictory};
}

void CountDraft::add_county(const RowFacts& facts) {
  if (facts.county.empty()) return;
  if (county_.empty()) county_ = facts.county;
  if (!equals_ignoring_case(county_, facts.county)) is_county_contradictory_ = true;
}

void CountDraft::add_charge(const RowFacts& facts, ChargeReader& charges) {
  if (!facts.charge_text.empty()) {
    if (const citation::SharedCitation* citation = charges.read(facts.charge_text)) {
      charge_.add(*citation, ChargeOfCount::Source::kChargeText);
    } else {
      charge_.add_unreadable();
    }
  }
  if (facts.other_offense.empty()) return;
  if (const citation::SharedCitation* citation = charges.read(facts.other_offense)) {
    charge_.add(*citation, ChargeOfCount::Source::kOtherColumn);
  }
}

void CountDraft::add_sentence(const RowFacts& facts, std::vector<Note>& notes) {
  if (const auto part = read_sentence_part(facts.sentence_length, facts.sentence_unit)) {
    conviction_.sentence.push_back(*part);
    if (part->doubt != Doubt::kNone) notes.push_back(Note::kSentenceUnreadable);
  } else if (names_what_lasts(facts.sentence_place)) {
    conviction_.lacks_sentence_length = true;
    notes.push_back(Note::kSentenceLengthMissing);
  }
  if (words_ == SentenceWords::kLeaveEmpty) return;
  add_sentence_words(conviction_.sentence_words, facts.sentence_place, facts.sentence_length, facts.sentence_unit);
}

model::Conviction CountDraft::finish(std::uint32_t identity, std::vector<Note>& notes) {
  conviction_.date = date_;
  conviction_.date.identity = identity;
  conviction_.level = level_;
  if (is_county_contradictory_) {
    conviction_.county.doubt = Doubt::kContradictory;
  } else if (!county_.empty()) {
    conviction_.county = model::known(to_upper_ascii(county_));
  }
  conviction_.charge = charge_.take();
  conviction_.sentence_end = model::sentence_end(conviction_.date, conviction_.sentence);
  conviction_.sentence_end_earliest = model::sentence_end_earliest(conviction_.date, conviction_.sentence);
  if (conviction_.sentence.empty() && !conviction_.lacks_sentence_length && names_what_lasts(conviction_.disposition)) {
    conviction_.lacks_sentence_length = true;
    notes.push_back(Note::kSentenceLengthMissing);
  }
  note_date(conviction_.date, notes);
  note_level(conviction_.level.doubt, notes);
  note_county(conviction_.county.doubt, notes);
  note_charge(conviction_.charge, notes);
  if (conviction_.charge.is_known() && charge_.is_from_other_column()) notes.push_back(Note::kChargeFromOtherColumn);
  if (is_relief_entered_) notes.push_back(Note::kReliefEntered);
  return std::move(conviction_);
}

}  // namespace redress::intake
