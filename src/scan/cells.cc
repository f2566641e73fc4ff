#include "scan/cells.h"

#include <algorithm>

#include "scan/structure.h"

namespace redress::scan {
namespace {

std::string without_doubled_quotes(std::string_view text) {
  std::string single;
  single.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t quote = text.find('"', at);
    if (quote == std::string_view::npos) {
      single.append(text.substr(at));
      break;
    }
    single.append(text.substr(at, quote - at + 1));
    at = quote + (quote + 1 < text.size() && text[quote + 1] == '"' ? 2 : 1);
  }
  return single;
}

}  // namespace

CellChoice::CellChoice(std::span<const std::size_t> cells) {
  for (const std::size_t cell : cells) {
    for (const std::size_t start : {cell, cell + 1}) starts_.push_back(static_cast<std::uint32_t>(start));
  }
  starts_.push_back(kNoMoreStarts);
  std::sort(starts_.begin(), starts_.end());
  starts_.erase(std::unique(starts_.begin(), starts_.end()), starts_.end());
}

bool CellChoice::has(std::size_t cell) const {
  const auto has_start = [&](std::size_t start) { return std::binary_search(starts_.begin(), starts_.end(), start); };
  return has_start(cell) && has_start(cell + 1);
}

void Cells::split(std::string_view record) {
  record_ = record;
  chosen_ = nullptr;
  count_ = find_cells(record, starts_) - 1;
}

std::size_t Cells::split_first(std::string_view rest) {
  return take(find_first_cells(rest, starts_), rest, nullptr);
}

std::size_t Cells::split_first(std::string_view rest, const CellChoice& chosen) {
  return take(find_chosen_cells(rest, chosen.starts(), starts_), rest, &chosen);
}

std::size_t Cells::take(const FirstRecord& first, std::string_view rest, const CellChoice* chosen) {
  record_ = rest.substr(0, first.length_bytes);
  count_ = first.starts - 1;
  chosen_ = chosen;
  if (starts_.size() < first.starts) starts_.resize(first.starts);
  return first.length_bytes + first.line_end_bytes;
}

std::string_view Cells::value(std::size_t cell, std::deque<std::string>& unescaped) const {
  const std::string_view text = raw(cell);
  if (text.size() < 2 || text.front() != '"' || text.back() != '"') return text;
  const std::string_view inner = text.substr(1, text.size() - 2);
  if (inner.find('"') == std::string_view::npos) return inner;
  return unescaped.emplace_back(without_doubled_quotes(inner));
}

}  // namespace redress::scan
