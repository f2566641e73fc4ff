// synth/mess.h: what goes wrong in real files, done to an invented life: bad dates, contradictions, unreadable charges,
// repeated, scattered and broken rows.
// Not here: the life as it should stand (life.h), bytes (row_writer.h). Changes rows in place.
#pragma once

#include <cstdint>

#include "synth/life.h"

namespace redress::synth {

inline constexpr std::uint32_t kMostPeopleBetween = 8;  // late rows stand at most so many people further down

// Each kind of mess comes about once in some hundred rows; rows that a reader must reject, about 15 in 10,000.
// The same seed and index give the same mess. REQUIRES: `life` came from invent_life with them.
void add_mess(std::uint64_t seed, std::uint64_t index, Life& life);

}  // namespace redress::synth
