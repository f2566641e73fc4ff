#include "base/text.h"

#include "base/same_bytes.h"

#include "redress/near_match.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <numeric>
#include <vector>

namespace redress {
namespace {

constexpr char kNoBreakSpace = '\xA0';
constexpr char kNoBreakLead = '\xC2';

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\v' || c == '\f';
}
bool is_high(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

// Bytes of blank at the front (0 when there is none). A lone 0xA0 is a blank only outside UTF-8, where it could not be
// the tail of a letter.
std::size_t blank_at_front(std::string_view text) {
  if (text.empty()) return 0;
  if (is_blank(text.front())) return 1;
  if (text.size() > 1 && text[0] == kNoBreakLead && text[1] == kNoBreakSpace) return 2;
  return text.front() == kNoBreakSpace ? 1 : 0;
}

std::size_t blank_at_back(std::string_view text) {
  if (text.empty()) return 0;
  if (is_blank(text.back())) return 1;
  if (text.back() != kNoBreakSpace) return 0;
  if (text.size() > 1 && text[text.size() - 2] == kNoBreakLead) return 2;
  if (text.size() == 1 || !is_high(text[text.size() - 2])) return 1;
  return is_utf8(text) ? 0 : 1;
}

int edit_distance(std::string_view a, std::string_view b) {
  std::vector<int> before_last(b.size() + 1);
  std::vector<int> last(b.size() + 1);
  std::vector<int> row(b.size() + 1);
  std::iota(row.begin(), row.end(), 0);
  for (std::size_t i = 0; i < a.size(); ++i) {
    before_last.swap(last);
    last.swap(row);
    row[0] = static_cast<int>(i) + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const int substitute = last[j] + (lower(a[i]) == lower(b[j]) ? 0 : 1);
      row[j + 1] = std::min({row[j] + 1, last[j + 1] + 1, substitute});
      // Two letters in each other's place are one slip of the fingers.
      const bool swapped = i > 0 && j > 0 && lower(a[i]) == lower(b[j - 1]) && lower(a[i - 1]) == lower(b[j]);
      if (swapped) row[j + 1] = std::min(row[j + 1], before_last[j - 1] + 1);
    }
  }
  return row.back();
}

}  // namespace

std::string_view trimmed_at_ends(std::string_view text) {
  // Files fill cells up with blanks: those are passed over at once.
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  while (const std::size_t n = blank_at_front(text)) text.remove_prefix(n);
  while (const std::size_t n = blank_at_back(text)) text.remove_suffix(n);
  return text;
}

bool is_empty_cell(std::string_view text) {
  for (;;) {
    if (const std::size_t n = blank_at_front(text)) {
      text.remove_prefix(n);
    } else if (!text.empty() && text.front() == '-') {
      text.remove_prefix(1);
    } else {
      return text.empty();
    }
  }
}

bool has_digit(std::string_view text) {
  constexpr std::uint64_t kEach = 0x0101'0101'0101'0101;
  const char* at = text.data();
  std::size_t left = text.size();
  for (std::uint64_t eight = 0; left >= sizeof eight; left -= sizeof eight, at += sizeof eight) {
    std::memcpy(&eight, at, sizeof eight);
    // A digit becomes less than ten: what is added does not reach the highest bit, which it does not have either.
    const std::uint64_t above_zero = eight ^ ('0' * kEach);
    const std::uint64_t no_digit = ((above_zero & (0x7F * kEach)) + (0x76 * kEach)) | above_zero;
    if ((no_digit & (0x80 * kEach)) != 0x80 * kEach) return true;
  }
  return std::any_of(at, at + left, [](char c) { return c >= '0' && c <= '9'; });
}

bool has_same_letters(std::string_view a, std::string_view b) {
  if (same_bytes(a, b)) return true;  // as nearly all are written
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return x == y || lower(x) == lower(y); });
}

bool begins_ignoring_case(std::string_view text, std::string_view beginning) {
  return text.size() >= beginning.size() && equals_ignoring_case(text.substr(0, beginning.size()), beginning);
}

bool contains_ignoring_case(std::string_view text, std::string_view part) {
  const auto found = std::search(text.begin(), text.end(), part.begin(), part.end(),
                                 [](char x, char y) { return lower(x) == lower(y); });
  return found != text.end() || part.empty();
}

std::string to_upper_ascii(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), upper);
  return result;
}

std::string to_lower_ascii(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), lower);
  return result;
}

std::string with_blanks(std::string_view name) {
  std::string words(name);
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

std::string grouped(std::uint64_t number) {
  std::string text = std::to_string(number);
  for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, 1, ',');
  return text;
}

bool is_utf8(std::string_view bytes) {
  std::size_t i = 0;
  while (i < bytes.size()) {
    const auto lead = static_cast<unsigned char>(bytes[i++]);
    if (lead < 0x80) continue;
    const int tail = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    if (lead < 0xC2 || lead > 0xF4 || i + static_cast<std::size_t>(tail) > bytes.size()) return false;
    const auto second = static_cast<unsigned char>(bytes[i]);
    // Overlong forms, surrogates and values beyond U+10FFFF show in the second byte.
    if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) || (lead == 0xF0 && second < 0x90) ||
        (lead == 0xF4 && second > 0x8F)) {
      return false;
    }
    for (int k = 0; k < tail; ++k) {
      if ((static_cast<unsigned char>(bytes[i++]) & 0xC0) != 0x80) return false;
    }
  }
  return true;
}

namespace {

// The length of what two names with dots have in common in front, up to and with a dot.
std::size_t common_front(std::string_view one, std::string_view other) {
  std::size_t front = 0;
  for (std::size_t i = 0; i < std::min(one.size(), other.size()) && lower(one[i]) == lower(other[i]); ++i) {
    if (one[i] == '.') front = i + 1;
  }
  return front;
}

// "la" of "los-angeles".
bool are_initials(std::string_view initials, std::string_view name) {
  std::string first;
  bool begins = true;
  for (const char c : name) {
    if (begins) first += lower(c);
    begins = c == '-' || c == '_' || c == ' ';
  }
  return initials.size() > 1 && equals_ignoring_case(initials, first);
}

}  // namespace

std::optional<std::string> near_match(std::string_view word, std::span<const std::string> choices) {
  std::optional<std::string> nearest;
  int least = 0;
  for (const std::string& choice : choices) {
    const std::size_t front = common_front(word, choice);
    const std::string_view rest = word.substr(front), named = std::string_view(choice).substr(front);
    if (are_initials(rest, named)) return choice;
    const int distance = edit_distance(rest, named);
    const auto longer = static_cast<int>(std::max(rest.size(), named.size()));
    if (distance * 3 > longer) continue;
    if (!nearest || distance < least) {
      nearest = choice;
      least = distance;
    }
  }
  return nearest;
}

}  // namespace redress
