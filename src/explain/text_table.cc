#include "explain/text_table.h"

#include <algorithm>
#include <numeric>

namespace redress::explain {
namespace {

constexpr std::size_t kGap = 2;
constexpr std::size_t kNarrowest = 8;  // a column gives way no further

std::string without_blanks_at_end(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

}  // namespace

std::string TextTable::text(std::size_t indent) const {
  if (rows_.empty()) return {};
  std::vector<std::size_t> widths(rows_.front().size(), 0);
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], columns_of(row[i]));
  }
  const std::size_t room = kPageColumns - indent - kGap * (widths.size() - 1);
  while (std::accumulate(widths.begin(), widths.end(), std::size_t{0}) > room) {
    const auto widest = std::max_element(widths.begin(), widths.end());
    if (*widest <= kNarrowest) break;
    --*widest;
  }
  std::string text;
  for (const auto& row : rows_) {
    std::vector<std::vector<std::string>> cells;
    std::size_t height = 1;
    for (std::size_t i = 0; i < widths.size(); ++i) {
      cells.push_back(wrapped(row[i], std::max<std::size_t>(widths[i], 1)));
      height = std::max(height, cells.back().size());
    }
    for (std::size_t line = 0; line < height; ++line) {
      std::string whole(indent, ' ');
      for (std::size_t i = 0; i < widths.size(); ++i) {
        const std::string part = line < cells[i].size() ? cells[i][line] : std::string{};
        whole += part;
        if (i + 1 < widths.size()) whole.append(widths[i] + kGap - std::min(widths[i], columns_of(part)), ' ');
      }
      text.append(without_blanks_at_end(std::move(whole))).append("\n");
    }
  }
  return text;
}

}  // namespace redress::explain
