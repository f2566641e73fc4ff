// tests/properties/record_dice.h: records of invented people, drawn by chance from a seed, full of border days.
// Not here: shrinking (sketch.h), what is checked (the tests).
#pragma once

#include <rapidcheck.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "properties/sketch.h"
#include "redress/date.h"

namespace redress::testing {

class Dice {
 public:
  explicit Dice(const rc::Random& random) : random_(random) {}

  std::size_t below(std::size_t count) { return static_cast<std::size_t>(random_.next() % count); }  // count > 0
  int between(int low, int high) { return low + static_cast<int>(below(static_cast<std::size_t>(high - low + 1))); }
  bool chance(int percent) { return between(1, 100) <= percent; }
  template <class List>
  const auto& pick(const List& list) {
    return list[below(list.size())];
  }

 private:
  rc::Random random_;
};

// The day on which all properties are held, and the county of the run.
inline constexpr Date kDay{2019, 11, 11};
inline constexpr std::string_view kHome = "LOS ANGELES";

// "20191111".
std::string compact(Date date);

// A record in which every fact that a county policy asks for is known.
Sketch draw_whole_record(Dice& dice);

// The same with rows that disagree, partial dates, unreadable cells and doubtful charges here and there.
Sketch draw_record(Dice& dice);

}  // namespace redress::testing
