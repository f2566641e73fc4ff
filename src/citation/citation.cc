#include "citation/citation.h"

#include <array>
#include <utility>

#include "base/text.h"
#include "citation/section_scanner.h"

namespace redress::citation {
namespace {

constexpr std::size_t kNowhere = std::string_view::npos;
constexpr std::string_view kAttemptSection = "664";
constexpr std::string_view kConspiracySection = "182";

std::size_t after_prefixes(std::string_view text) {
  constexpr std::array<std::string_view, 3> kPrefixes = {"CHRG", "CHG", "CHARGE"};
  std::size_t at = 0;
  for (bool moved = true; moved;) {
    const std::size_t before = at;
    at = after_blanks(text, at);
    if (at < text.size() && text[at] == ':') ++at;
    for (const std::string_view prefix : kPrefixes) {
      if (begins_ignoring_case(text.substr(at), prefix)) at += prefix.size();
    }
    moved = at != before;
  }
  return at;
}

enum class Before { kSection, kCode };

// The position of the section that a joiner at `at` adds, or kNowhere. A hyphen joins more narrowly than the others,
// because DOJ also writes it before the description.
std::size_t joined_section(std::string_view text, std::size_t at, Before before) {
  const std::size_t joiner = after_blanks(text, at);
  if (joiner >= text.size()) return kNowhere;
  std::size_t next = joiner + 1;
  switch (text[joiner]) {
    case '/':
    case '&':
    case ',': next = after_blanks(text, next); break;
    case '-':
      if (joiner != at || before == Before::kCode) return kNowhere;
      break;
    default: return kNowhere;
  }
  return next < text.size() && is_digit(text[next]) ? next : kNowhere;
}

// The sections of the citation that starts at `at`, and the byte after it. No sections: unreadable.
std::size_t read_sections(std::string_view text, std::size_t at, std::vector<Section>& sections) {
  std::size_t end = at;
  std::size_t coded = 0;  // sections that a code holds for
  for (auto found = scan_section(text, at); found; found = scan_section(text, at)) {
    sections.push_back(std::move(found->section));
    Before before = Before::kSection;
    if (found->code != Code::kUnknown) {
      for (; coded < sections.size(); ++coded) sections[coded].code = found->code;
      before = Before::kCode;
    }
    if (coded == 0 || before == Before::kCode) end = found->code_end;
    at = joined_section(text, found->code_end, before);
    if (at == kNowhere) break;
  }
  // After a code, only sections with a code of their own belong to the citation ("11359 HS, 2 CTS" is one section).
  if (coded > 0) sections.erase(sections.begin() + static_cast<std::ptrdiff_t>(coded), sections.end());
  return end;
}

// Takes 664 and 182 out of the sections where they only mark the others.
void take_marks(Citation& citation) {
  std::vector<Section>& sections = citation.sections;
  std::size_t first = 0;
  std::size_t last = sections.size();
  while (first < last && sections[first].number == kAttemptSection) ++first;
  while (first < last && sections[last - 1].number == kAttemptSection) --last;
  citation.attempt = first > 0 || last < sections.size();
  if (last - first > 1 && sections[first].number == kConspiracySection) {
    citation.conspiracy = true;
    for (++first; sections[first].number == kAttemptSection; ++first) citation.attempt = true;
  }
  sections.erase(sections.begin() + static_cast<std::ptrdiff_t>(last), sections.end());
  sections.erase(sections.begin(), sections.begin() + static_cast<std::ptrdiff_t>(first));
}

bool names_cannabis(std::string_view text) {
  return contains_ignoring_case(text, "MARIJ") || contains_ignoring_case(text, "CANNABIS") ||
         contains_ignoring_case(text, "HASH");
}

std::string capitals_with_single_blanks(std::string_view text) {
  std::string written;
  written.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (blank_length(text, at) > 0) {
      written += ' ';
      at = after_blanks(text, at);
    } else {
      const char c = text[at++];
      written += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
  }
  return written;
}

}  // namespace

std::optional<Citation> parse_charge(std::string_view charge_text) {
  const std::size_t start = after_prefixes(charge_text);
  Citation citation;
  const std::size_t end = read_sections(charge_text, start, citation.sections);
  if (citation.sections.empty()) return std::nullopt;
  const bool has_code = citation.sections.front().code != Code::kUnknown;
  take_marks(citation);
  if (citation.sections.empty()) return std::nullopt;
  if (!has_code && names_cannabis(charge_text)) {
    citation.code_inferred = true;
    for (Section& section : citation.sections) section.code = Code::kHs;
  }
  citation.as_written = capitals_with_single_blanks(charge_text.substr(start, end - start));
  return citation;
}

std::optional<Section> parse_section(std::string_view policy_text) {
  const std::string_view text = trimmed(policy_text);
  std::size_t name_end = 0;
  while (name_end < text.size() && is_letter(text[name_end])) ++name_end;
  const Code code = code_named(text.substr(0, name_end));
  const std::size_t start = after_blanks(text, name_end);
  if (code == Code::kUnknown || start == name_end) return std::nullopt;
  std::optional<ScannedSection> found = scan_section(text, start);
  if (!found || found->code != Code::kUnknown || found->end != text.size()) return std::nullopt;
  found->section.code = code;
  return std::move(found->section);
}

std::string to_text(const Section& section) {
  std::string text(legal_name(section.code));
  if (!text.empty()) text += ' ';
  text += section.number;
  for (const std::string& subdivision : section.subdivisions) {
    text += '(';
    text += subdivision;
    text += ')';
  }
  return text;
}

}  // namespace redress::citation
