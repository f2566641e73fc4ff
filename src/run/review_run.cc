// The workbook of a results folder read back: every entry checked against the run, then kept.
#include <filesystem>
#include <memory>
#include <string>
#include <utility>

#include "intake/workbook_entries.h"
#include "redress/review.h"
#include "run/kept_review.h"
#include "run/policy_library.h"
#include "run/standing_results.h"
#include "run/workbook_contents.h"
#include "run/workbook_review.h"
#include "scan/workbook_reader.h"
#include "write/folder_lock.h"
#include "write/json/review_json.h"
#include "write/json/summary_reader.h"
#include "write/standing_file.h"

namespace redress {
namespace {

constexpr std::uint64_t kMostWorkbookBytes = std::uint64_t{2} << 30U;

Error other_run(const std::string& file, std::string cause) {
  Error error;
  error.kind = ErrorKind::kInput;
  error.code = "review.other_run";
  error.place.file = file;
  error.cause = std::move(cause);
  error.next_step = "Give the results folder and the workbook of the same run; README shows its mark.";
  return error;
}

Result<std::string> workbook_bytes(const std::string& path) {
  const std::filesystem::path whole(path);
  const std::string folder = whole.has_parent_path() ? whole.parent_path().string() : ".";
  Result<std::string> bytes = write::standing_text(folder, whole.filename().string(), kMostWorkbookBytes);
  if (bytes) return bytes;
  Error error = bytes.error();
  if (error.code == "results.file_missing") {
    error.code = "review.no_workbook";
    error.place.file = path;
    error.cause = "there is no such file";
    error.next_step = "Name the workbook that was edited with --workbook.";
  }
  return error;
}

Status keep(const ReviewRequest& request, const run::WorkbookReview& review, ReviewReport& report,
            const run::WorkbookContents& contents) {
  if (Status kept = run::replace_file(request.results, run::kReviewName,
                                      run::review_text(review.merged(), contents.plan().layout));
      !kept)
    return kept;
  report.is_kept = true;
  return run::replace_file(request.results, run::kReviewCountsName, write::review_json(report, contents.mark()));
}

}  // namespace

Result<ReviewReport> review_workbook(const ReviewRequest& request) {
  const Result<run::Formats> formats = run::load_formats();
  if (!formats) return formats.error();
  const Result<run::StandingResults> results =
      run::standing_results(request.results, "Give a folder that 'redress evaluate' wrote.");
  if (!results) return results.error();
  const Result<write::FolderLock> lock = write::FolderLock::take(request.results);
  if (!lock) return lock.error();
  const Result<std::string> text = run::standing_summary(request.results, results->manifest);
  if (!text) return text.error();
  const Result<nlohmann::ordered_json> summary =
      write::read_summary(*text, request.results + "/" + run::kSummaryName);
  if (!summary) return summary.error();
  const Result<std::string> bytes = workbook_bytes(request.workbook);
  if (!bytes) return bytes.error();
  const Result<std::unique_ptr<scan::Workbook>> workbook = scan::Workbook::open(*bytes, request.workbook);
  if (!workbook) return workbook.error();
  const Result<model::HandEntries> earlier = run::kept_entries(request.results, formats->workbook);
  if (!earlier) return earlier.error();
  const run::WorkbookSource source{*text, results->convictions->bytes(), *formats, &*earlier};
  const Result<std::unique_ptr<run::WorkbookContents>> contents = run::WorkbookContents::read(source, *summary);
  if (!contents) return contents.error();
  const Result<std::string> mark = intake::workbook_mark(**workbook, write::kMarkLabel);
  if (!mark) return mark.error();
  if (*mark != (*contents)->mark()) {
    return other_run(request.workbook, mark->empty() ? "this workbook does not show the mark of a run"
                                                     : "this workbook is of another run than the results folder");
  }
  if (Status fits = (*contents)->check_entries(request.results + "/" + run::kReviewName); !fits) return fits.error();
  run::WorkbookReview review(**contents, *earlier);
  if (Status learned = review.learn_run(); !learned) return learned.error();
  const Status read = intake::read_edited_rows(
      **workbook, formats->workbook, [&](const intake::EditedColumns& columns, const intake::EditedRow& row) -> Status {
        review.take(columns, row);
        return Done{};
      });
  if (!read) return read.error();
  ReviewReport report = review.finish();
  if (report.refusals.empty()) {
    if (Status kept = keep(request, review, report, **contents); !kept) return kept.error();
  }
  report.json = write::review_json(report, (*contents)->mark());
  return report;
}

}  // namespace redress
