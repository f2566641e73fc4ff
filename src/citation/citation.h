// citation/citation.h: what a charge text cites ("664/11357(C) HS-…"), parsed into sections, subdivisions and marks.
// Not here: which sections a law lists (citation/section_set.h); no other room looks into a charge text by itself.
// Above base only; pure functions of their arguments, safe on any bytes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "citation/code.h"

namespace redress::citation {

// One section, in lower case: HSC 11357(b)(2) is {kHs, "11357", {"b", "2"}}. A letter belongs to the number only in
// the sections whose name has one: PC 288a is {kPc, "288a", {}}.
struct Section {
  Code code = Code::kUnknown;
  std::string number;
  std::vector<std::string> subdivisions;

  bool operator==(const Section&) const = default;
};

// What one charge text cites.
struct Citation {
  std::vector<Section> sections;  // at least one, in the order written, without the 664 and 182 that are only marks
  bool attempt = false;           // 664 stood first or last beside another section
  bool conspiracy = false;        // 182 stood first beside another section
  bool code_inferred = false;     // no code was written; the sections are HSC because the text names the drug
  std::string as_written;         // as DOJ writes it, marks included: capitals, blanks single ("664/11357(C) HS")

  bool operator==(const Citation&) const = default;
};

// The citation at the start of a charge text, in any case: "CHRG 11357A HS-POSSESS" cites HSC 11357(a).
// Nothing means unreadable: no section at the start, one that runs into further letters or digits, or 664 alone.
// Any bytes are allowed; the cost is linear in the length of the text.
std::optional<Citation> parse_charge(std::string_view charge_text);

// A section as policies write it: "HSC 11357", "PC 186.22(b)(4)", "PC 288a", in any case. Letters on a number are read
// as in a charge text, so that an entry matches what it looks like. Nothing when it is not exactly one such section.
std::optional<Section> parse_section(std::string_view policy_text);

// Legal style: "HSC 11357(a)(2)"; "11357(a)" where the code is unknown. parse_section reads it back when it has a code.
std::string to_text(const Section& section);

}  // namespace redress::citation
