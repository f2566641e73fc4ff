#include "support/csv_table.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

namespace redress::testing {

std::string file_bytes(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) FAIL("no file " << path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

CsvTable CsvTable::parse(std::string_view text) {
  CsvTable table;
  std::vector<std::string> cells(1);
  bool in_quotes = false;
  const auto end_row = [&] {
    if (table.header_.empty()) {
      table.header_ = std::move(cells);
    } else if (cells.size() > 1 || !cells.front().empty()) {
      table.rows_.push_back(std::move(cells));
    }
    cells.assign(1, {});
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (in_quotes) {
      if (c != '"') {
        cells.back() += c;
      } else if (at + 1 < text.size() && text[at + 1] == '"') {
        cells.back() += text[++at];
      } else {
        in_quotes = false;
      }
    } else if (c == '"') {
      in_quotes = true;
    } else if (c == ',') {
      cells.emplace_back();
    } else if (c == '\n') {
      end_row();
    } else if (c != '\r') {
      cells.back() += c;
    }
  }
  end_row();
  return table;
}

bool CsvTable::has_column(std::string_view name) const {
  return std::find(header_.begin(), header_.end(), name) != header_.end();
}

const std::string& CsvTable::cell(std::size_t row, std::string_view column) const {
  const auto found = std::find(header_.begin(), header_.end(), column);
  if (found == header_.end()) FAIL("no column " << std::string(column));
  const auto index = static_cast<std::size_t>(found - header_.begin());
  if (row >= rows_.size() || index >= rows_[row].size()) FAIL("row " << row << " has no cell " << std::string(column));
  return rows_[row][index];
}

}  // namespace redress::testing
