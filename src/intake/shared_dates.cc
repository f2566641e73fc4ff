#include "intake/shared_dates.h"

#include "base/text.h"

namespace redress::intake {

void SharedDates::begin_person(std::size_t counts) {
  slots_.reset(counts);
  entries_.clear();
}

std::uint32_t SharedDates::identity_of(std::uint32_t case_key, std::string_view text) {
  const auto next = static_cast<std::uint32_t>(entries_.size());
  const std::size_t hash = joined_hash(hash_ignoring_case(text), case_key);
  const std::uint32_t found = slots_.find_or_add(hash, next, [&](std::uint32_t i) {
    return entries_[i].case_key == case_key && equals_ignoring_case(entries_[i].text, text);
  });
  if (found == next) entries_.push_back({case_key, text});
  return found + 1;
}

}  // namespace redress::intake
