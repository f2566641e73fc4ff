#include "policy/parse/lexer.h"

#include <doctest/doctest.h>

#include "policy/policy_texts.h"

namespace redress::policy {
namespace {

Result<std::vector<Token>> tokens_of(const std::string& text) {
  return tokenize({"a.toml", text}, {0, text.size()});
}

TEST_CASE("a condition is words, dates, numbers, texts and brackets") {
  const auto tokens = tokens_of("it.date is before 2016-11-09 - 12 years, ('a b') []");
  REQUIRE(tokens.ok());
  std::vector<TokenKind> kinds;
  for (const Token& token : *tokens) kinds.push_back(token.kind);
  CHECK(kinds == std::vector<TokenKind>{TokenKind::kWord, TokenKind::kWord, TokenKind::kWord, TokenKind::kDate,
                                        TokenKind::kMinus, TokenKind::kInteger, TokenKind::kWord, TokenKind::kComma,
                                        TokenKind::kOpen, TokenKind::kText, TokenKind::kClose, TokenKind::kOpenList,
                                        TokenKind::kCloseList, TokenKind::kEnd});
  CHECK((*tokens)[0].text == "it.date");
  CHECK((*tokens)[3].date == Date{2016, 11, 9});
  CHECK((*tokens)[5].integer == 12);
  CHECK((*tokens)[9].text == "a b");
}

TEST_CASE("only the extent is read, and places count from the start of the text") {
  const SourceText source{"a.toml", "when = \"a is b\"\n"};
  const auto tokens = tokenize(source, {8, 6});
  REQUIRE(tokens.ok());
  REQUIRE(tokens->size() == 4);
  CHECK((*tokens)[2].extent.offset == 13);
  CHECK((*tokens)[2].extent.length == 1);
}

TEST_CASE("line breaks and tabs are blanks") {
  const auto tokens = tokens_of("a\n\tor\r\nb");
  REQUIRE(tokens.ok());
  CHECK(tokens->size() == 4);
}

TEST_CASE("a leap day of a common year is not a date") {
  CHECK(tokens_of("2016-02-29").ok());
  const auto tokens = tokens_of("x is 2015-02-29");
  REQUIRE(!tokens.ok());
  CHECK(tokens.error().code == "policy.expression");
  CHECK(testing::under_caret(tokens.error()) == "2015-02-29");
}

TEST_CASE("a text that does not end within the condition is a fault at its start") {
  const auto tokens = tokens_of("x is 'felony");
  REQUIRE(!tokens.ok());
  CHECK(tokens.error().place.column_1based == 6);
}

TEST_CASE("a quote after the condition does not close a text in it") {
  const SourceText source{"a.toml", "x is 'fel'"};
  CHECK(!tokenize(source, {0, 9}).ok());
}

TEST_CASE("other characters have no meaning") {
  for (const std::string text : {"a < b", "a == b", "a & b", "\"a\"", "\\n", "a\xC3\xA4"}) {
    const auto tokens = tokens_of(text);
    CAPTURE(text);
    REQUIRE(!tokens.ok());
    CHECK(tokens.error().code == "policy.expression");
  }
}

TEST_CASE("instead of signs the words for them are advised") {
  const std::vector<std::pair<std::string, std::string>> habits = {
      {"a < b", "is less than"},    {"a >= b", "is at least"}, {"a = b", "Write is,"},
      {"a & b", "Write and."},      {"a | b", "Write or."},    {"!a", "not in front"},
      {"11/05/2014", "2016-11-09"}, {"is \"a\"", "'felony'"},  {"$950", "number alone"}};
  for (const auto& one : habits) {
    const auto& text = one.first;
    const auto& advice = one.second;
    CAPTURE(text);
    const auto tokens = tokens_of(text);
    REQUIRE(!tokens.ok());
    CHECK_MESSAGE(tokens.error().next_step.find(advice) != std::string::npos, tokens.error().next_step);
  }
}

TEST_CASE("a curly quotation mark around a text is named, and marked as one character") {
  const auto tokens = tokens_of(
      "x is \xE2\x80\x98"
      "felony\xE2\x80\x99");
  REQUIRE(!tokens.ok());
  CHECK(tokens.error().place.column_1based == 6);
  CHECK(tokens.error().cause.find("curly quotation mark") != std::string::npos);
  CHECK(tokens.error().excerpt.ends_with(" ^"));
}

TEST_CASE("numbers have at most nine digits") {
  CHECK((*tokens_of("999999999"))[0].integer == 999'999'999);
  CHECK(!tokens_of("1000000000").ok());
}

}  // namespace
}  // namespace redress::policy
