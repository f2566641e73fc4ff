// redress/review.h: what people entered in the workbook of a results folder, checked, kept and counted.
// Not here: making the workbook (report.h). Public face; std only.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "redress/error.h"

namespace redress {

struct ReviewRequest {
  std::string results;   // the results folder; review.csv and review.json are written into it
  std::string workbook;  // the XLSX file that people edited
};

// One thing about a cell of the workbook, or a row of the earlier review. Texts never hold a cell's content.
struct ReviewFinding {
  // Of refusals: "unknown_row", "no_row_id", "twice", "not_a_choice", "not_a_date", "override_incomplete",
  // "far_day" (years away from the as-of date of the run), "days_out_of_order" (an order before its filing, or told of
  // before there is one),
  // "other_decision" (entries in a row whose person or count is not that of its id), "column_missing" (of the ids or of
  // entries, and maybe there under another name). Of differences: "new", "changed", "withdrawn" (an earlier entry of
  // Tracking that is taken back), "kept" (one that this workbook lacks, which stays), "cell_changed" (a cell that the
  // program made), "row_missing" (a sheet lacks decisions of the run), "column_missing" and "sheet_missing" (what was
  // entered there earlier is kept).
  std::string id;
  std::string sheet;
  std::uint32_t row_1based = 0;  // 0: no row of the workbook
  std::string column;
  std::string row_id;
  std::string words;  // what it is and what to do
};

struct OverrideCount {
  std::string from;
  std::string to;
  std::uint64_t convictions = 0;
};

struct EntryCount {
  std::string column;
  std::uint64_t rows = 0;
};

struct ReviewReport {
  bool is_kept = false;  // the files were written; never where something was refused
  std::vector<ReviewFinding> refusals;
  std::vector<ReviewFinding> differences;
  std::uint64_t decisions = 0;         // of the run
  std::uint64_t rows_with_entries = 0;
  std::uint64_t overrides = 0;  // decisions of the office that are not withdrawn
  std::uint64_t withdrawn = 0;
  std::vector<OverrideCount> overrides_by;  // from determination to determination, in order of text
  std::vector<EntryCount> progress;         // how many rows each column for entries has filled, in their order
  std::string json;                         // the same as JSON; what review.json holds, with the findings
};

// Reads the workbook, and unless something is refused writes the entries of it and of the earlier review into
// review.csv, and the counts into review.json, each aside and then in its place, for their owner alone. An entry of the
// earlier review that the workbook lacks is kept. Nothing else in the folder changes.
// Errors (kInput): of a folder that is no results folder, or not as its run wrote it; review.no_workbook; those of
// scan::Workbook; review.other_run where the workbook is of another run, or shows none; review.other_rows where the
// earlier review has rows that the run does not; review.syntax where its file is damaged, or holds what no review
// keeps; (kOutput) where it cannot be written, output.busy while another review of the folder goes on. Cost: reads the
// decisions three times, the workbook twice; memory of about 300 bytes a decision.
Result<ReviewReport> review_workbook(const ReviewRequest& request);

}  // namespace redress
