// whole/expected_decisions.h: the decisions of a run held against a table of expected ones, by record id.
// Not here: what is expected (tests/fixtures/*/expected.csv), how it was worked out (the README beside each).
#pragma once

#include <string>

#include "redress/evaluate.h"

namespace redress::testing {

// "tests/fixtures/…" as a path of the file system.
std::string project_path(const std::string& path_in_project);

// The report of a run that must succeed. FAILS the test otherwise.
EvaluateReport evaluated(const EvaluateRequest& request);

// Checks that convictions.csv decides exactly the expected records, each once and as expected.
void check_decisions(const std::string& results_folder, const std::string& expected_file);

}  // namespace redress::testing
