#include "citation/cited_sections.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "citation/section_scanner.h"

namespace redress::citation {
namespace {

bool is_word_byte(char c) {
  return is_digit(c) || is_letter(c);
}

std::size_t digits_at(std::string_view text, std::size_t at) {
  const std::size_t behind = text.find_first_not_of("0123456789", at);
  return std::min(behind, text.size()) - at;
}

// A point between digits belongs to one number ("113.57"), and so does a comma before just three ("1,113"), so that
// what follows starts none. A comma before more digits joins two sections ("459,11358").
bool stands_in_word_or_number(std::string_view text, std::size_t at) {
  constexpr std::size_t kDigitsOfThousands = 3;
  if (at == 0) return false;
  if (is_word_byte(text[at - 1])) return true;
  if (at < 2 || !is_digit(text[at - 2])) return false;
  return text[at - 1] == '.' || (text[at - 1] == ',' && digits_at(text, at) == kDigitsOfThousands);
}

// Whether only a joiner and blanks stand between two sections.
bool is_joined(std::string_view between) {
  std::size_t at = after_blanks(between, 0);
  if (at >= between.size()) return false;
  switch (between[at]) {
    case '/':
    case '&':
    case ',':
    case '-': break;
    default: return false;
  }
  return after_blanks(between, at + 1) == between.size();
}

}  // namespace

std::vector<Section> sections_named_in(std::string_view text) {
  std::vector<Section> sections;
  std::size_t without_code = 0;  // sections at the end that a later code may hold for
  std::size_t last_end = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    if (!is_digit(text[at]) || stands_in_word_or_number(text, at)) {
      ++at;
      continue;
    }
    std::optional<ScannedSection> found = scan_section(text, at);
    if (!found) {
      while (at < text.size() && is_word_byte(text[at])) ++at;
      continue;
    }
    if (without_code > 0 && !is_joined(text.substr(last_end, at - last_end))) without_code = 0;
    found->section.code = found->code;
    sections.push_back(std::move(found->section));
    ++without_code;
    if (found->code != Code::kUnknown) {
      for (; without_code > 0; --without_code) sections[sections.size() - without_code].code = found->code;
    }
    last_end = found->code_end;
    at = last_end;
  }
  return sections;
}

}  // namespace redress::citation
