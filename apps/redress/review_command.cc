#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "commands.h"
#include "redress/review.h"
#include "terminal.h"

namespace redress::app {
namespace {

struct ReviewOptions {
  ReviewRequest request;
  bool json = false;
  bool quiet = false;
};

constexpr std::size_t kMostShown = 20;

std::string review_place(const ReviewFinding& finding) {
  std::string words = finding.sheet;
  if (finding.row_1based > 0) words += ", row " + grouped(finding.row_1based);
  if (!finding.column.empty()) words += (words.empty() ? "column " : ", column ") + finding.column;
  if (!finding.row_id.empty()) words += (words.empty() ? "Row ID " : ", Row ID ") + finding.row_id;
  return words;
}

void print_findings(const char* heading, const std::vector<ReviewFinding>& findings) {
  if (findings.empty()) return;
  std::printf("%s\n", heading);
  for (std::size_t i = 0; i < findings.size() && i < kMostShown; ++i)
    std::printf("  %s: %s\n", review_place(findings[i]).c_str(), findings[i].words.c_str());
  if (findings.size() > kMostShown)
    std::printf("  and %s more; --json lists them\n", grouped(findings.size() - kMostShown).c_str());
}

void print_review(const ReviewReport& report) {
  print_findings("Refused, so that nothing was kept:", report.refusals);
  if (!report.is_kept) return print_findings("Differences:", report.differences);
  std::printf("Kept in review.csv: entries about %s of %s decisions. Office decisions: %s. Withdrawn: %s.\n",
              grouped(report.rows_with_entries).c_str(), grouped(report.decisions).c_str(),
              grouped(report.overrides).c_str(), grouped(report.withdrawn).c_str());
  for (const OverrideCount& count : report.overrides_by)
    std::printf("  %s: %s -> %s\n", grouped(count.convictions).c_str(), count.from.c_str(), count.to.c_str());
  for (const EntryCount& count : report.progress) {
    if (count.rows > 0) std::printf("  %s: %s\n", count.column.c_str(), grouped(count.rows).c_str());
  }
  print_findings("Differences:", report.differences);
  std::printf("'redress report FOLDER --out NEW' makes report and workbook with what was entered.\n");
}

int run(const ReviewOptions& options) {
  const Result<ReviewReport> reviewed = review_workbook(options.request);
  if (!reviewed) return report(reviewed.error());
  if (options.json) {
    std::fputs(reviewed->json.c_str(), stdout);
  } else if (!options.quiet || !reviewed->is_kept) {
    print_review(*reviewed);
  }
  return reviewed->is_kept ? kDone : kFailed;
}

}  // namespace

void add_review(CLI::App& app, int& exit_status) {
  auto options = std::make_shared<ReviewOptions>();
  CLI::App* command =
      app.add_subcommand("review", "Read back what people entered in the workbook of a results folder, and keep it");
  command->footer(
      "Example:\n  redress review results --workbook convictions-edited.xlsx\n\n"
      "Entries are kept in review.csv and counted in review.json of the folder; an earlier entry that the workbook "
      "lacks stays. Where an entry does not belong or is not complete, nothing is kept, and each place is named.\n"
      "Exit status: 0 kept, 1 something was refused or could not be read, 2 wrong words.");
  command->add_option("FOLDER", options->request.results, "A results folder with its manifest.json")->required();
  command->add_option("--workbook", options->request.workbook, "The workbook that people edited, as .xlsx")->required();
  command->add_flag("--json", options->json, "Print the review as JSON");
  command->add_flag("--quiet", options->quiet, "Print nothing where all was kept");
  command->callback([options, &exit_status] { exit_status = run(*options); });
}

}  // namespace redress::app
