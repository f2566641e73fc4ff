#include "synth/short_text.h"

#include <algorithm>

namespace redress::synth {

void ShortText::append(std::string_view text) {
  for (const char letter : text.substr(0, bytes_.size() - size_)) bytes_[size_++] = letter;
}

void ShortText::append_number(std::uint64_t number, int digits) {
  std::array<char, 20> turned{};
  const auto size = std::min<std::size_t>(static_cast<std::size_t>(digits), turned.size());
  for (std::size_t i = size; i > 0; --i, number /= 10) turned[i - 1] = static_cast<char>('0' + number % 10);
  append({turned.data(), size});
}

void ShortText::cut_to(std::size_t size) { size_ = static_cast<std::uint8_t>(std::min<std::size_t>(size, size_)); }

ShortText compact_date(Date date) {
  ShortText text;
  text.append_number(static_cast<std::uint64_t>(date.year), 4);
  text.append_number(date.month, 2);
  text.append_number(date.day, 2);
  return text;
}

ShortText decimal(std::uint64_t number) {
  int digits = 1;
  for (std::uint64_t rest = number / 10; rest > 0; rest /= 10) ++digits;
  ShortText text;
  text.append_number(number, digits);
  return text;
}

}  // namespace redress::synth
