// synth/short_text.h: a text short enough to live in a row itself: a date, a number, a case number.
// Not here: what it says. Plain values; no allocation, so that a person's rows are copied fast.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "redress/date.h"

namespace redress::synth {

// At most 15 bytes; what is too long is cut off.
class ShortText {
 public:
  ShortText() = default;
  explicit ShortText(std::string_view text) { append(text); }

  std::string_view view() const { return {bytes_.data(), size_}; }
  void append(std::string_view text);
  void append_number(std::uint64_t number, int digits);  // with leading zeros; the last `digits` digits
  void cut_to(std::size_t size);

 private:
  std::array<char, 15> bytes_{};
  std::uint8_t size_ = 0;
};

ShortText compact_date(Date date);        // YYYYMMDD
ShortText decimal(std::uint64_t number);  // without leading zeros

}  // namespace redress::synth
