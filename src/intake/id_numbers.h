// intake/id_numbers.h: the number of each identifier, found by its hash.
// Not here: the identifiers; a caller keeps them and gives them by number. Inside this room; one thread at a time.
// Eight bytes a slot: the hash stands beside the number, so that an identifier is looked at only where it is probably
// the one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <optional>
#include <string_view>

#include "base/bytes_hash.h"
#include "base/same_bytes.h"
#include "intake/index_list.h"

namespace redress::intake {

class IdNumbers {
 public:
  explicit IdNumbers(std::pmr::memory_resource* memory) : slots_(64, memory) {}

  // The number under which the id was added. `id_of(number)` gives an id that was.
  template <class IdOf>
  std::optional<std::uint32_t> find(std::string_view id, IdOf id_of) const {
    const Slot& slot = slots_[slot_of(id, hash_of(id), id_of)];
    if (slot.number_1based == 0) return std::nullopt;
    return slot.number_1based - 1;
  }

  // The same; one that is new is added with `number`. REQUIRES: number < 2^32 - 1.
  template <class IdOf>
  std::uint32_t find_or_add(std::string_view id, std::uint32_t number, IdOf id_of) {
    const std::uint32_t hash = hash_of(id);
    Slot& slot = slots_[slot_of(id, hash, id_of)];
    if (slot.number_1based != 0) return slot.number_1based - 1;
    slot = {hash, number + 1};
    if (++count_ * 2 > slots_.size()) grow();
    return number;
  }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number_1based = 0;  // 0: free
  };

  static std::uint32_t hash_of(std::string_view id) {
    const std::size_t hash = hash_of_bytes(id);
    return static_cast<std::uint32_t>(hash ^ (hash >> 32U));
  }

  // Where the id stands, or the free slot where it would.
  template <class IdOf>
  std::size_t slot_of(std::string_view id, std::uint32_t hash, IdOf id_of) const {
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at].number_1based != 0 &&
           !(slots_[at].hash == hash && same_bytes(id_of(slots_[at].number_1based - 1), id))) {
      at = (at + 1) & (slots_.size() - 1);
    }
    return at;
  }

  void grow() {
    IndexList<Slot> old(slots_.size() * 2, slots_.get_allocator());
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.number_1based == 0) continue;
      std::size_t at = slot.hash & (slots_.size() - 1);
      while (slots_[at].number_1based != 0) at = (at + 1) & (slots_.size() - 1);
      slots_[at] = slot;
    }
  }

  IndexList<Slot> slots_;
  std::size_t count_ = 0;
};

}  // namespace redress::intake
