#include "intake/arrests.h"

#include <algorithm>

#include "model/arrest.h"

namespace redress::intake {

void Arrests::put_in_order() {
  std::stable_sort(rows_.begin(), rows_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::pair<std::uint32_t, model::DateFact>> cycles;
  for (auto row = rows_.begin(); row != rows_.end();) {
    const std::uint32_t cycle = row->first;
    std::optional<model::DateFact> earliest;
    for (; row != rows_.end() && row->first == cycle; ++row) model::add_arrest(earliest, row->second);
    if (earliest) cycles.emplace_back(cycle, *earliest);
  }
  rows_ = std::move(cycles);
}

std::optional<model::DateFact> Arrests::earliest_of(std::uint32_t cycle) const {
  const auto found = std::lower_bound(rows_.begin(), rows_.end(), cycle,
                                      [](const auto& row, std::uint32_t wanted) { return row.first < wanted; });
  if (found == rows_.end() || found->first != cycle) return std::nullopt;
  return found->second;
}

}  // namespace redress::intake
