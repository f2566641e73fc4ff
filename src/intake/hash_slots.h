// intake/hash_slots.h: finds the items of one person by their hash: equal rows, counts, cases.
// Not here: the items themselves; a caller keeps them and says which are the same. Inside this room.
// One table serves person after person: to empty it costs nothing, and it is as small as the next person's rows allow.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace redress::intake {

// Letters folded, so that texts which compare equal have one hash.
std::size_t hash_ignoring_case(std::string_view text);

// Two hashes, or a hash and a number, as one.
constexpr std::size_t joined_hash(std::size_t a, std::size_t b) {
  std::uint64_t mixed =
      (static_cast<std::uint64_t>(a) ^ (static_cast<std::uint64_t>(b) + 0x9E3779B97F4A7C15U)) * 0xD6E8FEB86659FD93U;
  mixed ^= mixed >> 32U;
  return static_cast<std::size_t>(mixed * 0xD6E8FEB86659FD93U);
}

class HashSlots {
 public:
  // Forgets all items and makes room for `most`. Cost: constant, save where there never was room for so many.
  void reset(std::size_t most) {
    std::size_t slots = 4;
    while (slots < 2 * most) slots *= 2;
    mask_ = slots - 1;
    if (slots_.size() < slots) slots_.assign(slots, {});
    if (++round_ != 0) return;
    slots_.assign(slots_.size(), {});
    round_ = 1;
  }

  // The item of this hash for which `is_same(item)` holds.
  template <class IsSame>
  std::optional<std::uint32_t> find(std::size_t hash, IsSame is_same) const {
    const Slot& slot = slots_[slot_of(hash, is_same)];
    if (is_free(slot)) return std::nullopt;
    return slot.item;
  }

  // The same; where there is none, `item` is added and returned.
  // REQUIRES: fewer items than reset() made room for.
  template <class IsSame>
  std::uint32_t find_or_add(std::size_t hash, std::uint32_t item, IsSame is_same) {
    Slot& slot = slots_[slot_of(hash, is_same)];
    if (is_free(slot)) slot = {hash, item, round_};
    return slot.item;
  }

 private:
  struct Slot {
    std::size_t hash = 0;
    std::uint32_t item = 0;
    std::uint32_t round = 0;  // of an earlier reset: free
  };

  bool is_free(const Slot& slot) const { return slot.round != round_; }

  // Where that item stands, or the free slot where it would.
  template <class IsSame>
  std::size_t slot_of(std::size_t hash, IsSame is_same) const {
    std::size_t at = hash & mask_;
    while (!is_free(slots_[at]) && !(slots_[at].hash == hash && is_same(slots_[at].item))) at = (at + 1) & mask_;
    return at;
  }

  std::vector<Slot> slots_ = std::vector<Slot>(4);
  std::size_t mask_ = 3;  // as many of them as the items at hand need, a power of two, less one
  std::uint32_t round_ = 1;
};

}  // namespace redress::intake
