// explain/person_answers.h: what several policies answer about each conviction of one person, and when it changes.
// Not here: deciding (evaluate), words and JSON for it (explanation.h, write/json/trace_json.h). Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/truth.h"
#include "evaluate/evaluate.h"
#include "model/person.h"
#include "policy/plan/plan.h"

namespace redress::explain {

// Why a policy is asked: it is the office's own, the statute beside it, or a further one that was named.
enum class PolicyRole : std::uint8_t { kOffice, kStatute, kFurther };

struct AskedPolicy {
  const policy::Plan* plan = nullptr;  // never null; must outlive the answers
  PolicyRole role = PolicyRole::kOffice;
  std::string choice;                  // of a further one, as it was given
};

// What the answer is from a later day on, by time alone. Both nothing: the policy has no answer any more.
struct LaterAnswer {
  Date from;
  std::optional<std::size_t> outcome;  // in the plan
  std::optional<std::size_t> step;     // the deciding step in the plan; nothing where a doubt leaves it open
};

struct PolicyAnswer {
  std::size_t policy = 0;                      // which of those asked
  evaluate::Decision decision;                 // with full detail
  std::vector<Truth> beside;                   // of each entry of the plan's `beside`; empty where no step was walked
  std::optional<LaterAnswer> later;            // the first change of the determination
  std::optional<LaterAnswer> otherwise_later;  // the same without the deciding step
};

// The answers about one conviction, in the order of the policies. The first is the office's.
struct SubjectAnswers {
  evaluate::Subject subject;
  std::vector<PolicyAnswer> answers;
};

// Convictions in order of date, then the rows whose count cannot be identified. The statute is asked about whatever the
// office's policy does not put out of its scope, and only about that; a further policy by its own scope.
// REQUIRES: the first policy is the office's. The person and the run must outlive the answers.
// Cost: that of deciding every conviction with full detail, and of the days on which an answer may change.
std::vector<SubjectAnswers> answers_about(std::span<const AskedPolicy> policies, const model::Person& person,
                                          const evaluate::RunFacts& run);

}  // namespace redress::explain
