// What a comparison found, printed for people: sides by letters, differences by pairs of answers, 100 columns wide.
#pragma once

#include <string>

#include "redress/compare.h"

namespace redress::app {

// The policies, then a table for each that is held against the first. `pairs_file`: where every pair is written to;
// empty: nowhere.
void print_comparison(const CompareReport& report, const std::string& pairs_file);

// Two results folders: what their runs were given, what became of the convictions, and a table of other determinations.
void print_results_comparison(const CompareResultsRequest& request, const CompareResultsReport& report);

}  // namespace redress::app
