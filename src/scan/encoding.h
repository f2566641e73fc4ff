// scan/encoding.h: which encoding bytes are in, and texts of a file as UTF-8.
// Not here: cells. Above base only; pure functions, safe on any bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace redress::scan {

// In order: what holds for parts of a text holds for the whole as the greatest of theirs.
enum class Encoding : std::uint8_t { kAscii, kUtf8, kWindows1252 };

constexpr bool is_high_byte(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}

// Whether any byte is 0x80 or above. Cost: one pass, up to the first.
bool has_high_bytes(std::string_view bytes);

// What the bytes are: all below 0x80, well-formed UTF-8, or else Windows-1252. Cost: one pass.
Encoding encoding_of(std::string_view bytes);

// "ASCII", "UTF-8", "Windows-1252". Static storage.
std::string_view encoding_name(Encoding encoding);

// The text as UTF-8: as it is where it is well-formed, else read as Windows-1252 (its five undefined bytes become
// U+FFFD).
std::string to_utf8(std::string_view text);

}  // namespace redress::scan
