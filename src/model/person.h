// model/person.h: one person's record as read from the rows of a file: convictions, registrations, cycles.
// Not here: how it is read (intake), what follows from it (evaluate). Plain values; no I/O, no law.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/truth.h"
#include "citation/shared_citation.h"
#include "model/known.h"
#include "model/sentence.h"
#include "model/supplied.h"

namespace redress::model {

// A good row of the data set: its number from 0 over all files, in the order in which files and rows were given.
enum class RowNumber : std::uint32_t {};
inline std::size_t to_index(RowNumber row) {
  return static_cast<std::size_t>(row);
}

enum class Level : std::uint8_t { kFelony, kMisdemeanor, kInfraction };
enum class StepType : std::uint8_t { kCourtAction, kArrest, kRegistration, kDeceased, kOther };

// What is wrong, or worth knowing, about a row or a person; shown under "Data Notes" and counted by data quality.
enum class Note : std::uint8_t {
  kEqualRow,            // repeats another row of the person, counted once
  kConvictedElsewhere,  // convicted on a step other than a court action
  kDateMissing,
  kDateUnreadable,
  kDatePartial,
  kDateContradictory,
  kLevelUnknown,
  kLevelContradictory,
  kCountyMissing,
  kCountyContradictory,
  kChargeMissing,
  kChargeUnreadable,
  kChargeContradictory,
  kChargeCodeUnknown,
  kChargeFromOtherColumn,  // the fullest citation stands in a conviction or disposition offense column
  kSentenceUnreadable,
  kSentenceLengthMissing,  // prison, jail or probation without a length, which counts as no part of a sentence
  kCountInSeveralFiles,    // an earlier row of the count stands in another file
  kBirthDateMissing,
  kBirthDateUnreadable,
  kBirthDatePartial,
  kBirthDateContradictory,
  kBirthDateAfterAsOf,
  kCountUnidentified,  // the row is unusable: its count cannot be identified
  kPersonIncomplete,   // a row of this person was rejected or unusable
  kReliefEntered,      // a disposition or comment names relief already entered
};
inline constexpr std::size_t kNoteCount = static_cast<std::size_t>(Note::kReliefEntered) + 1;

// A charge as parsed; unknown when unreadable, missing or contradictory.
struct Charge {
  citation::SharedCitation citation;  // meaningful only when the doubt is kNone
  Doubt doubt = Doubt::kMissing;

  bool is_known() const { return doubt == Doubt::kNone; }
};

// A convicted count. Rows are in file order; the first carries the results.
struct Conviction {
  std::string count;           // the whole text that identifies the count; empty for an unusable row
  std::uint32_t cycle = 0;     // first three digits
  std::uint32_t case_key = 0;  // first six digits: cycle and step
  std::vector<RowNumber> rows;
  DateFact date;
  Known<Level> level;
  Known<std::string> county;  // upper case, trimmed
  Charge charge;
  std::vector<SentencePart> sentence;
  std::string sentence_words;  // "jail 90 days; probation 3 years", as the file tells it; made for readers only
  DateFact sentence_end;
  DateFact sentence_end_earliest;
  // Prison, jail or probation without a length: the ends above leave it out, and somebody may supply the true one.
  bool lacks_sentence_length = false;
  DateFact arrest_date;               // model/arrest.h
  std::optional<Date> offense_date;   // only where somebody supplied it
  std::optional<Date> charging_date;  // the same
  // A row names relief that leaves nothing to ask for (1170.18, 11361.8, 11361.9, sealed).
  bool relief_is_entered = false;
  std::string disposition;             // as the file tells it, of the first row
  std::vector<SuppliedFact> supplied;  // by somebody, of facts that no file has; each name once
  std::vector<FilledFact> filled;      // the facts above that the file left unknown and somebody supplied; each once
};

// The cycle of a row whose count cannot be identified.
inline constexpr std::uint32_t kNoCycle = std::numeric_limits<std::uint32_t>::max();

// A duty to register, PC 290. is_pc290 is unknown where the charge does not say.
struct Registration {
  Truth is_pc290 = Truth::kUnknown;
  DateFact date;
  RowNumber row{};
  std::uint32_t cycle = kNoCycle;
};

// A charge of any other row, for what a policy asks about a whole cycle.
struct CycleCharge {
  std::uint32_t cycle = 0;
  Charge charge;
  RowNumber row{};
};

// One row as the result columns and the timeline need it. Views live as long as the gathered person.
struct RowRecord {
  RowNumber row{};
  StepType step_type = StepType::kOther;
  bool is_convicted = false;
  bool is_equal_to_earlier = false;
  std::uint32_t case_key = kNoCase;
  DateFact event_date;
  std::string_view step_words;
  std::string_view offense;      // the offense column alone
  std::string_view charge_text;  // the offense, or the comment that stands for it
  std::string_view disposition;
  std::string_view comment;
  std::string_view county;
  std::string_view level_words;
  std::vector<Note> notes;

  static constexpr std::uint32_t kNoCase = std::numeric_limits<std::uint32_t>::max();
};

// The numbers under which a court keeps one cycle and step, in file order without repeats.
struct CaseNumbers {
  std::uint32_t case_key = 0;
  std::vector<std::string> numbers;
};

// Why a record is not whole.
struct MissingRow {
  enum class Cause : std::uint8_t { kRejected, kUnusable };
  Cause cause = Cause::kRejected;
  std::uint32_t file = 0;  // index of the input
  std::uint64_t row_1based = 0;
};

struct Person {
  std::string id;
  std::string name;  // as the file writes it; bytes of the file's encoding
  std::string cii_number;
  std::string sex;
  std::string race;
  DateFact birth_date;
  std::vector<RowNumber> birth_date_rows;
  std::optional<Provenance> birth_date_from;  // set where the file left it unknown and somebody supplied it
  bool is_deceased = false;
  std::vector<RowNumber> deceased_rows;
  std::vector<Conviction> convictions;           // in file order of their first rows
  std::vector<Conviction> unusable_convictions;  // convicted rows whose count cannot be identified; not on record
  std::vector<Registration> registrations;
  std::vector<CycleCharge> cycle_charges;
  std::vector<CaseNumbers> case_numbers;
  std::vector<RowRecord> rows;           // every row, in file order
  std::vector<MissingRow> missing_rows;  // empty: the record is whole
  std::vector<Note> notes;               // about the person
  std::size_t cycle_count = 0;

  bool is_incomplete() const { return !missing_rows.empty(); }
};

}  // namespace redress::model
