// run/review_check.h: whether the review that a results folder keeps is one of its run, and counted rightly.
// Not here: reading it (kept_review.h), making one (workbook_review.h). Part of the corridor.
#pragma once

#include <nlohmann/json.hpp>

#include <string>

#include "redress/error.h"
#include "run/workbook.h"

namespace redress::run {

// Nothing is wrong where no review is kept. `source`: of the folder, with the entries of its review.csv.
// Errors (kInput): review.other_rows, review.syntax; review.incomplete where a decision lacks its reason, initials or
// day, or one of the two files is missing; review.counts where review.json counts other entries. Of the sources.
// Cost: reads the decisions four times where there is a review.
Status check_kept_review(const std::string& folder, const WorkbookSource& source,
                         const nlohmann::ordered_json& summary);

}  // namespace redress::run
