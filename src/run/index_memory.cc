#include "run/index_memory.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <utility>

#include "write/nameless_file.h"

namespace redress::run {
namespace {

// What is smaller is not worth a file of its own.
constexpr std::size_t kLeastBytesOfFile = std::size_t{1} << 20U;

}  // namespace

IndexMemory::IndexMemory(std::uint64_t most_bytes, std::string folder)
    : most_bytes_(most_bytes), folder_(folder.empty() ? write::kTemporaryFolder : std::move(folder)) {}

std::uint64_t IndexMemory::bytes_in_files() const {
  const std::lock_guard lock(mutex_);
  std::uint64_t bytes = 0;
  for (const auto& [place, size] : in_files_) bytes += size;
  return bytes;
}

void* IndexMemory::do_allocate(std::size_t bytes, std::size_t alignment) {
  const std::lock_guard lock(mutex_);
  if (bytes < kLeastBytesOfFile || in_memory_ + bytes <= most_bytes_) {
    void* const place = std::pmr::new_delete_resource()->allocate(bytes, alignment);
    in_memory_ += bytes;
    return place;
  }
  void* const place = map_file(bytes);
  in_files_.emplace(place, bytes);
  return place;
}

void IndexMemory::do_deallocate(void* place, std::size_t bytes, std::size_t alignment) {
  const std::lock_guard lock(mutex_);
  if (in_files_.erase(place) > 0) {
    ::munmap(place, bytes);
    return;
  }
  in_memory_ -= bytes;
  std::pmr::new_delete_resource()->deallocate(place, bytes, alignment);
}

// The room is taken at once: a disk that fills up later would end the program in the middle of a write.
void* IndexMemory::map_file(std::size_t bytes) const {
  const int file = write::open_nameless(folder_);
  if (file < 0) throw TemporaryFileFailed(folder_);
  const bool has_room = ::posix_fallocate(file, 0, static_cast<off_t>(bytes)) == 0;
  void* const place = has_room ? ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0) : MAP_FAILED;
  ::close(file);
  if (place == MAP_FAILED) throw TemporaryFileFailed(folder_);
  return place;
}

}  // namespace redress::run
