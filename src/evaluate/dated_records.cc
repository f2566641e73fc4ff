#include "evaluate/dated_records.h"

#include <algorithm>
#include <utility>

namespace redress::evaluate {

DatedRecords::DatedRecords(std::vector<DatedRecord> records) : records_(std::move(records)) {
  std::sort(records_.begin(), records_.end());
  next_of_other_.resize(records_.size(), records_.size());
  for (std::size_t i = records_.size(); i-- > 1;) {
    const bool is_other = records_[i].cycle != records_[i - 1].cycle;
    next_of_other_[i - 1] = is_other ? i : next_of_other_[i];
  }
  for (std::size_t begin = 0; begin < records_.size();) {
    const DatedRecord& first = records_[begin];
    std::size_t end = begin;
    while (end < records_.size() && records_[end].day == first.day) ++end;
    days_.push_back(first.day);
    if (records_[end - 1].cycle == first.cycle) days_of_one_cycle_.emplace_back(first.cycle, first.day);
    begin = end;
  }
  std::sort(days_of_one_cycle_.begin(), days_of_one_cycle_.end());
}

const DatedRecord* DatedRecords::first_from(Date day, std::optional<std::uint32_t> without_cycle) const {
  const auto from = std::lower_bound(records_.begin(), records_.end(), day,
                                     [](const DatedRecord& record, Date wanted) { return record.day < wanted; });
  auto at = static_cast<std::size_t>(from - records_.begin());
  if (at < records_.size() && without_cycle == records_[at].cycle) at = next_of_other_[at];
  return at < records_.size() ? &records_[at] : nullptr;
}

std::size_t DatedRecords::days_before(Date day, std::optional<std::uint32_t> without_cycle) const {
  const auto all = std::lower_bound(days_.begin(), days_.end(), day) - days_.begin();
  if (!without_cycle) return static_cast<std::size_t>(all);
  const auto place_of = [&](Date border) {
    return std::lower_bound(days_of_one_cycle_.begin(), days_of_one_cycle_.end(), CycleDay{*without_cycle, border});
  };
  return static_cast<std::size_t>(all - (place_of(day) - place_of(Date{})));
}

}  // namespace redress::evaluate
