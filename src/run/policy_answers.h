// run/policy_answers.h: what one policy answers about every conviction of a person, as figures and cells need it.
// Not here: the decisions (evaluate), counting (tally). Part of the corridor.
#pragma once

#include <vector>

#include "evaluate/evaluate.h"
#include "model/person.h"

namespace redress::run {

// In the order of the person's convictions and of the rows whose count cannot be identified.
struct PolicyAnswers {
  std::vector<evaluate::Decision> convictions;
  std::vector<evaluate::Decision> unusable;
};

PolicyAnswers answers_of(const evaluate::PersonEvaluation& evaluation, const model::Person& person);

// Fills in when each answer changes by time alone. REQUIRES: the answers are the evaluation's.
void add_changes(PolicyAnswers& answers, const evaluate::PersonEvaluation& evaluation);

// As answers_of, but only where `asked` has an answer; elsewhere out of scope.
PolicyAnswers answers_where(const PolicyAnswers& asked, const evaluate::PersonEvaluation& evaluation);

}  // namespace redress::run
