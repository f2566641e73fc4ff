#include "intake/front_cells.h"

#include <algorithm>
#include <optional>

#include "base/text.h"

namespace redress::intake {
namespace {

// The cell, if no quote stands in or before it. Front cells are short: to look at each byte is quicker than to search.
std::optional<std::string_view> unquoted_cell(std::string_view record, std::size_t cell) {
  std::size_t start = 0;
  for (std::size_t i = 0; i < record.size(); ++i) {
    if (record[i] == '"') return std::nullopt;
    if (record[i] != ',') continue;
    if (cell-- == 0) return record.substr(start, i - start);
    start = i + 1;
  }
  return cell == 0 ? record.substr(start) : std::string_view{};
}

// The cell, if neither it nor one before it holds a doubled quote; nothing where one does.
std::optional<std::string_view> simple_cell(std::string_view record, std::size_t cell) {
  std::size_t start = 0;
  for (std::size_t i = 0;; ++i) {
    const bool is_quoted = start < record.size() && record[start] == '"';
    const std::size_t end = std::min(record.find(is_quoted ? '"' : ',', start + (is_quoted ? 1 : 0)), record.size());
    const std::size_t next = end + (is_quoted ? 1 : 0);
    if (next < record.size() && record[next] != ',') return std::nullopt;
    if (i == cell) return record.substr(start + (is_quoted ? 1 : 0), end - start - (is_quoted ? 1 : 0));
    if (next >= record.size()) return std::string_view{};
    start = next + 1;
  }
}

}  // namespace

std::string_view FrontCells::value(std::string_view record, std::size_t cell) {
  if (const auto unquoted = unquoted_cell(record, cell)) return trimmed(*unquoted);
  if (const auto simple = simple_cell(record, cell)) return trimmed(*simple);
  cells_.split(record);
  unescaped_.clear();
  return cell < cells_.count() ? trimmed(cells_.value(cell, unescaped_)) : std::string_view{};
}

}  // namespace redress::intake
