#include "terminal.h"

#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "commands.h"

namespace redress::app {
namespace {

std::atomic<bool> interrupted{false};

extern "C" void on_interrupt(int signal) {
  if (interrupted.exchange(true)) {
    std::signal(signal, SIG_DFL);
    std::raise(signal);
  }
}

// Only what a signal handler may do.
extern "C" void on_lost_input(int) {
  static constexpr char kWords[] =
      "redress: an input changed while it was read, or its drive failed; nothing was finished\n"
      "Wait until nothing else writes the file, or copy it to a local drive, then run again. A run with the\n"
      "same --out also removes what was begun there (a folder that ends in .unfinished).\n";
  const ssize_t ignored = ::write(STDERR_FILENO, kWords, sizeof kWords - 1);
  static_cast<void>(ignored);
  ::_exit(kFailed);
}

const char* stage_words(Progress::Stage stage) {
  switch (stage) {
    case Progress::Stage::kReading: return "Reading";
    case Progress::Stage::kGathering: return "Gathering";
    case Progress::Stage::kDeciding: return "Deciding";
  }
  return "Working";
}

}  // namespace

Date today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return {static_cast<std::int16_t>(local.tm_year + 1900), static_cast<std::uint8_t>(local.tm_mon + 1),
          static_cast<std::uint8_t>(local.tm_mday)};
}

std::string temporary_folder() {
  const char* const folder = std::getenv("TMPDIR");  // NOLINT(concurrency-mt-unsafe): nothing here sets it
  return folder == nullptr ? std::string() : std::string(folder);
}

std::string grouped(std::uint64_t number) {
  std::string text = std::to_string(number);
  for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, ",");
  return text;
}

std::string counted(std::uint64_t number, const char* what) {
  return grouped(number) + " " + what + (number == 1 ? "" : "s");
}

std::string people_words(std::uint64_t people) {
  return grouped(people) + (people == 1 ? " person" : " people");
}

std::string megabytes(std::uint64_t bytes) {
  return bytes < 10'000'000 ? grouped((bytes + 999) / 1000) + " kB" : grouped(bytes / 1'000'000) + " MB";
}

std::string affected_words(const Affected& affected) {
  return counted(affected.convictions, "conviction") + " of " + people_words(affected.people);
}

void watch_for_interrupt() {
  std::signal(SIGINT, on_interrupt);
  std::signal(SIGTERM, on_interrupt);
}

void ignore_file_size_limit() {
  std::signal(SIGXFSZ, SIG_IGN);
}

void watch_for_lost_input() {
  struct sigaction action {};
  action.sa_handler = on_lost_input;
  sigemptyset(&action.sa_mask);
  sigaction(SIGBUS, &action, nullptr);
}

TerminalObserver::TerminalObserver(Noise noise)
    : quiet_(noise == Noise::kQuiet || (noise == Noise::kTerminalOnly && isatty(STDERR_FILENO) == 0)),
      is_terminal_(isatty(STDERR_FILENO) != 0),
      begun_(std::chrono::steady_clock::now()) {}

TerminalObserver::~TerminalObserver() {
  if (line_open_) std::fputs("\r\033[K", stderr);
}

void TerminalObserver::on_progress(const Progress& progress) {
  if (quiet_ || progress.bytes_total == 0) return;
  if (progress.stage != stage_) {
    stage_ = progress.stage;
    begun_ = std::chrono::steady_clock::now();
    last_half_ = 0;
  }
  const auto now = std::chrono::steady_clock::now();
  if (is_terminal_) {
    if (now - shown_ < std::chrono::milliseconds(100)) return;
    shown_ = now;
    show_line(progress);
    return;
  }
  // Elsewhere a line for each half, so that a log stays short.
  const std::uint64_t half = progress.bytes_done * 2 / progress.bytes_total;
  if (half <= last_half_) return;
  last_half_ = half;
  std::fprintf(stderr, "%s: %s of %s\n", stage_words(progress.stage), megabytes(progress.bytes_done).c_str(),
               megabytes(progress.bytes_total).c_str());
}

void TerminalObserver::show_line(const Progress& progress) {
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun_).count();
  const double rate = seconds > 0 ? static_cast<double>(progress.bytes_done) / seconds : 0;
  const double left = rate > 0 ? static_cast<double>(progress.bytes_total - progress.bytes_done) / rate : 0;
  std::fprintf(stderr, "\r\033[K%s: %s of %s, %s/s, %.0f s left", stage_words(progress.stage),
               megabytes(progress.bytes_done).c_str(), megabytes(progress.bytes_total).c_str(),
               megabytes(static_cast<std::uint64_t>(rate)).c_str(), left);
  line_open_ = true;
}

bool TerminalObserver::wants_cancel() {
  return interrupted.load();
}

}  // namespace redress::app
