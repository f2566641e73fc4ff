#include "intake/relief_entered.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "base/text.h"
#include "citation/cited_sections.h"

namespace redress::intake {
namespace {

using citation::Section;

constexpr std::array<std::string_view, 3> kReliefSections = {"1170.18", "11361.8", "11361.9"};
// Of words that stand alone, those after which nothing is left to ask for.
enum class Words : std::uint8_t { kAllRelief, kFinalOnly };
constexpr std::string_view kDismissalSection = "1203.4";
constexpr std::string_view kReductionSection = "17";
constexpr std::string_view kReductionSubdivision = "b";

bool is_word_byte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// A 17 with (B) is the reduction; "17B" alone may be a court room, unless the code says otherwise.
bool names_reduction(std::string_view text, const Section& section) {
  if (section.number != kReductionSection || section.subdivisions.empty()) return false;
  if (section.subdivisions.front() != kReductionSubdivision) return false;
  return section.code == citation::Code::kPc || contains_ignoring_case(text, "17(B)") ||
         contains_ignoring_case(text, "17 (B)");
}

bool is_relief_section(const Section& section) {
  return std::find(kReliefSections.begin(), kReliefSections.end(), section.number) != kReliefSections.end();
}

bool names_relief_section(std::string_view text, Words words) {
  if (std::none_of(text.begin(), text.end(), is_digit)) return false;
  const std::vector<Section> named = citation::sections_named_in(text);
  return std::any_of(named.begin(), named.end(), [&](const Section& section) {
    return is_relief_section(section) || (words == Words::kAllRelief && names_reduction(text, section));
  });
}

bool names_section(std::string_view text, std::string_view number) {
  const std::vector<Section> named = citation::sections_named_in(text);
  return std::any_of(named.begin(), named.end(), [&](const Section& section) { return section.number == number; });
}

// Reads a text word by word for the words of relief.
class WordWatch {
 public:
  WordWatch(std::string_view text, Words words) : text_(text), words_(words) {}

  bool find() {
    for (std::size_t start = 0; start < text_.size(); ++start) {
      if (!is_word_byte(text_[start])) continue;
      std::size_t end = start;
      while (end < text_.size() && is_word_byte(text_[end])) ++end;
      if (is_relief(text_.substr(start, end - start), start, end)) return true;
      start = end;
    }
    return false;
  }

 private:
  bool is_relief(std::string_view word, std::size_t start, std::size_t end) {
    const std::string_view before = std::exchange(before_, word);
    const bool is_next = before_end_ < start && std::all_of(text_.begin() + static_cast<std::ptrdiff_t>(before_end_),
                                                            text_.begin() + static_cast<std::ptrdiff_t>(start),
                                                            [](char c) { return c == ' ' || c == '\t' || c == '-'; });
    before_end_ = end;
    if (equals_ignoring_case(word, "SEALED") || begins_ignoring_case(word, "RESENTENC")) return true;
    if (words_ == Words::kFinalOnly) return false;
    if (is_next && equals_ignoring_case(word, "ASIDE") && equals_ignoring_case(before, "SET")) return true;
    if (is_next && equals_ignoring_case(word, "TO") && equals_ignoring_case(before, "REDUCED")) return true;
    if (begins_ignoring_case(word, "DISM")) is_dismissed_ = true;
    if (!is_dismissed_ || has_looked_ || !equals_ignoring_case(word, "PER")) return false;
    has_looked_ = true;  // what does not stand after the first PER stands after none
    return names_section(text_.substr(end), kDismissalSection);
  }

  std::string_view text_;
  Words words_;
  std::string_view before_;
  std::size_t before_end_ = 0;
  bool is_dismissed_ = false;
  bool has_looked_ = false;
};

}  // namespace

bool names_relief(std::string_view text) {
  return WordWatch(text, Words::kAllRelief).find() || names_relief_section(text, Words::kAllRelief);
}

bool names_final_relief(std::string_view text) {
  return WordWatch(text, Words::kFinalOnly).find() || names_relief_section(text, Words::kFinalOnly);
}

ReliefReader::Relief ReliefReader::read(std::string_view text) {
  if (text.empty()) return Relief::kNone;
  return known_.of(text, [](std::string_view unknown) {
    if (names_final_relief(unknown)) return Relief::kFinal;
    return names_relief(unknown) ? Relief::kSome : Relief::kNone;
  });
}

}  // namespace redress::intake
