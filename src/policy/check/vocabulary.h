// policy/check/vocabulary.h: the names that conditions may use for facts, and what each holds.
// Not here: reading the facts of a person (evaluate). The one home of these names.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "policy/plan/expression.h"

namespace redress::policy {

// What the names of declared facts and of open questions begin with.
inline constexpr std::string_view kDeclaredFacts = "facts.";
inline constexpr std::string_view kOpenQuestions = "question.";

struct FactName {
  // "conviction.date"; for a record of a list, "it.date" is found under "conviction.date". "it.…" here is a fact that
  // only such a record has.
  std::string_view name;
  Owner owner;
  Field field;
  ValueType type;
  std::string_view words;  // "date of conviction"
};

std::span<const FactName> fact_names();

// For suggestions: every fact name, list name and function.
std::vector<std::string> all_names();

// "on or before", for messages and explanations.
std::string_view comparison_words(Comparison comparison);

}  // namespace redress::policy
