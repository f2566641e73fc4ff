#include "run/carried_results.h"

#include <algorithm>
#include <utility>

namespace redress::run {

void CarriedResults::keep(std::size_t batch, std::size_t person, bool is_long_record, CarriedResult result) {
  const std::lock_guard lock(mutex_);
  if (!is_undecided_.empty() && is_undecided_[person]) return;
  const std::uint64_t bytes = bytes_of(result);
  if (bytes_ + bytes > most_bytes_ && !is_long_record) {
    is_undecided_.resize(people_);
    is_undecided_[person] = true;
    return;
  }
  bytes_ += bytes;
  by_batch_[batch].push_back(std::move(result));
}

std::vector<CarriedResult> CarriedResults::take(std::size_t batch) {
  const std::lock_guard lock(mutex_);
  const auto kept = by_batch_.find(batch);
  if (kept == by_batch_.end()) return {};
  std::vector<CarriedResult> results = std::move(kept->second);
  by_batch_.erase(kept);
  for (const CarriedResult& result : results) bytes_ -= bytes_of(result);
  return results;
}

void CarriedResults::leave_undecided(std::vector<std::uint32_t>& people) {
  const std::lock_guard lock(mutex_);
  std::erase_if(people, [&](std::uint32_t person) { return is_undecided_.empty() || !is_undecided_[person]; });
}

bool CarriedResults::has_undecided() {
  const std::lock_guard lock(mutex_);
  return !is_undecided_.empty();
}

}  // namespace redress::run
