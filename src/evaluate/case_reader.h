// evaluate/case_reader.h: a file of cases → cases: a record, a day, chosen parameters, and the answers expected.
// Not here: holding the answers against them (case_runner.h). Internal to the room; pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "evaluate/case_person.h"
#include "evaluate/evaluate.h"
#include "policy/parse/source_text.h"
#include "policy/plan/plan.h"
#include "redress/error.h"

namespace redress::evaluate {

// What is expected of one conviction. Absent parts are not looked at.
struct Expectation {
  std::size_t conviction = 0;          // index in CasePerson::convictions
  std::optional<std::size_t> outcome;  // of the plan; nothing: out of scope
  std::optional<std::size_t> step;     // of the plan: the deciding one
  std::optional<std::string> reason;
  std::optional<std::vector<std::size_t>> possible;  // outcomes in step order
  std::optional<std::vector<std::string>> missing;   // names of facts, in any order
  std::vector<std::pair<std::size_t, Truth>> beside;  // entries of the plan's `beside`
};

struct Case {
  std::string name;
  policy::Extent extent;
  policy::Extent name_extent;
  RunFacts run;
  std::optional<policy::Plan> plan;  // where the case sets parameters
  CasePerson record;
  std::vector<Expectation> expected;  // at least one
};

// Errors as in case_runner.h.
Result<std::vector<Case>> read_cases(const policy::Plan& plan, const policy::SourceText& source,
                                     std::span<const std::string> counties);

}  // namespace redress::evaluate
