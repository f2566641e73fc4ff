#include "write/csv/csv_rows.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstring>

#include "write/file_name.h"

namespace redress::write {
namespace {

// The one place of these names.
constexpr std::array<std::string_view, 8> kRejectColumns = {"File",   "Row",         "Line",   "Byte",
                                                            "Column", "Cells Found", "Reason", "As Read"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// "-", "-3", "-1.5": nothing that a spreadsheet would run.
bool is_dash_or_negative_number(std::string_view cell) {
  if (cell.empty() || cell.front() != '-') return false;
  const std::string_view number = cell.substr(1);
  if (number.empty()) return true;
  return is_digit(number.front()) && is_digit(number.back()) && std::count(number.begin(), number.end(), '.') <= 1 &&
         std::all_of(number.begin(), number.end(), [](char c) { return is_digit(c) || c == '.'; });
}

constexpr std::array<bool, 256> these_bytes(std::string_view bytes) {
  std::array<bool, 256> are_these{};
  for (const char c : bytes) are_these[static_cast<unsigned char>(c)] = true;
  return are_these;
}
// Bytes that a cell without quotes must not have, and those at the front of what a spreadsheet may run.
constexpr std::array<bool, 256> kNeedsQuotes = these_bytes(",\"\r\n");
constexpr std::array<bool, 256> kStartsFormula = these_bytes("=+-@\t\r");

bool needs_quotes(std::string_view cell) {
  bool needs = false;
  for (const char c : cell) needs |= kNeedsQuotes[static_cast<unsigned char>(c)];  // to the end: few need them
  return needs;
}

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

enum class Columns : std::uint8_t { kAll, kCondensed };

void append_header(std::string& out, const model::Layout& layout, const model::ResultLayout& results, Columns columns) {
  bool is_first = true;
  const auto append_name = [&](std::string_view name) {
    if (!is_first) out += ',';
    is_first = false;
    append_cell(out, name);
  };
  for (const model::Column& column : layout.columns) {
    if (columns == Columns::kAll || column.in_condensed) append_name(column.name);
  }
  for (const model::ResultColumn& column : results.columns) append_name(column.name);
  out += '\n';
}

// Nearly every run of cells that the condensed file repeats is as short as this.
constexpr std::size_t kShortPiece = 64;

// Some cells of a record. A short piece is copied with what stands behind it, which the next piece overwrites: then
// nothing is asked about its length, which no processor guesses. REQUIRES: room for kShortPiece bytes behind the piece.
char* copy_piece(const char* first, const char* behind, const char* behind_record, char* at) {
  if (behind - first > static_cast<std::ptrdiff_t>(kShortPiece) ||
      behind_record - first < static_cast<std::ptrdiff_t>(kShortPiece))
    return std::copy(first, behind, at);
  std::memcpy(at, first, kShortPiece);
  return at + (behind - first);
}

void append_number(std::string& out, std::uint64_t number) {
  out += std::to_string(number);
}

}  // namespace

bool begins_as_formula(std::string_view cell) {
  return !cell.empty() && kStartsFormula[static_cast<unsigned char>(cell.front())] && !is_dash_or_negative_number(cell);
}

void append_cell(std::string& out, std::string_view cell) {
  if (cell.empty()) return;
  const bool is_formula = begins_as_formula(cell);
  if (!needs_quotes(cell)) {
    if (is_formula) out += '\'';
    out += cell;
    return;
  }
  const std::size_t start = out.size();
  append_quoted(out, cell);
  if (is_formula) out.insert(start + 1, 1, '\'');
}

void append_result_cells(std::string& out, std::span<const std::string> cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    if (!cells[i].empty()) append_cell(out, cells[i]);
  }
}

void append_all_rows_header(std::string& out, const model::Layout& layout, const model::ResultLayout& results) {
  append_header(out, layout, results, Columns::kAll);
}

void append_convictions_header(std::string& out, const model::Layout& layout, const model::ResultLayout& results) {
  append_header(out, layout, results, Columns::kAll);
}

void append_condensed_header(std::string& out, const model::Layout& layout, const model::ResultLayout& results) {
  append_header(out, layout, results, Columns::kCondensed);
}

RowLines::RowLines(const model::Layout& layout, RowFile file) : columns_(layout.columns.size()) {
  for (std::uint32_t i = 0; i < columns_; ++i) {
    const model::Column& column = layout.columns[i];
    if (file == RowFile::kCondensed && !column.in_condensed) continue;
    // A secret column has no place in the condensed file; should a format name one there, its cells stay empty.
    if (file != RowFile::kAllRows && column.is_secret) {
      parts_.push_back({i, i});
    } else if (!parts_.empty() && parts_.back().behind == i) {
      parts_.back().behind = i + 1;
    } else {
      parts_.push_back({i, i + 1});
    }
  }
}

void RowLines::append(LineText& out, const RawRow& row, std::string_view ours) const {
  assert(row.starts.size() > columns_);
  // Room for all cells, which is less work than to count those that are repeated.
  char* at = out.room_for(row.record.size() + parts_.size() + ours.size() + 1 + kShortPiece);
  const char* const behind_record = row.record.data() + row.record.size();
  for (const Part& part : parts_) {
    if (part.first < part.behind) {
      const char* const first = row.record.data() + row.starts[part.first];
      at = copy_piece(first, row.record.data() + row.starts[part.behind] - 1, behind_record, at);
    }
    *at++ = ',';
  }
  at = std::copy_n(ours.data(), ours.size(), at);
  *at++ = '\n';
  out.end_at(at);
}

void append_rejects_header(std::string& out) {
  for (std::size_t i = 0; i < kRejectColumns.size(); ++i) {
    if (i > 0) out += ',';
    append_cell(out, kRejectColumns[i]);
  }
  out += '\n';
}

void append_rejects_row(std::string& out, const RejectRow& reject) {
  append_cell(out, file_name_of(reject.file));
  for (const std::uint64_t number : {reject.row_1based, reject.line_1based, reject.byte_0based}) {
    out += ',';
    append_number(out, number);
  }
  out += ',';
  if (reject.column_1based) append_number(out, *reject.column_1based);
  out += ',';
  if (reject.cells_found > 0) append_number(out, reject.cells_found);
  out += ',';
  append_cell(out, reject.reason);
  out += ',';
  append_quoted(out, reject.raw);
  out += '\n';
}

}  // namespace redress::write
