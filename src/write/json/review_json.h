// write/json/review_json.h: a review as JSON: what review.json holds, and what `redress review --json` prints.
// Not here: reading the workbook (run). Pure.
#pragma once

#include <string>
#include <string_view>

#include "redress/review.h"

namespace redress::write {

// `mark`: SHA-256 of the run's convictions.csv.
std::string review_json(const ReviewReport& report, std::string_view mark);

}  // namespace redress::write
