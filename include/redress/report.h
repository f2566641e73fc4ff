// redress/report.h: report and workbook of a results folder made again, without the files that the run read.
// Not here: the run (evaluate.h), proving it (verify.h). Public face; std only.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "redress/error.h"
#include "redress/run_observer.h"

namespace redress {

// The public edition has no row and no name of a file in it; counts of 1 to 10 people or convictions are hidden, and
// so is what would give them away. Its workbook has the figures of the report and nothing else.
enum class ReportEdition : std::uint8_t { kInternal, kPublic };

struct ReportRequest {
  std::string results;  // the results folder, as a run wrote it
  ReportEdition edition = ReportEdition::kInternal;
  std::string out;      // a folder, absent or empty; empty: into the results folder itself, the internal edition only
  std::string temporary_folder;  // on a disk with room; empty: /var/tmp; what stands there has no name
};

// Names of files, in the order in which they were made.
struct ReportFiles {
  std::vector<std::string> written;
  std::vector<std::string> standing;  // stood there already with the same bytes
};

// Writes report.pdf, report.html and convictions.xlsx, or of the public edition figures.xlsx in its place. What a
// review kept (review.json, review.csv) goes into them. The same results give the same bytes as the run itself wrote.
// A file that stands already with other bytes is never replaced: somebody may have worked in it.
// Errors (kind): kUsage for a public edition without `out`; kInput for a folder that no run wrote, or whose
// convictions.csv or summary.json is not as the run wrote it, or whose review is not one of its run (review.other_rows,
// review.syntax, review.incomplete, review.counts); kOutput, report.no_solver, report.stands where a file with other
// bytes is there, and as for evaluate_files; kCancelled. `observer` may be null: it is asked whether to stop, and told
// nothing. Cost: reads convictions.csv.
Result<ReportFiles> write_report(const ReportRequest& request, RunObserver* observer = nullptr);

}  // namespace redress
