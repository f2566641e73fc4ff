#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include "commands.h"
#include "machine_options.h"
#include "redress/verify.h"
#include "terminal.h"

namespace redress::app {
namespace {

struct VerifyOptions {
  VerifyRequest request;
  MachineOptions machine;
  bool json = false;
  bool quiet = false;
};

// "convictions.csv, row 3, byte 1,045, column \"Sex\": "; empty where the finding is about the program.
std::string place_words(const VerifyFinding& finding) {
  const Place& place = finding.place;
  std::string words = place.file;
  if (place.row_1based) words += ", row " + grouped(*place.row_1based);
  if (place.line_1based) words += ", line " + grouped(*place.line_1based);
  if (place.byte_0based) words += ", byte " + grouped(*place.byte_0based);
  if (!finding.column.empty()) words += (place.row_1based ? ", column \"" : ", key \"") + finding.column + "\"";
  return words.empty() ? words : words + ": ";
}

// Whether something in the folder is not as the run left it, rather than what the run needs is not at hand.
bool speaks_against_results(const std::string& id) {
  constexpr std::array<std::string_view, 6> kAgainst = {"file_missing",  "file_changed", "file_extra",
                                                        "file_differs", "mode_changed", "review_changed"};
  return std::find(kAgainst.begin(), kAgainst.end(), id) != kAgainst.end();
}

void print_report(const VerifyReport& report) {
  std::printf("%s, county %s, as of %s, by version %s of the program\n", report.policy_id.c_str(),
              report.county.c_str(), to_iso(report.as_of).c_str(), report.program_version.c_str());
  const bool bytes_agree =
      report.is_recomputed && std::all_of(report.findings.begin(), report.findings.end(),
                                          [](const VerifyFinding& finding) { return finding.id == "mode_changed"; });
  if (bytes_agree) {
    std::printf("Every byte agrees: %s, %s, recomputed from %s.\n", counted(report.files, "file").c_str(),
                counted(report.bytes, "byte").c_str(), counted(report.inputs, "input").c_str());
    if (!report.agrees) std::printf("But these results are not kept as the run left them:\n");
  } else {
    // That the run cannot be done again here says nothing against the results.
    const bool is_unchecked = !report.is_recomputed && std::none_of(report.findings.begin(), report.findings.end(),
                                                                    [](const VerifyFinding& finding) {
                                                                      return speaks_against_results(finding.id);
                                                                    });
    if (is_unchecked) {
      std::printf("These results could not be checked: their run cannot be done again here. The files of the folder are "
                  "as the manifest lists them.\n");
    } else {
      std::printf("These results do not agree with their run%s. Rows are counted from the header, bytes from 0.\n",
                  report.is_recomputed ? "" : ", which could not be done again");
    }
  }
  for (const VerifyFinding& finding : report.findings) {
    std::printf("  %s%s\n", place_words(finding).c_str(), finding.words.c_str());
  }
}

int run(const VerifyOptions& options) {
  VerifyRequest request = options.request;
  if (Status machine = options.machine.put_into(request); !machine) return report(machine.error());
  watch_for_interrupt();
  const Result<VerifyReport> verified = [&] {
    const bool silent = options.quiet || options.json;
    TerminalObserver observer(silent ? TerminalObserver::Noise::kQuiet : TerminalObserver::Noise::kProgress);
    return verify_results(request, &observer);
  }();
  if (!verified) return report(verified.error());
  if (options.json) {
    std::fputs(verified->json.c_str(), stdout);
  } else if (!options.quiet || !verified->agrees) {
    print_report(*verified);
  }
  return verified->agrees ? kDone : kFailed;
}

}  // namespace

void add_verify(CLI::App& app, int& exit_status) {
  auto options = std::make_shared<VerifyOptions>();
  CLI::App* command = app.add_subcommand(
      "verify", "Do the run of a results folder again, and compare every byte with what stands there");
  command->footer(
      "Example:\n  redress verify results --data /home/office/county\n\n"
      "Everything comes from the manifest: files are found by their names, and must have the checksums recorded. "
      "Nothing is written.\nExit status: 0 every byte agrees, 1 something does not, or others may read it.");
  VerifyRequest& request = options->request;
  command->add_option("FOLDER", request.results, "A results folder with its manifest.json")->required();
  command
      ->add_option("--data", request.data_folders,
                   "A folder that holds the files which the run read; may be repeated (default: the current folder)")
      ->allow_extra_args(false);
  command->add_option("--policies", request.policies_dir,
                      "A folder of policies and section sets to use instead of those built in");
  options->machine.add_to(*command);
  command->add_flag("--json", options->json, "Print what was found as JSON");
  command->add_flag("--quiet", options->quiet, "Print nothing where every byte agrees");
  command->callback([options, &exit_status] { exit_status = run(*options); });
}

}  // namespace redress::app
