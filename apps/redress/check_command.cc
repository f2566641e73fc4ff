#include <algorithm>
#include <cstdio>
#include <memory>

#include "commands.h"
#include "machine_options.h"
#include "policy_options.h"
#include "redress/check.h"
#include "terminal.h"

namespace redress::app {
namespace {

struct CheckOptions {
  std::vector<std::string> inputs;
  std::string as_of;
  MachineOptions machine;
  bool json = false;
  bool quiet = false;
};

void print_counts(const char* title, const std::vector<Count>& counts) {
  if (counts.empty()) return;
  std::printf("\n%s\n", title);
  for (const Count& count : counts) std::printf("%12s  %s\n", grouped(count.count).c_str(), count.label.c_str());
}

void print_report(const CheckReport& report) {
  for (const CheckedFile& file : report.files) {
    std::printf("%s\n  %s, %s, %s, %u columns; %s", file.name.c_str(), megabytes(file.bytes).c_str(),
                file.encoding.c_str(), file.has_header ? "with a header" : "without a header", report.columns,
                counted(file.rows, "row").c_str());
    if (file.rejects > 0) std::printf(", %s that cannot be read", grouped(file.rejects).c_str());
    if (file.empty_lines > 0) std::printf(", %s", counted(file.empty_lines, "empty line").c_str());
    std::printf("\n");
    if (file.ends_inside_row)
      std::printf("  It ends inside a row: it may have been cut off. Compare its size with the source's.\n");
  }
  std::printf("\nPeople       %12s\nCycles       %12s\nConvictions  %12s\n", grouped(report.people).c_str(),
              grouped(report.cycles).c_str(), grouped(report.convictions).c_str());
  if (report.first_event && report.last_event) {
    std::printf("Events from %s to %s\n", to_iso(*report.first_event).c_str(), to_iso(*report.last_event).c_str());
  }
  print_counts("Rows by county", report.counties);
  print_counts("Rows that cannot be read, or not be used", report.rejects_by_cause);
  print_counts("What is unknown, doubtful or worth knowing", report.quality);
}

int run(const CheckOptions& options) {
  CheckRequest request;
  request.inputs = options.inputs;
  if (Status machine = options.machine.put_into(request); !machine) return report(machine.error());
  const Result<Date> as_of = as_of_date(options.as_of);
  if (!as_of) return report(as_of.error());
  request.as_of = *as_of;
  watch_for_interrupt();
  const Result<CheckReport> checked = [&] {
    TerminalObserver observer(options.json || options.quiet ? TerminalObserver::Noise::kQuiet
                                                            : TerminalObserver::Noise::kProgress);
    return check_files(request, &observer);
  }();
  if (!checked) return report(checked.error());
  if (options.json) {
    std::fputs(checked->json.c_str(), stdout);
  } else if (!options.quiet) {
    print_report(*checked);
  }
  return kDone;
}

}  // namespace

void add_check(CLI::App& app, int& exit_status) {
  auto options = std::make_shared<CheckOptions>();
  CLI::App* command =
      app.add_subcommand("check", "What the files hold: rows, header, encoding, dates, counties, quality");
  command->footer("Example:\n  redress check county.csv\n\nNothing is decided and nothing is written.");
  command
      ->add_option("DATA", options->inputs,
                   "Research files of the Department of Justice, also .gz and .zst; - reads standard input")
      ->required();
  command->add_option("--as-of", options->as_of, "A birth date after this day is doubtful (default: today)");
  options->machine.add_to(*command);
  command->add_flag("--json", options->json, "Print the report as JSON");
  command->add_flag("--quiet", options->quiet, "Print nothing but errors");
  command->callback([options, &exit_status] { exit_status = run(*options); });
}

}  // namespace redress::app
