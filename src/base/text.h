// base/text.h: texts of a record compared the way the format says: trimmed, without regard to case.
// Not here: locales (nothing depends on one), number and date parsing. Bottom of the house; pure functions.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace redress {

// Printable ASCII but no blank: nothing that trimming takes away, nor part of it.
constexpr bool is_plain_byte(char c) {
  return c > ' ' && c < '\x7F';
}

// Without blanks, tabs, line breaks and no-break spaces (U+00A0 in UTF-8, 0xA0 in Windows-1252) at both ends.
// The view points into `text`.
std::string_view trimmed_at_ends(std::string_view text);
inline std::string_view trimmed(std::string_view text) {
  if (text.empty() || (is_plain_byte(text.front()) && is_plain_byte(text.back()))) return text;
  return trimmed_at_ends(text);
}

// Nothing but blanks (no-break ones too) and dashes.
bool is_empty_cell(std::string_view text);

// Cost: linear in the bytes, eight at a time.
bool has_digit(std::string_view text);

// ASCII letters folded; other bytes compared as they are. REQUIRES of has_same_letters: a.size() == b.size().
bool has_same_letters(std::string_view a, std::string_view b);
inline bool equals_ignoring_case(std::string_view a, std::string_view b) {
  constexpr int kCaseBit = 0x20;  // all in which a capital differs from its letter
  if (a.size() != b.size()) return false;
  if (a.empty()) return true;
  // Sections differ in their last digit, words in their first letter.
  return ((a.front() ^ b.front()) & ~kCaseBit) == 0 && ((a.back() ^ b.back()) & ~kCaseBit) == 0 &&
         has_same_letters(a, b);
}
bool begins_ignoring_case(std::string_view text, std::string_view beginning);
bool contains_ignoring_case(std::string_view text, std::string_view part);
std::string to_upper_ascii(std::string_view text);
std::string to_lower_ascii(std::string_view text);

// A name as people read it: "victim_under_14" → "victim under 14".
std::string with_blanks(std::string_view name);

// A number as people read it: 1234567 → "1,234,567".
std::string grouped(std::uint64_t number);

// Whether the bytes are well-formed UTF-8.
bool is_utf8(std::string_view bytes);

}  // namespace redress
