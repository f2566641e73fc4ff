#include "scan/unpacked_bytes.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace redress::scan {
namespace {

constexpr std::size_t kLeastGrowth = std::size_t{1} << 20U;

}  // namespace

UnpackedBytes::~UnpackedBytes() {
  std::free(start_);
}

std::span<char> UnpackedBytes::room() {
  if (size_ == capacity_) {
    const std::size_t growth = std::max(kLeastGrowth, capacity_ / 2);
    if (growth > std::numeric_limits<std::size_t>::max() / 2 - capacity_) return {};
    // realloc and not a vector: large blocks are moved by the system without copying, and nothing is cleared.
    void* const grown = std::realloc(start_, capacity_ + growth);
    if (grown == nullptr) return {};
    start_ = static_cast<char*>(grown);
    capacity_ += growth;
  }
  return {start_ + size_, capacity_ - size_};
}

void UnpackedBytes::trim() {
  if (size_ == 0 || size_ == capacity_) return;
  void* const smaller = std::realloc(start_, size_);
  if (smaller == nullptr) return;
  start_ = static_cast<char*>(smaller);
  capacity_ = size_;
}

}  // namespace redress::scan
