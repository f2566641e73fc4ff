// tests/properties/property.h: a property held against drawn records: a fixed seed, a fixed number of records, and on a
// failure the seed and the smallest record found, as test code.
// Not here: how records are drawn (record_dice.h). RapidCheck does the shrinking; its own settings (RC_PARAMS) are not
// read, so that a run is the same everywhere.
#pragma once

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "properties/record_dice.h"
#include "properties/sketch.h"

namespace redress::testing {

struct Runs {
  std::uint64_t seed = 0;
  int records = 0;
};

// What is wrong, in words; nothing where the property holds. `dice` is the same whenever it is given a record.
using Property = std::function<std::optional<std::string>(const Sketch& sketch, Dice& dice)>;
using Draw = Sketch (*)(Dice&);

// Whether a sanitizer makes the records so few that what they reach says nothing.
bool are_records_few();

// One failed check where the property does not hold of some record.
void check_property(Runs runs, Draw draw, const Property& property);

}  // namespace redress::testing
