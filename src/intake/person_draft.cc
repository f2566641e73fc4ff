#include "intake/person_draft.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "base/bytes_hash.h"
#include "intake/row_notes.h"
#include "model/arrest.h"

namespace redress::intake {
namespace {

using model::Doubt;
using model::Note;
using model::RowRecord;
using model::StepType;

// The same as a new person, in memory that is there already.
void clear(model::Person& person) {
  person.id.clear();
  person.name.clear();
  person.cii_number.clear();
  person.sex.clear();
  person.race.clear();
  person.birth_date = {};
  person.birth_date_rows.clear();
  person.birth_date_from.reset();
  person.is_deceased = false;
  person.deceased_rows.clear();
  person.convictions.clear();
  person.unusable_convictions.clear();
  person.registrations.clear();
  person.cycle_charges.clear();
  person.case_numbers.clear();
  person.rows.clear();
  person.missing_rows.clear();
  person.notes.clear();
  person.cycle_count = 0;
}

void take_first_filled(std::string& kept, std::string_view text) {
  if (kept.empty()) kept = text;
}

void write_record(RowNumber row, const RowFacts& facts, RowRecord& record) {
  record.row = row;
  record.step_type = facts.step_type;
  record.is_convicted = facts.is_convicted;
  record.case_key = facts.count.case_key;
  record.event_date = facts.event_date;
  record.step_words = facts.step_words;
  record.offense = facts.offense;
  record.charge_text = facts.charge_text;
  record.disposition = facts.disposition;
  record.comment = facts.comment;
  record.county = facts.county;
  record.level_words = facts.level_words;
}

model::Charge charge_of(std::string_view charge_text, ChargeReader& charges) {
  model::Charge charge;
  if (charge_text.empty()) return charge;
  charge.doubt = Doubt::kUnreadable;
  if (const citation::SharedCitation* citation = charges.read(charge_text)) charge = {*citation, Doubt::kNone};
  return charge;
}

// Adds what the row tells of relief for the count, if it does.
void add_relief(const RowFacts& facts, ReliefReader& reader, CountDraft& count, std::vector<Note>& notes) {
  using Relief = ReliefReader::Relief;
  const Relief named = std::max(reader.read(facts.disposition), reader.read(facts.comment));
  if (named == Relief::kNone) return;
  notes.push_back(Note::kReliefEntered);
  count.add_relief(named == Relief::kFinal);
}

}  // namespace

PersonDraft::PersonDraft(const citation::SectionSet& registration, std::uint32_t count_column_1based, Date as_of,
                         SentenceWords words)
    : registration_(registration), count_column_1based_(count_column_1based), as_of_(as_of), words_(words) {}

void PersonDraft::begin(std::string_view id, std::span<const model::MissingRow> missing_rows, std::size_t rows) {
  clear(person_);
  person_.id = id;
  person_.missing_rows.assign(missing_rows.begin(), missing_rows.end());
  person_.rows.reserve(rows);
  unusable_rows_.clear();
  counts_.clear();
  count_slots_.reset(rows);
  case_numbers_.begin_person(rows);
  registration_dates_.clear();
  birth_dates_ = {};
  arrests_.clear();
  cycles_.reset();
}

PersonCells PersonDraft::asked_cells() const {
  const bool are_known =
      !person_.name.empty() && !person_.cii_number.empty() && !person_.sex.empty() && !person_.race.empty();
  return are_known ? PersonCells::kLeaveEmpty : PersonCells::kRead;
}

void PersonDraft::add(RowNumber row, DraftPlace place, const RowFacts& facts, Repeats repeats) {
  RowRecord& record = person_.rows.emplace_back();
  write_record(row, facts, record);
  if (facts.is_unusable()) {
    record.notes.push_back(Note::kCountUnidentified);
    unusable_rows_.push_back({row, count_column_1based_});
  }
  if (repeats == Repeats::kEarlierRow) {
    record.is_equal_to_earlier = true;
    record.notes.push_back(Note::kEqualRow);
    return;
  }
  if (facts.is_unusable()) {
    person_.missing_rows.push_back({model::MissingRow::Cause::kUnusable, place.file, place.row_1based});
  }
  add_facts(record, place.file, facts);
}

void PersonDraft::add_facts(RowRecord& record, std::uint32_t file, const RowFacts& facts) {
  add_person_cells(record.row, facts);
  add_step(record, facts);
  if (facts.is_convicted && facts.step_type != StepType::kCourtAction)
    record.notes.push_back(Note::kConvictedElsewhere);
  if (!facts.is_convicted) {
    add_other_row(record, facts);
  } else if (facts.count.is_identified) {
    add_conviction(record, file, facts);
  } else {
    add_unusable_conviction(record, file, facts);
  }
}

void PersonDraft::add_person_cells(RowNumber row, const RowFacts& facts) {
  take_first_filled(person_.name, facts.name);
  take_first_filled(person_.cii_number, facts.cii_number);
  take_first_filled(person_.sex, facts.sex);
  take_first_filled(person_.race, facts.race);
  if (facts.birth_date_text.empty()) return;
  birth_dates_.add(facts.birth_date_text);
  person_.birth_date_rows.push_back(row);
}

void PersonDraft::add_step(RowRecord& record, const RowFacts& facts) {
  switch (facts.step_type) {
    case StepType::kRegistration: add_registration(record, facts); break;
    case StepType::kDeceased:
      person_.is_deceased = true;
      person_.deceased_rows.push_back(record.row);
      break;
    case StepType::kArrest:
      if (facts.count.is_identified) arrests_.add(facts.count.cycle, facts.event_date);
      break;
    case StepType::kCourtAction:
    case StepType::kOther: break;
  }
  if (!facts.count.is_identified) return;
  cycles_.set(facts.count.cycle);
  if (!facts.case_number.empty()) case_numbers_.add(facts.count.case_key, facts.case_number, person_.case_numbers);
}

void PersonDraft::add_registration(const RowRecord& record, const RowFacts& facts) {
  const citation::SharedCitation* citation = facts.charge_text.empty() ? nullptr : charges_.read(facts.charge_text);
  const Truth is_pc290 = citation == nullptr ? Truth::kUnknown : registration_.match(*citation, {}).truth;
  if (is_pc290 == Truth::kNo) return;  // to register as something else
  person_.registrations.push_back({is_pc290, facts.event_date, record.row, facts.count.cycle});
  registration_dates_.push_back({facts.count.case_key, facts.event_date_text});
}

// The conviction of the row's count, as far as it is known by now.
CountDraft* PersonDraft::count_of(const RowFacts& facts) {
  if (!facts.count.is_identified) return nullptr;
  const auto found = count_slots_.find(hash_of_bytes(facts.count.text),
                                       [&](std::uint32_t i) { return counts_[i].count_text() == facts.count.text; });
  return found ? &counts_[*found] : nullptr;
}

void PersonDraft::add_conviction(RowRecord& record, std::uint32_t file, const RowFacts& facts) {
  const auto next = static_cast<std::uint32_t>(counts_.size());
  const std::size_t hash = hash_of_bytes(facts.count.text);
  const std::uint32_t found = count_slots_.find_or_add(
      hash, next, [&](std::uint32_t i) { return counts_[i].count_text() == facts.count.text; });
  if (found == next) counts_.emplace_back(facts.count, person_.rows.size() - 1, words_);
  CountDraft& count = counts_[found];
  count.add({record.row, file}, facts, charges_, record.notes);
  add_relief(facts, reliefs_, count, record.notes);
}

void PersonDraft::add_unusable_conviction(RowRecord& record, std::uint32_t file, const RowFacts& facts) {
  CountDraft count(facts.count, person_.rows.size() - 1, words_);
  count.add({record.row, file}, facts, charges_, record.notes);
  add_relief(facts, reliefs_, count, record.notes);
  person_.unusable_convictions.push_back(count.finish(0, record.notes));
}

// A row that is no conviction: its charge counts for its cycle, and it may tell of relief for an earlier conviction.
void PersonDraft::add_other_row(RowRecord& record, const RowFacts& facts) {
  note_date(facts.event_date, record.notes);
  model::Charge charge = charge_of(facts.charge_text, charges_);
  if (charge.doubt != Doubt::kMissing || facts.step_type == StepType::kRegistration) note_charge(charge, record.notes);
  if (charge.doubt != Doubt::kMissing && facts.count.is_identified) {
    person_.cycle_charges.push_back({facts.count.cycle, std::move(charge), record.row});
  }
  CountDraft* count = count_of(facts);
  if (count != nullptr) add_relief(facts, reliefs_, *count, record.notes);
}

const model::Person& PersonDraft::finish(const PersonFacts* supplied) {
  shared_dates_.begin_person(counts_.size() + registration_dates_.size());
  finish_convictions();
  finish_registrations();
  if (supplied != nullptr) fill_conviction_dates(*supplied, person_);
  finish_arrests();
  finish_person();
  if (supplied != nullptr) fill_other_facts(*supplied, person_);
  for (RowRecord& record : person_.rows) put_in_order(record.notes);
  return person_;
}

void PersonDraft::finish_convictions() {
  person_.convictions.reserve(counts_.size());
  for (CountDraft& count : counts_) {
    const std::uint32_t identity =
        count.has_one_date_text() ? shared_dates_.identity_of(count.case_key(), count.date_text()) : 0;
    person_.convictions.push_back(count.finish(identity, person_.rows[count.first_record()].notes));
  }
}

// An arrest follows from the date of its conviction too, which somebody may have supplied.
void PersonDraft::finish_arrests() {
  arrests_.put_in_order();
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    model::Conviction& conviction = person_.convictions[i];
    conviction.arrest_date = model::arrest_date(arrests_.earliest_of(conviction.cycle),
                                                read_date(counts_[i].cycle_date_text()), conviction.date);
  }
}

// A registration is a count of its cycle and step like any other.
void PersonDraft::finish_registrations() {
  for (std::size_t i = 0; i < registration_dates_.size(); ++i) {
    const RegistrationDate& date = registration_dates_[i];
    if (date.case_key == RowRecord::kNoCase) continue;
    person_.registrations[i].date.identity = shared_dates_.identity_of(date.case_key, date.text);
  }
}

void PersonDraft::finish_person() {
  person_.birth_date = birth_dates_.take(as_of_);
  person_.cycle_count = cycles_.count();
  std::sort(person_.missing_rows.begin(), person_.missing_rows.end(), [](const auto& a, const auto& b) {
    return std::tie(a.file, a.row_1based) < std::tie(b.file, b.row_1based);
  });
  note_birth_date(person_.birth_date, person_.notes);
  if (person_.is_incomplete()) person_.notes.push_back(Note::kPersonIncomplete);
}

}  // namespace redress::intake
