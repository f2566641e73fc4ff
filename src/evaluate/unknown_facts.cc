#include "evaluate/unknown_facts.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "base/bytes_hash.h"

namespace redress::evaluate {
namespace {

// Up to this many comparisons looking is quicker than hashing.
constexpr std::size_t kFewLooks = 256;

// Finds the facts of a list that may grow. Lists of a long record have thousands, and are put together again and again.
class FactTable {
 public:
  // The list must outlive this; it may grow to `most`.
  FactTable(const std::vector<UnknownFact>& facts, std::size_t most) : facts_(facts) {
    std::size_t slots = 16;
    while (slots < 2 * most) slots *= 2;
    places_1based_.resize(slots);
    for (std::size_t i = 0; i < facts.size(); ++i) add(i);
  }

  // REQUIRES: the fact stands at that place of the list.
  void add(std::size_t place) {
    std::uint32_t& slot = places_1based_[slot_of(facts_[place])];
    if (slot == 0) slot = static_cast<std::uint32_t>(place + 1);
  }

  bool has(const UnknownFact& fact) const { return places_1based_[slot_of(fact)] != 0; }

 private:
  static std::size_t hash_of(const UnknownFact& fact) {
    const std::size_t kinds = static_cast<std::size_t>(fact.subject.kind) << 16U |
                              static_cast<std::size_t>(fact.kind) << 8U | static_cast<std::size_t>(fact.doubt);
    return hash_of_bytes(fact.needed, static_cast<std::size_t>(fact.subject.index) << 24U | kinds);
  }

  // Where the fact stands, or the free slot where it would.
  std::size_t slot_of(const UnknownFact& fact) const {
    const std::size_t mask = places_1based_.size() - 1;
    std::size_t at = hash_of(fact) & mask;
    while (places_1based_[at] != 0 && facts_[places_1based_[at] - 1] != fact) at = (at + 1) & mask;
    return at;
  }

  const std::vector<UnknownFact>& facts_;
  std::vector<std::uint32_t> places_1based_;  // 0: free
};

}  // namespace

void add_once(std::vector<UnknownFact>& facts, const UnknownFact& fact) {
  if (std::find(facts.begin(), facts.end(), fact) == facts.end()) facts.push_back(fact);
}

void add_each_once(std::vector<UnknownFact>& facts, const std::vector<UnknownFact>& more) {
  if ((facts.size() + more.size()) * more.size() <= kFewLooks) {
    for (const UnknownFact& fact : more) add_once(facts, fact);
    return;
  }
  FactTable known(facts, facts.size() + more.size());
  for (const UnknownFact& fact : more) {
    if (known.has(fact)) continue;
    facts.push_back(fact);
    known.add(facts.size() - 1);
  }
}

std::vector<UnknownFact> those_among(const std::vector<UnknownFact>& facts, const std::vector<UnknownFact>& others) {
  std::vector<UnknownFact> among;
  if (facts.size() * others.size() <= kFewLooks) {
    std::copy_if(facts.begin(), facts.end(), std::back_inserter(among), [&](const UnknownFact& fact) {
      return std::find(others.begin(), others.end(), fact) != others.end();
    });
    return among;
  }
  const FactTable known(others, others.size());
  std::copy_if(facts.begin(), facts.end(), std::back_inserter(among),
               [&](const UnknownFact& fact) { return known.has(fact); });
  return among;
}

}  // namespace redress::evaluate
