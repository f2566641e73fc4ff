#include "policy/parse/expression_parser.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "policy/parse/lexer.h"

namespace redress::policy {
namespace {

constexpr int kDeepest = 100;

constexpr const char* kComparisonAdvice =
    "Comparisons are: is, is not, is in, is before, is after, is on or before, is on or after, is at least, is at "
    "most, is more than, is less than.";

// The comparison words after "is", longest first, so that "on or before" is not read as a name "on".
constexpr std::array<std::string_view, 9> kComparisons = {"on or before", "on or after", "at least", "at most",
                                                          "more than",    "less than",   "before",   "after",
                                                          "not"};

// In the plural, which is the singular with one letter more.
constexpr std::array<std::string_view, 3> kUnits = {"years", "months", "days"};

class Parser {
 public:
  Parser(const SourceText& source, std::vector<Token> tokens) : source_(source), tokens_(std::move(tokens)) {}

  Result<Syntax> run() {
    Result<Syntax> whole = parse_or();
    if (whole && peek().kind != TokenKind::kEnd) return fault("a condition ends before this", end_advice());
    return whole;
  }

 private:
  const Token& peek(std::size_t ahead = 0) const { return tokens_[std::min(at_ + ahead, tokens_.size() - 1)]; }
  bool at_word(std::string_view word, std::size_t ahead = 0) const {
    return peek(ahead).kind == TokenKind::kWord && peek(ahead).text == word;
  }
  bool take_word(std::string_view word) {
    if (!at_word(word)) return false;
    ++at_;
    return true;
  }
  bool take(TokenKind kind) {
    if (peek().kind != kind) return false;
    ++at_;
    return true;
  }

  // The place of everything from `from` to the token before the present one.
  Extent since(std::size_t from_offset) const {
    const Extent last = tokens_[at_ == 0 ? 0 : at_ - 1].extent;
    return {from_offset, last.offset + last.length - from_offset};
  }

  Error fault(std::string cause, std::string next_step) const {
    return error_at(source_, peek().extent, "policy.expression", std::move(cause), std::move(next_step));
  }

  // What was meant by what stands behind a whole condition.
  std::string end_advice() const {
    constexpr std::array<std::string_view, 6> kSmall = {"and", "or", "not", "is", "in", "with"};
    const Token& here = peek();
    if (here.kind == TokenKind::kWord) {
      const bool is_known = std::any_of(kSmall.begin(), kSmall.end(), [&](std::string_view word) {
        return word != here.text && equals_ignoring_case(word, here.text);
      });
      if (is_known) return "Write it in small letters.";
      if (here.text == "of") return "To ask for one of several, write: is in ['felony', 'misdemeanor'].";
      if (here.text == "than" || here.text == "or") return kComparisonAdvice;
    }
    if (here.kind == TokenKind::kComma) return "Write a number without commas, and several texts as is in ['a', 'b'].";
    return "Join conditions with and, or; or remove this. " + std::string(kComparisonAdvice);
  }

  Syntax node(SyntaxKind kind, Extent extent, std::string text = {}) const {
    Syntax syntax;
    syntax.kind = kind;
    syntax.extent = extent;
    syntax.text = std::move(text);
    return syntax;
  }

  Result<Syntax> parse_chain(std::string_view word, SyntaxKind kind, Result<Syntax> (Parser::*part)()) {
    const std::size_t from = peek().extent.offset;
    Result<Syntax> first = (this->*part)();
    if (!first || !at_word(word)) return first;
    Syntax chain = node(kind, {});
    chain.children.push_back(*std::move(first));
    while (take_word(word)) {
      Result<Syntax> next = (this->*part)();
      if (!next) return next;
      chain.children.push_back(*std::move(next));
    }
    chain.extent = since(from);
    return chain;
  }

  Result<Syntax> parse_or() { return parse_chain("or", SyntaxKind::kOr, &Parser::parse_and); }
  Result<Syntax> parse_and() { return parse_chain("and", SyntaxKind::kAnd, &Parser::parse_not); }

  Result<Syntax> parse_not() {
    const std::size_t from = peek().extent.offset;
    if (!take_word("not")) return parse_comparison();
    if (++depth_ > kDeepest) return fault("this condition is nested too deeply", "Split it into several steps.");
    Result<Syntax> inner = parse_not();
    --depth_;
    if (!inner) return inner;
    Syntax result = node(SyntaxKind::kNot, since(from));
    result.children.push_back(*std::move(inner));
    return result;
  }

  // The words of one comparison, if they stand here: "on or before" → 3 tokens.
  std::size_t words_match(std::string_view words) const {
    std::size_t count = 0;
    while (!words.empty()) {
      const std::size_t blank = words.find(' ');
      const std::string_view word = words.substr(0, blank);
      if (!at_word(word, count)) return 0;
      ++count;
      words = blank == std::string_view::npos ? std::string_view{} : words.substr(blank + 1);
    }
    return count;
  }

  Result<Syntax> parse_comparison() {
    const std::size_t from = peek().extent.offset;
    Result<Syntax> left = parse_sum();
    if (!left) return left;
    if (take_word("in")) return pair(SyntaxKind::kIn, "in", *std::move(left), from);
    if (at_word("begins") && at_word("with", 1)) {
      at_ += 2;
      return pair(SyntaxKind::kCompare, "begins with", *std::move(left), from);
    }
    if (!take_word("is")) return left;
    if (take_word("in")) return pair(SyntaxKind::kIn, "is in", *std::move(left), from);
    if (at_word("not") && at_word("in", 1)) {
      at_ += 2;
      return pair(SyntaxKind::kNotIn, "is not in", *std::move(left), from);
    }
    for (const std::string_view words : kComparisons) {
      if (const std::size_t count = words_match(words)) {
        at_ += count;
        return pair(SyntaxKind::kCompare, "is " + std::string(words), *std::move(left), from);
      }
    }
    return pair(SyntaxKind::kCompare, "is", *std::move(left), from);
  }

  Result<Syntax> pair(SyntaxKind kind, std::string words, Syntax left, std::size_t from) {
    Result<Syntax> right = parse_sum();
    if (!right) return right;
    Syntax result = node(kind, since(from), std::move(words));
    result.children.push_back(std::move(left));
    result.children.push_back(*std::move(right));
    return result;
  }

  // The unit at the present word, which "1" may have in the singular; empty where none stands there.
  std::string_view unit_here(const Syntax& amount) const {
    const bool is_one = amount.kind == SyntaxKind::kInteger && amount.integer == 1;
    for (const std::string_view unit : kUnits) {
      if (at_word(unit) || (is_one && at_word(unit.substr(0, unit.size() - 1)))) return unit;
    }
    return {};
  }

  std::string unit_advice() const {
    for (const std::string_view unit : kUnits) {
      if (at_word(unit.substr(0, unit.size() - 1))) return "Write " + std::string(unit) + ".";
    }
    return "Write for example: + 50 years.";
  }

  Result<Syntax> parse_sum() {
    const std::size_t from = peek().extent.offset;
    Result<Syntax> left = parse_primary();
    for (int terms = 1; left && (peek().kind == TokenKind::kPlus || peek().kind == TokenKind::kMinus); ++terms) {
      if (terms > kDeepest) return fault("this sum has too many parts", "Add the numbers up.");
      Syntax sum = node(peek().kind == TokenKind::kPlus ? SyntaxKind::kPlus : SyntaxKind::kMinus, {});
      ++at_;
      Result<Syntax> amount = parse_primary();
      if (!amount) return amount;
      const std::string_view unit = unit_here(*amount);
      if (unit.empty()) return fault("a number of years, months or days is expected here", unit_advice());
      sum.text = unit;
      ++at_;
      sum.children.push_back(*std::move(left));
      sum.children.push_back(*std::move(amount));
      sum.extent = since(from);
      left = std::move(sum);
    }
    return left;
  }

  Result<Syntax> parse_primary() {
    if (++depth_ > kDeepest) return fault("this condition is nested too deeply", "Split it into several steps.");
    Result<Syntax> result = parse_primary_inside();
    --depth_;
    return result;
  }

  Result<Syntax> parse_primary_inside() {
    const Token token = peek();
    switch (token.kind) {
      case TokenKind::kInteger:
      case TokenKind::kDecimal:
      case TokenKind::kDate:
      case TokenKind::kText: {
        ++at_;
        const SyntaxKind kind = token.kind == TokenKind::kInteger   ? SyntaxKind::kInteger
                                : token.kind == TokenKind::kDecimal ? SyntaxKind::kDecimal
                                : token.kind == TokenKind::kDate    ? SyntaxKind::kDate
                                                                    : SyntaxKind::kText;
        Syntax literal = node(kind, token.extent, token.text);
        literal.integer = token.integer;
        literal.date = token.date;
        return literal;
      }
      case TokenKind::kWord: return parse_word();
      case TokenKind::kOpen: {
        ++at_;
        Result<Syntax> inner = parse_or();
        if (inner && !take(TokenKind::kClose)) return fault("a closing bracket is missing here", "Add ')'.");
        return inner;
      }
      case TokenKind::kOpenList: return parse_list(node(SyntaxKind::kList, {}), TokenKind::kCloseList, "']'");
      case TokenKind::kClose:
      case TokenKind::kCloseList:
      case TokenKind::kComma:
      case TokenKind::kPlus:
      case TokenKind::kMinus:
      case TokenKind::kEnd: break;
    }
    return fault("a fact, a value or a condition is expected here",
                 "Write for example: conviction.date is before 2016-11-09.");
  }

  Result<Syntax> parse_word() {
    const Token token = peek();
    ++at_;
    if (token.text == "yes") return node(SyntaxKind::kYes, token.extent);
    if (token.text == "no") return node(SyntaxKind::kNo, token.extent);
    if (peek().kind == TokenKind::kOpen)
      return parse_list(node(SyntaxKind::kCall, token.extent, token.text), TokenKind::kClose, "')'");
    return node(SyntaxKind::kName, token.extent, token.text);
  }

  // What stands between brackets, separated by commas. REQUIRES: the opening bracket is the present token.
  Result<Syntax> parse_list(Syntax list, TokenKind close, std::string_view close_text) {
    const std::size_t from = list.kind == SyntaxKind::kCall ? list.extent.offset : peek().extent.offset;
    ++at_;
    while (!take(close)) {
      if (!list.children.empty() && !take(TokenKind::kComma)) {
        return fault("a comma or a closing bracket is missing here", "Add ',' or " + std::string(close_text) + ".");
      }
      Result<Syntax> entry = parse_or();
      if (!entry) return entry;
      list.children.push_back(*std::move(entry));
    }
    list.extent = since(from);
    return list;
  }

  const SourceText& source_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

}  // namespace

Result<Syntax> parse_expression(const SourceText& source, Extent extent) {
  Result<std::vector<Token>> tokens = tokenize(source, extent);
  if (!tokens) return tokens.error();
  return Parser(source, *std::move(tokens)).run();
}

}  // namespace redress::policy
