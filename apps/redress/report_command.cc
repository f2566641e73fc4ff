#include <cstdio>
#include <memory>
#include <string>

#include "commands.h"
#include "redress/report.h"
#include "terminal.h"

namespace redress::app {
namespace {

struct ReportOptions {
  ReportRequest request;
  bool is_public = false;
  bool quiet = false;
};

int run(const ReportOptions& options) {
  ReportRequest request = options.request;
  if (options.is_public) request.edition = ReportEdition::kPublic;
  request.temporary_folder = temporary_folder();
  watch_for_interrupt();
  TerminalObserver observer(TerminalObserver::Noise::kQuiet);
  const Result<ReportFiles> files = write_report(request, &observer);
  if (!files) return report(files.error());
  if (options.quiet) return kDone;
  const std::string& folder = request.out.empty() ? request.results : request.out;
  for (const std::string& name : files->written) std::printf("%s/%s: written\n", folder.c_str(), name.c_str());
  for (const std::string& name : files->standing)
    std::printf("%s/%s: stands there already, with the same bytes\n", folder.c_str(), name.c_str());
  if (options.is_public) {
    std::printf("This is the public edition: without rows, and counts of 1 to 10 and what would give them away hidden. "
                "Read it before you give it away.\n");
  }
  return kDone;
}

}  // namespace

void add_report(CLI::App& app, int& exit_status) {
  auto options = std::make_shared<ReportOptions>();
  CLI::App* command =
      app.add_subcommand("report", "Make the report and the workbook of a results folder, without the data files");
  command->footer(
      "Examples:\n  redress report results\n  redress report results --public --out for-the-public\n\n"
      "A file that stands there already is never changed.");
  command->add_option("FOLDER", options->request.results, "A results folder with its manifest.json")->required();
  command->add_option("--out", options->request.out,
                      "Another folder, absent or empty (default: the results folder itself)");
  command->add_flag("--public", options->is_public,
                    "The edition for the public: report.html, report.pdf and figures.xlsx without rows and without small counts");
  command->add_flag("--quiet", options->quiet, "Print nothing but errors");
  command->callback([options, &exit_status] { exit_status = run(*options); });
}

}  // namespace redress::app
