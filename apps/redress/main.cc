// redress: the command line. Reads words, asks the engine, prints answers; decides nothing.
#include <cstdio>
#include <exception>
#include <new>
#include <string>

#include "commands.h"
#include "redress/version.h"
#include "terminal.h"
#include "wrong_words.h"

namespace redress::app {
namespace {

constexpr const char* kFooter =
    "Examples:\n"
    "  redress check county.csv\n"
    "  redress evaluate county.csv --policy us-ca.prop64.los-angeles --as-of 2019-11-11 --out results\n"
    "  redress explain county.csv --policy us-ca.prop64.los-angeles --as-of 2019-11-11 --person 100000042\n\n"
    "Exit status: 0 done, 1 the files could not be read or written, 2 wrong words, policy or options,\n"
    "3 done but rejects or reviews need attention (--strict). Nothing leaves this machine.";

int run(int argc, char** argv) {
  CLI::App app("Redress reads criminal-history files and decides which convictions qualify for relief.", "redress");
  app.set_version_flag("--version", "redress " + std::string(version()));
  app.require_subcommand(1);
  app.footer(kFooter);
  int exit_status = kDone;
  add_evaluate(app, exit_status);
  add_explain(app, exit_status);
  add_compare(app, exit_status);
  add_questions(app, exit_status);
  add_check(app, exit_status);
  add_policy(app, exit_status);
  add_verify(app, exit_status);
  add_report(app, exit_status);
  add_review(app, exit_status);
  add_synth(app, exit_status);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp& help) {
    return app.exit(help);
  } catch (const CLI::CallForAllHelp& help) {
    return app.exit(help);
  } catch (const CLI::CallForVersion& shown) {
    return app.exit(shown);
  } catch (const CLI::ParseError& error) {
    return wrong_words(app, error, {argv + 1, argv + argc});
  }
  return exit_status;
}

}  // namespace

Error usage_error(std::string code, std::string cause, std::string next_step) {
  Error error;
  error.kind = ErrorKind::kUsage;
  error.code = std::move(code);
  error.cause = std::move(cause);
  error.next_step = std::move(next_step);
  return error;
}

int report(const Error& error) {
  std::fprintf(stderr, "redress: %s\n", to_string(error).c_str());
  return error.kind == ErrorKind::kUsage ? kWrongWords : kFailed;
}

}  // namespace redress::app

int main(int argc, char** argv) {
  redress::app::watch_for_lost_input();
  redress::app::ignore_file_size_limit();
  try {
    const int exit_status = redress::app::run(argc, argv);
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return exit_status;
    const bool is_done = exit_status == redress::app::kDone || exit_status == redress::app::kNeedsAttention;
    std::fprintf(stderr, "redress: the answer could not be printed: where it was to go takes no more.%s\n",
                 is_done ? " Files that were to be written are whole." : "");
  } catch (const std::bad_alloc&) {
    std::fputs("redress: the memory does not suffice. Close other programs, or use a machine with more memory.\n",
               stderr);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "redress: the system refused something: %s. Nothing was finished.\n", error.what());
  }
  return redress::app::kFailed;
}
