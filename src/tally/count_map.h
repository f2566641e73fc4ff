// tally/count_map.h: counts by key, in the order of the keys, that finds what was counted lately without a search.
// Not here: which keys (keys.h). A search asks at each step what no processor guesses, and every person is counted
// under a dozen keys. One thread at a time.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "base/bytes_hash.h"
#include "base/same_bytes.h"
#include "tally/keys.h"

namespace redress::tally {

// Which slot a key remembers its count in. No output depends on it.
struct KeySlot {
  std::size_t operator()(std::size_t index) const { return index; }
  std::size_t operator()(std::optional<int> year) const { return static_cast<std::size_t>(year.value_or(-1)) / 10; }
  std::size_t operator()(std::string_view text) const { return hash_of_bytes(text); }
  std::size_t operator()(const SectionKey& key) const {
    return hash_of_bytes(key.number, static_cast<std::size_t>(key.state));
  }
};

// A text is looked for without making it a std::string.
template <class Key, class Count>
using OrderedCounts =
    std::map<Key, Count, std::conditional_t<std::is_same_v<Key, std::string>, std::less<>, std::less<Key>>>;

// A std::map to whoever reads it.
template <class Key, class Count, class Slot = KeySlot>
class CountMap : public OrderedCounts<Key, Count> {
 public:
  using Map = OrderedCounts<Key, Count>;

  CountMap() = default;
  ~CountMap() = default;
  CountMap(std::initializer_list<typename Map::value_type> counts) : Map(counts) {}
  // What is remembered points into one map's own entries.
  CountMap(const CountMap& other) : Map(other) {}
  CountMap(CountMap&& other) noexcept : Map(std::move(other)) { other.remembered_ = {}; }
  CountMap& operator=(CountMap other) noexcept {
    Map::swap(other);
    remembered_ = {};
    return *this;
  }

  // Without one entry. What std::map has besides to take entries away would leave behind what is remembered of them.
  void erase(typename Map::const_iterator entry) {
    remembered_ = {};
    Map::erase(entry);
  }
  void clear() = delete;
  template <class What>
  void extract(What&&) = delete;
  template <class Other>
  void merge(Other&&) = delete;
  template <class Other>
  void swap(Other&&) = delete;

  // The count of the key: nothing yet where it was never counted. Cost: a look where it was counted lately.
  template <class Like>
  Count& count_of(const Like& key) {
    Entry*& entry = remembered_[Slot{}(key) % kSlots];
    if (entry == nullptr || !is_same(entry->first, key)) entry = &*found_or_made(key);
    return entry->second;
  }

 private:
  using Entry = typename Map::value_type;
  static constexpr std::size_t kSlots = 64;

  template <class Like>
  static bool is_same(const Key& key, const Like& other) {
    if constexpr (std::is_same_v<Key, std::string>) {
      return same_bytes(key, other);
    } else {
      return key == other;
    }
  }

  template <class Like>
  typename Map::iterator found_or_made(const Like& key) {
    const auto found = this->lower_bound(key);
    if (found != this->end() && is_same(found->first, key)) return found;
    return this->emplace_hint(found, Key(key), Count{});
  }

  std::array<Entry*, kSlots> remembered_{};
};

}  // namespace redress::tally
