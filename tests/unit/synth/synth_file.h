// tests/unit/synth/synth_file.h: a layout without real names, invented files in it, and their records taken apart.
// Not here: the reader of the product (scan), which synth may not see. For the tests of synth only.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "model/layout.h"
#include "synth/synthesize.h"

namespace redress::synth::test {

using model::RowFact;

// 95 columns C0 to C94 with the types, classes and facts that a research file has.
inline model::Layout make_layout() {
  using model::ColumnType;
  using model::Privacy;
  constexpr std::string_view kTypes =
      "itimittdiimittdiiiiimctctctnnttctttmndmndctttctctmidictctctctnctctniiiiiiiiiiinctctmnctnctntttm";
  constexpr std::string_view kClasses =
      "rriiiiiiiiriiaiiiiiiraaaaaaaarraaaarrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr";
  constexpr std::size_t kFacts[] = {0,  2,  11, 12, 13, 14, 22, 37, 40, 42, 46, 48, 50,
                                    51, 52, 54, 55, 58, 63, 80, 82, 86, 87, 88, 93, 94};
  static_assert(kTypes.size() == 95 && kClasses.size() == 95 && std::size(kFacts) == model::kRowFactCount);
  model::Layout layout;
  for (std::size_t i = 0; i < kTypes.size(); ++i) {
    model::Column column;
    column.name = "C" + std::to_string(i);
    switch (kTypes[i]) {
      case 'c': column.type = ColumnType::kCode; break;
      case 'i': column.type = ColumnType::kId; break;
      case 'd': column.type = ColumnType::kDate; break;
      case 'n': column.type = ColumnType::kNumber; break;
      case 'm': column.type = ColumnType::kMark; break;
      default: break;
    }
    if (kClasses[i] == 'i') column.privacy = Privacy::kIdentity;
    if (kClasses[i] == 'a') column.privacy = Privacy::kAppearance;
    column.is_secret = i == 8 || i == 9 || i == 15 || i == 16;
    column.ignored_in_equality = i == 0 || (i >= 3 && i <= 9);
    column.in_condensed = i == 90;
    layout.columns.push_back(column);
  }
  for (std::size_t i = 0; i < std::size(kFacts); ++i) layout.column_of[i] = kFacts[i];
  return layout;
}

// Three of the state's, enough to have another one.
inline const std::vector<std::string>& counties() {
  static const std::vector<std::string> names = {"KERN", "LOS ANGELES", "YOLO"};
  return names;
}

inline std::string make_file(std::uint64_t people, std::uint64_t seed, Mess mess) {
  std::string bytes;
  const Status status =
      synthesize({people, "LOS ANGELES", seed, mess, counties()}, make_layout(), [&](std::string_view piece) {
        bytes += piece;
        return Status(Done{});
      });
  REQUIRE(status.ok());
  return bytes;
}

struct Record {
  std::vector<std::string> cells;
  bool has_stray_quote = false;

  const std::string& operator[](RowFact fact) const { return cells[make_position(fact)]; }

 private:
  static std::size_t make_position(RowFact fact) {
    static const model::Layout kLayout = make_layout();
    return kLayout.position(fact);
  }
};

inline bool is_convicted(const Record& row) {
  return begins_ignoring_case(trimmed(row[RowFact::kDisposition]), "CONVICTED");
}

// The records of RFC 4180, header first; an empty line gives a record of one empty cell.
inline std::vector<Record> records_of(std::string_view bytes) {
  std::vector<Record> records;
  Record record;
  std::string cell;
  bool is_quoted = false;   // inside quotation marks
  bool was_quoted = false;  // this cell began with one
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    // Plain text is taken whole: letter by letter the files of these tests take minutes in a debug build.
    const std::size_t end = std::min(bytes.find_first_of(is_quoted ? "\"" : ",\"\n", i), bytes.size());
    if (end > i) {
      record.has_stray_quote |= !is_quoted && was_quoted;
      cell += bytes.substr(i, end - i);
      i = end - 1;
      continue;
    }
    const char letter = bytes[i];
    if (is_quoted) {
      if (i + 1 < bytes.size() && bytes[i + 1] == '"') {
        cell += bytes[++i];
      } else {
        is_quoted = false;
      }
    } else if (letter == '"') {
      record.has_stray_quote |= !cell.empty() || was_quoted;
      is_quoted = was_quoted = cell.empty() && !was_quoted;
    } else if (letter == ',' || letter == '\n') {
      record.cells.push_back(std::exchange(cell, {}));
      was_quoted = false;
      if (letter == '\n') records.push_back(std::exchange(record, {}));
    }
  }
  CHECK(cell.empty());
  return records;
}

// Without the header and the empty lines.
inline std::vector<Record> rows_of(std::string_view bytes) {
  std::vector<Record> rows;
  std::vector<Record> records = records_of(bytes);
  for (std::size_t i = 1; i < records.size(); ++i) {
    if (records[i].cells.size() > 1) rows.push_back(std::move(records[i]));
  }
  return rows;
}

}  // namespace redress::synth::test
