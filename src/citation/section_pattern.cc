#include "citation/section_pattern.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "citation/section_scanner.h"

namespace redress::citation {
namespace {

// "190.2" stands under "190."; the dot is part of it, so that 1902 does not.
std::string_view whole_with_dot(std::string_view number) {
  const std::size_t dot = number.find('.');
  return dot == std::string_view::npos ? std::string_view() : number.substr(0, dot + 1);
}

bool is_decimal_under(std::string_view number, std::string_view whole) {
  if (whole.empty() || number.size() <= whole.size() || number.substr(0, whole.size()) != whole) return false;
  return std::all_of(number.begin() + static_cast<std::ptrdiff_t>(whole.size()), number.end(), is_digit);
}

bool begins_with(const SubdivisionPath& path, const SubdivisionPath& beginning) {
  return beginning.size() <= path.size() && std::equal(beginning.begin(), beginning.end(), path.begin());
}

std::optional<SectionPattern> parse_range(std::string_view first_text, std::string_view last_number) {
  std::optional<Section> first = parse_section(first_text);
  if (!first || !first->subdivisions.empty()) return std::nullopt;
  const std::string_view whole = whole_with_dot(first->number);
  if (first->number.substr(whole.size()) != "1" || !is_decimal_under(last_number, whole)) return std::nullopt;
  const std::string_view last_decimals = last_number.substr(whole.size());
  if (last_decimals.find_first_not_of('9') != std::string_view::npos) return std::nullopt;
  SectionPattern range;
  range.code = first->code;
  range.number = std::move(first->number);
  range.last_number = last_number;
  return range;
}

}  // namespace

std::optional<SectionPattern> parse_pattern(std::string_view policy_text) {
  const std::string_view text = trimmed(policy_text);
  if (const std::size_t hyphen = text.find('-'); hyphen != std::string_view::npos) {
    return parse_range(text.substr(0, hyphen), text.substr(hyphen + 1));
  }
  std::optional<Section> section = parse_section(text);
  if (!section) return std::nullopt;
  SectionPattern pattern;
  pattern.code = section->code;
  pattern.number = std::move(section->number);
  if (!section->subdivisions.empty()) {
    pattern.reach = Reach::kListed;
    pattern.subdivisions.push_back(std::move(section->subdivisions));
  }
  return pattern;
}

bool add_subdivision(SectionPattern& pattern, std::string_view text) {
  const std::string_view path_text = trimmed(text);
  if (equals_ignoring_case(path_text, "bare")) {
    pattern.bare = true;
  } else {
    if (path_text.empty() || path_text.front() != '(') return false;
    // Read as the brackets of some section, so that a path means what it means in a charge.
    std::string sample = "1";
    sample += path_text;
    std::optional<ScannedSection> found = scan_section(sample, 0);
    if (!found || found->code != Code::kUnknown || found->end != sample.size()) return false;
    if (found->section.subdivisions.empty()) return false;
    pattern.subdivisions.push_back(std::move(found->section.subdivisions));
  }
  pattern.reach = Reach::kListed;
  return true;
}

bool has_number(const SectionPattern& pattern, std::string_view number) {
  if (pattern.last_number.empty()) return pattern.number == number;
  return is_decimal_under(number, whole_with_dot(pattern.number));
}

Fit fit_of(const SectionPattern& pattern, const Section& section) {
  constexpr std::size_t kAnyRank = 0;
  constexpr std::size_t kBareRank = 1;  // a path of depth n ranks at 1 + n
  Fit fit;
  switch (pattern.reach) {
    case Reach::kAny: fit.rank = kAnyRank; return fit;
    case Reach::kListed: break;
  }
  if (pattern.bare && section.subdivisions.empty()) fit.rank = kBareRank;
  for (const SubdivisionPath& path : pattern.subdivisions) {
    if (begins_with(section.subdivisions, path)) {
      fit.rank = std::max(fit.rank.value_or(kBareRank), kBareRank + path.size());
    } else if (begins_with(path, section.subdivisions)) {
      fit.could_be = true;
    }
  }
  if (fit.rank) fit.could_be = false;
  return fit;
}

}  // namespace redress::citation
