// The first pass over one file, or a piece of it: which records it holds and whose they are.
#include <algorithm>
#include <cassert>
#include <limits>
#include <optional>
#include <unordered_set>
#include <utility>

#include "base/same_bytes.h"
#include "base/text.h"
#include "intake/front_cells.h"
#include "intake/id_numbers.h"
#include "intake/record_index.h"
#include "scan/record_walker.h"

namespace redress::intake {
namespace {

using model::RowFact;
using scan::Record;
using scan::RecordFault;

static_assert(scan::kMaxRecordBytes <= std::numeric_limits<std::uint32_t>::max(), "RowRef holds lengths of 32 bits");

RejectCause cause_of(RecordFault fault) {
  switch (fault) {
    case RecordFault::kWrongCellCount: return RejectCause::kWrongCellCount;
    case RecordFault::kStrayQuote: return RejectCause::kStrayQuote;
    case RecordFault::kUnclosedQuote: return RejectCause::kUnclosedQuote;
    case RecordFault::kTooLong: return RejectCause::kTooLong;
    case RecordFault::kNone: break;  // no reject
  }
  return RejectCause::kWrongCellCount;
}

bool is_letter_or_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// The cell's text with doubled quotes single, as a good row would give it.
std::string unquoted(std::string_view text) {
  std::string single;
  single.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    single += text[i];
    if (text.substr(i, 2) == "\"\"") ++i;
  }
  return single;
}

// In which cells of a line its person may stand. Where line ends were lost, several records are one line; the last cell
// of each runs into the first of the next, with an extra empty one between them or without.
std::vector<std::size_t> person_cells_of(std::string_view line, std::size_t person_cell, std::size_t columns) {
  constexpr std::size_t kMostJoined = 3;  // further ones: finding a cell costs as much as is before it
  std::vector<std::size_t> cells = {person_cell};
  const auto commas = static_cast<std::size_t>(std::count(line.begin(), line.end(), ','));
  for (const std::size_t length : {columns - 1, columns}) {
    for (std::size_t joined = 1; joined <= kMostJoined; ++joined) {
      if (const std::size_t cell = person_cell + joined * length; cell <= commas) cells.push_back(cell);
    }
  }
  return cells;
}

// The ids in the person's cells of each line, in order, each once.
std::vector<std::string> persons_in_lines(std::string_view raw, std::size_t person_cell, std::size_t columns) {
  std::vector<std::string> ids;
  std::unordered_set<std::string> seen;
  for (std::size_t start = 0; start < raw.size();) {
    const std::size_t end = std::min(raw.find('\n', start), raw.size());
    const std::string_view line = raw.substr(start, end - start);
    for (const std::size_t cell : person_cells_of(line, person_cell, columns)) {
      const std::string_view id = trimmed(scan::cell_of_line(line, cell));
      if (!is_empty_cell(id) && seen.insert(unquoted(id)).second) ids.push_back(unquoted(id));
    }
    start = end + 1;
  }
  return ids;
}

class PieceWalk {
 public:
  PieceWalk(std::string_view bytes, std::uint32_t file, PieceBounds bounds, const model::Layout& layout,
            std::pmr::memory_resource* memory)
      : bytes_(bytes),
        bounds_(bounds),
        layout_(layout),
        person_cell_(layout.position(RowFact::kPerson)),
        walker_(bytes, layout.columns.size()),
        numbers_(memory),
        piece_(memory) {
    piece_.file = file;
    piece_.begin_bytes = bounds.begin_bytes;
    if (bounds.begin_bytes > 0) walker_.go_on_at(bounds.begin_bytes);  // else behind a byte-order mark
  }

  FilePiece walk() {
    for (Record record; walker_.next_before(record, bounds_.end_bytes);) take(record);
    piece_.stop_bytes = walker_.offset_bytes();
    piece_.records = walker_.rows();
    piece_.lines = walker_.lines();
    piece_.empty_lines = walker_.empty_lines();
    piece_.encoding = walker_.encoding();
    return std::move(piece_);
  }

 private:
  void take(const Record& record) {
    const std::string_view raw = bytes_.substr(record.offset_bytes, record.length_bytes);
    if (is_header(record, raw)) {
      if (record.row_1based == 1 && bounds_.begins_file) {
        piece_.has_header = true;
      } else {
        reject(record, RejectCause::kRepeatedHeader, std::nullopt, {});
      }
      return;
    }
    if (record.fault != RecordFault::kNone) {
      reject(record, cause_of(record.fault), record.column_1based, persons_in(raw));
      return;
    }
    const std::string_view id = front_.value(raw, person_cell_);
    if (is_empty_cell(id)) {
      reject(record, RejectCause::kNoPerson, static_cast<std::uint32_t>(person_cell_) + 1, persons_in(raw));
      return;
    }
    add_row(record, id);
  }

  void add_row(const Record& record, std::string_view id) {
    ++piece_.good_rows;
    const std::uint32_t person = number_of(id);
    const bool goes_on = record.offset_bytes == span_end_bytes_ && !piece_.spans.empty() &&
                         piece_.spans.back().person == person && piece_.spans.back().rows < RowSpan::kMostRows;
    if (!goes_on) {
      RowSpan span;
      span.offset_bytes = record.offset_bytes;
      span.row_1based = static_cast<std::uint32_t>(record.row_1based);
      span.line_1based = static_cast<std::uint32_t>(record.line_1based);
      span.person = person;
      piece_.spans.push_back(span);
    }
    ++piece_.spans.back().rows;
    span_end_bytes_ = walker_.offset_bytes();
  }

  // Persons are numbered in order of first appearance.
  std::uint32_t number_of(std::string_view id) {
    // Rows of a person usually stand together.
    if (!piece_.spans.empty() && same_bytes(piece_.persons[piece_.spans.back().person], id))
      return piece_.spans.back().person;
    const auto next = static_cast<std::uint32_t>(piece_.persons.size());
    const std::uint32_t number =
        numbers_.find_or_add(id, next, [this](std::uint32_t person) { return piece_.persons[person]; });
    if (number == next) piece_.persons.push_back(stable(id));
    return number;
  }

  // A view that lives as long as the file's bytes and the piece: into them, or of a text kept with the piece.
  std::string_view stable(std::string_view id) {
    const bool in_file = id.data() >= bytes_.data() && id.data() < bytes_.data() + bytes_.size();
    return in_file ? id : std::string_view(piece_.unquoted.emplace_back(id));
  }

  std::vector<std::string> persons_in(std::string_view raw) const {
    return persons_in_lines(raw, person_cell_, layout_.columns.size());
  }

  // A header with a wrong number of names is one all the same. A line that also has something else is none, nor is a
  // lost stretch of several lines: a row whose line end was lost before or behind it must not go unseen.
  bool is_header(const Record& record, std::string_view raw) {
    if (record.fault != RecordFault::kNone && raw.find('\n') != std::string_view::npos) return false;
    const std::string& name = layout_.columns.front().name;
    // Nearly every row: its first letter or digit is another than the name's.
    if (!raw.empty() && is_letter_or_digit(raw.front()) && !equals_ignoring_case(raw.substr(0, 1), name.substr(0, 1))) {
      return false;
    }
    if (record.fault == RecordFault::kNone) return equals_ignoring_case(front_.value(raw, 0), name);
    return equals_ignoring_case(trimmed(scan::cell_of_line(raw, 0)), name) && has_names_alone(raw);
  }

  // Whether each cell of the line is empty or the name of a column, in any order.
  bool has_names_alone(std::string_view line) const {
    const auto commas = static_cast<std::size_t>(std::count(line.begin(), line.end(), ','));
    if (commas > 2 * layout_.columns.size()) return false;
    for (std::size_t i = 0; i <= commas; ++i) {
      const std::string_view cell = trimmed(scan::cell_of_line(line, i));
      const bool is_name = std::any_of(layout_.columns.begin(), layout_.columns.end(), [&](const model::Column& column) {
        return equals_ignoring_case(cell, column.name);
      });
      if (!is_name && !is_empty_cell(cell)) return false;
    }
    return true;
  }

  void reject(const Record& record, RejectCause cause, std::optional<std::uint32_t> column,
              std::vector<std::string> persons) {
    piece_.rejects.push_back({cause, piece_.file, record.row_1based, record.line_1based, record.offset_bytes,
                              record.length_bytes, column, record.cells_found});
    piece_.reject_persons.push_back(std::move(persons));
  }

  std::string_view bytes_;
  PieceBounds bounds_;
  const model::Layout& layout_;
  std::size_t person_cell_;
  scan::RecordWalker walker_;
  FrontCells front_;
  IdNumbers numbers_;
  std::uint64_t span_end_bytes_ = 0;  // where the last good row's next would begin
  FilePiece piece_;
};

}  // namespace

std::vector<PieceBounds> cut(std::string_view bytes, std::uint64_t piece_bytes) {
  assert(piece_bytes >= 1);
  std::vector<PieceBounds> pieces;
  for (std::uint64_t begin = 0; begin < bytes.size() || pieces.empty();) {
    std::uint64_t end = bytes.size();
    if (piece_bytes < bytes.size() - begin) {
      const std::size_t line_end = bytes.find('\n', begin + piece_bytes - 1);
      if (line_end != std::string_view::npos) end = line_end + 1;
    }
    pieces.push_back({begin, end, begin == 0});
    begin = end;
  }
  return pieces;
}

FilePiece index_piece(std::string_view bytes, std::uint32_t file, PieceBounds bounds, const model::Layout& layout,
                      std::pmr::memory_resource* memory) {
  return PieceWalk(bytes, file, bounds, layout, memory).walk();
}

FilePiece index_file(std::string_view bytes, std::uint32_t file, const model::Layout& layout) {
  return index_piece(bytes, file, {0, bytes.size(), true}, layout);
}

void mend_borders(std::string_view bytes, const model::Layout& layout, std::span<const PieceBounds> bounds,
                  std::vector<FilePiece>& pieces, std::pmr::memory_resource* memory) {
  bool begins_file = true;
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    const std::uint64_t begin = pieces[i - 1].stop_bytes;
    begins_file = begins_file && pieces[i - 1].records == 0;
    if (pieces[i].begin_bytes == begin && !begins_file) continue;
    const PieceBounds right{begin, std::max(begin, bounds[i].end_bytes), begins_file};
    pieces[i] = index_piece(bytes, pieces[i].file, right, layout, memory);
  }
}

}  // namespace redress::intake
