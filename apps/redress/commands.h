// The commands of the program: each adds itself to the command line and sets the exit status when it has run.
// Exit statuses: 0 done; 1 anything that needed the files failed; 2 words, policy or options were wrong; 3 done, but
// rejects or reviews need attention (--strict).
#pragma once

#include <CLI/CLI.hpp>

#include "redress/error.h"

namespace redress::app {

inline constexpr int kDone = 0;
inline constexpr int kFailed = 1;
inline constexpr int kWrongWords = 2;
inline constexpr int kNeedsAttention = 3;

void add_evaluate(CLI::App& app, int& exit_status);
void add_explain(CLI::App& app, int& exit_status);
void add_compare(CLI::App& app, int& exit_status);
void add_questions(CLI::App& app, int& exit_status);
void add_check(CLI::App& app, int& exit_status);
void add_policy(CLI::App& app, int& exit_status);
void add_verify(CLI::App& app, int& exit_status);
void add_report(CLI::App& app, int& exit_status);
void add_review(CLI::App& app, int& exit_status);
void add_synth(CLI::App& app, int& exit_status);

// An error of words or options.
Error usage_error(std::string code, std::string cause, std::string next_step);

// Prints the error to standard error and returns its exit status.
int report(const Error& error);

}  // namespace redress::app
