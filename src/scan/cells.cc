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

void Cells::split(std::string_view record) {
  record_ = record;
  count_ = find_cells(record, starts_) - 1;
}

std::size_t Cells::split_first(std::string_view rest) {
  const FirstRecord first = find_first_cells(rest, starts_);
  record_ = rest.substr(0, first.length_bytes);
  count_ = first.starts - 1;
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
