// scan/unpacked_bytes.h: bytes in memory that grow as they come, for input whose size nobody can tell beforehand.
// Not here: where they come from (unpack.h, input_file.cc). For the files of scan only. One thread at a time.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <utility>

namespace redress::scan {

class UnpackedBytes {
 public:
  UnpackedBytes() = default;
  ~UnpackedBytes();
  UnpackedBytes(UnpackedBytes&& other) noexcept
      : start_(std::exchange(other.start_, nullptr)),
        size_(std::exchange(other.size_, 0)),
        capacity_(std::exchange(other.capacity_, 0)) {}
  UnpackedBytes& operator=(UnpackedBytes&&) = delete;

  // Where the next bytes may be put. Grows by half of what is there, so that little is asked for which is not needed.
  // Empty where the memory does not suffice. Valid until the next call.
  std::span<char> room();

  // The first `count` bytes of room() were filled.
  void add(std::size_t count) { size_ += count; }

  // Gives back what room() asked for and nothing filled.
  void trim();

  std::size_t size() const { return size_; }
  std::string_view view() const { return {start_, size_}; }

 private:
  char* start_ = nullptr;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace redress::scan
