// run/index_memory.h: memory for the index of a run that must do with little: what does not fit stands in a temporary
// file.
// Not here: what the index is (intake/record_index.h). Part of the corridor. The file holds places and numbers, no
// cell's content, and has no name, so that it is gone when the program ends, however that comes about.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory_resource>
#include <mutex>
#include <new>
#include <string>
#include <utility>

namespace redress::run {

// The disk cannot hold what does not fit in the memory.
class TemporaryFileFailed : public std::bad_alloc {
 public:
  explicit TemporaryFileFailed(std::string folder) : folder_(std::move(folder)) {}
  const std::string& folder() const { return folder_; }

 private:
  std::string folder_;
};

class IndexMemory final : public std::pmr::memory_resource {
 public:
  // Large pieces are in the memory as long as all of them together have at most `most_bytes`. `folder`: where the
  // temporary files stand; empty: /var/tmp.
  explicit IndexMemory(std::uint64_t most_bytes, std::string folder = {});
  ~IndexMemory() override = default;
  IndexMemory(const IndexMemory&) = delete;
  IndexMemory& operator=(const IndexMemory&) = delete;

  // For tests: what stands in temporary files now.
  std::uint64_t bytes_in_files() const;

 private:
  // Any thread. Throws TemporaryFileFailed, std::bad_alloc.
  void* do_allocate(std::size_t bytes, std::size_t alignment) override;
  void do_deallocate(void* place, std::size_t bytes, std::size_t alignment) override;
  bool do_is_equal(const std::pmr::memory_resource& other) const noexcept override { return this == &other; }

  void* map_file(std::size_t bytes) const;

  std::uint64_t most_bytes_;
  std::string folder_;
  mutable std::mutex mutex_;
  std::uint64_t in_memory_ = 0;
  std::map<const void*, std::size_t> in_files_;
};

}  // namespace redress::run
