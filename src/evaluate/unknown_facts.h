// evaluate/unknown_facts.h: lists of unknown facts, in the order in which they were met, each fact once.
// Not here: what makes a fact unknown (condition.cc). Internal to the room; pure.
#pragma once

#include <vector>

#include "evaluate/decision.h"

namespace redress::evaluate {

void add_once(std::vector<UnknownFact>& facts, const UnknownFact& fact);
void add_each_once(std::vector<UnknownFact>& facts, const std::vector<UnknownFact>& more);  // linear in both
inline void add_all(std::vector<UnknownFact>& facts, const std::vector<UnknownFact>& more) {
  if (!more.empty()) add_each_once(facts, more);
}

// Those of `facts` that are among `others`, in their order. Cost: linear in both.
std::vector<UnknownFact> those_among(const std::vector<UnknownFact>& facts, const std::vector<UnknownFact>& others);

}  // namespace redress::evaluate
