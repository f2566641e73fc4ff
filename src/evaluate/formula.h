// evaluate/formula.h: an unknown condition as and, or, not over parts that are unknown by themselves, to find the facts
// that cannot matter: in "A or (A and B)", B.
// Not here: writing it down while a condition is walked (condition.cc). Internal to the room; pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "evaluate/decision.h"
#include "policy/plan/expression.h"
#include "policy/plan/plan.h"

namespace redress::evaluate {

// A part that is unknown by itself. Two that ask the same of the same record are one: they have one truth.
struct UnknownPart {
  const policy::Expression* asked = nullptr;  // null: membership in a set's list; else what is asked
  std::optional<std::size_t> set;             // of membership: the plan's set; nothing for registrations
  std::optional<Subject> record, second;      // the record that is `it`; nothing where the part does not ask for it
  std::vector<UnknownFact> facts;             // that would settle it
};

// Written in the order in which a condition is walked: each part leaves one node, which later nodes take up.
class Formula {
 public:
  enum class Kind : std::uint8_t { kSettled, kPart, kAnd, kOr, kNot };

  // How many nodes stand there that no other has taken up.
  std::size_t open() const { return open_.size(); }

  // Whether there are too many parts to try: what is written down from then on is of no use.
  bool is_too_large() const { return parts_.size() > kMostParts; }

  // Each replaces the open nodes from `mark` on by one.
  void settle(std::size_t mark, Truth truth);
  void join(std::size_t mark, Kind kind);
  void ask(std::size_t mark, UnknownPart part);

  // REQUIRES: open() is the number of steps; step i stands at open node i.
  // Of `facts` those without which some other knowledge could not leave several outcomes; a fact is left out only where
  // the outcome is the same whatever it is, for every truth of all other parts. All where there are too many parts.
  std::vector<UnknownFact> those_that_matter(const policy::Plan& plan, std::span<const std::size_t> steps,
                                             const std::vector<UnknownFact>& facts) const;

 private:
  // Every combination of truths is tried: past this many parts that costs more than a spare name in a list.
  static constexpr std::size_t kMostParts = 10;

  struct Node {
    Kind kind = Kind::kSettled;
    bool holds = false;              // of kSettled
    std::size_t part = 0;            // of kPart
    std::vector<std::size_t> parts;  // of the others: nodes
  };

  std::size_t add(Node node);
  bool holds(std::size_t node, std::uint32_t true_parts) const;

  std::vector<Node> nodes_;
  std::vector<std::size_t> open_;
  std::vector<UnknownPart> parts_;
};

}  // namespace redress::evaluate
