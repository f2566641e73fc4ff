#include "citation/cited_sections.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using redress::citation::sections_named_in;

namespace {

std::vector<std::string> named(std::string_view text) {
  std::vector<std::string> texts;
  for (const auto& section : sections_named_in(text)) texts.push_back(to_text(section));
  return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a section in the middle of a remark is named") {
  CHECK(named("ORIG 11359 HS DISM") == Texts{"HSC 11359"});
}

TEST_CASE("a section without a code is named without one") {
  CHECK(named("was 11357(d)") == Texts{"11357(d)"});
}

TEST_CASE("every section of a remark is named in its order") {
  CHECK(named("11359 HS, AMENDED TO 11357B HS") == Texts{"HSC 11359", "HSC 11357(b)"});
}

TEST_CASE("a code holds for the sections joined before it") {
  CHECK(named("SEE 11357/11359 HS") == Texts{"HSC 11357", "HSC 11359"});
}

TEST_CASE("a code does not hold for a number that stands apart") {
  CHECK(named("CT 2 OF 11359 HS") == Texts{"2", "HSC 11359"});
}

TEST_CASE("a number inside a word is no section") {
  CHECK(named("CASE A11359 AND 11359XYZ") == Texts{});
}

TEST_CASE("a letter run on to a number is a subdivision, as in a charge") {
  CHECK(named("WAS 11357A") == Texts{"11357(a)"});
}

TEST_CASE("a part of a longer number is no section") {
  CHECK(named("211359") == Texts{"211359"});
}

TEST_CASE("the thousands of an amount are no section") {
  CHECK(named("FINE 2,359") == Texts{"2"});
  CHECK(named("FINE 1,113.57 AND 12,345,678") == Texts{"1", "12"});
}

TEST_CASE("a comma without a blank joins sections, unless just three digits follow, as in an amount") {
  CHECK(named("459,11358 HS") == Texts{"HSC 459", "HSC 11358"});
  CHECK(named("11378,11359 HS-SALE") == Texts{"HSC 11378", "HSC 11359"});
  CHECK(named("484(A),11358 HS") == Texts{"HSC 484(a)", "HSC 11358"});
  CHECK(named("182,11358") == Texts{"182", "11358"});
  CHECK(named("DISM PER 1203,1170.18 PC") == Texts{"PC 1203", "PC 1170.18"});
}

TEST_CASE("a decimal belongs to the section") {
  CHECK(named("PER 11357.5 HS") == Texts{"HSC 11357.5"});
}

TEST_CASE("a remark without numbers names nothing") {
  CHECK(named("DISMISSED") == Texts{});
}

TEST_CASE("brackets around a section do not hide it") {
  CHECK(named("(11360 HS)") == Texts{"HSC 11360"});
}
