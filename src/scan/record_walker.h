// scan/record_walker.h: where the records of a file begin and end, and which cannot be split; never stops at a bad one.
// Not here: headers and the meaning of cells (intake), opening files (scan/input_file.h). Above base only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "scan/encoding.h"

namespace redress::scan {

struct RecordShape;  // scan/structure.h

// Why a record cannot be split into its cells.
enum class RecordFault : std::uint8_t {
  kNone,
  kWrongCellCount,
  kStrayQuote,     // a quote inside an unquoted cell, or text after the closing quote of a quoted one
  kUnclosedQuote,  // a quoted cell without an end
  kTooLong,        // the right number of cells, but more bytes than kMaxRecordBytes
};

// The most bytes of a record: positions in one, and one past its end plus one, have 32 bits (scan/cells.h).
inline constexpr std::uint64_t kMaxRecordBytes = 0xFFFF'FFFE;

// One record, or one stretch of lines that is none. Rows and lines count from 1, bytes from 0.
struct Record {
  RecordFault fault = RecordFault::kNone;
  std::uint64_t offset_bytes = 0;
  std::uint64_t length_bytes = 0;              // without the (last) line end
  std::uint64_t row_1based = 0;                // records and stretches counted; empty lines not
  std::uint64_t line_1based = 0;               // of its first byte
  std::uint32_t cells_found = 0;               // where they could be counted (kNone, kWrongCellCount, kTooLong); else 0
  std::optional<std::uint32_t> column_1based;  // the cell with the stray or unclosed quote
};

// Walks the records of a whole file, in order. A byte-order mark at the front is passed over. Lines end in LF or CRLF.
// A record is good when it has `cells` cells, or one more that is empty. After one that is not, the walk goes on at the
// next line: of a record that is bad for its number of cells and stands on one line, that line alone is lost; else the
// lines up to the next that begins a good record are one stretch (a quote probably swallowed what follows). Empty lines
// at the end of a stretch are not part of it. Source: doj-research-file, "Rejects".
// Cost: linear in the bytes, also for files made to be slow. One thread at a time; `bytes` must outlive the walker.
//
//   RecordWalker walker(file.bytes(), 95);
//   Record record;
//   Cells cells;
//   while (walker.next(record)) {
//     if (record.fault != RecordFault::kNone) continue;  // keep it as a reject
//     cells.split(file.bytes().substr(record.offset_bytes, record.length_bytes));
//   }
class RecordWalker {
 public:
  // `max_record_bytes` is for tests. REQUIRES: max_record_bytes <= kMaxRecordBytes, cells >= 1.
  RecordWalker(std::string_view bytes, std::size_t cells, std::uint64_t max_record_bytes = kMaxRecordBytes);

  // The next record or stretch; false at the end of the file.
  bool next(Record& record) { return next_before(record, bytes_.size()); }

  // The same; false too where the next empty line, record or stretch begins at or behind that byte. What begins before
  // it may reach beyond.
  bool next_before(Record& record, std::uint64_t stop_bytes);

  // Goes on at another byte; numbers go on from the last. From a byte at which the walk of the whole file stops between
  // two records, it finds what that walk finds.
  void go_on_at(std::uint64_t offset_bytes) { at_ = static_cast<std::size_t>(offset_bytes); }

  // Where the next empty line, record or stretch begins.
  std::uint64_t offset_bytes() const { return at_; }

  // Lines passed so far, and records and stretches met.
  std::uint64_t lines() const { return line_ - 1; }
  std::uint64_t rows() const { return row_; }

  // Lines without any byte met so far; not inside quoted cells or lost stretches.
  std::uint64_t empty_lines() const { return empty_lines_; }

  // What the bytes passed so far are, as encoding_of would say; of the byte-order mark too.
  Encoding encoding() const { return encoding_; }

  // Bytes looked at so far, as often as they were: at most four times those of the file. For tests of the cost.
  std::uint64_t bytes_measured() const { return bytes_measured_; }

 private:
  RecordShape measure();
  bool has_right_cells(const RecordShape& shape) const;
  RecordFault fault_of(const RecordShape& shape) const;
  void finish_stretch(Record& record);
  void see_encoding(std::uint64_t begin_bytes);

  std::string_view bytes_;
  std::size_t cells_;
  std::uint64_t max_record_bytes_;
  std::size_t at_ = 0;
  std::uint64_t line_ = 1;
  std::uint64_t row_ = 0;
  std::uint64_t empty_lines_ = 0;
  std::uint64_t bytes_measured_ = 0;
  Encoding encoding_ = Encoding::kAscii;
};

// The content of one cell, from 0, of a line that need not be a record: what stands between its commas, quotes at the
// ends left out. A comma inside quotes counts only where no quoted cell of RFC 4180 begins (an unclosed quote hides
// nothing). `line` with or without its line end. Empty where the line has fewer cells. A view into the line; doubled
// quotes stay. For finding the person whom a lost stretch names. Cost: linear in the line.
std::string_view cell_of_line(std::string_view line, std::size_t cell);

}  // namespace redress::scan
