// Any bytes as a file of records: nothing is lost, good records have the right cells, texts become UTF-8.
#include <deque>
#include <string>
#include <string_view>

#include "base/text.h"
#include "property.h"
#include "scan/cells.h"
#include "scan/encoding.h"
#include "scan/record_walker.h"

namespace redress::fuzz {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_plain(std::string_view value) {
  return value.find_first_of(",\"\n") == std::string_view::npos;
}

std::string quoted(std::string_view value) {
  std::string cell = "\"";
  for (const char c : value) cell.append(c == '"' ? 2 : 1, c);
  return cell + "\"";
}

void check_cell(const scan::Cells& cells, std::size_t cell, std::deque<std::string>& unescaped) {
  const std::string_view raw = cells.raw(cell);
  const std::string_view value = cells.value(cell, unescaped);
  if (raw.starts_with('"')) {
    require(quoted(value) == raw, "a quoted cell written again is the cell");
  } else {
    require(value == raw && is_plain(value), "an unquoted cell of a good record says what stands there");
  }
  require(is_utf8(scan::to_utf8(value)), "every text becomes UTF-8");
}

// Joined by commas the cells are the record again.
void check_record(std::string_view bytes, std::size_t wanted) {
  scan::Cells cells;
  cells.split(bytes);
  require(cells.count() == wanted || cells.count() == wanted + 1, "a good record has its cells, or one more");
  if (cells.count() == wanted + 1) {
    const std::string_view last = cells.raw(wanted);
    require(last.empty() || last == "\"\"", "the one cell more is empty");
  }
  std::deque<std::string> unescaped;
  std::string joined;
  for (std::size_t cell = 0; cell < cells.count(); ++cell) {
    if (cell != 0) joined += ',';
    joined += cells.raw(cell);
    check_cell(cells, cell, unescaped);
  }
  require(joined == bytes, "the cells joined are the record");
}

// Between two records stand line ends only: one, and then empty lines.
std::uint64_t empty_lines_in(std::string_view gap, bool after_record, bool at_end) {
  std::uint64_t line_ends = 0;
  while (!gap.empty()) {
    if (gap.starts_with("\r\n")) {
      gap.remove_prefix(2);
    } else if (gap.front() == '\n' || (gap == "\r" && at_end)) {
      gap.remove_prefix(1);
    } else {
      require(false, "every byte belongs to a record, a stretch, a line end or the byte-order mark");
    }
    ++line_ends;
  }
  require(!after_record || at_end || line_ends > 0, "a line end stands between two records");
  return line_ends - (after_record && line_ends > 0 ? 1 : 0);
}

void walk(std::string_view bytes, std::size_t wanted) {
  scan::RecordWalker walker(bytes, wanted);
  scan::Record record;
  std::size_t at = bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  std::uint64_t rows = 0;
  std::uint64_t last_line = 0;
  std::uint64_t empty_lines = 0;
  while (walker.next(record)) {
    require(record.offset_bytes >= at && record.length_bytes <= bytes.size() - record.offset_bytes,
            "records stand in the file, one after the other");
    empty_lines += empty_lines_in(bytes.substr(at, record.offset_bytes - at), rows != 0, false);
    require(record.row_1based == ++rows, "rows count from 1 without gaps");
    require(record.line_1based > last_line, "lines go up");
    last_line = record.line_1based;
    const std::string_view text = bytes.substr(record.offset_bytes, record.length_bytes);
    require(!text.empty(), "no record is without bytes");
    at = record.offset_bytes + record.length_bytes;
    if (record.fault == scan::RecordFault::kNone) check_record(text, wanted);
    scan::cell_of_line(text, 2);
  }
  empty_lines += empty_lines_in(bytes.substr(at), rows != 0, true);
  require(empty_lines == walker.empty_lines(), "empty lines are counted");
  require(walker.bytes_measured() <= 4 * bytes.size(), "the cost is linear");
}

}  // namespace
}  // namespace redress::fuzz

// The first byte chooses how many cells a record has: the format's 95, or few, so that short inputs reach good records.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size == 0) return 0;
  constexpr std::size_t kCellCounts[] = {95, 1, 2, 3, 5, 8, 33, 65};
  redress::fuzz::walk(redress::fuzz::text_of(bytes + 1, size - 1), kCellCounts[bytes[0] % 8]);
  return 0;
}
