// Less known never means decided otherwise. Source: policy-language, "Meaning" 1 to 4.
#include <algorithm>
#include <optional>
#include <string>

#include "properties/answers.h"
#include "properties/doubts.h"
#include "properties/property.h"

namespace redress::testing {
namespace {

using evaluate::Answer;
using evaluate::Decision;

// Where the scope is unknown no step is walked, and nothing is excluded.
bool is_widened(const Decision& more, const Decision& less) {
  switch (more.answer) {
    case Answer::kOutOfScope: return less.answer == Answer::kOutOfScope || less.answer == Answer::kScopeUnknown;
    case Answer::kScopeUnknown: return less.answer == Answer::kScopeUnknown;
    case Answer::kIncomplete: return less.answer == Answer::kIncomplete || less.answer == Answer::kScopeUnknown;
    case Answer::kDecided:
    case Answer::kUndecided: break;
  }
  if (less.answer == Answer::kScopeUnknown) return true;
  return is_walked(less) && is_within(more.possible, less.possible);
}

std::optional<std::string> narrowed(const Answers& more, const Answers& less, const Doubt& doubt) {
  for (std::size_t p = 0; p < more.size(); ++p) {
    const PolicyUnderTest& policy = policies_under_test()[p];
    for (std::size_t i = 0; i < more[p].counts.size(); ++i) {
      const Decision* after = less[p].find(more[p].counts[i]);
      // "A later than the conviction date's last day: unknown" (statute-policy, "Facts"): there less is known while the
      // conviction's date is known. County policies do not ask for the arrest.
      const bool is_told_arrest = policy.plan.kind == "statute" && more[p].contradicts_arrest[i];
      if (doubt.fact == FactOfRecord::kDate && is_told_arrest) continue;
      if (after != nullptr && is_widened(more[p].decisions[i], *after)) continue;
      std::string words = policy.name + ", count " + more[p].counts[i] + ": " + in_words(policy, more[p].decisions[i]) +
                          " became " + (after == nullptr ? "nothing" : in_words(policy, *after)) + " by";
      for (const Edit& edit : doubt.edits) {
        words += " row " + std::to_string(edit.row) + " column " +
                 doj_layout().columns[doj_layout().position(edit.fact)].name + "='" + edit.text + "'";
      }
      return words;
    }
  }
  return std::nullopt;
}

TEST_CASE("a fact made unknown never gives another answer, and only adds possible outcomes") {
  check_property({64001, 60}, draw_record, [](const Sketch& sketch, Dice&) -> std::optional<std::string> {
    const std::vector<Doubt> doubts = doubts_of(sketch);
    std::vector<Sketch> sketches{sketch};
    for (const Doubt& doubt : doubts) sketches.push_back(with(sketch, doubt.edits));
    const std::vector<Answers> answers = answers_of(sketches);
    for (std::size_t i = 0; i < doubts.size(); ++i) {
      if (auto wrong = narrowed(answers[0], answers[i + 1], doubts[i])) return wrong;
    }
    return std::nullopt;
  });
}

TEST_CASE("facts made unknown one after the other only ever add possible outcomes") {
  check_property({64002, 200}, draw_whole_record, [](const Sketch& sketch, Dice& dice) -> std::optional<std::string> {
    std::vector<Doubt> chosen;
    std::vector<Sketch> sketches{sketch};
    for (int turn = 0; turn < 8; ++turn) {
      const std::vector<Doubt> doubts = doubts_of(sketches.back());
      if (doubts.empty()) break;
      const Doubt& doubt = dice.pick(doubts);
      // A second doubt of one fact could tell more than the first left.
      if (std::any_of(chosen.begin(), chosen.end(), [&](const Doubt& other) { return are_of_one_fact(doubt, other); }))
        continue;
      chosen.push_back(doubt);
      sketches.push_back(with(sketches.back(), doubt.edits));
    }
    const std::vector<Answers> answers = answers_of(sketches);
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      if (auto wrong = narrowed(answers[i], answers[i + 1], chosen[i])) return *wrong;
    }
    return std::nullopt;
  });
}

}  // namespace
}  // namespace redress::testing
