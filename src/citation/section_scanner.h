// citation/section_scanner.h: reads one section, and the code right after it, at a position of a charge text.
// Not here: joining sections into a citation (citation/citation.cc). Inside this room; other rooms use citation.h.
#pragma once

#include <cstddef>
#include <string_view>

#include "citation/citation.h"

namespace redress::citation {

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Bytes of the blank at a position, 0 when none stands there. A no-break space, in UTF-8 or Windows-1252, is a blank.
std::size_t blank_length(std::string_view text, std::size_t at);

// The position of the first byte from `at` that is no blank, or the end of the text.
std::size_t after_blanks(std::string_view text, std::size_t at);

struct ScannedSection {
  Section section;             // its code is left unknown: the code after it holds for earlier sections too
  std::size_t end = 0;         // byte after the section
  Code code = Code::kUnknown;  // the code right after the section, blanks allowed
  std::size_t code_end = 0;    // byte after that code; equal to `end` where there is none
};

// Reads the section that starts at `at`. Nothing when no digit stands there or the section runs into further letters
// or digits. Cost: linear in the bytes it looks at, each at most a fixed number of times.
std::optional<ScannedSection> scan_section(std::string_view text, std::size_t at);

}  // namespace redress::citation
