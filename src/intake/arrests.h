// intake/arrests.h: the arrest rows of a person, by cycle.
// Not here: what an arrest date means for a conviction (model/arrest.h). Inside this room.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "model/known.h"

namespace redress::intake {

class Arrests {
 public:
  void clear() { rows_.clear(); }
  void add(std::uint32_t cycle, const model::DateFact& date) { rows_.push_back({cycle, date}); }

  // After the last row.
  void put_in_order();

  // The earliest arrest of the cycle; nothing without a row that says one. REQUIRES: put_in_order() was called.
  std::optional<model::DateFact> earliest_of(std::uint32_t cycle) const;

 private:
  std::vector<std::pair<std::uint32_t, model::DateFact>> rows_;  // after put_in_order: one for each cycle, sorted
};

}  // namespace redress::intake
