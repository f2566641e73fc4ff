#include "evaluate/unknown_facts.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <string_view>
#include <unordered_set>

namespace redress::evaluate {
namespace {

// Up to this many comparisons looking is quicker than hashing.
constexpr std::size_t kFewLooks = 256;

struct FactHash {
  std::size_t operator()(const UnknownFact& fact) const {
    std::size_t hash = std::hash<std::string_view>{}(fact.needed);
    for (const std::size_t part : {std::size_t{fact.subject.index}, static_cast<std::size_t>(fact.subject.kind),
                                   static_cast<std::size_t>(fact.kind), static_cast<std::size_t>(fact.doubt)}) {
      hash = hash * 1'000'003 + part;
    }
    return hash;
  }
};

using FactSet = std::unordered_set<UnknownFact, FactHash>;  // asked only: its order reaches no output

}  // namespace

void add_once(std::vector<UnknownFact>& facts, const UnknownFact& fact) {
  if (std::find(facts.begin(), facts.end(), fact) == facts.end()) facts.push_back(fact);
}

void add_each_once(std::vector<UnknownFact>& facts, const std::vector<UnknownFact>& more) {
  if ((facts.size() + more.size()) * more.size() <= kFewLooks) {
    for (const UnknownFact& fact : more) add_once(facts, fact);
    return;
  }
  FactSet known(facts.begin(), facts.end());
  for (const UnknownFact& fact : more) {
    if (known.insert(fact).second) facts.push_back(fact);
  }
}

std::vector<UnknownFact> those_among(const std::vector<UnknownFact>& facts, const std::vector<UnknownFact>& others) {
  const FactSet known(others.begin(), others.end());
  std::vector<UnknownFact> among;
  std::copy_if(facts.begin(), facts.end(), std::back_inserter(among),
               [&](const UnknownFact& fact) { return known.count(fact) > 0; });
  return among;
}

}  // namespace redress::evaluate
