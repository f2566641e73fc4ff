// synth/sentence_plan.h: how an invented count of conviction is disposed of, and the parts of its sentence.
// Not here: the rest of the row (life.h). Plain values.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "synth/charges.h"
#include "synth/dice.h"

namespace redress::synth {

// `unit` is D, M or Y; empty where the part has no length, as a fine.
struct PlannedPart {
  std::string_view place;
  std::uint32_t length = 0;
  std::string_view unit;
};

struct SentencePlan {
  std::string_view disposition;  // begins with CONVICTED
  std::array<PlannedPart, 4> parts;
  std::size_t part_count = 0;  // at least 1
  bool is_confined = false;
};

SentencePlan draw_sentence(Dice& dice, Level level);

}  // namespace redress::synth
