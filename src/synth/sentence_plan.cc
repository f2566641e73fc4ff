#include "synth/sentence_plan.h"

namespace redress::synth {
namespace {

constexpr std::array<std::uint32_t, 8> kJailDays{2, 5, 10, 30, 60, 90, 180, 365};
constexpr std::array<std::uint32_t, 5> kProbationMonths{12, 18, 24, 36, 60};
constexpr std::array<std::uint32_t, 6> kPrisonYears{1, 2, 3, 4, 6, 8};
constexpr std::array<std::uint32_t, 4> kPrisonMonths{16, 20, 24, 32};

void add_part(SentencePlan& plan, PlannedPart part) { plan.parts[plan.part_count++] = part; }

void add_jail(Dice& dice, SentencePlan& plan) {
  plan.is_confined = true;
  add_part(plan, {"JAIL", dice.pick(kJailDays), "D"});
}

void add_probation(Dice& dice, SentencePlan& plan) {
  if (dice.chance(4000)) {
    add_part(plan, {"PROBATION", static_cast<std::uint32_t>(dice.between(1, 5)), "Y"});
  } else {
    add_part(plan, {"PROBATION", dice.pick(kProbationMonths), "M"});
  }
}

void add_prison(Dice& dice, SentencePlan& plan) {
  plan.is_confined = true;
  if (dice.chance(4000)) {
    add_part(plan, {"PRISON", dice.pick(kPrisonMonths), "M"});
  } else {
    add_part(plan, {"PRISON", dice.pick(kPrisonYears), "Y"});
  }
}

void draw_parts(Dice& dice, Level level, SentencePlan& plan) {
  const std::uint32_t mark = dice.below(100);
  plan.disposition = "CONVICTED";
  if (level == Level::kInfraction) return;
  if (level == Level::kFelony && mark < 22) {
    plan.disposition = "CONVICTED-PRISON";
    add_prison(dice, plan);
  } else if (mark < 55) {
    plan.disposition = "CONVICTED-PROB/JAIL";
    add_probation(dice, plan);
    add_jail(dice, plan);
  } else if (mark < 75) {
    plan.disposition = "CONVICTED-PROBATION";
    add_probation(dice, plan);
  } else if (mark < 92) {
    plan.disposition = "CONVICTED-JAIL";
    add_jail(dice, plan);
  }
}

}  // namespace

SentencePlan draw_sentence(Dice& dice, Level level) {
  SentencePlan plan;
  draw_parts(dice, level, plan);
  if (dice.chance(3500)) add_part(plan, {"FINE", 0, {}});
  if (dice.chance(800)) add_part(plan, {"WORK PROJECT", static_cast<std::uint32_t>(dice.between(2, 30)), "D"});
  if (plan.part_count == 0) add_part(plan, {});
  return plan;
}

}  // namespace redress::synth
