#include "citation/code.h"

#include <doctest/doctest.h>

#include <array>

using namespace redress::citation;  // NOLINT: the subject under test

TEST_CASE("DOJ's letters and the legal short names stand for the same codes") {
  struct Pair {
    std::string_view doj, legal;
  };
  constexpr std::array<Pair, 5> kRenamed = {{{"HS", "HSC"}, {"PC", "PC"}, {"VC", "VC"}, {"BP", "BPC"}, {"MV", "MVC"}}};
  for (const Pair& pair : kRenamed) {
    CAPTURE(pair.doj);
    const Code code = code_written_by_doj(pair.doj);
    CHECK(code != Code::kUnknown);
    CHECK(code == code_named(pair.legal));
    CHECK(doj_letters(code) == pair.doj);
    CHECK(legal_name(code) == pair.legal);
  }
}

TEST_CASE("the other codes have one name") {
  for (const std::string_view name :
       {"CC", "CI", "EC", "FA", "FC", "FG", "GC", "HN", "IC", "LC", "LM", "PR", "PU", "RT", "SH", "UI", "US", "WI"}) {
    CAPTURE(name);
    const Code code = code_written_by_doj(name);
    CHECK(code != Code::kUnknown);
    CHECK(code_named(name) == code);
    CHECK(doj_letters(code) == name);
    CHECK(legal_name(code) == name);
  }
}

TEST_CASE("codes are found in any case") {
  CHECK(code_written_by_doj("hS") == Code::kHs);
  CHECK(code_named("bpc") == Code::kBp);
}

TEST_CASE("letters that are no code are unknown") {
  CHECK(code_written_by_doj("XX") == Code::kUnknown);
  CHECK(code_written_by_doj("") == Code::kUnknown);
  CHECK(code_written_by_doj("HSC") == Code::kUnknown);
  CHECK(code_named("HS") == Code::kUnknown);
  CHECK(code_named("") == Code::kUnknown);
  CHECK(legal_name(Code::kUnknown).empty());
}
