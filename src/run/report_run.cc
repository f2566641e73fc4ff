// Report and workbook of a results folder made again.
#include <memory>
#include <string>
#include <utility>

#include "redress/report.h"
#include "run/kept_review.h"
#include "run/policy_library.h"
#include "run/progress.h"
#include "run/report_files.h"
#include "run/review_check.h"
#include "run/standing_results.h"
#include "run/workbook.h"
#include "write/adding_folder.h"
#include "write/json/summary_reader.h"
#include "write/results_folder.h"
#include "write/standing_file.h"
#include "write/xlsx/report_pages.h"

namespace redress {
namespace {

Status write_all(const ReportRequest& request, const run::StandingResults& results, const std::string& summary,
                 const run::Formats& formats, write::ResultsTarget& target, RunObserver* observer) {
  const bool is_public = request.edition == ReportEdition::kPublic;
  const Result<model::HandEntries> entries = run::kept_entries(request.results, formats.workbook);
  if (!entries) return entries.error();
  run::WorkbookSource workbook{summary, results.convictions->bytes(), formats, &*entries, request.temporary_folder};
  workbook.observer = observer;
  const Result<nlohmann::ordered_json> parsed = write::read_summary(summary, run::kSummaryName);
  if (!parsed) return parsed.error();
  if (Status fits = run::check_kept_review(request.results, workbook, *parsed); !fits) return fits;
  const Result<std::string> review =
      write::standing_mode(request.results + "/" + run::kReviewCountsName)
          ? write::standing_text(request.results, run::kReviewCountsName, write::kMostManifestBytes)
          : Result<std::string>(std::string());
  if (!review) return review.error();
  const run::ReportTexts texts{summary, results.convictions->bytes(), *review, request.temporary_folder};
  const write::Edition edition = is_public ? write::Edition::kPublic : write::Edition::kInternal;
  if (Status report = run::write_report_files(texts, edition, formats, target); !report) return report;
  if (Status go_on = run::check_cancelled(observer); !go_on) return go_on;
  return is_public ? Status(Done{}) : run::write_workbook(workbook, target);
}

// A review gives other files than the run wrote.
Error after_review(Error error, const std::string& results) {
  if (error.code == "report.stands" && write::standing_mode(results + "/" + run::kReviewName))
    error.next_step = "Nothing was written. A review was kept since: name another folder with --out for the files with what was entered.";
  return error;
}

Error needs_folder() {
  Error error;
  error.kind = ErrorKind::kUsage;
  error.code = "report.out";
  error.cause = "a public edition does not go into the results folder, which holds criminal histories";
  error.next_step = "Name another folder with --out.";
  return error;
}

}  // namespace

Result<ReportFiles> write_report(const ReportRequest& request, RunObserver* observer) {
  if (request.edition == ReportEdition::kPublic && request.out.empty()) return needs_folder();
  Result<run::Formats> formats = run::load_formats();
  if (!formats) return formats.error();
  const Result<run::StandingResults> results =
      run::standing_results(request.results, "Give a folder that 'redress evaluate' wrote.");
  if (!results) return results.error();
  const Result<std::string> summary = run::standing_summary(request.results, results->manifest);
  if (!summary) return summary.error();
  if (request.out.empty()) {
    write::AddingFolder folder(request.results);
    if (Status made = write_all(request, *results, *summary, *formats, folder, observer); !made) return made.error();
    if (Status finished = folder.finish(); !finished) return after_review(finished.error(), request.results);
    return ReportFiles{folder.added(), folder.standing()};
  }
  Result<std::unique_ptr<write::ResultsFolder>> folder = write::ResultsFolder::begin(request.out);
  if (!folder) return folder.error();
  if (Status made = write_all(request, *results, *summary, *formats, **folder, observer); !made) return made.error();
  if (Status finished = (*folder)->finish(); !finished) return finished.error();
  ReportFiles files{{run::kReportPageName, run::kReportPdfName}, {}};
  const bool is_public = request.edition == ReportEdition::kPublic;
  files.written.emplace_back(is_public ? write::kFiguresName : write::kWorkbookName);
  return files;
}

}  // namespace redress
