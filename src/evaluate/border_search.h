// evaluate/border_search.h: the few values of an unknown fact that stand for all it may have: where comparisons with it
// change.
// Not here: combining the values of several facts (combinations.h). Internal to the room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "evaluate/condition.h"
#include "policy/plan/expression.h"

namespace redress::evaluate {

// The borders of one fact, as far as the conditions that are looked at show them. The walker must outlive it.
class BorderSearch {
 public:
  // `declared`: the place of the fact in the plan; nothing: the offense date, in days. Values are of least..most.
  BorderSearch(ConditionWalker& walker, std::optional<std::size_t> declared, std::int64_t least, std::int64_t most)
      : walker_(walker), declared_(declared), least_(least), most_(most) {}

  // False where the fact is asked in a way for which no few values can stand.
  bool look_at(const policy::Expression& condition);

  // One that stands for itself.
  void add(std::int64_t value) {
    if (value >= least_ && value <= most_) values_.push_back(value);
  }

  // In order, each once. Nothing is left.
  std::vector<std::int64_t> take_values();

  Date until() const { return sight_.until; }  // the last day up to which the borders are the same

 private:
  bool is_asked(const policy::Expression& part) const;
  bool holds(const policy::Expression& part) const;
  bool look_at_comparison(const policy::Expression& comparison);
  void add_around(std::int64_t border);

  ConditionWalker& walker_;
  std::optional<std::size_t> declared_;
  std::int64_t least_;
  std::int64_t most_;
  std::vector<std::int64_t> values_;
  Sight sight_;
};

}  // namespace redress::evaluate
