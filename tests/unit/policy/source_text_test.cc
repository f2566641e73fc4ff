#include "policy/parse/source_text.h"

#include <doctest/doctest.h>

#include <vector>

#include "policy/policy_texts.h"

namespace redress::policy {
namespace {

TEST_CASE("an error shows its line with carets under the fault") {
  const SourceText source{"a.toml", "one\ntwo three\nfour\n"};
  const Error error = error_at(source, {8, 5}, "policy.key", "cause", "next step");
  CHECK(error.kind == ErrorKind::kUsage);
  CHECK(error.place.file == "a.toml");
  CHECK(error.place.line_1based == 2);
  CHECK(error.place.column_1based == 5);
  CHECK(error.excerpt == "  2 | two three\n    |     ^^^^^");
}

TEST_CASE("columns count characters, not bytes") {
  const SourceText source{"a.toml", "\xC3\xA4\xC3\xB6 x"};
  const Error error = error_at(source, {5, 1}, "c", "", "");
  CHECK(error.place.column_1based == 4);
  CHECK(testing::under_caret(error_at({"a", "ab cd"}, {3, 2}, "c", "", "")) == "cd");
}

TEST_CASE("a fault over several lines is marked on its first") {
  const Error error = error_at({"a.toml", "ab\ncd"}, {1, 4}, "c", "", "");
  CHECK(error.excerpt == "  1 | ab\n    |  ^");
}

TEST_CASE("a place at the end of the text, or beyond, is marked there") {
  CHECK(error_at({"a.toml", "ab"}, {99, 1}, "c", "", "").place.column_1based == 3);
  CHECK(error_at({"a.toml", ""}, {0, 1}, "c", "", "").place.line_1based == 1);
}

TEST_CASE("a near word is suggested, else all are named") {
  const std::vector<std::string> choices = {"felony", "misdemeanor"};
  CHECK(suggest("fellony", choices) == "Did you mean 'felony'?");
  CHECK(suggest("xyz", choices) == "Known here: felony, misdemeanor.");
}

}  // namespace
}  // namespace redress::policy
