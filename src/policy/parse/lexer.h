// policy/parse/lexer.h: a condition's text as tokens.
// Not here: grammar (expression_parser.h). Pure; linear in the text.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "policy/parse/source_text.h"
#include "redress/date.h"
#include "redress/error.h"

namespace redress::policy {

enum class TokenKind : std::uint8_t {
  kWord, kInteger, kDecimal, kDate, kText, kOpen, kClose, kOpenList, kCloseList, kComma, kPlus, kMinus, kEnd
};

struct Token {
  TokenKind kind = TokenKind::kEnd;
  Extent extent;
  std::string text;  // a word (dotted names are one word) or the content of a text
  std::int64_t integer = 0;  // of a decimal, its thousandths
  Date date;
};

// The tokens of source.text[extent], an end token last. Errors: policy.expression.
Result<std::vector<Token>> tokenize(const SourceText& source, Extent extent);

}  // namespace redress::policy
