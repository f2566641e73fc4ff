#include "base/wrapped_text.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace redress;
using Lines = std::vector<std::string>;

TEST_CASE("text is wrapped at blanks") {
  CHECK(wrapped("one two three", 7) == Lines{"one two", "three"});
}

TEST_CASE("a word longer than the line is broken") {
  CHECK(wrapped("abcdef", 4) == Lines{"abcd", "ef"});
}

TEST_CASE("a word longer than the line is broken after a slash or a hyphen where it has one") {
  CHECK(wrapped("convicted-prob/jail", 17) == Lines{"convicted-prob/", "jail"});
  CHECK(wrapped("convicted-prob/jail", 15) == Lines{"convicted-prob/", "jail"});
  CHECK(wrapped("convicted-prob/jail", 14) == Lines{"convicted-", "prob/jail"});
  CHECK(wrapped("convicted-prob/jail", 8) == Lines{"convicte", "d-prob/", "jail"});
  CHECK(wrapped("a convicted/jail", 12) == Lines{"a", "convicted/", "jail"});
}

TEST_CASE("an empty text is one empty line") {
  CHECK(wrapped("", 5) == Lines{""});
}

TEST_CASE("letters of several bytes are one column") {
  CHECK(columns_of("PE\xC3\x91"
                   "A") == 4);
  CHECK(wrapped("PE\xC3\x91"
                "A X",
                4) == Lines{"PE\xC3\x91"
                            "A",
                            "X"});
}

TEST_CASE("a paragraph has its first line indented by one amount and the others by another") {
  CHECK(paragraph("short", 2, 4) == "  short\n");
  const std::string text = paragraph(std::string(60, 'a') + " " + std::string(60, 'b'), 2, 4);
  CHECK(text == "  " + std::string(60, 'a') + "\n    " + std::string(60, 'b') + "\n");
}

TEST_CASE("a labeled paragraph has all its lines at one column") {
  CHECK(labeled_paragraph("Source", "the law", 2, 12) == "  Source    the law\n");
  const std::string text = labeled_paragraph("Source", std::string(60, 'a') + " " + std::string(60, 'b'), 2, 12);
  CHECK(text == "  Source    " + std::string(60, 'a') + "\n            " + std::string(60, 'b') + "\n");
}
