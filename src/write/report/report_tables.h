// write/report/report_tables.h: what several parts of the report look up in the summary. Inside the room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "write/report/report_draft.h"

namespace redress::write {

// Convictions in scope whose determination gives this relief, and the labels of these determinations.
struct ReliefSum {
  NamedCount count;
  std::string labels;  // "Eligible for Dismissal, Dismiss and seal"; empty where the policy has none of them
};

// Adds the sum and its parts to the counts.
ReliefSum relief_sum(ReportDraft& draft, std::string_view relief);

// The count of an outcome of the office's policy.
NamedCount outcome_count(const SummaryPart& outcome);

// The count of a cause of review.
NamedCount cause_count(const SummaryPart& cause);

// A bound of a figure by scenario, {"table": [{"scenario", "at_least", "at_most"}]}. The policy's own bounds are the
// same count as the figure's where it has both.
Cell scenario_cell(ReportDraft& draft, const SummaryPart& figure, const std::string& name, std::string_view scenario);

// What a group is called: "no entry" for one without a name, "21 to 29" for an age, "1990s" for a decade.
std::string group_words(std::string_view key, const SummaryPart& group);

}  // namespace redress::write
