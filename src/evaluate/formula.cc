#include "evaluate/formula.h"

#include <algorithm>
#include <utility>

#include "evaluate/unknown_facts.h"
#include "policy/check/implication.h"

namespace redress::evaluate {
namespace {

bool is_same(const UnknownPart& a, const UnknownPart& b) {
  if (a.record != b.record || a.second != b.second || a.set != b.set) return false;
  if (a.asked == nullptr || b.asked == nullptr) return a.asked == b.asked;
  return a.asked == b.asked || policy::same_meaning(*a.asked, *b.asked);
}

}  // namespace

std::size_t Formula::add(Node node) {
  nodes_.push_back(std::move(node));
  return nodes_.size() - 1;
}

void Formula::settle(std::size_t mark, Truth truth) {
  open_.resize(mark);
  open_.push_back(add({Kind::kSettled, truth == Truth::kYes, 0, {}}));
}

void Formula::join(std::size_t mark, Kind kind) {
  const auto first = open_.begin() + static_cast<std::ptrdiff_t>(mark);
  Node node{kind, false, 0, {first, open_.end()}};
  open_.resize(mark);
  open_.push_back(add(std::move(node)));
}

void Formula::ask(std::size_t mark, UnknownPart part) {
  if (is_too_large()) return settle(mark, Truth::kNo);
  auto found =
      std::find_if(parts_.begin(), parts_.end(), [&](const UnknownPart& known) { return is_same(known, part); });
  if (found == parts_.end()) {
    found = parts_.insert(parts_.end(), std::move(part));
  } else {
    add_all(found->facts, part.facts);
  }
  open_.resize(mark);
  open_.push_back(add({Kind::kPart, false, static_cast<std::size_t>(found - parts_.begin()), {}}));
}

bool Formula::holds(std::size_t node, std::uint32_t true_parts) const {
  const Node& one = nodes_[node];
  const auto part_holds = [&](std::size_t part) { return holds(part, true_parts); };
  switch (one.kind) {
    case Kind::kSettled: return one.holds;
    case Kind::kPart: return (true_parts >> one.part & 1U) != 0;
    case Kind::kAnd: return std::all_of(one.parts.begin(), one.parts.end(), part_holds);
    case Kind::kOr: return std::any_of(one.parts.begin(), one.parts.end(), part_holds);
    case Kind::kNot: break;
  }
  return !part_holds(one.parts.front());
}

std::vector<UnknownFact> Formula::those_that_matter(const policy::Plan& plan, std::span<const std::size_t> steps,
                                                    const std::vector<UnknownFact>& facts) const {
  if (is_too_large()) return facts;
  std::vector<std::size_t> outcomes;  // by the set of parts that are true
  for (std::uint32_t true_parts = 0; true_parts < 1U << parts_.size(); ++true_parts) {
    std::size_t step = 0;
    while (step + 1 < steps.size() && !holds(open_[step], true_parts)) ++step;
    outcomes.push_back(plan.steps[steps[step]].outcome);
  }
  const auto matters = [&](const UnknownFact& fact) {
    std::uint32_t its_parts = 0;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      const std::vector<UnknownFact>& own = parts_[i].facts;
      if (std::find(own.begin(), own.end(), fact) != own.end()) its_parts |= 1U << i;
    }
    if (its_parts == 0) return true;  // it came from elsewhere
    for (std::uint32_t true_parts = 0; true_parts < outcomes.size(); ++true_parts) {
      if (outcomes[true_parts] != outcomes[true_parts & ~its_parts]) return true;
    }
    return false;
  };
  std::vector<UnknownFact> left;
  std::copy_if(facts.begin(), facts.end(), std::back_inserter(left), matters);
  return left.empty() ? facts : left;
}

}  // namespace redress::evaluate
