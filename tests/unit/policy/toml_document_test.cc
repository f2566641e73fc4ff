#include "policy/parse/toml_document.h"

#include <doctest/doctest.h>

#include "policy/policy_texts.h"

namespace redress::policy {
namespace {

using Kind = TomlValue::Kind;

std::string text_at(const SourceText& source, Extent extent) {
  return source.text.substr(extent.offset, extent.length);
}

TEST_CASE("every value knows its kind and its place") {
  const SourceText source{"a.toml", "a = \"text\"\nb = 12\nc = true\nd = 2016-11-09\ne = [1, 'x']\nf = { g = 1.5 }\n"};
  const auto document = parse_toml(source);
  REQUIRE(document.ok());
  const std::vector<Kind> kinds = {Kind::kString, Kind::kInteger, Kind::kBoolean,
                                   Kind::kDate,   Kind::kArray,   Kind::kTable};
  const std::vector<std::string> texts = {"text", "12", "true", "2016-11-09", "[1, 'x']", "{ g = 1.5 }"};
  REQUIRE(document->members.size() == kinds.size());
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    CAPTURE(texts[i]);
    CHECK(document->members[i].value.kind == kinds[i]);
    CHECK(text_at(source, document->members[i].value.extent) == texts[i]);
    CHECK(text_at(source, document->members[i].key_extent) == std::string(1, static_cast<char>('a' + i)));
  }
  CHECK(document->find("d")->value.date == Date{2016, 11, 9});
  CHECK(document->find("e")->value.items.size() == 2);
  CHECK(document->find("f")->value.find("g")->value.kind == Kind::kOther);
  CHECK(document->find("z") == nullptr);
}

TEST_CASE("members stand in the order of the file") {
  const auto document = parse_toml({"a.toml", "[z]\n[a]\n[m]\n"});
  REQUIRE(document.ok());
  CHECK(document->members[0].key == "z");
  CHECK(document->members[1].key == "a");
  CHECK(document->members[2].key == "m");
}

TEST_CASE("the place of a text is what stands between its quotes, of however many lines") {
  for (const std::string quoted :
       {"\"\"\"a is b\"\"\"", "\"\"\"\na is b\"\"\"", "'''a is b'''", "'a is b'", "\"a is b\""}) {
    const SourceText source{"a.toml", "when = " + quoted + "\n"};
    const auto document = parse_toml(source);
    CAPTURE(quoted);
    REQUIRE(document.ok());
    CHECK(document->find("when")->value.text == "a is b");
    CHECK(text_at(source, document->find("when")->value.extent) == "a is b");
  }
}

TEST_CASE("letters of several bytes before a value do not move its place") {
  const SourceText source{"a.toml", "# \xC3\xA4\xC3\xB6\nx = [\"\xC3\xA4\", \"here\"]\n"};
  const auto document = parse_toml(source);
  REQUIRE(document.ok());
  CHECK(text_at(source, document->find("x")->value.items[1].extent) == "here");
}

TEST_CASE("what is no TOML is a fault with its line") {
  const auto document = parse_toml({"a.toml", "a = 1\nb = \nc = 2\n"});
  REQUIRE(!document.ok());
  CHECK(document.error().code == "policy.syntax");
  CHECK(document.error().place.line_1based == 2);
}

TEST_CASE("a curly quotation mark in place of a straight one is named and marked") {
  for (const std::string line : {"b = \xE2\x80\x9Cx\xE2\x80\x9D", "b = \"x\xE2\x80\x9C", "b = \xE2\x80\x98x'"}) {
    CAPTURE(line);
    const auto document = parse_toml({"a.toml", "a = 1\n" + line + "\nc = 2\n"});
    REQUIRE(!document.ok());
    CHECK(document.error().code == "policy.syntax");
    CHECK(document.error().place.line_1based == 2);
    CHECK(document.error().cause.find("curly quotation mark") != std::string::npos);
    CHECK(testing::under_caret(document.error()).size() <= 3);
  }
}

TEST_CASE("a curly quotation mark inside of a text or of a remark is no fault, nor blamed for another one") {
  CHECK(parse_toml({"a.toml", "a = \"Bob\xE2\x80\x99s\" # \xE2\x80\x9Cx\xE2\x80\x9D\n"}).ok());
  const auto document = parse_toml({"a.toml", "a = \"Bob\xE2\x80\x99s\" b # \xE2\x80\x9Cx\xE2\x80\x9D\n"});
  REQUIRE(!document.ok());
  CHECK(document.error().cause.find("curly") == std::string::npos);
}

TEST_CASE("the usual mistakes of writing are told in plain words, where they stand") {
  struct Mistake {
    std::string line;
    std::string cause;
    std::uint32_t column;
  };
  const std::vector<Mistake> mistakes = {
      {"id = los-angeles", "nor a text in quotation marks", 6},
      {"id: \"x\"", "without '='", 3},
      {"id", "without '='", 3},
      {"id = \"x", "does not end on it", 8},
      {"id = { a = 1", "is not whole", 13},
      {"id = \"a\" b", "something stands behind the value", 10},
      {"a = [\"x\" \"y\"]", "a list is not whole", 10},
      {"a = True", "this word is not known", 5},
      {"a =", "a value is missing", 4},
      {"a = { b = 1, }", "is not whole", 14},
      {"from = 2014-13-01", "not a date of the calendar", 15},
      {"from = 11/05/2014", "not a number", 10},
  };
  for (const Mistake& mistake : mistakes) {
    CAPTURE(mistake.line);
    const auto document = parse_toml({"a.toml", "[policy]\n" + mistake.line + "\n"});
    REQUIRE(!document.ok());
    const Error& error = document.error();
    CHECK(error.code == "policy.syntax");
    CHECK(error.place.line_1based == 2);
    CHECK(error.place.column_1based == mistake.column);
    const bool says_so = error.cause.find(mistake.cause) != std::string::npos;
    CHECK_MESSAGE(says_so, error.cause);
    CHECK(error.cause.find("TOML") == std::string::npos);
  }
}

TEST_CASE("a control character amid a line is not told as a text that does not end") {
  const auto document = parse_toml({"a.toml", "a = \"x\x01y\"\n"});
  REQUIRE(!document.ok());
  CHECK(document.error().cause.find("control characters") != std::string::npos);
}

TEST_CASE("a key that stands twice is a fault") {
  const auto document = parse_toml({"a.toml", "a = 1\na = 2\n"});
  REQUIRE(!document.ok());
  CHECK(document.error().code == "policy.syntax");
  CHECK(document.error().place.line_1based == 2);
}

TEST_CASE("what is no UTF-8 is a fault of its own") {
  const auto document = parse_toml({"a.toml", "a = \"\xFF\"\n"});
  REQUIRE(!document.ok());
  CHECK(document.error().code == "policy.encoding");
}

TEST_CASE("deep nesting is refused, not crashed on") {
  for (const std::string opening : {"[", "{ a = "}) {
    std::string text = "a = ";
    for (int i = 0; i < 100'000; ++i) text += opening;
    const auto document = parse_toml({"a.toml", text});
    REQUIRE(!document.ok());
    CHECK(document.error().code == "policy.syntax");
  }
}

TEST_CASE("a date that the calendar does not have is no date") {
  const auto document = parse_toml({"a.toml", "a = 2015-02-29\n"});
  CHECK((!document.ok() || document->find("a")->value.kind == Kind::kOther));
}

TEST_CASE("an empty file is an empty table") {
  const auto document = parse_toml({"a.toml", ""});
  REQUIRE(document.ok());
  CHECK(document->members.empty());
}

}  // namespace
}  // namespace redress::policy
