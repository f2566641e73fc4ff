#include "intake/case_number_list.h"

#include "base/text.h"

namespace redress::intake {

void CaseNumberList::begin_person(std::size_t rows) {
  case_slots_.reset(rows);
  entry_slots_.reset(rows);
  entries_.clear();
}

void CaseNumberList::add(std::uint32_t case_key, std::string_view number, std::vector<model::CaseNumbers>& cases) {
  const auto next_entry = static_cast<std::uint32_t>(entries_.size());
  const std::size_t hash = joined_hash(hash_ignoring_case(number), case_key);
  const std::uint32_t entry = entry_slots_.find_or_add(hash, next_entry, [&](std::uint32_t i) {
    return entries_[i].case_key == case_key && equals_ignoring_case(entries_[i].number, number);
  });
  if (entry != next_entry) return;
  entries_.push_back({case_key, number});
  const auto next_case = static_cast<std::uint32_t>(cases.size());
  const std::uint32_t found = case_slots_.find_or_add(joined_hash(case_key, 0), next_case,
                                                      [&](std::uint32_t i) { return cases[i].case_key == case_key; });
  if (found == next_case) cases.push_back({case_key, {}});
  cases[found].numbers.emplace_back(number);
}

}  // namespace redress::intake
