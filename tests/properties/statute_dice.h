// tests/properties/statute_dice.h: records of invented people for the statute: its charges with their letters, arrests
// known, vague and unknown, companion counts, priors around arrest and conviction, relief already entered.
// Not here: what the statute gives (statute_oracle.h), shrinking (sketch.h).
#pragma once

#include "properties/record_dice.h"
#include "properties/sketch.h"

namespace redress::testing {

// Birth date, levels, charges and conviction dates are all known.
Sketch draw_statute_record(Dice& dice);

// The same with the birth date or the level of one count vague or unknown.
Sketch draw_doubtful_statute_record(Dice& dice);

}  // namespace redress::testing
