// What was worked out for other people of the same charge, level and county is what would be worked out anew: nobody's
// answer hangs on who came before. Source: style, "Same input, policy and as-of: same bytes, at any thread count".
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "evaluate/charge_answers.h"
#include "properties/answers.h"
#include "properties/property.h"
#include "properties/statute_dice.h"
#include "tally/answer_tally.h"

namespace redress::testing {
namespace {

using evaluate::Decision;
using evaluate::Detail;

bool are_same(const std::vector<evaluate::StepTrace>& a, const std::vector<evaluate::StepTrace>& b) {
  const auto same = [](const evaluate::StepTrace& x, const evaluate::StepTrace& y) {
    return x.step == y.step && x.truth == y.truth && x.unknown == y.unknown && x.charge_choice == y.charge_choice;
  };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), same);
}

bool are_same(const Decision& a, const Decision& b) {
  return a.answer == b.answer && a.scope == b.scope && a.deciding_step == b.deciding_step &&
         a.one_of_steps == b.one_of_steps && a.earlier_may_hold == b.earlier_may_hold && a.possible == b.possible &&
         a.deciding == b.deciding && are_same(a.steps, b.steps);
}

// Whether figures say the same of the step that decides.
bool decide_alike(const policy::Plan& plan, const Decision& a, const Decision& b) {
  return a.answer != evaluate::Answer::kDecided || tally::decides_alone(plan, a) == tally::decides_alone(plan, b);
}

// Where an answer differs; nothing where none does.
std::optional<std::string> difference(const PolicyUnderTest& policy, Records& records) {
  evaluate::ChargeAnswers charges(policy.plan, run_facts());
  for (std::size_t i = 0; i < records.index().persons.size(); ++i) {
    const model::Person& person = records.person(i);
    const evaluate::PersonEvaluation anew(policy.plan, person, run_facts());
    const evaluate::PersonEvaluation shared(policy.plan, person, run_facts(), evaluate::ScopeRule::kAsk, &charges);
    const evaluate::PersonEvaluation taken(policy.plan, person, run_facts(), evaluate::ScopeRule::kTakenAsYes);
    const evaluate::PersonEvaluation shared_taken(policy.plan, person, run_facts(), evaluate::ScopeRule::kTakenAsYes,
                                                  &charges);
    for (std::size_t k = 0; k < person.convictions.size(); ++k) {
      const std::string place = policy.name + ", person " + person.id + ", count " + person.convictions[k].count;
      for (const auto& [one, other] : {std::pair{&anew, &shared}, std::pair{&taken, &shared_taken}}) {
        const Decision by_itself = one->decide(k, Detail::kAnswer);
        const Decision with_others = other->decide(k, Detail::kAnswer);
        if (!are_same(by_itself, with_others)) return place;
        const Decision full = one->decide(k, Detail::kFull);
        for (const Decision& brief : {by_itself, with_others}) {
          if (!decide_alike(policy.plan, full, brief)) return place + ", what its step decides alone";
        }
      }
      if (anew.changes_on(k) != shared.changes_on(k)) return place + ", when it changes";
    }
  }
  return std::nullopt;
}

void check_people_of(Runs runs, Draw draw) {
  constexpr int kOthers = 12;
  check_property(runs, draw, [draw](const Sketch& sketch, Dice& dice) -> std::optional<std::string> {
    std::string file = lines_of(sketch, "1");
    for (int i = 0; i < kOthers; ++i) file += lines_of(draw(dice), std::to_string(i + 2));
    Records records({std::move(file)}, kDay);
    for (const PolicyUnderTest& policy : policies_under_test()) {
      if (auto found = difference(policy, records)) return found;
    }
    return std::nullopt;
  });
}

TEST_CASE("nobody's answer hangs on whose charges were seen before") {
  check_people_of({64101, 60}, draw_record);
}

TEST_CASE("nor does the statute's") {
  check_people_of({64102, 60}, draw_doubtful_statute_record);
}

}  // namespace
}  // namespace redress::testing
