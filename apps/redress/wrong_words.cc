#include "wrong_words.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <utility>

#include "commands.h"
#include "redress/near_match.h"

namespace redress::app {
namespace {

constexpr const char* kWith = "with";

// The command that the words reached, and the names that it knows.
const CLI::App* reached_command(const CLI::App& app) {
  const CLI::App* command = &app;
  while (!command->get_subcommands().empty()) command = command->get_subcommands().front();
  return command;
}

bool has_commands(const CLI::App& command) {
  return !command.get_subcommands([](const CLI::App*) { return true; }).empty();
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

// With the commands above it: "redress policy diff".
std::string full_name(const CLI::App& command) {
  std::string name;
  for (const CLI::App* part = &command; part != nullptr; part = part->get_parent()) {
    name.insert(0, part->get_name() + (name.empty() ? "" : " "));
  }
  return name;
}

// What stands between the two texts; empty where they do not stand there.
std::string between(const std::string& text, const std::string& before, const std::string& after) {
  const std::size_t at = text.find(before);
  if (at == std::string::npos) return {};
  const std::size_t begin = at + before.size();
  return text.substr(begin, after.empty() ? std::string::npos : text.find(after, begin) - begin);
}

// "--threads = -1", a value that is not of the option's type.
std::string conversion_words(const std::string& name_and_value, const CLI::App& command) {
  const std::string name = name_and_value.substr(0, name_and_value.find(" = "));
  const std::string value = between(name_and_value, " = ", "");
  const CLI::Option* option = command.get_option_no_throw(name);
  if (option != nullptr && option->get_items_expected_max() == 0) return name + " takes no value";
  return name + ": '" + value + "' is no whole number";
}

// The library's own sentences where they are plain, ours where they are not.
std::string words_of(const CLI::ParseError& error, const CLI::App& command) {
  const auto is = [&](CLI::ExitCodes code) { return error.get_exit_code() == static_cast<int>(code); };
  std::string text = error.what();
  const std::string name = text.substr(0, text.find(':'));
  if (is(CLI::ExitCodes::RequiredError) && command.get_require_subcommand_min() > 0) return "a command is missing";
  if (is(CLI::ExitCodes::ConversionError)) {
    const std::string name_and_value = between(text, "Could not convert: ", "");
    return name_and_value.empty() ? text : conversion_words(name_and_value, command);
  }
  if (is(CLI::ExitCodes::ValidationError)) {
    const std::string value = between(text, ": Value ", " not in range ");
    return value.empty() ? text : name + ": '" + value + "' is not from " + between(text, " not in range ", "");
  }
  if (!is(CLI::ExitCodes::ArgumentMismatch)) return text;
  if (text.find(": At Most 1 ") != std::string::npos) return name + " is given more than once";
  if (text.ends_with(" missing")) return name + " needs a value after it";
  const std::string most = between(text, ": At Most ", " required but received ");
  const std::string fewest = between(text, ": At least ", " required but received ");
  if (most.empty() && fewest.empty()) return text;
  return name + ": " + (most.empty() ? fewest : most) + " are needed, and " +
         between(text, " required but received ", "") + (most.empty() ? " is given" : " are given");
}

// A word that no command and no option is: what it is, and what to do.
std::pair<std::string, std::string> unknown_word(const std::string& word, const CLI::App& command) {
  const bool is_option = word.starts_with("-");
  if (!is_option && !has_commands(command)) return {"'" + word + "' is one word too many", ""};
  const std::vector<std::string> words = known_words(command);
  if (is_option && std::find(words.begin(), words.end(), word) != words.end()) {
    return {"the option '" + word + "' stands before the command that it belongs to",
            "Put it after '" + full_name(command) + "'. "};
  }
  if (std::error_code none; is_option && std::filesystem::exists(word, none))
    return {"'" + word + "' is read as an option", "If the file is meant, write './" + word + "'. "};
  const auto near = near_match(word, words);
  return {std::string("unknown ") + (is_option ? "option" : "command") + " '" + word + "'",
          near ? "Did you mean '" + *near + "'? " : ""};
}

}  // namespace

int wrong_words(const CLI::App& app, const CLI::ParseError& error, const std::vector<std::string>& words) {
  const CLI::App* command = reached_command(app);
  std::string cause = words_of(error, *command);
  std::string hint;
  std::vector<std::string> rest = command->remaining();
  if (rest.empty()) rest = app.remaining(true);
  if (!rest.empty()) std::tie(cause, hint) = unknown_word(rest.front().substr(0, rest.front().find('=')), *command);
  if (std::find(words.begin(), words.end(), kWith) != words.end()) {
    hint = "Put a policy and its values in quotation marks: \"ID with name=value\". ";
  }
  std::fprintf(stderr, "redress: %s\n%s'%s --help' shows how it is used.\n", cause.c_str(), hint.c_str(),
               full_name(*command).c_str());
  return kWrongWords;
}

Status check_policy_is_whole(const std::vector<std::string>& words, const std::string& policy) {
  const auto with = std::find(words.begin(), words.end(), kWith);
  const auto is_setting = [](const std::string& word) { return word.find('=') != std::string::npos; };
  if (std::none_of(with, words.end(), is_setting)) return Done{};
  std::string whole = policy;
  for (auto word = with; word != words.end() && (word == with || is_setting(*word)); ++word) whole += " " + *word;
  return usage_error("policy.with", "'with' and what follows it stand apart from the policy",
                     "Put the policy and its values in quotation marks: \"" + whole + "\".");
}

}  // namespace redress::app
