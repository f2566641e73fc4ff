// What is said of a command line that the program does not understand, in plain words.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "redress/error.h"

namespace redress::app {

// Says on standard error what is wrong with `words` and where help is; the exit status, kWrongWords.
int wrong_words(const CLI::App& app, const CLI::ParseError& error, const std::vector<std::string>& words);

// A policy's values that the shell cut off from it, because the quotation marks are missing: "with" and "name=value"
// among words that should be files or policies. Errors (kUsage): policy.with.
Status check_policy_is_whole(const std::vector<std::string>& words, const std::string& policy);

}  // namespace redress::app
