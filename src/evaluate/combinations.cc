#include "evaluate/combinations.h"

#include <algorithm>
#include <cstddef>
#include <deque>
#include <map>
#include <utility>

#include "base/calendar.h"
#include "evaluate/border_search.h"
#include "evaluate/possible.h"
#include "evaluate/unknown_facts.h"
#include "policy/plan/expression_parts.h"

namespace redress::evaluate {
namespace {

using policy::Expression;
using policy::Field;
using policy::Operation;
using policy::Owner;

constexpr std::size_t kMostCombinations = 4096;

// One unknown fact, and the values that stand for all it may have.
struct Split {
  UnknownFact fact;
  std::optional<std::size_t> declared;  // of the plan; nothing: the offense date
  std::vector<std::int64_t> values;     // of the offense date, days
};

class Combiner {
 public:
  Combiner(const policy::Plan& plan, const model::Person& person, const model::Conviction& conviction, Subject subject,
           ConditionWalker& walker, const std::vector<StepTrace>& walk, Date& until)
      : plan_(plan),
        person_(person),
        conviction_(conviction),
        subject_(subject),
        walker_(walker),
        walk_(walk),
        until_(until) {}

  std::optional<Combined> run() {
    find_splits();
    std::size_t combinations = 1;
    for (const Split& split : splits_) {
      combinations *= split.values.size();
      if (combinations > kMostCombinations) return std::nullopt;
    }
    if (splits_.empty()) return std::nullopt;
    may_hold_.assign(walk_.size(), false);
    assumed_.facts.assign(plan_.facts.size(), std::nullopt);
    walker_.assume(&assumed_);
    prepare_steps();
    places_.reserve(combinations);
    for (std::size_t i = 0; i < combinations; ++i) {
      i == 0 ? assume_first() : assume_next();
      stand();
      places_.push_back(place_of_standing());
    }
    walker_.assume(nullptr);
    Combined combined{steps_that_may_hold(), {}};
    if (!have_one_outcome(combined.steps)) combined.deciding = facts_that_decide();
    return combined;
  }

 private:
  // Steps that may hold in a combination, up to the first that certainly does.
  using Standing = std::vector<const StepTrace*>;

  void find_splits() {
    std::vector<UnknownFact> unknown;
    for (const StepTrace& trace : walk_) add_all(unknown, trace.unknown);
    for (const UnknownFact& fact : unknown) {
      if (fact.subject != subject_) continue;
      if (fact.kind == FactKind::kDeclared) split_declared(fact);
      const bool is_unknown_arrest = fact.kind == FactKind::kArrestDate && conviction_.arrest_date.span.is_every_day();
      const bool is_offense = fact.kind == FactKind::kOffenseDate || is_unknown_arrest;
      if (is_offense && person_.birth_date.is_known()) split_offense(fact);
    }
  }

  void split_declared(const UnknownFact& fact) {
    const auto declared = std::find_if(plan_.facts.begin(), plan_.facts.end(),
                                       [&](const policy::DeclaredFact& f) { return f.name == fact.needed; });
    const auto index = static_cast<std::size_t>(declared - plan_.facts.begin());
    const bool is_truth = declared->type == policy::DeclaredType::kYesNo;
    BorderSearch search(walker_, index, 0, is_truth ? 1 : std::int64_t{1} << 60);
    if (is_truth) search.add(1);
    search.add(0);
    add_split(fact, index, search);
  }

  void split_offense(const UnknownFact& fact) {
    const DateSpan span = offense_date(conviction_, plan_.leap);
    if (span.is_exact()) return;
    BorderSearch search(walker_, std::nullopt, to_days(span.first), to_days(span.last));
    search.add(to_days(span.first));
    search.add(to_days(span.last));
    add_split(fact, std::nullopt, search);
  }

  void add_split(const UnknownFact& fact, std::optional<std::size_t> declared, BorderSearch& search) {
    for (const StepTrace& trace : walk_) {
      if (trace.truth == Truth::kUnknown && !search.look_at(*plan_.steps[trace.step].when)) return;
    }
    until_ = std::min(until_, search.until());
    splits_.push_back({fact, declared, search.take_values()});
  }

  void choose(std::size_t split, std::size_t value) {
    chosen_[split] = value;
    if (const auto declared = splits_[split].declared) {
      assumed_.facts[*declared] = splits_[split].values[value];
    } else {
      assumed_.offense_date = from_days(splits_[split].values[value]);
    }
  }

  void assume_first() {
    for (std::size_t i = 0; i < splits_.size(); ++i) choose(i, 0);
  }

  // As a counter goes on, the first fact being its last digit.
  void assume_next() {
    for (std::size_t i = 0; i < splits_.size(); ++i) {
      const bool is_last = chosen_[i] + 1 == splits_[i].values.size();
      choose(i, is_last ? 0 : chosen_[i] + 1);
      if (!is_last) return;
    }
  }

  // A step in doubt is asked once for each combination of the facts that it asks for itself.
  void prepare_steps() {
    chosen_.resize(splits_.size());
    in_doubt_.resize(walk_.size());
    for (std::size_t i = 0; i < walk_.size(); ++i) {
      if (walk_[i].truth != Truth::kUnknown) continue;
      std::size_t combinations = 1;
      for (std::size_t split = 0; split < splits_.size(); ++split) {
        if (!asks_for(*plan_.steps[walk_[i].step].when, splits_[split])) continue;
        in_doubt_[i].splits.push_back(split);
        combinations *= splits_[split].values.size();
      }
      in_doubt_[i].traces.resize(combinations);
    }
  }

  static bool asks_for(const Expression& condition, const Split& split) {
    return policy::any_part(condition, [&](const Expression& part) {
      if (split.declared) return part.operation == Operation::kDeclaredFact && part.index == *split.declared;
      return part.operation == Operation::kFact && part.field == Field::kOffenseDate &&
             part.owner == Owner::kConviction;
    });
  }

  // A step that is certain without assumptions is so with any: only those in doubt are asked again.
  const StepTrace& trace_of(std::size_t i) {
    if (walk_[i].truth != Truth::kUnknown) return walk_[i];
    std::size_t own = 0;
    for (const std::size_t split : in_doubt_[i].splits) own = own * splits_[split].values.size() + chosen_[split];
    const StepTrace*& trace = in_doubt_[i].traces[own];
    if (trace == nullptr) trace = &ask_again(walk_[i].step);
    return *trace;
  }

  // Answers that say the same are one, because what follows from them is worked out once.
  const StepTrace& ask_again(std::size_t step) {
    Sight sight;
    StepTrace trace;
    trace.step = step;
    trace.truth = walker_.truth(*plan_.steps[step].when, sight);
    if (trace.truth == Truth::kUnknown) trace.unknown = std::move(sight.unknown);
    until_ = std::min(until_, sight.until);
    for (const StepTrace& known : asked_again_) {
      if (known.step == step && known.truth == trace.truth && known.unknown == trace.unknown) return known;
    }
    return asked_again_.emplace_back(std::move(trace));
  }

  void stand() {
    standing_.clear();
    for (std::size_t i = 0; i < walk_.size(); ++i) {
      const StepTrace& trace = trace_of(i);
      if (trace.truth == Truth::kNo) continue;
      may_hold_[i] = true;
      standing_.push_back(&trace);
      if (trace.truth == Truth::kYes) break;
    }
  }

  // Where the steps that stand are among those known: mostly those of the combination before.
  std::size_t place_of_standing() {
    if (!places_.empty() && *known_[places_.back()] == standing_) return places_.back();
    const auto [known, is_new] = place_of_.try_emplace(standing_, known_.size());
    if (is_new) known_.push_back(&known->first);
    return known->second;
  }

  // What steps that stand leave possible, as a number, the same for the same outcomes.
  std::size_t outcomes_of(const Standing& standing) {
    std::vector<std::size_t> outcomes;
    outcomes.reserve(standing.size());
    for (const StepTrace* trace : standing) add_outcome(plan_, outcomes, trace->step);
    std::sort(outcomes.begin(), outcomes.end());
    return outcome_numbers_.try_emplace(std::move(outcomes), outcome_numbers_.size()).first->second;
  }

  // Whether two combinations that differ in this fact only differ in what is possible.
  bool decides(std::size_t split, const std::vector<std::size_t>& outcomes) const {
    std::size_t stride = 1;
    for (std::size_t i = 0; i < split; ++i) stride *= splits_[i].values.size();
    const std::size_t values = splits_[split].values.size();
    for (auto same_others = outcomes.begin(); same_others != outcomes.end();) {
      for (std::size_t value = 1; value < values; ++value) {
        const auto next = same_others + static_cast<std::ptrdiff_t>(stride);
        if (!std::equal(same_others, next, next)) return true;
        same_others = next;
      }
      same_others += static_cast<std::ptrdiff_t>(stride);
    }
    return false;
  }

  std::vector<std::size_t> steps_that_may_hold() const {
    std::vector<std::size_t> steps;
    for (std::size_t i = 0; i < walk_.size(); ++i) {
      if (may_hold_[i]) steps.push_back(walk_[i].step);
    }
    return steps;
  }

  bool have_one_outcome(const std::vector<std::size_t>& steps) const {
    return std::all_of(steps.begin(), steps.end(), [&](std::size_t step) {
      return plan_.steps[step].outcome == plan_.steps[steps.front()].outcome;
    });
  }

  std::vector<UnknownFact> facts_that_decide() {
    std::vector<UnknownFact> deciding;
    std::vector<std::size_t> outcomes;  // by place of the steps that stand
    for (const Standing* standing : known_) {
      add_deciding_facts(plan_, *standing, deciding);
      outcomes.push_back(outcomes_of(*standing));
    }
    for (std::size_t& place : places_) place = outcomes[place];
    for (std::size_t i = 0; i < splits_.size(); ++i) {
      if (decides(i, places_)) add_once(deciding, splits_[i].fact);
    }
    std::vector<UnknownFact> of_walk;
    add_deciding_facts(plan_, walk_, of_walk);
    std::vector<UnknownFact> in_order = those_among(of_walk, deciding);
    add_all(in_order, deciding);
    return in_order;
  }

  const policy::Plan& plan_;
  const model::Person& person_;
  const model::Conviction& conviction_;
  Subject subject_;
  ConditionWalker& walker_;
  const std::vector<StepTrace>& walk_;
  std::vector<Split> splits_;
  Assumptions assumed_;
  // What a step in doubt comes to, by combination of the facts that it asks for.
  struct StepInDoubt {
    std::vector<std::size_t> splits;
    std::vector<const StepTrace*> traces;  // null: not asked yet
  };
  std::vector<StepInDoubt> in_doubt_;  // by place in the walk
  std::deque<StepTrace> asked_again_;  // each answer once: what the traces point to
  std::vector<std::size_t> chosen_;    // by split: which value is assumed
  std::vector<bool> may_hold_;         // by place in the walk
  Standing standing_;
  std::map<Standing, std::size_t> place_of_;                         // among the known; its order reaches no output
  std::vector<const Standing*> known_;                               // each once, in the order in which they came up
  std::vector<std::size_t> places_;                                  // by combination
  std::map<std::vector<std::size_t>, std::size_t> outcome_numbers_;  // of outcomes, sorted
  Date& until_;
};

}  // namespace

std::optional<Combined> combine(const policy::Plan& plan, const model::Person& person,
                                const model::Conviction& conviction, Subject subject, ConditionWalker& walker,
                                const std::vector<StepTrace>& walk, Date& until) {
  return Combiner(plan, person, conviction, subject, walker, walk, until).run();
}

}  // namespace redress::evaluate
