// tally/merge_counts.h: counts added to counts, key by key, so that tallies merge in any order to the same result; and
// looked up. Not here: the tallies.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>

namespace redress::tally {

inline void merge_counts(std::uint64_t& into, std::uint64_t from) {
  into += from;
}

// A struct of counts says itself how it is added.
template <class Counts>
requires requires(Counts& into, const Counts& from) {
  into.merge(from);
}
void merge_counts(Counts& into, const Counts& from) {
  into.merge(from);
}

template <class Count, std::size_t n>
void merge_counts(std::array<Count, n>& into, const std::array<Count, n>& from) {
  for (std::size_t i = 0; i < n; ++i) merge_counts(into[i], from[i]);
}

// A key that never occurred counts 0.
template <class Key>
std::uint64_t counted(const std::map<Key, std::uint64_t>& counts, const Key& key) {
  const auto found = counts.find(key);
  return found == counts.end() ? 0 : found->second;
}

template <class Key, class Count, class Order>
void merge_counts(std::map<Key, Count, Order>& into, const std::map<Key, Count, Order>& from) {
  for (const auto& [key, count] : from) merge_counts(into[key], count);
}

}  // namespace redress::tally
