// redress: the command line. Reads words, asks the engine, prints answers; decides nothing.
#include <cstdio>
#include <exception>
#include <new>
#include <string>
#include <vector>

#include "commands.h"
#include "redress/near_match.h"
#include "redress/version.h"
#include "terminal.h"

namespace redress::app {
namespace {

constexpr const char* kFooter =
    "Examples:\n"
    "  redress check county.csv\n"
    "  redress evaluate county.csv --policy us-ca.prop64.los-angeles --as-of 2019-11-11 --out results\n"
    "  redress explain county.csv --policy us-ca.prop64.los-angeles --as-of 2019-11-11 --person 100000042\n\n"
    "Exit status: 0 done, 1 the files could not be read or written, 2 wrong words, policy or options,\n"
    "3 done but rejects or reviews need attention (--strict). Nothing leaves this machine.";

// The command that the words reached, and the names that it knows.
const CLI::App* reached_command(const CLI::App& app) {
  const CLI::App* command = &app;
  while (!command->get_subcommands().empty()) command = command->get_subcommands().front();
  return command;
}

std::vector<std::string> known_words(const CLI::App& command) {
  std::vector<std::string> words;
  for (const CLI::App* sub : command.get_subcommands([](const CLI::App*) { return true; }))
    words.push_back(sub->get_name());
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) words.push_back("--" + name);
  }
  return words;
}

// The library's own sentences where they are plain, ours where they are not.
std::string words_of(const CLI::ParseError& error, const CLI::App& command) {
  const auto is = [&](CLI::ExitCodes code) { return error.get_exit_code() == static_cast<int>(code); };
  const bool lacks_command = is(CLI::ExitCodes::RequiredError) && command.get_require_subcommand_min() > 0;
  if (lacks_command) return "a command is missing";
  std::string text = error.what();
  const std::size_t colon = text.find(": At Most 1");
  if (is(CLI::ExitCodes::ArgumentMismatch) && colon != std::string::npos) {
    return text.substr(0, colon) + " is given more than once";
  }
  return text;
}

int wrong_words(const CLI::App& app, const CLI::ParseError& error) {
  const CLI::App* command = reached_command(app);
  std::string cause = words_of(error, *command);
  std::string hint;
  std::vector<std::string> rest = command->remaining();
  if (rest.empty()) rest = app.remaining(true);
  if (!rest.empty()) {
    const std::string word = rest.front().substr(0, rest.front().find('='));
    cause = "unknown " + std::string(word.starts_with("-") ? "option" : "command") + " '" + word + "'";
    const std::vector<std::string> words = known_words(*command);
    if (const auto near = near_match(word, words)) hint = "Did you mean '" + *near + "'? ";
  }
  std::string name;  // with the commands above it: "redress policy diff"
  for (const CLI::App* part = command; part != nullptr; part = part->get_parent()) {
    name.insert(0, part->get_name() + (name.empty() ? "" : " "));
  }
  std::fprintf(stderr, "redress: %s\n%s'%s --help' shows how it is used.\n", cause.c_str(), hint.c_str(), name.c_str());
  return kWrongWords;
}

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
    return wrong_words(app, error);
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
    std::fputs("redress: the answer could not be printed: where it was to go takes no more.\n", stderr);
  } catch (const std::bad_alloc&) {
    std::fputs("redress: the memory does not suffice. Close other programs, or use a machine with more memory.\n",
               stderr);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "redress: the system refused something: %s. Nothing was finished.\n", error.what());
  }
  return redress::app::kFailed;
}
