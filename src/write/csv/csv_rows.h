// write/csv/csv_rows.h: the lines of the CSV files as text: the input's cells byte for byte, then our own.
// Not here: what our cells say (explain), files (results_folder.h), column names (formats/). Pure: appends to a text.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "model/layout.h"
#include "model/result_layout.h"

namespace redress::write {

// One cell of ours: quoted as RFC 4180 asks where it must be, and made harmless for spreadsheets: a text that begins as
// a formula does (= + - @, a tab, a carriage return) gets an apostrophe in front. A lone "-" and plain negative numbers
// stay.
void append_cell(std::string& out, std::string_view cell);

// Our cells of one row, joined by commas. The rows below take this text, so that it is made once for all files.
void append_result_cells(std::string& out, std::span<const std::string> cells);

// The header lines. Names of columns come from the layouts.
void append_all_rows_header(std::string& out, const model::Layout& layout, const model::ResultLayout& results);
void append_convictions_header(std::string& out, const model::Layout& layout, const model::ResultLayout& results);
void append_condensed_header(std::string& out, const model::Layout& layout, const model::ResultLayout& results);

// `raw`: the input's cells as they stand in the file, quotes included, one for each column of the layout and no extra
// empty one. `ours`: as append_result_cells made it. Every line ends in LF.
// REQUIRES: raw.size() == layout.columns.size().
void append_all_rows_row(std::string& out, std::span<const std::string_view> raw, std::string_view ours);
// The same with the cells of secret columns emptied.
void append_convictions_row(std::string& out, const model::Layout& layout, std::span<const std::string_view> raw,
                            std::string_view ours);
// Only the columns of the condensed file.
void append_condensed_row(std::string& out, const model::Layout& layout, std::span<const std::string_view> raw,
                          std::string_view ours);

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
