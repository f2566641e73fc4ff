#include "intake/hash_slots.h"

namespace redress::intake {

// FNV-1a: the texts are a date or a number of a few characters.
std::size_t hash_ignoring_case(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    hash = (hash ^ byte) * 0x100000001B3U;
  }
  return joined_hash(static_cast<std::size_t>(hash), 0);
}

}  // namespace redress::intake
