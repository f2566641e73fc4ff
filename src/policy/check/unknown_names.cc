#include "policy/check/unknown_names.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "policy/check/vocabulary.h"
#include "redress/near_match.h"

namespace redress::policy {
namespace {

constexpr std::array<std::string_view, 3> kLists = {"person.convictions", "person.registrations",
                                                    "conviction.cycle_counts"};

bool is_set_of(const Scope& scope, std::string_view name) {
  return std::any_of(scope.sets.begin(), scope.sets.end(),
                     [&](const PlanSet& set) { return "sets." + set.alias == name; });
}

// What is meant, or where it is to be declared.
std::string declaring_advice(std::string_view name, std::span<const std::string> declared, const std::string& table) {
  const auto near = near_match(name, declared);
  return near ? "Did you mean '" + *near + "'? A new one is declared under " + table + "."
              : "Declare it under " + table + ".";
}

}  // namespace

Error unknown_name(const Scope& scope, const Syntax& name) {
  const auto fault = [&](std::string cause, std::string next_step) {
    return error_at(scope.source, name.extent, "policy.name", std::move(cause), std::move(next_step));
  };
  if (name.text == "conviction.charge" || name.text == "it.charge") {
    const std::string record = name.text.substr(0, name.text.find('.'));
    return fault(
        "a charge is never compared: one asks whether it is in a section set",
        "Write: " + name.text + " is in sets.…; or ask for the number of its section: " + record + ".section is '…'.");
  }
  if (std::find(kLists.begin(), kLists.end(), name.text) != kLists.end()) {
    return fault("a list of records stands only inside any, all, count, earliest, latest and different_dates",
                 name.text == "conviction.cycle_counts" ? "Write: any(conviction.cycle_counts in sets.…)."
                                                        : "Write for example: any(" + name.text + ").");
  }
  if (is_set_of(scope, name.text)) {
    return fault("a section set stands only after 'is in', and after 'in' behind a list",
                 "Write: conviction.charge is in " + name.text + ".");
  }
  if (name.text.starts_with(kDeclaredFacts)) {
    std::vector<std::string> facts;
    for (const DeclaredFact& fact : scope.facts) facts.push_back(std::string(kDeclaredFacts) + fact.name);
    const std::string fact = name.text.substr(kDeclaredFacts.size());
    return fault("the policy declares no fact '" + fact + "'",
                 declaring_advice(name.text, facts, "[facts." + fact + "]"));
  }
  if (name.text.starts_with(kOpenQuestions)) {
    std::vector<std::string> questions;
    for (const OpenQuestion& q : scope.questions) questions.push_back(std::string(kOpenQuestions) + q.id);
    const std::string id = name.text.substr(kOpenQuestions.size());
    return fault("the policy declares no open question '" + id + "'",
                 declaring_advice(name.text, questions, "[questions." + id + "]"));
  }
  std::vector<std::string> choices = all_names();
  for (const Parameter& parameter : scope.parameters) choices.push_back(parameter.name);
  for (const PlanSet& set : scope.sets) choices.push_back("sets." + set.alias);
  for (const DeclaredFact& fact : scope.facts) choices.push_back(std::string(kDeclaredFacts) + fact.name);
  for (const OpenQuestion& question : scope.questions) choices.push_back(std::string(kOpenQuestions) + question.id);
  return fault("unknown name '" + name.text + "'", suggest(name.text, choices));
}

}  // namespace redress::policy
