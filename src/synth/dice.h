// synth/dice.h: random numbers that are the same on every machine, forever: splitmix64, and choices made from it.
// Not here: what is chosen. Foundation of synth; plain values. (The distributions of std differ between libraries.)
#pragma once

#include <cstddef>
#include <cstdint>

namespace redress::synth {

// The finalizer of splitmix64: every bit of the answer depends on every bit of `value`.
constexpr std::uint64_t mixed(std::uint64_t value) {
  value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9U;
  value = (value ^ (value >> 27)) * 0x94D049BB133111EBU;
  return value ^ (value >> 31);
}

// The start for one person and one purpose, so that what is thrown for one changes nothing for another.
constexpr std::uint64_t start_of(std::uint64_t seed, std::uint64_t person, std::uint64_t purpose) {
  return mixed(mixed(mixed(seed + 0x9E3779B97F4A7C15U) + person) + purpose);
}

// A stream of throws. Not thread-safe; copies go on alike.
class Dice {
 public:
  explicit constexpr Dice(std::uint64_t start) : state_(start) {}

  constexpr std::uint64_t next() { return mixed(state_ += 0x9E3779B97F4A7C15U); }

  // 0 to sides - 1. REQUIRES: sides >= 1.
  constexpr std::uint32_t below(std::uint32_t sides) {
    return static_cast<std::uint32_t>(((next() >> 32) * sides) >> 32);
  }

  // first to last, both included. REQUIRES: first <= last, less than 2^32 apart.
  constexpr std::int64_t between(std::int64_t first, std::int64_t last) {
    return first + static_cast<std::int64_t>(below(static_cast<std::uint32_t>(last - first + 1)));
  }

  // Yes in `part` of 10,000 throws.
  constexpr bool chance(std::uint32_t part) { return below(10'000) < part; }

  // One of a list. REQUIRES: not empty.
  template <class List>
  constexpr const auto& pick(const List& list) {
    return list[below(static_cast<std::uint32_t>(list.size()))];
  }

 private:
  std::uint64_t state_;
};

}  // namespace redress::synth
