// write/csv/line_text.h: the text of many lines in the making, in memory that is not emptied before it is filled.
// Not here: what a line says (csv_rows.h), where it goes (file_sink.h). One thread at a time.
#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <memory>
#include <string_view>
#include <utility>

namespace redress::write {

// As a std::string that grows, but for the zeros that one writes where text is about to stand.
class LineText {
 public:
  LineText() = default;
  LineText(const LineText&) = delete;
  LineText& operator=(const LineText&) = delete;

  // Valid until the text changes.
  std::string_view view() const { return {bytes_.get(), size_}; }

  // Empty again, in memory that is there already.
  void clear() { size_ = 0; }

  // Where the next bytes are to stand, with room for so many. Valid until the text changes. Cost: what is there moves
  // where the memory ends, which happens ever more seldom.
  char* room_for(std::size_t bytes) {
    if (capacity_ - size_ < bytes) grow(bytes);
    return bytes_.get() + size_;
  }

  // The text goes up to here. REQUIRES: from the last room_for on, and within the room asked for.
  void end_at(const char* behind) {
    assert(behind >= bytes_.get() + size_ && behind <= bytes_.get() + capacity_);
    size_ = static_cast<std::size_t>(behind - bytes_.get());
  }

  // REQUIRES: bytes that stand elsewhere.
  void append(std::string_view bytes) {
    char* const at = room_for(bytes.size());
    end_at(std::copy_n(bytes.data(), bytes.size(), at));
  }

 private:
  void grow(std::size_t bytes) {
    const std::size_t capacity = std::max(2 * capacity_, size_ + bytes);
    auto larger = std::make_unique_for_overwrite<char[]>(capacity);
    std::copy_n(bytes_.get(), size_, larger.get());
    bytes_ = std::move(larger);
    capacity_ = capacity;
  }

  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace redress::write
