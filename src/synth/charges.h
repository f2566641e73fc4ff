// synth/charges.h: the charges that invented people meet, each in the spellings that record keepers use.
// Not here: what a charge means for relief; spellings nobody can read (word_lists.h). Tables; no state.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "synth/dice.h"

namespace redress::synth {

enum class Level : std::uint8_t { kFelony, kMisdemeanor, kInfraction };

// One charge. All spellings name the same sections; some leave a subdivision out, or the code where the rest tells.
struct Charge {
  std::span<const std::string_view> spellings;
  Level level = Level::kFelony;  // the usual one
  Level rarer_level = Level::kFelony;
  std::uint8_t rarer_percent = 0;
  std::uint16_t weight = 1;  // how often, beside the others of its list
};

std::span<const Charge> prop64_charges();     // HS 11357 to 11360
std::span<const Charge> other_charges();      // everyday ones, those related to Prop 64 among them
std::span<const Charge> serious_charges();    // violent felonies that bar relief
std::span<const Charge> registrable_charges();  // sex offenses
std::span<const Charge> gang_charges();       // offenses that bar relief beside gang_enhancement()
const Charge& gang_enhancement();
std::span<const std::string_view> sex_registrations();    // charge texts of a registration under PC 290
std::span<const std::string_view> other_registrations();  // of registrations that are none

// One of the list, by weight. REQUIRES: not empty. Linear in the list.
const Charge& pick_charge(Dice& dice, std::span<const Charge> list);

// "FELONY" and "F".
std::string_view level_word(Level level);
std::string_view level_letter(Level level);

}  // namespace redress::synth
