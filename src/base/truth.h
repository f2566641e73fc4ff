// base/truth.h: the three truths and Kleene's tables for them.
// Not here: why something is unknown (model/known.h) or what follows from it (evaluate). Bottom of the house.
#pragma once

#include <cstdint>

namespace redress {

// In Kleene's order, so that "and" is the least and "or" the most: neither asks anything that a processor must guess.
enum class Truth : std::uint8_t { kNo, kUnknown, kYes };

constexpr Truth truth_of(bool holds) { return holds ? Truth::kYes : Truth::kNo; }

constexpr Truth operator!(Truth a) {
  return static_cast<Truth>(static_cast<int>(Truth::kYes) - static_cast<int>(a));
}

// No beats unknown beats yes.
constexpr Truth kleene_and(Truth a, Truth b) {
  return a < b ? a : b;
}

// Yes beats unknown beats no.
constexpr Truth kleene_or(Truth a, Truth b) {
  return a < b ? b : a;
}

}  // namespace redress
