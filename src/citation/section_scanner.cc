#include "citation/section_scanner.h"

#include <algorithm>
#include <array>
#include <utility>

namespace redress::citation {
namespace {

constexpr std::size_t kMostRunOnLetters = 2;
constexpr std::size_t kMostRunOnDigits = 2;
constexpr std::size_t kCodeLetters = 2;
constexpr std::size_t kMostInBrackets = 5;

// Sections whose name ends in letters. All other letters run on to a number are subdivisions.
constexpr std::array<std::pair<std::string_view, std::string_view>, 13> kLetteredSections = {{
    {"273", "ab"},
    {"288", "a"},
    {"266", "c"},
    {"266", "h"},
    {"266", "i"},
    {"266", "j"},
    {"653", "f"},
    {"647", "a"},
    {"487", "a"},
    {"496", "a"},
    {"245", "a"},
    {"417", "a"},
    {"166", "a"},
}};

constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

constexpr bool is_alnum(char c) {
  return is_digit(c) || is_letter(c);
}

bool is_alnum_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_alnum(text[at]);
}

std::string folded(std::string_view text) {
  std::string lowered(text);
  std::transform(lowered.begin(), lowered.end(), lowered.begin(), lower);
  return lowered;
}

// The end of the run of letters (digits) at a position, looking no further than `most` bytes.
template <class IsMember>
std::size_t end_of_run(std::string_view text, std::size_t at, std::size_t most, IsMember is_member) {
  const std::size_t stop = text.size() - at < most ? text.size() : at + most;
  while (at < stop && is_member(text[at])) ++at;
  return at;
}

// A code that stands exactly at a position and does not run into a further letter or digit.
Code code_at(std::string_view text, std::size_t at) {
  if (at + kCodeLetters > text.size() || is_alnum_at(text, at + kCodeLetters)) return Code::kUnknown;
  return code_written_by_doj(text.substr(at, kCodeLetters));
}

struct Bracket {
  std::string_view content;  // empty: no subdivision in brackets stands there
  std::size_t end = 0;
};

// A subdivision in round brackets, blanks before it allowed.
Bracket bracket_at(std::string_view text, std::size_t at) {
  at = after_blanks(text, at);
  if (at >= text.size() || text[at] != '(') return {};
  const std::size_t first = at + 1;
  const std::size_t end = end_of_run(text, first, kMostInBrackets, is_alnum);
  if (end == first || end >= text.size() || text[end] != ')') return {};
  return {text.substr(first, end - first), end + 1};
}

bool code_comes_after(std::string_view text, std::size_t at) {
  for (Bracket next = bracket_at(text, at); !next.content.empty(); next = bracket_at(text, at)) at = next.end;
  return code_at(text, after_blanks(text, at)) != Code::kUnknown;
}

// What stands on a number without a blank: letters, digits, and a code, each perhaps absent.
struct RunOn {
  std::string_view letters;
  std::string_view digits;
  Code code = Code::kUnknown;
  std::size_t end = 0;  // byte after all of it
};

// Letters only. Two that are a code are one unless a code comes after them; of three or four the last two must be one.
std::optional<RunOn> run_on_letters(std::string_view text, std::size_t at, std::size_t end) {
  const std::size_t count = end - at;
  if (count < kCodeLetters) return RunOn{text.substr(at, count), {}, Code::kUnknown, end};
  const Code code = code_at(text, end - kCodeLetters);
  if (count == kCodeLetters && (code == Code::kUnknown || code_comes_after(text, end))) {
    return RunOn{text.substr(at, count), {}, Code::kUnknown, end};
  }
  if (code == Code::kUnknown || count > kMostRunOnLetters + kCodeLetters) return std::nullopt;
  return RunOn{text.substr(at, count - kCodeLetters), {}, code, end};
}

// Nothing when the number runs into more letters or digits than a section may have.
std::optional<RunOn> run_on(std::string_view text, std::size_t at) {
  const std::size_t letters_end = end_of_run(text, at, kMostRunOnLetters + kCodeLetters + 1, is_letter);
  const std::size_t digits_end = end_of_run(text, letters_end, kMostRunOnDigits + 1, is_digit);
  if (digits_end == letters_end) return run_on_letters(text, at, letters_end);
  if (letters_end - at > kMostRunOnLetters || digits_end - letters_end > kMostRunOnDigits) return std::nullopt;
  RunOn found{text.substr(at, letters_end - at), text.substr(letters_end, digits_end - letters_end), Code::kUnknown,
              digits_end};
  if (!is_alnum_at(text, digits_end)) return found;
  found.code = code_at(text, digits_end);
  if (found.code == Code::kUnknown) return std::nullopt;
  found.end = digits_end + kCodeLetters;
  return found;
}

// The number with the letters of its name; the other letters and the digits as subdivisions.
void name_section(std::string_view number, const RunOn& tail, Section& section) {
  if (number == "314.1" || number == "314.2") {  // DOJ's way to write PC 314(1) and 314(2)
    section.number = "314";
    section.subdivisions.emplace_back(number.substr(number.size() - 1));
  } else {
    section.number = number;
  }
  if (tail.letters.empty()) return;
  const std::string letters = folded(tail.letters);
  const bool in_name = tail.digits.empty() && std::find(kLetteredSections.begin(), kLetteredSections.end(),
                                                        std::pair<std::string_view, std::string_view>(
                                                            number, letters)) != kLetteredSections.end();
  if (in_name) {
    section.number += letters;
    return;
  }
  for (const char letter : letters) section.subdivisions.emplace_back(1, letter);
  if (!tail.digits.empty()) section.subdivisions.emplace_back(tail.digits);
}

std::size_t end_of_number(std::string_view text, std::size_t at) {
  at = end_of_run(text, at, text.size(), is_digit);
  const bool has_decimal = at + 1 < text.size() && text[at] == '.' && is_digit(text[at + 1]);
  return has_decimal ? end_of_run(text, at + 1, text.size(), is_digit) : at;
}

}  // namespace

std::size_t blank_length(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  switch (text[at]) {
    case ' ':
    case '\t':
    case '\r':
    case '\n':
    case '\v':
    case '\f':
    case '\xA0': return 1;
    case '\xC2': return at + 1 < text.size() && text[at + 1] == '\xA0' ? 2 : 0;
  }
  return 0;
}

std::size_t after_blanks(std::string_view text, std::size_t at) {
  while (const std::size_t length = blank_length(text, at)) at += length;
  return at;
}

std::optional<ScannedSection> scan_section(std::string_view text, std::size_t at) {
  if (at >= text.size() || !is_digit(text[at])) return std::nullopt;
  const std::size_t number_end = end_of_number(text, at);
  const std::optional<RunOn> tail = run_on(text, number_end);
  if (!tail) return std::nullopt;

  ScannedSection found;
  name_section(text.substr(at, number_end - at), *tail, found.section);
  found.code = tail->code;
  found.end = tail->end;
  found.code_end = tail->end;
  if (tail->code != Code::kUnknown) {
    found.end -= kCodeLetters;
    return found;
  }
  for (Bracket next = bracket_at(text, found.end); !next.content.empty(); next = bracket_at(text, found.end)) {
    found.section.subdivisions.push_back(folded(next.content));
    found.end = next.end;
  }
  const std::size_t code_start = after_blanks(text, found.end);
  found.code = code_at(text, code_start);
  found.code_end = found.code == Code::kUnknown ? found.end : code_start + kCodeLetters;
  if (found.code == Code::kUnknown && is_alnum_at(text, found.end)) return std::nullopt;
  return found;
}

}  // namespace redress::citation
