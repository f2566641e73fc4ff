// policy/parse/syntax.h: the syntax tree of a condition, as written: words and places, no meaning yet.
// Not here: names, types, facts (check/). Plain values, made by expression_parser.h.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "policy/parse/source_text.h"
#include "redress/date.h"

namespace redress::policy {

enum class SyntaxKind : std::uint8_t {
  kInteger, kDecimal, kDate, kText, kYes, kNo,
  kName,      // text: a dotted name, "conviction.date"
  kList,      // children: the entries of [ … ]
  kCall,      // text: the function's name; children: its arguments
  kNot, kAnd, kOr,
  kPlus, kMinus,  // children: a date; text: years, months or days; second child: the amount
  kCompare,   // text: the operator in words, "is on or before"; children: left, right
  kIn,        // children: what, in what ("… is in …", or a list "… in sets.x")
  kNotIn,
};

struct Syntax {
  SyntaxKind kind = SyntaxKind::kNo;
  Extent extent;  // in the source text
  std::string text;
  std::int64_t integer = 0;  // of a decimal, its thousandths
  Date date;
  std::vector<Syntax> children;
};

}  // namespace redress::policy
