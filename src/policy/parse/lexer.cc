#include "policy/parse/lexer.h"

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "base/decimal.h"

namespace redress::policy {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word_start(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_word_part(char c) { return is_word_start(c) || is_digit(c) || c == '.'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::optional<TokenKind> punctuation(char c) {
  switch (c) {
    case '(': return TokenKind::kOpen;
    case ')': return TokenKind::kClose;
    case '[': return TokenKind::kOpenList;
    case ']': return TokenKind::kCloseList;
    case ',': return TokenKind::kComma;
    case '+': return TokenKind::kPlus;
    case '-': return TokenKind::kMinus;
    default: return std::nullopt;
  }
}

// What people write out of habit, and the words for it.
constexpr std::array kInstead = {
    std::pair{'=', std::string_view("Write is, is at least, is at most, is on or before or is on or after.")},
    std::pair{'<', std::string_view("Write is less than, is at most, is before or is on or before.")},
    std::pair{'>', std::string_view("Write is more than, is at least, is after or is on or after.")},
    std::pair{'!', std::string_view("Write is not, or not in front of a condition.")},
    std::pair{'&', std::string_view("Write and.")},
    std::pair{'|', std::string_view("Write or.")},
    std::pair{'/', std::string_view("Write a date as year-month-day, for example 2016-11-09.")},
    std::pair{'$', std::string_view("Write the number alone.")},
    std::pair{'"', std::string_view("A text in a condition stands between single quotation marks: 'felony'.")},
};

class Lexer {
 public:
  Lexer(const SourceText& source, Extent extent)
      : source_(source), text_(source.text), at_(extent.offset), end_(extent.offset + extent.length) {}

  Result<std::vector<Token>> run() {
    std::vector<Token> tokens;
    for (;;) {
      while (at_ < end_ && is_blank(text_[at_])) ++at_;
      if (at_ >= end_) break;
      Result<Token> token = next();
      if (!token) return token.error();
      tokens.push_back(*std::move(token));
    }
    tokens.push_back({TokenKind::kEnd, {end_, 1}, "", 0, {}});
    return tokens;
  }

 private:
  template <class Accept>
  std::size_t length_of(Accept accept) const {
    std::size_t end = at_;
    while (end < end_ && accept(text_[end])) ++end;
    return end - at_;
  }

  Token take(TokenKind kind, std::size_t length) {
    Token token{kind, {at_, length}, std::string(text_.substr(at_, length)), 0, {}};
    at_ += length;
    return token;
  }

  Result<Token> next() {
    const char c = text_[at_];
    if (is_word_start(c)) return take(TokenKind::kWord, length_of(is_word_part));
    if (is_digit(c)) return number_or_date();
    if (c == '\'') return quoted();
    if (const auto kind = punctuation(c)) return take(*kind, 1);
    if (const std::size_t length = curly_quote_at(text_, at_)) {
      return fault(length, "this is a curly quotation mark; a text in a condition stands between straight ones",
                   "Write ' in its place, at both ends of the text, as in 'felony'.");
    }
    for (const auto& [character, instead] : kInstead) {
      if (c == character) return fault(1, "this character has no meaning in a condition", std::string(instead));
    }
    return fault(1, "this character has no meaning in a condition",
                 "Conditions use words (is, is on or before, and, or, not), names, dates, numbers and 'texts'.");
  }

  Result<Token> number_or_date() {
    const std::size_t digits = length_of(is_digit);
    if (digits == 4 && end_ - at_ >= 10) {
      if (const auto date = parse_iso_date(text_.substr(at_, 10))) {
        Token token = take(TokenKind::kDate, 10);
        token.date = *date;
        return token;
      }
    }
    if (digits == 4 && at_ + 5 < end_ && text_[at_ + 4] == '-' && is_digit(text_[at_ + 5])) {
      return fault(10, "this is not a date of the calendar", "Write a date as year-month-day, for example 2016-11-09.");
    }
    if (digits > 9) return fault(digits, "this number is too large", "Use a number of at most nine digits.");
    const std::size_t after = at_ + digits;
    if (after + 1 < end_ && text_[after] == '.' && is_digit(text_[after + 1])) return decimal();
    Token token = take(TokenKind::kInteger, digits);
    for (const char c : token.text) token.integer = token.integer * 10 + (c - '0');
    return token;
  }

  Result<Token> decimal() {
    const std::size_t length = length_of([](char c) { return is_digit(c) || c == '.'; });
    const auto thousandths = parse_thousandths(text_.substr(at_, length));
    if (!thousandths) {
      return fault(length, "this is not a number of at most three decimals", "Write for example 28.5 or 0.125.");
    }
    Token token = take(TokenKind::kDecimal, length);
    token.integer = *thousandths;
    return token;
  }

  Result<Token> quoted() {
    const std::size_t close = text_.find('\'', at_ + 1);
    if (close == std::string_view::npos || close >= end_) {
      return fault(end_ - at_, "a text begins here and does not end", "Close it with a single quote.");
    }
    Token token = take(TokenKind::kText, close - at_ + 1);
    token.text = token.text.substr(1, token.text.size() - 2);
    return token;
  }

  Error fault(std::size_t length, std::string cause, std::string next_step) const {
    return error_at(source_, {at_, length}, "policy.expression", std::move(cause), std::move(next_step));
  }

  const SourceText& source_;
  std::string_view text_;
  std::size_t at_;
  std::size_t end_;
};

}  // namespace

Result<std::vector<Token>> tokenize(const SourceText& source, Extent extent) { return Lexer(source, extent).run(); }

}  // namespace redress::policy
