#include "base/text.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "redress/near_match.h"

using namespace redress;

TEST_CASE("blanks of every kind are trimmed at both ends and kept inside") {
  CHECK(trimmed("  LOS ANGELES\t\r\n") == "LOS ANGELES");
  CHECK(trimmed("FELONY ") == "FELONY");
  CHECK(trimmed("") == "");
  CHECK(trimmed(" \t ") == "");
}

TEST_CASE("a no-break space is a blank, in UTF-8 and in Windows-1252") {
  CHECK(trimmed("\xC2\xA0 FELONY \xC2\xA0") == "FELONY");
  CHECK(trimmed("\xA0 FELONY\xA0") == "FELONY");
  CHECK(trimmed("\xA0") == "");
  CHECK(trimmed("\xC2\xA0") == "");
}

TEST_CASE("the last byte of a letter is not taken for a no-break space") {
  CHECK(trimmed("VOIL\xC3\xA0") == "VOIL\xC3\xA0");  // à in UTF-8
  CHECK(trimmed("PE\xD1\xA0") == "PE\xD1\xA0");      // a Cyrillic letter in UTF-8
  CHECK(trimmed("PE\xD1"
                "A\xD1\xA0") ==
        "PE\xD1"
        "A\xD1");  // not UTF-8, so Ñ and a no-break space in Windows-1252
}

TEST_CASE("a cell of blanks or of dashes and blanks is empty") {
  for (const std::string_view cell : {"", " ", "-", "--", " - - ", "\xC2\xA0", "-\xC2\xA0-", "\xA0-", "\t"}) {
    CAPTURE(cell);
    CHECK(is_empty_cell(cell));
  }
  for (const std::string_view cell : {"0", "-1", "- A", ".", "NULL", "_"}) {
    CAPTURE(cell);
    CHECK_FALSE(is_empty_cell(cell));
  }
}

TEST_CASE("texts are compared without regard to case (B36)") {
  CHECK(equals_ignoring_case("Los Angeles", "LOS ANGELES"));
  CHECK_FALSE(equals_ignoring_case("LOS ANGELES", "LOS ANGELES "));
  CHECK(begins_ignoring_case("Convicted-Prob", "CONVICTED"));
  CHECK_FALSE(begins_ignoring_case("CONV", "CONVICTED"));
  CHECK(begins_ignoring_case("anything", ""));
  CHECK(contains_ignoring_case("poss Marij <1 oz", "MARIJ"));
  CHECK_FALSE(contains_ignoring_case("MARI J", "MARIJ"));
  CHECK(contains_ignoring_case("", ""));
}

TEST_CASE("only ASCII letters change case, whatever the locale") {
  CHECK(to_upper_ascii("a-z \xC3\xB1 [`{") == "A-Z \xC3\xB1 [`{");
  CHECK(to_lower_ascii("A-Z \xC3\x91 @[") == "a-z \xC3\x91 @[");
  CHECK_FALSE(equals_ignoring_case("@", "`"));
  CHECK_FALSE(equals_ignoring_case("[", "{"));
}

TEST_CASE("well-formed UTF-8 is told from other bytes") {
  for (const std::string_view text :
       {"", "ASCII", "\xC3\xB1", "\xE2\x82\xAC", "\xF0\x9F\x98\x80", "\xF4\x8F\xBF\xBF", "\xED\x9F\xBF"}) {
    CAPTURE(text);
    CHECK(is_utf8(text));
  }
}

TEST_CASE("cut, overlong, surrogate and too large forms are not UTF-8") {
  for (const std::string_view text :
       {"\xD1", "\xD1 A", "\xE2\x82", "\xF0\x9F\x98", "\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xE0\x9F\xBF",
        "\xED\xA0\x80", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "\xE2\x82\x20"}) {
    CAPTURE(text);
    CHECK_FALSE(is_utf8(text));
  }
}

TEST_CASE("a mistyped word finds what was meant, in any case") {
  const std::vector<std::string> choices = {"SAN DIEGO", "SAN JOAQUIN", "SACRAMENTO"};
  CHECK(near_match("SAN JOAQIN", choices) == "SAN JOAQUIN");
  CHECK(near_match("sacremento", choices) == "SACRAMENTO");
  CHECK(near_match("SAN DIEGO", choices) == "SAN DIEGO");
}

TEST_CASE("a word that is far from all choices finds none") {
  const std::vector<std::string> choices = {"dismiss_at_age", "youth_age"};
  CHECK(near_match("county", choices) == std::nullopt);
  CHECK(near_match("", choices) == std::nullopt);
  CHECK(near_match("age", {}) == std::nullopt);
}

TEST_CASE("a third of the letters may be wrong, not more") {
  const std::vector<std::string> choices = {"abcdef"};
  CHECK(near_match("abcdxx", choices) == "abcdef");
  CHECK(near_match("abcxxx", choices) == std::nullopt);
  CHECK(near_match("abcdefgh", choices) == "abcdef");
  CHECK(near_match("abcdefghi", choices) == "abcdef");
  CHECK(near_match("abcdefghij", choices) == std::nullopt);
}

TEST_CASE("two letters in each other's place are one slip") {
  const std::vector<std::string> choices = {"label", "--county"};
  CHECK(near_match("lable", choices) == "label");
  CHECK(near_match("--conuty", choices) == "--county");
}

TEST_CASE("letters are compared by their case bit only where they are letters") {
  CHECK(redress::equals_ignoring_case("abc", "ABC"));
  CHECK(redress::equals_ignoring_case("", ""));
  CHECK_FALSE(redress::equals_ignoring_case("@b", "`b"));
  CHECK_FALSE(redress::equals_ignoring_case("[x", "{x"));
  CHECK_FALSE(redress::equals_ignoring_case("ab", "abc"));
  CHECK_FALSE(redress::equals_ignoring_case("\xC9", "\xE9"));
}

TEST_CASE("texts of any length are the same only where every letter is, wherever they differ") {
  for (std::size_t size = 1; size < 40; ++size) {
    const std::string text(size, 'q');
    CHECK(redress::equals_ignoring_case(text, std::string(size, 'Q')));
    for (std::size_t at = 0; at < size; ++at) {
      std::string other = text;
      other[at] = 'x';
      CHECK_FALSE(redress::equals_ignoring_case(text, other));
      other[at] = 'Q';
      CHECK(redress::equals_ignoring_case(text, other));
    }
  }
}

TEST_CASE("a digit is found wherever it stands, and nothing else is one") {
  CHECK_FALSE(redress::has_digit(""));
  for (std::size_t size = 1; size < 20; ++size) {
    for (std::size_t at = 0; at < size; ++at) {
      for (int byte = 0; byte < 256; ++byte) {
        std::string text(size, ' ');
        text[at] = static_cast<char>(byte);
        CHECK(redress::has_digit(text) == (byte >= '0' && byte <= '9'));
      }
    }
  }
}

TEST_CASE("what names with dots have in common in front makes none near, and initials mean a name") {
  const std::vector<std::string> choices = {"us-ca.prop64.los-angeles", "us-ca.prop64.statute", "us-ca.prop64.san-joaquin"};
  CHECK(near_match("us-ca.prop64.la", choices) == "us-ca.prop64.los-angeles");
  CHECK(near_match("us-ca.prop64.SJ", choices) == "us-ca.prop64.san-joaquin");
  CHECK(near_match("us-ca.prop64.statut", choices) == "us-ca.prop64.statute");
  CHECK(near_match("us-ca.prop46.statute", choices) == "us-ca.prop64.statute");
  CHECK(near_match("us-ca.prop64.kern", choices) == std::nullopt);
  CHECK(near_match("us-ca.prop64.l", choices) == std::nullopt);
}

TEST_CASE("a number has a comma before each three of its last digits") {
  CHECK(grouped(0) == "0");
  CHECK(grouped(999) == "999");
  CHECK(grouped(1000) == "1,000");
  CHECK(grouped(158287404) == "158,287,404");
}

TEST_CASE("the nearest wins, and of equals the earlier") {
  const std::vector<std::string> choices = {"11357(b)", "11357(a)", "11357"};
  CHECK(near_match("11357(a", choices) == "11357(a)");
  CHECK(near_match("11357(c)", choices) == "11357(b)");
}
