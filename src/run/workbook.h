// run/workbook.h: convictions.xlsx of a results folder, made of the text of its summary and the bytes of its decisions.
// Not here: finding them, and when it is made (evaluate and report do). Part of the corridor.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "model/hand_entries.h"
#include "redress/error.h"
#include "redress/run_observer.h"
#include "run/policy_library.h"
#include "write/results_target.h"
#include "write/xlsx/workbook_file.h"

namespace redress::run {

// What it refers to must outlive the call.
struct WorkbookSource {
  std::string_view summary;      // the text of summary.json
  std::string_view convictions;  // the bytes of convictions.csv
  const Formats& formats;
  const model::HandEntries* entries = nullptr;  // of an earlier review; null where there is none
  std::string temporary_folder = {};            // empty: /var/tmp; what stands there has no name and is gone afterwards
  std::uint64_t most_rows = write::kMostSheetRows;  // of a sheet; fewer for tests. REQUIRES: more than its head has
  RunObserver* observer = nullptr;                  // asked whether to stop, row by row; may be null
};

// Opens convictions.xlsx in the target, writes it and finishes its sink. The same source gives the same bytes, whatever
// the day, the time zone or the locale.
// Errors: those of write::read_summary and intake::DecisionRows (about summary.json and convictions.csv);
// run.cancelled; workbook.as_of (kInput) where the summary has no as-of date; write::RowIds, write::WorkbookFile; of
// the target. Cost: reads the decisions twice, those of schedules three times; memory of about 80 bytes a decision and
// 250 a person with one.
Status write_workbook(const WorkbookSource& source, write::ResultsTarget& target);

}  // namespace redress::run
