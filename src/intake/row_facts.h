// intake/row_facts.h: what the cells of one row say, fact by fact, whatever the person's other rows say.
// Not here: facts over several rows (count_draft.h, person_draft.h), what a charge cites (charge_reader.h). Pure.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>

#include "model/known.h"
#include "model/layout.h"
#include "model/person.h"
#include "scan/cells.h"

namespace redress::intake {

// CNT_ORDER: nine digits or more. The first three are the cycle, the first six cycle and step, the whole is the count.
struct CountIdentity {
  std::string_view text;  // as the file writes it
  bool is_identified = false;
  std::uint32_t cycle = model::RowRecord::kNoCase;     // only when identified
  std::uint32_t case_key = model::RowRecord::kNoCase;  // only when identified
};

// Texts are trimmed; a cell of blanks and dashes is an empty text. They live as long as the record and the storage that
// read_row was given.
struct RowFacts {
  std::string_view step_words;
  std::string_view offense;
  std::string_view charge_text;    // the offense, or the comment where that is empty or refers to it
  std::string_view other_offense;  // the offense convicted of; where that is empty, the one disposed of
  std::string_view disposition;
  std::string_view comment;
  std::string_view county;
  std::string_view level_words;  // of the conviction; where that is empty, of the offense
  std::string_view event_date_text;
  std::string_view cycle_date_text;
  std::string_view birth_date_text;
  std::string_view case_number;  // empty unless the row is a court action
  std::string_view sentence_place;
  std::string_view sentence_length;
  std::string_view sentence_unit;
  std::string_view name;
  std::string_view cii_number;
  std::string_view sex;
  std::string_view race;
  CountIdentity count;
  model::StepType step_type = model::StepType::kOther;
  bool is_convicted = false;
  model::DateFact event_date;
  model::Known<model::Level> level;

  // Its count must be identified, but is not: it cannot be used.
  bool is_unusable() const;
};

// Whether name, number, sex and race of the person are read; a person's rows mostly repeat those of the first.
enum class PersonCells : std::uint8_t { kRead, kLeaveEmpty };

// REQUIRES: `cells` holds a good row, at least the cells of facts. Texts that had doubled quotes are kept in
// `unescaped`.
RowFacts read_row(const scan::Cells& cells, const model::Layout& layout, std::deque<std::string>& unescaped,
                  PersonCells person_cells = PersonCells::kRead);

// A date cell: kMissing when empty, kUnreadable when it is no day, month or year, kPartial for a month or a year.
model::DateFact read_date(std::string_view text);

// Whether the files write this where a count has no case number.
bool stands_for_no_number(std::string_view case_number);

}  // namespace redress::intake
