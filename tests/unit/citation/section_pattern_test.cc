#include "citation/section_pattern.h"

#include <doctest/doctest.h>

using namespace redress::citation;  // NOLINT: the subject under test

TEST_CASE("a section alone means any subdivision") {
  const auto pattern = parse_pattern("PC 288a");
  REQUIRE(pattern);
  CHECK(*pattern == SectionPattern{Code::kPc, "288a", "", Reach::kAny, false, {}});
}

TEST_CASE("a section with subdivisions lists them") {
  const auto pattern = parse_pattern("PC 186.22(b)(4)");
  REQUIRE(pattern);
  CHECK(*pattern == SectionPattern{Code::kPc, "186.22", "", Reach::kListed, false, {{"b", "4"}}});
}

TEST_CASE("a range holds every decimal of its whole number and nothing else") {
  const auto range = parse_pattern("PC 190.1-190.99");
  REQUIRE(range);
  CHECK(range->last_number == "190.99");
  CHECK(has_number(*range, "190.1"));
  CHECK(has_number(*range, "190.05"));
  CHECK(has_number(*range, "190.2"));
  CHECK(has_number(*range, "190.99"));
  CHECK_FALSE(has_number(*range, "190"));
  CHECK_FALSE(has_number(*range, "191.5"));
  CHECK_FALSE(has_number(*range, "1190.1"));
}

TEST_CASE("texts that are no section and no whole range are refused") {
  for (const std::string_view text : {"190.1-190.99", "PC 190-191", "PC 190.1-191.99", "PC 190.2-190.99",
                                      "PC 190.1-190.5", "PC 190.1(a)-190.99", "PC 190.1-", "PC", ""}) {
    CAPTURE(text);
    CHECK_FALSE(parse_pattern(text));
  }
}

TEST_CASE("listed paths and bare stand together") {
  auto pattern = *parse_pattern("PC 286");
  CHECK(add_subdivision(pattern, "bare"));
  CHECK(add_subdivision(pattern, "(C)(1)"));
  CHECK(pattern == SectionPattern{Code::kPc, "286", "", Reach::kListed, true, {{"c", "1"}}});
}

TEST_CASE("a subdivision that is none is refused and changes nothing") {
  auto pattern = *parse_pattern("PC 286");
  for (const std::string_view text : {"", "c", "(c", "()", "(c)x", "(c) HS", "(toolong)", "any"}) {
    CAPTURE(text);
    CHECK_FALSE(add_subdivision(pattern, text));
  }
  CHECK(pattern.reach == Reach::kAny);
}
