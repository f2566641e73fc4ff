// write/csv/csv_rows.h: the lines of the CSV files as text: the input's cells byte for byte, then our own.
// Not here: what our cells say (explain), files (results_folder.h), column names (formats/). Pure: appends to a text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/layout.h"
#include "model/result_layout.h"
#include "write/csv/line_text.h"

namespace redress::write {

// One cell of ours: quoted as RFC 4180 asks where it must be, and made harmless for spreadsheets: a text that begins as
// a formula does (= + - @, a tab, a carriage return) gets an apostrophe in front. A lone "-" and plain negative numbers
// stay.
void append_cell(std::string& out, std::string_view cell);

// Whether that is done to this text.
bool begins_as_formula(std::string_view cell);

// Our cells of one row, joined by commas. The rows below take this text, so that it is made once for all files.
void append_result_cells(std::string& out, std::span<const std::string> cells);

// The header lines. Names of columns come from the layouts.
void append_all_rows_header(std::string& out, const model::Layout& layout, const model::ResultLayout& results);
void append_convictions_header(std::string& out, const model::Layout& layout, const model::ResultLayout& results);
void append_condensed_header(std::string& out, const model::Layout& layout, const model::ResultLayout& results);

// A row of the input as it stands in the file, quotes included, without a line end. `starts`: where each cell begins,
// then where one behind the last would; a cell ends one byte before the next begins.
struct RawRow {
  std::string_view record;
  std::span<const std::uint32_t> starts;
};

// The files that hold a line for a row: every cell; every cell, those of secret columns emptied; only the columns of
// the condensed file, those of secret ones emptied.
enum class RowFile : std::uint8_t { kAllRows, kConvictions, kCondensed };

// The lines of one of them. Immutable; safe to share by threads.
class RowLines {
 public:
  RowLines(const model::Layout& layout, RowFile file);

  // The input's cells byte for byte, no extra empty one, then ours as append_result_cells made them, then LF.
  // REQUIRES: more starts than the layout has columns. Cost: linear in what is appended.
  void append(LineText& out, const RawRow& row, std::string_view ours) const;

 private:
  // Columns side by side that the file repeats; none: one cell that stays empty.
  struct Part {
    std::uint32_t first = 0;
    std::uint32_t behind = 0;
  };

  std::vector<Part> parts_;
  std::size_t columns_;
};

// One line of rejects.csv. Views live as long as the caller keeps them.
struct RejectRow {
  std::string_view file;  // written without its folders
  std::uint64_t row_1based = 0;
  std::uint64_t line_1based = 0;
  std::uint64_t byte_0based = 0;
  std::optional<std::uint32_t> column_1based;
  std::uint32_t cells_found = 0;  // 0: not counted, the cell stays empty
  std::string_view reason;
  std::string_view raw;  // the bytes as they stand in the file, written as one quoted cell
};

void append_rejects_header(std::string& out);
void append_rejects_row(std::string& out, const RejectRow& reject);

}  // namespace redress::write
