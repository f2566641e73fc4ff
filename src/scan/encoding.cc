#include "scan/encoding.h"

#include <array>
#include <cassert>
#include <cstring>

#include "base/text.h"

namespace redress::scan {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

// What Windows-1252 has at 0x80 to 0x9F; the rest of it is Latin-1. Five bytes mean nothing there.
constexpr std::array<char32_t, 32> kWindows1252 = {
    0x20AC,       kReplacement, 0x201A, 0x0192, 0x201E, 0x2026,       0x2020, 0x2021,        // 80-87
    0x02C6,       0x2030,       0x0160, 0x2039, 0x0152, kReplacement, 0x017D, kReplacement,  // 88-8F
    kReplacement, 0x2018,       0x2019, 0x201C, 0x201D, 0x2022,       0x2013, 0x2014,        // 90-97
    0x02DC,       0x2122,       0x0161, 0x203A, 0x0153, kReplacement, 0x017E, 0x0178,        // 98-9F
};

std::uint64_t eight_at(const char* bytes) {
  std::uint64_t eight = 0;
  std::memcpy(&eight, bytes, sizeof eight);
  return eight;
}

// Where the first byte from 0x80 on stands, at or behind `at`; the size where none does.
std::size_t find_high(std::string_view bytes, std::size_t at) {
  constexpr std::uint64_t kHighBits = 0x8080'8080'8080'8080;
  constexpr std::size_t kEight = sizeof(std::uint64_t);
  constexpr std::size_t kAtOnce = 8 * kEight;  // of which seldom any is a high byte
  for (; at + kAtOnce <= bytes.size(); at += kAtOnce) {
    const char* const b = bytes.data() + at;
    const std::uint64_t all = eight_at(b) | eight_at(b + kEight) | eight_at(b + 2 * kEight) | eight_at(b + 3 * kEight) |
                              eight_at(b + 4 * kEight) | eight_at(b + 5 * kEight) | eight_at(b + 6 * kEight) |
                              eight_at(b + 7 * kEight);
    if ((all & kHighBits) != 0) break;
  }
  for (; at + kEight <= bytes.size(); at += kEight) {
    if ((eight_at(bytes.data() + at) & kHighBits) != 0) break;
  }
  while (at < bytes.size() && !is_high_byte(bytes[at])) ++at;
  return at;
}

// The points of the table lie between U+0080 and U+FFFF: two or three bytes.
void append_utf8(std::string& text, char32_t point) {
  const auto tail = [](char32_t bits) { return static_cast<char>(0x80 | (bits & 0x3F)); };
  if (point < 0x800) {
    text += static_cast<char>(0xC0 | point >> 6);
  } else {
    text += static_cast<char>(0xE0 | point >> 12);
    text += tail(point >> 6);
  }
  text += tail(point);
}

}  // namespace

bool has_high_bytes(std::string_view bytes) {
  return find_high(bytes, 0) != bytes.size();
}

Encoding encoding_of(std::string_view bytes) {
  std::size_t at = find_high(bytes, 0);
  if (at == bytes.size()) return Encoding::kAscii;
  // Characters beyond ASCII have no byte below 0x80, so each run of high bytes can be looked at by itself.
  while (at < bytes.size()) {
    const std::size_t run = at;
    while (at < bytes.size() && is_high_byte(bytes[at])) ++at;
    if (!is_utf8(bytes.substr(run, at - run))) return Encoding::kWindows1252;
    at = find_high(bytes, at);
  }
  return Encoding::kUtf8;
}

std::string_view encoding_name(Encoding encoding) {
  switch (encoding) {
    case Encoding::kAscii: return "ASCII";
    case Encoding::kUtf8: return "UTF-8";
    case Encoding::kWindows1252: return "Windows-1252";
  }
  assert(false);
  return {};
}

std::string to_utf8(std::string_view text) {
  if (encoding_of(text) != Encoding::kWindows1252) return std::string(text);
  std::string result;
  result.reserve(text.size() + text.size() / 8);
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      result += c;
    } else {
      append_utf8(result, byte < 0xA0 ? kWindows1252[byte - 0x80U] : byte);
    }
  }
  return result;
}

}  // namespace redress::scan
