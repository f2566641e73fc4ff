// write/results_target.h: where the files of a run go: to a folder on the disk, or to a comparison with one.
// Not here: the two (results_folder.h, comparing_folder.h), what stands in the files (run).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "redress/error.h"
#include "write/checksum.h"

namespace redress::write {

struct WrittenFile {
  std::string name;
  std::uint64_t bytes = 0;
  std::string sha256;
};

// One file that grows from its first byte to its last. One thread at a time.
class ResultSink {
 public:
  virtual ~ResultSink() = default;

  // Errors: of the target. After one, every further call answers with the same. REQUIRES: finish was not called.
  virtual Status write(std::string_view bytes) = 0;

  // Nothing more comes: what was written. Errors as above. Further calls answer the same.
  virtual Result<WrittenFile> finish() = 0;

  // From now on other sums grow while this file's does; null: no others. They must outlive what is written meanwhile.
  void sum_alongside(SumsAlongside* others) { others_ = others; }

 protected:
  void add_to(Sha256& sum, std::string_view bytes) {
    if (others_ == nullptr) return sum.add(bytes);
    others_->add(sum, bytes);
  }

 private:
  SumsAlongside* others_ = nullptr;
};

// One thread at a time, save that its files may be written by different threads.
class ResultsTarget {
 public:
  virtual ~ResultsTarget() = default;

  // A new file of that plain name. The sink lives as long as the target says. Errors: of the target.
  // REQUIRES: finish was not called; a name without folders.
  virtual Result<ResultSink*> open(const std::string& name) = 0;

  // Every file is whole. Errors: of the target.
  virtual Status finish() = 0;

  // Where a file that was opened and finished can be read while the target stands: what is made of it later reads it
  // there. Of a comparison: what is made again where that is kept, else the file that it is compared with.
  virtual std::string path_of(const std::string& name) const = 0;
};

}  // namespace redress::write
