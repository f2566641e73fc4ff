// fuzz/section_texts.h: what must hold of a section however it was read, and blanks as citations are written.
// Not here: charges and sets (citations_fuzz.cc). For fuzz targets only.
#pragma once

#include <string>
#include <string_view>

#include "citation/citation.h"
#include "citation/section_scanner.h"
#include "property.h"

namespace redress::fuzz {

// Every series of blanks as one.
inline std::string single_blanks(std::string_view text) {
  std::string single;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t blanks = citation::blank_length(text, at);
    if (blanks == 0) {
      single += text[at++];
      continue;
    }
    single += ' ';
    at = citation::after_blanks(text, at);
  }
  return single;
}

inline void require_good_section(const citation::Section& section) {
  require(!section.number.empty() && citation::is_digit(section.number.front()), "a section begins with a digit");
  for (const std::string& subdivision : section.subdivisions) require(!subdivision.empty(), "no subdivision is empty");
  const std::string text = to_text(section);
  if (section.code == citation::Code::kUnknown) return;
  require(citation::parse_section(text) == section, "a section written as text and read again is the section");
}

}  // namespace redress::fuzz
