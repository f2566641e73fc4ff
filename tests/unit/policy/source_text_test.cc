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

// A data file is easily given in place of a policy; nobody's cells are repeated.
TEST_CASE("of a text that reads as a table of rows no line is shown, and what was given is asked for") {
  const std::string row = "1000000000001,A,100,#,\"LEE,ANA\",M,19560314";
  for (const std::string& text : {row, row + "\nx = 1", "\n" + row, std::string("RECORD_ID,NAME,DOB,SEX,RACE,EYES\nx = 1")}) {
    const Error error = error_at({"data.csv", text}, {text.size() - 1, 1}, "toml", "wrong", "Correct it.");
    CHECK(error.excerpt.empty());
    CHECK(to_string(error).find("LEE") == std::string::npos);
    CHECK(error.next_step.find("was a data file given in its place?") != std::string::npos);
    CHECK(error.place.line_1based);
  }
  for (const char* text : {"sections = [\"1 PC\", \"2 PC\", \"3 PC\", \"4 PC\", \"5 PC\", \"6 PC\"]",
                                 "  \"1 PC\", \"2 PC\", \"3 PC\", \"4 PC\", \"5 PC\", \"6 PC\", ]",
                                 "{ \"dismiss\": [1, 2, 3, 4, 5, 6] }", "[a, b, c, d, e, f, g]"}) {
    CHECK(!error_at({"p.toml", text}, {0, 1}, "toml", "wrong", "Correct it.").excerpt.empty());
  }
}

}  // namespace
}  // namespace redress::policy
