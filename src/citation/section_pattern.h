// citation/section_pattern.h: one section as a law lists it, with the subdivisions it means, and how a cited one fits.
// Not here: whole sets and their answers (citation/section_set.h), reading policy files (policy). Above base only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "citation/citation.h"

namespace redress::citation {

using SubdivisionPath = std::vector<std::string>;  // (c)(1) is {"c", "1"}

// Which citations of the section are meant.
enum class Reach : std::uint8_t {
  kAny,     // whatever subdivision follows, or none
  kListed,  // those that begin with a listed path; those without any subdivision where `bare` is set
};

struct SectionPattern {
  Code code = Code::kUnknown;
  std::string number;       // lower case, "288a"; of a range its first number
  std::string last_number;  // "190.99" for the range 190.1-190.99: every decimal of 190; empty otherwise
  Reach reach = Reach::kAny;
  bool bare = false;                          // only with kListed
  std::vector<SubdivisionPath> subdivisions;  // only with kListed

  bool operator==(const SectionPattern&) const = default;
};

// How one cited section stands to a pattern of the same code and number.
struct Fit {
  // How exactly it is met, the higher the more specific: a listed path by its depth, then bare, then any.
  // Nothing when the pattern does not mean this citation.
  std::optional<std::size_t> rank;
  bool could_be = false;  // not met, but a listed path goes on where the citation ends: 288(b) with (b)(1) listed
};

// A pattern as policies write it: "PC 288" (any subdivision), "PC 186.22(b)(4)" (that one listed), or the range
// "PC 190.1-190.99". Nothing when it is none of these; a range must be .1 to .9, .99, … of one whole number.
std::optional<SectionPattern> parse_pattern(std::string_view policy_text);

// Adds to what the pattern lists: "bare", or a path such as "(c)(1)". A pattern of any subdivision becomes one of those
// added. False, and nothing changed, when the text is neither.
bool add_subdivision(SectionPattern& pattern, std::string_view text);

// Whether the numbers are equal, or the cited one is a decimal that the pattern's range holds. Codes are not looked at.
bool has_number(const SectionPattern& pattern, std::string_view number);

// REQUIRES: has_number(pattern, section.number). Codes are not looked at.
Fit fit_of(const SectionPattern& pattern, const Section& section);

}  // namespace redress::citation
