#include "write/csv/facts_rows.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "write/csv/csv_rows.h"

namespace redress::write {
namespace {

// Spreadsheets show a number of so many digits in powers of ten, and save it so.
constexpr std::size_t kRoundedDigits = 12;

bool would_be_rounded(std::string_view cell) {
  if (cell.size() < 2 || (cell.size() < kRoundedDigits && cell.front() != '0')) return false;
  return std::all_of(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

void append_facts_header(std::string& out, const model::FactsLayout& layout) {
  for (std::size_t i = 0; i < layout.columns.size(); ++i) {
    if (i > 0) out += ',';
    append_cell(out, layout.columns[i].name);
  }
  out += '\n';
}

void append_facts_row(std::string& out, const MissingFactRow& row) {
  // By model::FactsCell.
  const std::array<std::string_view, model::kFactsCellCount> cells = {
      row.person,  row.count,           row.fact,      {}, {}, {}, {}, row.question, row.unit, row.case_numbers,
      row.section, row.conviction_date, row.may_settle};
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    if (would_be_rounded(cells[i])) out += '\'';
    append_cell(out, cells[i]);
  }
  out += '\n';
}

}  // namespace redress::write
