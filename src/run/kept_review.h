// run/kept_review.h: the files in which a review is kept in its results folder: review.csv and review.json.
// Not here: reading a workbook (review_run.cc). Part of the corridor.
#pragma once

#include <string>
#include <string_view>

#include "model/hand_entries.h"
#include "model/workbook_layout.h"
#include "redress/error.h"

namespace redress::run {

inline constexpr const char* kReviewName = "review.csv";
inline constexpr const char* kReviewCountsName = "review.json";

// What an earlier review of the folder kept; nothing where there was none. Whether its rows are rows of the run is for
// the caller to see. Errors (kInput): review.syntax; of write::standing_text.
Result<model::HandEntries> kept_entries(const std::string& folder, const model::WorkbookLayout& layout);

// The text of review.csv: a line for each row with an entry, in order of row id.
std::string review_text(const model::HandEntries& entries, const model::WorkbookLayout& layout);

// Puts a file of that name and text into the folder, or in the place of the one that stands there: written aside, then
// renamed; 0600. Errors (kOutput): of write::OutputFile; output.not_writable.
Status replace_file(const std::string& folder, const std::string& name, std::string_view text);

}  // namespace redress::run
