// synth/life.h: one invented person and the rows of the record, before they become bytes; and how a life is invented.
// Not here: what goes wrong in files (mess.h), columns and bytes (row_writer.h). Plain values over the word lists.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "redress/date.h"
#include "synth/short_text.h"

namespace redress::synth {

// How the texts of a row are set down.
enum class CellStyle : std::uint8_t { kPlain, kLowerCase, kExtraBlanks, kAllQuoted };

// What is wrong with the row as a row.
enum class Fault : std::uint8_t { kNone, kCellMissing, kStrayQuote, kNoPerson, kExtraComma };

// The facts of one row as texts. Views point into static tables or the options. Ordinals count from 1.
struct PlannedRow {
  std::uint16_t cycle = 1;
  std::uint16_t step = 1;
  std::uint16_t count = 1;
  std::uint16_t part = 1;
  std::uint8_t copy = 0;  // above 0: the same row once more, asked for by another request
  std::uint8_t age_years = 0;
  CellStyle style = CellStyle::kPlain;
  Fault fault = Fault::kNone;
  bool altered = false;           // differs from its neighbors where those of a cycle, step or count are alike
  bool empty_line_after = false;

  ShortText birth_date, cycle_date, event_date, disposition_date, count_order, case_number, sentence_length;
  std::string_view step_type, agency_kind, agency_place, county;
  std::string_view offense, offense_level, disposition_offense, conviction_offense;
  std::string_view disposition, conviction_level, sentence_place, sentence_unit;
  std::string_view charge_comment, comment;  // one cell, joined by a blank
};

// A person and all rows in order of cycle, step, count and part.
struct Life {
  std::uint64_t key = 0;  // what the person's filler is drawn from
  ShortText person_id, cii_number;
  std::string name, other_name;  // "LAST,FIRST M"
  std::string_view sex, race;
  Date birth;
  std::vector<PlannedRow> rows;
  std::size_t late_from = 0;  // rows from here stand further down the file; rows.size() where none do
  std::uint32_t late_by = 0;  // after that many further people
};

// Where a life is lived: mostly in one county, and now and then in another of the state.
struct Places {
  std::string_view county;
  std::span<const std::string> all;
};

inline constexpr std::uint64_t kMostPeople = 900'000'000;  // as many as there are 9-digit ids

// Person `index` of the run: whole dates, charges that can be read, no faults. Reuses what `life` has allocated.
// REQUIRES: index < kMostPeople; at least two counties. What `places` names outlives the life.
void invent_life(std::uint64_t seed, std::uint64_t index, const Places& places, Life& life);

}  // namespace redress::synth
