#include <cstdio>
#include <memory>
#include <string>

#include "commands.h"
#include "redress/synth.h"
#include "terminal.h"

namespace redress::app {
namespace {

// Empty, or what is wrong. The library takes a minus in front for a very large number.
std::string whole_number(const std::string& text) {
  const bool is_one = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
  return is_one ? "" : "'" + text + "' is no whole number";
}

int run(const SynthRequest& request) {
  watch_for_interrupt();
  TerminalObserver observer(TerminalObserver::Noise::kQuiet);
  const Result<SynthReport> done = synthesize(request, &observer);
  if (!done) return report(done.error());
  std::printf("%s: %s invented people, %s\n", request.out.c_str(), grouped(request.people).c_str(),
              megabytes(done->bytes).c_str());
  return kDone;
}

}  // namespace

void add_synth(CLI::App& app, int& exit_status) {
  auto request = std::make_shared<SynthRequest>();
  request->county = "LOS ANGELES";
  CLI::App* command =
      app.add_subcommand("synth", "Invented people in the format of the research files, with the mess of real ones");
  command->footer(
      "Example:\n  redress synth --people 20000 --county \"LOS ANGELES\" --seed 1 --out county.csv\n\n"
      "The same numbers give the same file on any machine. Nobody in it exists.");
  command->add_option("--people", request->people, "How many people (default: 1000)")->check(whole_number);
  command->add_option("--county", request->county, "The county where most of their cases are (default: LOS ANGELES)");
  command->add_option("--seed", request->seed, "Another number, other people (default: 1)")->check(whole_number);
  command->add_option("--out", request->out, "The file to write; it must not exist")->required();
  command->add_flag("--clean", request->clean, "Leave out the mess: partial dates, broken rows, contradictions");
  command->callback([request, &exit_status] { exit_status = run(*request); });
}

}  // namespace redress::app
