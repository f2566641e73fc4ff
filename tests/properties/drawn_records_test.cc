// The records that the properties are held against are worth it: they reach what the policies tell apart.
#include <array>
#include <set>
#include <string>
#include <vector>

#include "properties/answers.h"
#include "properties/property.h"

namespace redress::testing {
namespace {

using evaluate::Answer;

TEST_CASE("the drawn records reach every step of every policy that settings leave on, and every kind of answer") {
  const auto& policies = policies_under_test();
  std::vector<std::set<std::string>> steps(policies.size());
  std::vector<std::set<Answer>> answers(policies.size());
  Dice dice(rc::Random(64000));
  std::vector<Sketch> sketches;
  for (int i = 0; i < 600; ++i) sketches.push_back(draw_record(dice));
  for (const Answers& found : answers_of(sketches)) {
    for (std::size_t p = 0; p < policies.size(); ++p) {
      for (const evaluate::Decision& decision : found[p].decisions) {
        answers[p].insert(decision.answer);
        if (decision.answer == Answer::kDecided) steps[p].insert(policies[p].plan.steps[decision.deciding_step].id);
      }
    }
  }
  std::map<std::string, std::set<std::string>> reached;  // in any setting of the policy
  for (std::size_t p = 0; p < policies.size(); ++p) {
    INFO(policies[p].name);
    for (const Answer answer : {Answer::kOutOfScope, Answer::kDecided, Answer::kScopeUnknown}) {
      CHECK(answers[p].count(answer) == 1);
    }
    CHECK((answers[p].count(Answer::kUndecided) == 1 || policies[p].plan.steps.size() < 3));
    reached[policies[p].plan.id].insert(steps[p].begin(), steps[p].end());
  }
  for (const PolicyUnderTest& policy : policies) {
    if (policy.plan.kind == "statute") continue;  // it asks for what no record has; statute_worlds_test.cc reaches it
    for (const policy::Step& step : policy.plan.steps) {
      INFO(policy.plan.id, ": ", step.id);
      CHECK(reached[policy.plan.id].count(step.id) == 1);
    }
  }
}

TEST_CASE("a record in which every fact is known is decided under every county policy") {
  check_property({64003, 400}, draw_whole_record, [](const Sketch& sketch, Dice&) -> std::optional<std::string> {
    const Answers answers = answers_of({sketch}).front();
    for (std::size_t p = 0; p < answers.size(); ++p) {
      const PolicyUnderTest& policy = policies_under_test()[p];
      for (std::size_t i = 0; i < answers[p].counts.size(); ++i) {
        const evaluate::Decision& decision = answers[p].decisions[i];
        const bool is_settled = decision.answer == Answer::kDecided || decision.answer == Answer::kOutOfScope;
        if (policy.plan.kind == "county" && !is_settled) {
          return policy.name + ", count " + answers[p].counts[i] + ": " + in_words(policy, decision);
        }
      }
    }
    return std::nullopt;
  });
}

}  // namespace
}  // namespace redress::testing
