#include "policy/check/unknown_names.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "policy/check/vocabulary.h"

namespace redress::policy {
namespace {

constexpr std::array<std::string_view, 3> kLists = {"person.convictions", "person.registrations",
                                                    "conviction.cycle_counts"};

bool is_set_of(const Scope& scope, std::string_view name) {
  return std::any_of(scope.sets.begin(), scope.sets.end(),
                     [&](const PlanSet& set) { return "sets." + set.alias == name; });
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
  std::vector<std::string> choices = all_names();
  for (const Parameter& parameter : scope.parameters) choices.push_back(parameter.name);
  for (const PlanSet& set : scope.sets) choices.push_back("sets." + set.alias);
  for (const DeclaredFact& fact : scope.facts) choices.push_back("facts." + fact.name);
  for (const OpenQuestion& question : scope.questions) choices.push_back("question." + question.id);
  return fault("unknown name '" + name.text + "'", suggest(name.text, choices));
}

}  // namespace redress::policy
