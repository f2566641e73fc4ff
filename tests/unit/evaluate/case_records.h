// Invented records written as in a file of cases, and conditions held against them, for the tests of evaluate.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "evaluate/case_facts.h"
#include "evaluate/case_person.h"
#include "evaluate/condition.h"
#include "evaluate/evaluate.h"
#include "policy/policy_texts.h"

namespace redress::evaluate::testing {

inline constexpr Truth kYes = Truth::kYes;
inline constexpr Truth kNo = Truth::kNo;
inline constexpr Truth kUnknown = Truth::kUnknown;

inline RunFacts run_of(Date as_of = {2019, 11, 11}) {
  return {as_of, "LOS ANGELES"};
}

// `text`: the keys person, convictions, registrations and other_counts of a case.
inline CasePerson record(std::string text,
                         const policy::Plan& plan = policy::testing::plan_with("person.is_deceased")) {
  const policy::SourceText source{"record.toml", std::move(text)};
  const auto document = policy::parse_toml(source);
  if (!document) FAIL(to_string(document.error()));
  policy::TomlKeys keys(source, *document, "the record");
  auto read = read_case_person(plan, source, {}, keys);
  if (!read) FAIL(to_string(read.error()));
  return *std::move(read);
}

// What a condition is of one conviction of a record.
struct Seen {
  Truth truth = Truth::kNo;
  std::vector<std::string> unknown;  // names of facts
  std::vector<Use> uses;
  std::optional<std::size_t> charge_choice;
};

// Keeps what the uses point into.
struct Held {
  policy::Plan plan;
  CasePerson record;
  RunFacts run = run_of();

  Held(std::string_view when, std::string text)
      : plan(policy::testing::plan_with(when)), record(testing::record(std::move(text), plan)) {}
  Held(policy::Plan compiled, std::string text)
      : plan(std::move(compiled)), record(testing::record(std::move(text), plan)) {}

  Seen see(std::uint32_t conviction = 0) const {
    PersonCache hits(plan, record.person);
    const Subject subject{SubjectKind::kConviction, conviction};
    ConditionWalker walker(plan, record.person, run, hits, record.person.convictions[conviction], subject);
    Seen seen;
    Sight sight;
    sight.uses = &seen.uses;
    seen.truth = walker.truth(*plan.steps.front().when, sight);
    for (const UnknownFact& fact : sight.unknown) seen.unknown.push_back(case_fact_name(fact, record.convictions));
    seen.charge_choice = sight.charge_choice;
    return seen;
  }
};

// Those that an answer keeps without Detail::kFull.
inline std::vector<StepTrace> steps_that_may_hold(const Decision& decision) {
  std::vector<StepTrace> steps;
  std::copy_if(decision.steps.begin(), decision.steps.end(), std::back_inserter(steps),
               [](const StepTrace& trace) { return trace.truth != Truth::kNo; });
  return steps;
}

inline Truth truth_of_condition(std::string_view when, std::string text) {
  return Held(when, std::move(text)).see().truth;
}

inline std::vector<std::string> unknown_of(std::string_view when, std::string text) {
  return Held(when, std::move(text)).see().unknown;
}

}  // namespace redress::evaluate::testing
