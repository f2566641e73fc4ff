#include "scan/record_walker.h"

#include <algorithm>
#include <cassert>
#include <limits>

#include "scan/structure.h"

// Why trying again at every line stays linear. Up to its first stray quote, a parse is inside a quoted cell exactly
// when an odd number of quotes stands behind it, and only there does it pass a line break. So a try that begins at a
// line with an even number of quotes ends within that line. A try that begins at a line with an odd number passes lines
// with even numbers and ends at the latest within the next line with an odd one, for there its sum is even. Hence a
// byte is looked at by the try that begins at its own line and by the one that begins at the last odd line before, and
// by no other. A try that succeeds is made once more as the next record: four looks at a byte are the most.

namespace redress::scan {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Bytes of the line break at `at`; 0 where another byte stands there. REQUIRES: at < bytes.size().
std::size_t line_break_at(std::string_view bytes, std::size_t at) {
  if (bytes[at] == '\n') return 1;
  if (bytes[at] != '\r') return 0;
  if (at + 1 == bytes.size()) return 1;
  return bytes[at + 1] == '\n' ? 2 : 0;
}

// One line as the bytes have it, whatever quotes say.
struct Line {
  std::size_t end = 0;   // of its content
  std::size_t next = 0;  // where the next line begins
};

Line line_at(std::string_view bytes, std::size_t at) {
  const std::size_t lf = bytes.find('\n', at);
  Line line{std::min(lf, bytes.size()), lf == std::string_view::npos ? bytes.size() : lf + 1};
  if (line.end > at && bytes[line.end - 1] == '\r') --line.end;
  return line;
}

// Whether the last cell of a record without fault and with more than one cell is empty. A comma before two quotes at
// the end cannot be inside a quoted cell: the quotes would be a doubled one, and the cell unclosed.
bool last_cell_is_empty(std::string_view record) {
  return record.ends_with(',') || record.ends_with(",\"\"");
}

// Bytes of the quoted cell that begins the line, quotes included; 0 where none does, or it does not end as one must.
std::size_t quoted_cell_length(std::string_view line) {
  if (!line.starts_with('"')) return 0;
  for (std::size_t at = 1; (at = line.find('"', at)) != std::string_view::npos; at += 2) {
    if (at + 1 == line.size() || line[at + 1] == ',') return at + 1;
    if (line[at + 1] != '"') return 0;
  }
  return 0;
}

std::string_view without_end_quotes(std::string_view text) {
  if (text.starts_with('"')) text.remove_prefix(1);
  if (text.ends_with('"')) text.remove_suffix(1);
  return text;
}

std::uint32_t to_count(std::size_t count) {
  return static_cast<std::uint32_t>(std::min<std::size_t>(count, std::numeric_limits<std::uint32_t>::max()));
}

}  // namespace

RecordWalker::RecordWalker(std::string_view bytes, std::size_t cells, std::uint64_t max_record_bytes)
    : bytes_(bytes), cells_(cells), max_record_bytes_(max_record_bytes) {
  assert(max_record_bytes <= kMaxRecordBytes && cells >= 1);
  if (!bytes_.starts_with(kByteOrderMark)) return;
  at_ = kByteOrderMark.size();
  encoding_ = Encoding::kUtf8;
}

RecordShape RecordWalker::measure() {
  const RecordShape shape = measure_record(bytes_.substr(at_));
  bytes_measured_ += shape.length_bytes + shape.line_end_bytes;
  return shape;
}

bool RecordWalker::has_right_cells(const RecordShape& shape) const {
  if (shape.cells == cells_) return true;
  return shape.cells == cells_ + 1 && last_cell_is_empty(bytes_.substr(at_, shape.length_bytes));
}

RecordFault RecordWalker::fault_of(const RecordShape& shape) const {
  if (shape.fault != RecordFault::kNone) return shape.fault;
  if (!has_right_cells(shape)) return RecordFault::kWrongCellCount;
  return shape.length_bytes > max_record_bytes_ ? RecordFault::kTooLong : RecordFault::kNone;
}

bool RecordWalker::next_before(Record& record, std::uint64_t stop_bytes) {
  const auto stop = static_cast<std::size_t>(std::min<std::uint64_t>(stop_bytes, bytes_.size()));
  while (at_ < stop) {
    const std::size_t line_break = line_break_at(bytes_, at_);
    if (line_break == 0) break;
    at_ += line_break;
    ++line_;
    ++empty_lines_;
  }
  if (at_ >= stop) return false;

  const RecordShape shape = measure();
  const bool quotes_hold = shape.fault == RecordFault::kNone;
  record = Record{};
  record.fault = fault_of(shape);
  record.offset_bytes = at_;
  record.length_bytes = shape.length_bytes;
  record.row_1based = ++row_;
  record.line_1based = line_;
  if (quotes_hold) {
    record.cells_found = to_count(shape.cells);
  } else {
    record.column_1based = to_count(shape.cells);
  }
  if (record.fault == RecordFault::kNone || (quotes_hold && shape.line_breaks == 0)) {
    at_ += shape.length_bytes + shape.line_end_bytes;
    line_ += shape.line_breaks + 1;
    if (shape.has_high_bytes) see_encoding(record.offset_bytes);
  } else {
    finish_stretch(record);
    see_encoding(record.offset_bytes);
  }
  return true;
}

// Of the bytes from there to where the walk goes on: whole lines, beyond whose ends no character of any encoding goes.
void RecordWalker::see_encoding(std::uint64_t begin_bytes) {
  if (encoding_ == Encoding::kWindows1252) return;
  const auto begin = static_cast<std::size_t>(begin_bytes);
  encoding_ = std::max(encoding_, encoding_of(bytes_.substr(begin, at_ - begin)));
}

void RecordWalker::finish_stretch(Record& record) {
  // The last line of the stretch, and where the walk goes on: empty lines behind it are met again there, and counted.
  Line last = line_at(bytes_, at_);
  std::uint64_t line_after_last = line_ + 1;
  at_ = last.next;
  for (std::uint64_t line = line_after_last; at_ < bytes_.size(); ++line) {
    if (const std::size_t line_break = line_break_at(bytes_, at_); line_break != 0) {
      at_ += line_break;
      continue;
    }
    if (fault_of(measure()) == RecordFault::kNone) break;
    last = line_at(bytes_, at_);
    line_after_last = line + 1;
    at_ = last.next;
  }
  record.length_bytes = last.end - record.offset_bytes;
  at_ = last.next;
  line_ = line_after_last;
}

std::string_view cell_of_line(std::string_view line, std::size_t cell) {
  if (line.ends_with('\n')) line.remove_suffix(1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  for (;; --cell) {
    const std::size_t quoted = quoted_cell_length(line);
    const std::size_t length = quoted != 0 ? quoted : std::min(line.find(','), line.size());
    if (cell == 0) return without_end_quotes(line.substr(0, length));
    if (length == line.size()) return {};
    line.remove_prefix(length + 1);
  }
}

}  // namespace redress::scan
