// base/truth.h: the three truths and Kleene's tables for them.
// Not here: why something is unknown (model/known.h) or what follows from it (evaluate). Bottom of the house.
#pragma once

#include <cstdint>

namespace redress {

enum class Truth : std::uint8_t { kNo, kYes, kUnknown };

constexpr Truth truth_of(bool holds) { return holds ? Truth::kYes : Truth::kNo; }

constexpr Truth operator!(Truth a) {
  if (a == Truth::kUnknown) return a;
  return a == Truth::kYes ? Truth::kNo : Truth::kYes;
}

// No beats unknown beats yes.
constexpr Truth kleene_and(Truth a, Truth b) {
  if (a == Truth::kNo || b == Truth::kNo) return Truth::kNo;
  return a == Truth::kYes && b == Truth::kYes ? Truth::kYes : Truth::kUnknown;
}

// Yes beats unknown beats no.
constexpr Truth kleene_or(Truth a, Truth b) { return !kleene_and(!a, !b); }

}  // namespace redress
