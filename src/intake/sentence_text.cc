#include "intake/sentence_text.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/text.h"

namespace redress::intake {
namespace {

using model::SentencePart;
using model::SentenceUnit;

// Nothing lasts longer than the calendar; more digits than these say no more.
constexpr std::int64_t kLongest = 1'000'000'000;

std::optional<std::int64_t> read_whole_number(std::string_view text) {
  if (text.empty()) return std::nullopt;
  std::int64_t number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = std::min(number * 10 + (c - '0'), kLongest);
  }
  return number;
}

std::optional<SentenceUnit> read_unit(std::string_view text) {
  if (equals_ignoring_case(text, "D")) return SentenceUnit::kDays;
  if (equals_ignoring_case(text, "M")) return SentenceUnit::kMonths;
  if (equals_ignoring_case(text, "Y")) return SentenceUnit::kYears;
  return std::nullopt;
}

std::string_view unit_words(const SentencePart& part) {
  const bool is_one = part.length == 1;
  switch (part.unit) {
    case SentenceUnit::kDays: return is_one ? "day" : "days";
    case SentenceUnit::kMonths: return is_one ? "month" : "months";
    case SentenceUnit::kYears: return is_one ? "year" : "years";
  }
  return {};
}

}  // namespace

std::optional<SentencePart> read_sentence_part(std::string_view length, std::string_view unit) {
  if (length.empty() && unit.empty()) return std::nullopt;
  const auto number = read_whole_number(length);
  const auto known_unit = read_unit(unit);
  if (!number || !known_unit) return SentencePart{0, SentenceUnit::kDays, model::Doubt::kUnreadable};
  return SentencePart{*number, *known_unit, model::Doubt::kNone};
}

bool names_what_lasts(std::string_view text) {
  constexpr std::array<std::string_view, 3> kWhatLasts = {"PRISON", "JAIL", "PROB"};
  return std::any_of(kWhatLasts.begin(), kWhatLasts.end(),
                     [&](std::string_view word) { return contains_ignoring_case(text, word); });
}

void add_sentence_words(std::string& words, std::string_view place, std::string_view length, std::string_view unit) {
  const auto part = read_sentence_part(length, unit);
  if (part && part->doubt == model::Doubt::kNone) unit = unit_words(*part);
  std::string_view between = words.empty() ? "" : "; ";
  for (const std::string_view piece : std::array{place, length, unit}) {
    if (piece.empty()) continue;
    words.append(between).append(piece);
    between = " ";
  }
}

}  // namespace redress::intake
