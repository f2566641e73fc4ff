#include "policy/parse/expression_parser.h"

#include <doctest/doctest.h>

#include "policy/policy_texts.h"

namespace redress::policy {
namespace {

Result<Syntax> parsed(const std::string& text) {
  return parse_expression({"a.toml", text}, {0, text.size()});
}

// The tree in brackets: "(or a (and b c))".
std::string shape(const Syntax& syntax) {
  std::string head;
  switch (syntax.kind) {
    case SyntaxKind::kInteger: return std::to_string(syntax.integer);
    case SyntaxKind::kDecimal: return syntax.text;
    case SyntaxKind::kDate: return to_iso(syntax.date);
    case SyntaxKind::kText: return "'" + syntax.text + "'";
    case SyntaxKind::kYes: return "yes";
    case SyntaxKind::kNo: return "no";
    case SyntaxKind::kName: return syntax.text;
    case SyntaxKind::kList: head = "list"; break;
    case SyntaxKind::kCall: head = "call " + syntax.text; break;
    case SyntaxKind::kNot: head = "not"; break;
    case SyntaxKind::kAnd: head = "and"; break;
    case SyntaxKind::kOr: head = "or"; break;
    case SyntaxKind::kPlus: head = "plus " + syntax.text; break;
    case SyntaxKind::kMinus: head = "minus " + syntax.text; break;
    case SyntaxKind::kCompare:
    case SyntaxKind::kIn:
    case SyntaxKind::kNotIn: head = syntax.text; break;
  }
  std::string text = "(" + head;
  for (const Syntax& child : syntax.children) text += " " + shape(child);
  return text + ")";
}

std::string shape_of(const std::string& text) {
  const auto syntax = parsed(text);
  return syntax ? shape(*syntax) : syntax.error().cause;
}

TEST_CASE("not binds more than and, and more than or") {
  CHECK(shape_of("a or b and not c") == "(or a (and b (not c)))");
  CHECK(shape_of("(a or b) and c") == "(and (or a b) c)");
  CHECK(shape_of("a and b and c") == "(and a b c)");
  CHECK(shape_of("not not a") == "(not (not a))");
}

TEST_CASE("not speaks of the whole comparison after it") {
  CHECK(shape_of("not a is b and c") == "(and (not (is a b)) c)");
}

TEST_CASE("every comparison is written in words") {
  for (const std::string words :
       {"is", "is not", "is before", "is on or before", "is after", "is on or after", "is at least", "is at most",
        "is more than", "is less than", "begins with", "is in", "is not in", "in"}) {
    CHECK(shape_of("a " + words + " b") == "(" + words + " a b)");
  }
}

TEST_CASE("dates move by years, months and days") {
  CHECK(shape_of("a + 50 years - n months") == "(minus months (plus years a 50) n)");
  CHECK(shape_of("a is before b - 1 days") == "(is before a (minus days b 1))");
  CHECK(shape_of("a + 1 year - 1 month + 1 day") == "(plus days (minus months (plus years a 1) 1) 1)");
}

TEST_CASE("more than one year is not said in the singular, and the plural is the advice") {
  for (const std::string text : {"a + 2 year", "a + n year", "a - 0 year"}) {
    const auto syntax = parsed(text);
    REQUIRE(!syntax.ok());
    CHECK(syntax.error().place.column_1based == 7);
    CHECK(syntax.error().next_step == "Write years.");
  }
}

TEST_CASE("functions and lists hold entries between commas") {
  CHECK(shape_of("any(x in sets.y, it.date is before z)") == "(call any (in x sets.y) (is before it.date z))");
  CHECK(shape_of("a is in ['x', 'y']") == "(is in a (list 'x' 'y'))");
}

TEST_CASE("the place of a node is all of its text") {
  const std::string text = "a and b + 1 days is before c";
  const auto syntax = parsed(text);
  REQUIRE(syntax.ok());
  const Extent compare = syntax->children[1].extent;
  CHECK(text.substr(compare.offset, compare.length) == "b + 1 days is before c");
  const Extent sum = syntax->children[1].children[0].extent;
  CHECK(text.substr(sum.offset, sum.length) == "b + 1 days");
}

struct SyntaxFault {
  std::string text;
  std::uint32_t column_1based;
};

TEST_CASE("each fault stands at the word where the reading stopped") {
  for (const SyntaxFault& fault : std::vector<SyntaxFault>{{"a b", 3},         // two conditions without a word between
                                               {"a and", 6},       // nothing after and
                                               {"", 1},            // nothing at all
                                               {"(a or b", 8},     // bracket not closed
                                               {"a is", 5},        // nothing to compare with
                                               {"a + 1 week", 7},  // not a unit
                                               {"any(a b)", 7},    // no comma
                                               {"a)", 2},          // a bracket too many
                                               {"a is not before b", 17}}) {
    CAPTURE(fault.text);
    const auto syntax = parsed(fault.text);
    REQUIRE(!syntax.ok());
    CHECK(syntax.error().code == "policy.expression");
    CHECK(syntax.error().place.column_1based == fault.column_1based);
    CHECK(!syntax.error().next_step.empty());
  }
}

TEST_CASE("what was meant behind a whole condition is advised") {
  const std::vector<std::pair<std::string, std::string>> meant = {
      {"a AND b", "in small letters"},      {"a Or b", "in small letters"},
      {"a is one of b", "is in ['felony'"}, {"a is less than or equal to 3", "is at most"},
      {"a is 1,000", "without commas"},     {"a or b more", "Join conditions"}};
  for (const auto& one : meant) {
    const auto& text = one.first;
    const auto& advice = one.second;
    CAPTURE(text);
    const auto syntax = parsed(text);
    REQUIRE(!syntax.ok());
    CHECK_MESSAGE(syntax.error().next_step.find(advice) != std::string::npos, syntax.error().next_step);
  }
}

TEST_CASE("deep nesting is refused, not crashed on") {
  for (const std::string opening : {"(", "not ", "[", "any("}) {
    std::string text;
    for (int i = 0; i < 100'000; ++i) text += opening;
    CHECK(!parsed(text + "a").ok());
  }
}

TEST_CASE("a sum of very many parts is refused, not crashed on") {
  std::string text = "a";
  for (int i = 0; i < 100'000; ++i) text += " + 1 days";
  CHECK(!parsed(text).ok());
}

TEST_CASE("a long chain of conditions is read flat") {
  std::string text = "a";
  for (int i = 0; i < 10'000; ++i) text += " or a";
  const auto syntax = parsed(text);
  REQUIRE(syntax.ok());
  CHECK(syntax->children.size() == 10'001);
}

}  // namespace
}  // namespace redress::policy
