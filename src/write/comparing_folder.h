// write/comparing_folder.h: a results folder that stands, compared byte by byte with what a run makes again.
// Not here: making it again (run), what else a folder must hold (verify_run.cc). Nothing is written; no file is held in
// memory.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "redress/error.h"
#include "write/difference_place.h"
#include "write/results_target.h"

namespace redress::write {

// How one file made again compares with the one that stands.
struct FileComparison {
  std::string name;
  std::uint64_t bytes = 0;  // made again
  enum class Standing : std::uint8_t { kSame, kDiffers, kMissing } standing = Standing::kSame;
  std::optional<DifferencePlace> first;  // of kDiffers: the first byte that differs, or where the shorter one ends
};

// One thread at a time, save that its files may be written by different threads.
class ComparingFolder final : public ResultsTarget {
 public:
  // `read_later`: a file that is read again while the folder is compared (path_of), as it is made again and not as it
  // stands: it is kept on the disk, without a name, in `temporary_folder` (empty: /var/tmp) for as long as this.
  explicit ComparingFolder(std::string folder, std::string read_later = {}, std::string temporary_folder = {});
  ~ComparingFolder() override;
  ComparingFolder(const ComparingFolder&) = delete;
  ComparingFolder& operator=(const ComparingFolder&) = delete;

  // The sink lives as long as this. A file that does not stand there is no error.
  // Errors (kInput): results.not_a_file, results.unreadable.
  Result<ResultSink*> open(const std::string& name) override;

  // Finishes every file and finds the places of the differences. Errors (kInput): results.unreadable.
  Status finish() override;

  std::string path_of(const std::string& name) const override;

  // In the order in which the files were opened. REQUIRES: finish() succeeded.
  const std::vector<FileComparison>& comparisons() const { return comparisons_; }

 private:
  class Sink;

  std::string folder_;
  std::string read_later_;
  std::string temporary_folder_;
  std::vector<std::unique_ptr<Sink>> sinks_;
  std::vector<FileComparison> comparisons_;
};

}  // namespace redress::write
