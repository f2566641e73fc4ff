// policy/parse/expression_parser.h: a condition's text → syntax tree. The grammar stands in docs/policy-language.md.
// Not here: names and types (check/). Pure; linear in the text.
#pragma once

#include "policy/parse/source_text.h"
#include "policy/parse/syntax.h"
#include "redress/error.h"

namespace redress::policy {

// Parses source.text[extent]. Errors: policy.expression with the place of the fault. Conditions nested deeper than a
// hundred brackets are refused.
Result<Syntax> parse_expression(const SourceText& source, Extent extent);

}  // namespace redress::policy
