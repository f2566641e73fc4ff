// intake/index_list.h: the lists of the index, in memory that the caller provides.
// Not here: where that memory comes from (run/index_memory.h). Inside this room and for whoever reads the index.
#pragma once

#include <cstddef>
#include <memory_resource>
#include <type_traits>
#include <vector>

namespace redress::intake {

// As std::pmr::polymorphic_allocator, save that a list which is moved takes its memory along, as an index does that is
// made in one place and kept in another.
template <class T>
struct IndexAllocator {
  using value_type = T;
  using propagate_on_container_move_assignment = std::true_type;
  using propagate_on_container_swap = std::true_type;

  IndexAllocator() = default;
  IndexAllocator(std::pmr::memory_resource* from) : memory(from) {}  // NOLINT: as its model
  template <class Other>
  IndexAllocator(const IndexAllocator<Other>& other) : memory(other.memory) {}  // NOLINT: as its model

  T* allocate(std::size_t count) { return static_cast<T*>(memory->allocate(count * sizeof(T), alignof(T))); }
  void deallocate(T* place, std::size_t count) { memory->deallocate(place, count * sizeof(T), alignof(T)); }

  template <class Other>
  friend bool operator==(const IndexAllocator& a, const IndexAllocator<Other>& b) {
    return a.memory == b.memory;
  }

  std::pmr::memory_resource* memory = std::pmr::get_default_resource();
};

template <class T>
using IndexList = std::vector<T, IndexAllocator<T>>;

}  // namespace redress::intake
