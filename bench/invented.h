// bench/invented.h: files of invented people in memory, and what a run opens to read and decide them.
// Not here: what is measured and what a right result is (one *_bench.cc a room). The entry points of the rooms that
// several benchmarks need are called here and nowhere else in bench/.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "intake/gather.h"
#include "intake/record_index.h"
#include "required.h"
#include "run/opened_run.h"
#include "scan/record_walker.h"
#include "synth/synthesize.h"

namespace redress::bench {

inline constexpr std::uint64_t kPeople = 2000;  // about 16 MB, more than the caches near the processor hold
inline constexpr std::uint64_t kSeed = 64;
inline constexpr const char* kCounty = "LOS ANGELES";
inline constexpr Date kAsOf = {2019, 11, 11};

inline const run::Formats& formats() {
  static const run::Formats loaded = must(run::load_formats());
  return loaded;
}

// A header line and the rows of that many people.
inline std::string invented_file(std::uint64_t people, synth::Mess mess) {
  std::string text;
  const auto counties = must(run::load_counties());
  const Status made = synth::synthesize({people, kCounty, kSeed, mess, counties}, formats().input,
                                        [&](std::string_view piece) -> Status {
                                          text += piece;
                                          return Done{};
                                        });
  require(static_cast<bool>(made), "an invented file");
  return text;
}

// The same file for all benchmarks of a program; made once.
inline const std::string& messy_file() {
  static const std::string file = invented_file(kPeople, synth::Mess::kWithMess);
  return file;
}
inline const std::string& clean_file() {
  static const std::string file = invented_file(kPeople, synth::Mess::kClean);
  return file;
}

// The good rows of a file, the header left out, found by a walk alone. Views into the file.
inline std::vector<std::string_view> rows_of(std::string_view file) {
  std::vector<std::string_view> rows;
  scan::RecordWalker walker(file, formats().input.columns.size());
  scan::Record record;
  walker.next(record);  // the header
  while (walker.next(record)) {
    if (record.fault == scan::RecordFault::kNone) rows.push_back(file.substr(record.offset_bytes, record.length_bytes));
  }
  return rows;
}

inline intake::RecordIndex index_of(std::string_view file) {
  std::vector<intake::FilePiece> walked;
  walked.push_back(intake::index_file(file, 0, formats().input));
  return must(intake::join(std::move(walked)));
}

// A policy opened in Los Angeles with what every run needs, and the clean file indexed. Does not move: the gatherer
// refers into it.
class OpenedFile {
 public:
  explicit OpenedFile(const char* policy) : policies_(must(run::open_policies(choice_of(policy), {}, kAsOf))) {}
  OpenedFile(const OpenedFile&) = delete;
  OpenedFile& operator=(const OpenedFile&) = delete;

  const run::OpenedPolicies& policies() const { return policies_; }
  std::size_t people() const { return index_.persons.size(); }
  const model::Person& gather(std::size_t person) { return gatherer_.gather(person); }

 private:
  static PolicyChoice choice_of(const char* policy) {
    PolicyChoice choice;
    choice.policy = policy;
    choice.county = kCounty;
    return choice;
  }

  run::OpenedPolicies policies_;
  std::string_view bytes_ = clean_file();
  intake::RecordIndex index_ = index_of(bytes_);
  intake::Gatherer gatherer_{index_, formats().input, {&bytes_, 1}, policies_.sets.registration->on(kAsOf), kAsOf};
};

// Adds up the time of parts of an iteration, for what cannot be prepared apart from it: a gathered person lives until
// the next one is gathered.
class PartTime {
 public:
  template <class Part>
  void measure(const Part& part) {
    const auto start = std::chrono::steady_clock::now();
    part();
    sum_ += std::chrono::steady_clock::now() - start;
  }
  double seconds() const { return std::chrono::duration<double>(sum_).count(); }

 private:
  std::chrono::steady_clock::duration sum_{};
};

inline std::int64_t total(std::size_t each, std::int64_t times) {
  return static_cast<std::int64_t>(each) * times;
}

}  // namespace redress::bench
