#include "intake/front_cells.h"

#include <algorithm>
#include <optional>

#include "base/text.h"

namespace redress::intake {
namespace {

// The cell, if no quote stands in or before it.
std::optional<std::string_view> unquoted_cell(std::string_view record, std::size_t cell) {
  std::size_t start = 0;
  std::size_t comma = record.find(',');
  for (; cell > 0 && comma != std::string_view::npos; --cell) {
    start = comma + 1;
    comma = record.find(',', start);
  }
  const std::size_t end = std::min(comma, record.size());
  if (record.substr(0, end).find('"') != std::string_view::npos) return std::nullopt;
  return cell == 0 ? record.substr(start, end - start) : std::string_view{};
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
