// tests/properties/answers.h: records read and answered under every policy that the program carries, several settings
// of those that have some. Not here: what must hold of the answers (the tests). In one process: no files, no threads.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "evaluate/evaluate.h"
#include "policy/plan/plan.h"
#include "properties/sketch.h"
#include "run/policy_library.h"
#include "run/required_sets.h"
#include "support/doj_rows.h"
#include "tally/tally.h"

namespace redress::testing {

struct PolicyUnderTest {
  std::string name;  // "us-ca.prop64.configurable (dismiss=11358)"
  policy::Plan plan;
};

// Every shipped policy, at its defaults and in some settings; and one with dates, which answers on kDay. Built once.
const std::vector<PolicyUnderTest>& policies_under_test();

// Their questions' numbers of years, each once, and 0 for those that have none.
const std::vector<int>& years_asked();

// The sets of the figures of a run.
const run::RequiredSets& sets_of_figures();

// The run of every property: its day, and one county for all. A policy of a county compares with the run's county, so
// that one record serves all policies.
const evaluate::RunFacts& run_facts();

// What one policy answers about one person, by the text of each count.
struct PersonAnswers {
  std::vector<std::string> counts;
  std::vector<evaluate::Decision> decisions;
  // Of each: the arrest of its cycle is certainly later than the conviction, and thereby unknown. Less known of the
  // conviction's date takes that contradiction away, and so tells something about the arrest.
  std::vector<bool> contradicts_arrest;

  const evaluate::Decision* find(std::string_view count) const;
};

// By policy, in the order of policies_under_test().
using Answers = std::vector<PersonAnswers>;

// The answers about a gathered person.
Answers answers_about(const model::Person& person);

// Each decision of one person in words that do not depend on the order of rows, by policy and count.
std::vector<std::string> named_answers(const model::Person& person, const Answers& answers);

// Each sketch a person of one file. In the order of the sketches.
std::vector<Answers> answers_of(const std::vector<Sketch>& sketches);

// The labels of the outcomes that an answer leaves possible, and the answer itself, for messages.
std::string in_words(const PolicyUnderTest& policy, const evaluate::Decision& decision);

inline bool is_walked(const evaluate::Decision& decision) {
  return decision.answer == evaluate::Answer::kDecided || decision.answer == evaluate::Answer::kUndecided;
}

// Whether every outcome of `few` is one of `many`.
bool is_within(const std::vector<std::size_t>& few, const std::vector<std::size_t>& many);

}  // namespace redress::testing
