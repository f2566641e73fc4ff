// model/layout.h: the columns of a file as plain values: names, positions, types, privacy. Read from formats/.
// Not here: reading the table (intake/layout_reader.h), cells of a row (scan). Plain values; no I/O.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace redress::model {

// The facts that the engine reads from a row. A format table says which column holds each; code never names a column.
enum class RowFact : std::uint8_t {
  kRecord, kPerson, kCiiNumber, kName, kSex, kBirthDate, kRace, kCycleDate, kEventDate, kStepType, kAgency, kCounty,
  kCountOrder, kDispositionDate, kCaseNumber, kOffense, kOffenseLevel, kDispositionOffense, kConvictionOffense,
  kDisposition, kConvictionLevel, kSentencePlace, kSentenceLength, kSentenceUnit, kComment, kRecordEnd,
};
inline constexpr std::size_t kRowFactCount = static_cast<std::size_t>(RowFact::kRecordEnd) + 1;

enum class ColumnType : std::uint8_t { kText, kCode, kId, kDate, kNumber, kMark };
enum class Privacy : std::uint8_t { kIdentity, kAppearance, kRecord };

struct Column {
  std::string name;
  ColumnType type = ColumnType::kText;
  Privacy privacy = Privacy::kRecord;
  bool is_secret = false;         // Social Security and licence numbers: emptied wherever they need not stand
  bool in_condensed = false;      // stands in the condensed file, in order of position
  bool ignored_in_equality = false;  // two rows that differ here only are equal rows
  std::string meaning;
};

// The columns of one input format, in order of position from 0.
struct Layout {
  std::vector<Column> columns;
  std::array<std::optional<std::size_t>, kRowFactCount> column_of;  // position of each fact's column

  // REQUIRES: the format has the fact (the reader of the table refuses one that lacks any).
  std::size_t position(RowFact fact) const { return *column_of[static_cast<std::size_t>(fact)]; }
};

}  // namespace redress::model
