// run/policy_answers.h: what one policy answers about every conviction of a person, as figures and cells need it.
// Not here: the decisions (evaluate), counting (tally). Part of the corridor.
#pragma once

#include <cstdint>
#include <vector>

#include "evaluate/charge_answers.h"
#include "evaluate/evaluate.h"
#include "model/person.h"
#include "policy/plan/plan.h"

namespace redress::run {

// In the order of the person's convictions and of the rows whose count cannot be identified.
struct PolicyAnswers {
  std::vector<evaluate::Decision> convictions;
  std::vector<evaluate::Decision> unusable;
};

PolicyAnswers answers_of(const evaluate::PersonEvaluation& evaluation, const model::Person& person);

// Fills in when each answer changes by time alone. REQUIRES: the answers are the evaluation's.
void add_changes(PolicyAnswers& answers, const evaluate::PersonEvaluation& evaluation);

// Which convictions a policy beside the office's is asked about.
enum class AskedScope : std::uint8_t {
  kOwn,
  kOffices,  // all that the office's policy does not put out of scope, whatever the policy's own scope: the statute
};

// What a policy answers beside the office's; elsewhere out of scope. `office`: what the office's answers of the person;
// `charges`: of that policy, as PersonEvaluation takes it.
PolicyAnswers answers_beside(const PolicyAnswers& office, const policy::Plan& plan, AskedScope scope,
                             const model::Person& person, const evaluate::RunFacts& run,
                             evaluate::ChargeAnswers* charges = nullptr);

}  // namespace redress::run
