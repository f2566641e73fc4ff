// write/json/impact_tables.h: people and convictions in scope by race, sex, age and decade, as tables of summary.json.
// Not here: the rest of the summary (summary.h), counting (tally). Inside the room; pure.
#pragma once

#include <nlohmann/json.hpp>

#include "policy/plan/plan.h"
#include "tally/tally.h"

namespace redress::write {

// People by race, sex and age; then their convictions by what became of them, by decade too.
nlohmann::ordered_json impact_section(const policy::Plan& plan, const tally::Tally& tally);

}  // namespace redress::write
