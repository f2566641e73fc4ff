// The options that every run over files shares: which policies, for which county, as of which day, with which facts.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <utility>
#include <vector>

#include "redress/date.h"
#include "redress/error.h"
#include "redress/evaluate.h"
#include "wrong_words.h"

namespace redress::app {

struct PolicyOptions {
  std::vector<std::string> inputs;
  std::vector<std::string> policies;  // "id", "file.toml", "id with name=value, name=value"; the first is the office's
  PolicyChoice choice;                // of the office's policy, all but its name and parameters
  std::vector<std::string> settings;  // "name=value", of the office's policy
  std::vector<std::string> facts;
  std::string as_of;                  // empty: today

  void add_to(CLI::App& command);

  // Says the same in a request over files, of whichever command. Errors (kUsage): option.set, policy.with,
  // option.as_of.
  template <class Request>
  Status put_into(Request& request) const;

 private:
  // The office's choice with its settings split. Errors (kUsage): option.set, policy.with.
  Result<PolicyChoice> policy_choice() const;

  // Those of the policies after the first, in their order. Errors (kUsage): policy.with.
  Result<std::vector<PolicyChoice>> further_choices() const;
};

// The date of --as-of, or today. Errors (kUsage): option.as_of.
Result<Date> as_of_date(const std::string& text);

template <class Request>
Status PolicyOptions::put_into(Request& request) const {
  // Of several policies nobody can tell which one lost its values.
  Status whole = check_policy_is_whole(inputs, policies.size() == 1 ? policies.front() : "ID");
  if (!whole) return whole;
  Result<PolicyChoice> office = policy_choice();
  if (!office) return office.error();
  Result<std::vector<PolicyChoice>> beside = further_choices();
  if (!beside) return beside.error();
  const Result<Date> day = as_of_date(as_of);
  if (!day) return day.error();
  request.inputs = inputs;
  request.policy = *std::move(office);
  request.further = *std::move(beside);
  request.facts = facts;
  request.as_of = *day;
  return Done{};
}

}  // namespace redress::app
