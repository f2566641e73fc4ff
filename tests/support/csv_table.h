// support/csv_table.h: a CSV file as tests read it: a header and rows of cells by the names of their columns.
// Not the engine's reader: a plain RFC 4180 one of its own, so that neither proves itself by the other.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace redress::testing {

// The bytes of a file. FAILS the test where there is none.
std::string file_bytes(const std::string& path);

class CsvTable {
 public:
  // Quoted cells may hold commas, doubled quotes and line breaks; lines end in LF or CRLF.
  static CsvTable parse(std::string_view text);
  static CsvTable read(const std::string& path) { return parse(file_bytes(path)); }

  std::size_t size() const { return rows_.size(); }
  bool has_column(std::string_view name) const;
  // FAILS the test where there is no such row or column.
  const std::string& cell(std::size_t row, std::string_view column) const;
  const std::vector<std::string>& header() const { return header_; }
  const std::vector<std::string>& row(std::size_t row) const { return rows_[row]; }

 private:
  std::vector<std::string> header_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace redress::testing
