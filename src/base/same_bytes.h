// base/same_bytes.h: whether two texts are the same, for short ones that are compared millions of times.
// Not here: texts without regard to case (text.h). Bottom of the house; pure.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace redress {

namespace same_bytes_parts {

template <class Word>
bool begin_with_same(const char* a, const char* b) {
  Word one = 0;
  Word other = 0;
  std::memcpy(&one, a, sizeof one);
  std::memcpy(&other, b, sizeof other);
  return one == other;
}

}  // namespace same_bytes_parts

// As a == b. Up to 16 bytes without a call: as a word from the front and one up to the back.
inline bool same_bytes(std::string_view a, std::string_view b) {
  using same_bytes_parts::begin_with_same;
  const std::size_t size = a.size();
  if (size != b.size()) return false;
  if (size > 16) return std::memcmp(a.data(), b.data(), size) == 0;
  if (size >= 8) {
    return begin_with_same<std::uint64_t>(a.data(), b.data()) &&
           begin_with_same<std::uint64_t>(a.data() + size - 8, b.data() + size - 8);
  }
  if (size >= 4) {
    return begin_with_same<std::uint32_t>(a.data(), b.data()) &&
           begin_with_same<std::uint32_t>(a.data() + size - 4, b.data() + size - 4);
  }
  if (size >= 2) {
    return begin_with_same<std::uint16_t>(a.data(), b.data()) &&
           begin_with_same<std::uint16_t>(a.data() + size - 2, b.data() + size - 2);
  }
  return size == 0 || a.front() == b.front();
}

}  // namespace redress
