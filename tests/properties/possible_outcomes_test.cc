// The possible outcomes against brute force: every unknown fact given each value that it may have, every such record
// answered. Source: policy-language, "Meaning" 3: "The set may be too wide, never too narrow."
// Each step is judged by itself, so that a fact which two steps ask about may leave an outcome possible that no single
// value of it gives: there the set may be wider than brute force. Everywhere else it is exactly the same.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "properties/answers.h"
#include "properties/doubts.h"
#include "properties/property.h"

namespace redress::testing {
namespace {

using evaluate::Answer;
using evaluate::Decision;

constexpr std::size_t kMostWorlds = 100;

struct Worlds {
  Sketch doubtful;
  std::vector<Doubt> doubts;
  std::vector<Sketch> sketches;
  bool are_all = true;  // of the values tried; else a sample of their combinations
};

Worlds worlds_of(const Sketch& sketch, int doubts, Dice& dice) {
  Worlds worlds;
  worlds.doubtful = sketch;
  for (int turn = 0; turn < doubts; ++turn) {
    const std::vector<Doubt> choices = doubts_of(worlds.doubtful);
    if (choices.empty()) break;
    const Doubt& doubt = dice.pick(choices);
    const auto is_same = [&](const Doubt& other) { return are_of_one_fact(doubt, other); };
    if (std::any_of(worlds.doubts.begin(), worlds.doubts.end(), is_same)) continue;
    worlds.doubtful = with(std::move(worlds.doubtful), doubt.edits);
    worlds.doubts.push_back(doubt);
  }
  worlds.sketches.push_back(worlds.doubtful);
  for (const Doubt& doubt : worlds.doubts) {
    const std::vector<Edits> values = values_of(worlds.doubtful, doubt, years_asked());
    std::vector<Sketch> next;
    for (const Sketch& world : worlds.sketches) {
      for (const Edits& value : values) next.push_back(with(world, value));
    }
    worlds.sketches = std::move(next);
    while (worlds.sketches.size() > kMostWorlds) {
      worlds.are_all = false;
      std::vector<Sketch> half;
      for (std::size_t i = 0; i < worlds.sketches.size(); i += 2) half.push_back(std::move(worlds.sketches[i]));
      worlds.sketches = std::move(half);
    }
  }
  return worlds;
}

bool is_shared_by_counts(const Sketch& sketch, const Doubt& doubt) {
  return std::any_of(doubt.rows.begin(), doubt.rows.end(), [&](std::size_t row) {
    return sketch.rows[row].count() != sketch.rows[doubt.rows.front()].count();
  });
}

// Whether no unknown fact is asked about by two steps whose truth it leaves open.
bool are_independent(const Worlds& worlds, const Decision& decision) {
  std::vector<evaluate::UnknownFact> seen;
  std::size_t open_steps = 0;
  for (const evaluate::StepTrace& step : decision.steps) {
    if (step.truth != Truth::kUnknown) continue;
    ++open_steps;
    for (const evaluate::UnknownFact& fact : step.unknown) {
      if (std::find(seen.begin(), seen.end(), fact) != seen.end()) return false;
    }
    seen.insert(seen.end(), step.unknown.begin(), step.unknown.end());
  }
  // Several counts may share one date: then their facts are one.
  return open_steps <= 1 || std::none_of(worlds.doubts.begin(), worlds.doubts.end(), [&](const Doubt& doubt) {
           return is_shared_by_counts(worlds.doubtful, doubt);
         });
}

struct Tried {
  std::vector<std::size_t> outcomes;
  std::optional<std::string> wrong;
};

Tried outcomes_in(const std::vector<Answers>& answers, std::size_t p, const std::string& count) {
  const PolicyUnderTest& policy = policies_under_test()[p];
  Tried tried;
  for (std::size_t world = 1; world < answers.size(); ++world) {
    const Decision* decision = answers[world][p].find(count);
    if (decision == nullptr || decision->answer != Answer::kDecided) {
      tried.wrong = "not decided though all is known: " + (decision ? in_words(policy, *decision) : "no conviction");
      return tried;
    }
    if (!is_within(decision->possible, tried.outcomes)) tried.outcomes.push_back(decision->possible.front());
  }
  return tried;
}

std::string list_of(const PolicyUnderTest& policy, const std::vector<std::size_t>& outcomes) {
  std::string text;
  for (const std::size_t outcome : outcomes) text += " [" + policy.plan.outcomes[outcome].label + "]";
  return text;
}

std::string doubts_in_words(const Worlds& worlds) {
  std::string text;
  for (const Doubt& doubt : worlds.doubts) {
    for (const Edit& edit : doubt.edits) {
      const model::Column& column = doj_layout().columns[doj_layout().position(edit.fact)];
      text += "\nwith row " + std::to_string(edit.row) + " " + column.name + "='" + edit.text + "'";
    }
  }
  return text;
}

// How often the set was compared, to see that the comparison is worth something.
struct Compared {
  std::size_t equal = 0;
  std::size_t undecided = 0;
  std::size_t wider = 0;
};

std::optional<std::string> compare(const Worlds& worlds, Compared& compared) {
  std::vector<Sketch> sketches{worlds.doubtful};
  sketches.insert(sketches.end(), worlds.sketches.begin(), worlds.sketches.end());
  const std::vector<Answers> answers = answers_of(sketches);
  for (std::size_t p = 0; p < policies_under_test().size(); ++p) {
    const PolicyUnderTest& policy = policies_under_test()[p];
    if (policy.plan.kind != "county") continue;  // others ask for what no file has
    for (std::size_t i = 0; i < answers[0][p].counts.size(); ++i) {
      const Decision& decision = answers[0][p].decisions[i];
      if (!is_walked(decision)) continue;
      const std::string where = policy.name + ", count " + answers[0][p].counts[i] + ": ";
      const Tried tried = outcomes_in(answers, p, answers[0][p].counts[i]);
      if (tried.wrong) return where + *tried.wrong + doubts_in_words(worlds);
      const std::string sets =
          list_of(policy, decision.possible) + " against" + list_of(policy, tried.outcomes) + doubts_in_words(worlds);
      if (!is_within(tried.outcomes, decision.possible)) return where + "too narrow:" + sets;
      const bool is_equal = is_within(decision.possible, tried.outcomes);
      if (!is_equal && worlds.are_all && are_independent(worlds, decision)) return where + "too wide:" + sets;
      compared.equal += is_equal ? 1 : 0;
      compared.wider += is_equal ? 0 : 1;
      compared.undecided += decision.answer == Answer::kUndecided ? 1 : 0;
    }
  }
  return std::nullopt;
}

void check_worlds(Runs runs, int doubts) {
  Compared compared;
  check_property(runs, draw_whole_record,
                 [&](const Sketch& sketch, Dice& dice) { return compare(worlds_of(sketch, doubts, dice), compared); });
  CHECK(compared.undecided > 0);
  CHECK(compared.equal > compared.wider);
}

TEST_CASE(
    "with one unknown fact the possible outcomes are those of its values, wider only where two steps ask for it") {
  check_worlds({64031, 130}, 1);
}

TEST_CASE(
    "with several unknown facts the possible outcomes are never too narrow, nor too wide where no two steps share a "
    "fact") {
  check_worlds({64032, 35}, 3);
}

}  // namespace
}  // namespace redress::testing
