// The options that evaluate and explain share: which policy, for which county, as of which day.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "redress/date.h"
#include "redress/error.h"
#include "redress/evaluate.h"

namespace redress::app {

struct PolicyOptions {
  std::vector<std::string> inputs;
  PolicyChoice choice;
  std::vector<std::string> settings;  // "name=value"
  std::string as_of;                  // empty: today

  void add_to(CLI::App& command);

  // The choice with its settings split. Errors (kUsage): option.set.
  Result<PolicyChoice> policy_choice() const;
};

// The date of --as-of, or today. Errors (kUsage): option.as_of.
Result<Date> as_of_date(const std::string& text);

// "--max-rejects": a number of rows, or a percentage. Errors (kUsage): option.max_rejects.
Result<RejectLimit> reject_limit(const std::string& text);

}  // namespace redress::app
