// run/file_sums.h: the SHA-256 sums of the input files, made piece by piece, so that a thread can leave one unfinished
// where there is something else to do, and go on with it later, or while outputs are summed.
// Not here: the sum itself (write/checksum.h), who makes them when (record_files.cc, evaluation.cc). Part of the
// corridor.
#pragma once

#include <cstddef>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "write/checksum.h"

namespace redress::run {

class FileSums final : public write::SumsAlongside {
 public:
  // Only those that are asked for are made. The bytes must outlive this.
  explicit FileSums(std::vector<std::string_view> files);
  void ask(std::size_t file);  // before any is made

  // Goes on with one sum until it is made or `may_go_on`, which is asked before each piece of a few megabytes, says no.
  // REQUIRES: it was asked for, and no other thread is at it.
  void make(std::size_t file, const std::function<bool()>& may_go_on);

  // The same with all that are left and that no other thread is at. Thread rule: several threads at the same time, and
  // nobody in make().
  void make_left(const std::function<bool()>& may_go_on);

  // Goes on with one of those that are left while the sum of an output grows, and with as many bytes.
  // Thread rule: as make_left, and one thread at a time.
  void add(write::Sha256& output, std::string_view bytes) override;

  // In hexadecimal; empty where it was not asked for. REQUIRES: no thread is making any, and all that were asked for
  // are made.
  const std::string& of(std::size_t file) const { return sums_[file].hex; }

 private:
  struct Sum {
    std::string_view rest;
    write::Sha256 sum;
    std::string hex;
    bool is_asked = false;
    bool is_taken = false;  // by a thread in make_left
  };

  std::optional<std::size_t> take();
  static void finish(Sum& sum) { sum.hex = sum.sum.hex(); }

  std::mutex mutex_;  // of is_taken
  std::vector<Sum> sums_;
  std::optional<std::size_t> alongside_;  // taken by add
};

}  // namespace redress::run
