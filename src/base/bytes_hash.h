// base/bytes_hash.h: a quick hash of bytes, for tables that live in memory only.
// Not here: checksums (write/checksum.h). No output depends on it, nor on the order that it gives. Bottom of the house;
// pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace redress {

namespace bytes_hash_parts {

inline std::uint64_t word_at(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

// Both halves of the product of two words, so that every bit of either reaches the result.
inline std::uint64_t folded_product(std::uint64_t a, std::uint64_t b) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

}  // namespace bytes_hash_parts

// Equal bytes have one hash. `seed`: a hash or a number that is mixed in, for texts of several pieces.
// Cost: linear in the bytes, sixteen at a time.
inline std::size_t hash_of_bytes(std::string_view bytes, std::size_t seed = 0) {
  using bytes_hash_parts::folded_product;
  using bytes_hash_parts::word_at;
  constexpr std::uint64_t kFirst = 0x9E3779B97F4A7C15U;
  constexpr std::uint64_t kSecond = 0xD6E8FEB86659FD93U;
  constexpr std::uint64_t kThird = 0xA0761D6478BD642FU;
  constexpr std::size_t kStep = 16;
  const char* at = bytes.data();
  std::size_t left = bytes.size();
  std::uint64_t hash = folded_product(seed ^ kSecond, kThird) ^ (left * kFirst);
  for (; left > kStep; left -= kStep, at += kStep) {
    hash = folded_product(word_at(at) ^ kFirst, word_at(at + 8) ^ hash ^ kSecond);
  }
  std::uint64_t low = 0;
  std::uint64_t high = 0;
  if (left >= 8) {
    low = word_at(at);
    high = word_at(at + left - 8);
  } else {
    for (std::size_t i = 0; i < left; ++i) low = low << 8U | static_cast<unsigned char>(at[i]);
  }
  return static_cast<std::size_t>(folded_product(folded_product(low ^ kFirst, high ^ hash ^ kSecond), kThird));
}

}  // namespace redress
