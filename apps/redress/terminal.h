// What the program needs of its surroundings: today's date, signals, the terminal. The only place that asks for them.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "redress/date.h"
#include "redress/evaluate.h"
#include "redress/run_observer.h"

namespace redress::app {

// The local calendar date.
Date today();

// Where temporary files of this user go: what TMPDIR says; empty where it says nothing.
std::string temporary_folder();

// "1,234,567"; "812 MB".
std::string grouped(std::uint64_t number);
std::string megabytes(std::uint64_t bytes);

// "1 row", "2,345 rows"; "1 person", "1,200 people".
std::string counted(std::uint64_t number, const char* what);
std::string people_words(std::uint64_t people);

// "1 conviction of 1 person", "2,345 convictions of 1,200 people".
std::string affected_words(const Affected& affected);

// From now on Ctrl-C and a request to end ask the run to stop; a second one ends the program.
void watch_for_interrupt();

// From now on the program ends with a plain line and kFailed when an input is cut off, or its drive goes, while it is
// read: the system then sends SIGBUS, because inputs are mapped. Unfinished results stay until the next run removes
// them.
void watch_for_lost_input();

// From now on writing past the size that the system allows a file is an error like a full disk, not the program's end.
void ignore_file_size_limit();

// Shows progress on standard error: one line that moves on a terminal, a few plain lines elsewhere, nothing when quiet.
// kTerminalOnly leaves out the plain lines: for what is asked for often and answered soon.
class TerminalObserver : public RunObserver {
 public:
  enum class Noise : std::uint8_t { kProgress, kTerminalOnly, kQuiet };
  explicit TerminalObserver(Noise noise);
  ~TerminalObserver() override;
  TerminalObserver(const TerminalObserver&) = delete;
  TerminalObserver& operator=(const TerminalObserver&) = delete;

  void on_progress(const Progress& progress) override;
  bool wants_cancel() override;

 private:
  void show_line(const Progress& progress);

  bool quiet_;
  bool is_terminal_;
  bool line_open_ = false;
  Progress::Stage stage_ = Progress::Stage::kReading;
  std::uint64_t last_half_ = 0;
  std::chrono::steady_clock::time_point begun_;
  std::chrono::steady_clock::time_point shown_;
};

}  // namespace redress::app
