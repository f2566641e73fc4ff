// run/report_files.h: report.html and report.pdf of a run, made of its summary and its decisions; for the public also
// figures.xlsx.
// Not here: when they are made (evaluation.cc, report_run.cc), what stands in them (write/report). Part of the corridor.
#pragma once

#include <string>
#include <string_view>

#include "redress/error.h"
#include "run/policy_library.h"
#include "write/report/report_document.h"
#include "write/results_target.h"

namespace redress::run {

inline constexpr const char* kReportPageName = "report.html";
inline constexpr const char* kReportPdfName = "report.pdf";

// What it refers to must outlive the call.
struct ReportTexts {
  std::string_view summary;      // the text of summary.json
  std::string_view convictions;  // the bytes of convictions.csv
  std::string_view review = {};  // the text of review.json; empty where nobody has reviewed
  std::string temporary_folder = {};  // for figures.xlsx; empty: /var/tmp; what stands there has no name
};

// Opens the files in the target, writes them and finishes their sinks. The same texts give the same bytes.
// Errors: of write::report_document, write::report_pdf, write::WorkbookFile and the target; results.column and results.row (kInput) of
// convictions.csv. Cost: does not grow with the run: of the decisions only the first that wait are read.
Status write_report_files(const ReportTexts& texts, write::Edition edition, const Formats& formats,
                          write::ResultsTarget& target);

}  // namespace redress::run
