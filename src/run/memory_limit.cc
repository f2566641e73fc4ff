#include "redress/memory_limit.h"

#include <charconv>
#include <string>
#include <system_error>

namespace redress {
namespace {

constexpr std::uint64_t kLeastBytes = std::uint64_t{64} << 20U;

Error no_limit(std::string_view text, std::string_view cause) {
  Error error;
  error.kind = ErrorKind::kUsage;
  error.code = "option.memory";
  error.cause = "--memory " + std::string(cause) + ": '" + std::string(text) + "'";
  error.next_step = "Write for example 256M or 2G.";
  return error;
}

// Bits to shift by for "K", "M" and "G"; 0 for another letter.
unsigned shift_of(char unit) {
  switch (unit) {
    case 'K':
    case 'k': return 10;
    case 'M':
    case 'm': return 20;
    case 'G':
    case 'g': return 30;
    default: return 0;
  }
}

}  // namespace

Result<MemoryLimit> parse_memory_limit(std::string_view text) {
  if (text.empty()) return MemoryLimit{};
  const unsigned shift = shift_of(text.back());
  const char* const end = text.data() + text.size() - (shift > 0 ? 1 : 0);
  std::uint64_t number = 0;
  const auto read = std::from_chars(text.data(), end, number);
  if (read.ec != std::errc{} || read.ptr != end || number > (~std::uint64_t{0} >> shift)) {
    return no_limit(text, "is no amount of memory");
  }
  const std::uint64_t bytes = number << shift;
  if (bytes < kLeastBytes) return no_limit(text, "is less than the 64M that every run needs");
  return MemoryLimit{bytes, {}};
}

}  // namespace redress
