#include "citation/citation.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

using namespace redress::citation;  // NOLINT: the subject under test

namespace {

// "664 182 PC 187(a), HSC 11359": the marks as words, then the sections in legal style. "unreadable" for nothing.
std::string reading(std::string_view charge) {
  const auto citation = parse_charge(charge);
  if (!citation) return "unreadable";
  std::string text;
  if (citation->attempt) text += "attempt ";
  if (citation->conspiracy) text += "conspiracy ";
  for (std::size_t i = 0; i < citation->sections.size(); ++i) {
    if (i > 0) text += ", ";
    text += to_text(citation->sections[i]);
  }
  return text;
}

std::string written(std::string_view charge) {
  const auto citation = parse_charge(charge);
  return citation ? citation->as_written : "unreadable";
}

}  // namespace

TEST_CASE("a section, its subdivision and its code") {
  const auto citation = parse_charge("11357(C) HS-POSSESS MARIJUANA");
  REQUIRE(citation);
  REQUIRE(citation->sections.size() == 1);
  CHECK(citation->sections[0] == Section{Code::kHs, "11357", {"c"}});
  CHECK_FALSE(citation->attempt);
  CHECK_FALSE(citation->conspiracy);
  CHECK_FALSE(citation->code_inferred);
  CHECK(citation->as_written == "11357(C) HS");
}

TEST_CASE("a citation reads the same in any case") {
  CHECK(reading("11357(c) hs-possess") == "HSC 11357(c)");
  CHECK(written("11357(c) hs-possess") == "11357(C) HS");
}

TEST_CASE("prefixes are any series of their words, colons and blanks") {
  CHECK(reading("CHRG 11357(A) HS") == "HSC 11357(a)");
  CHECK(reading("chg: 11357(A) HS") == "HSC 11357(a)");
  CHECK(reading("CHARGE:CHRG: : 11357(A) HS") == "HSC 11357(a)");
  CHECK(reading("  :11357(A) HS") == "HSC 11357(a)");
  CHECK(written("CHRG: 11357(A) HS-X") == "11357(A) HS");
  CHECK(reading("CHARGES 11357(A) HS") == "unreadable");
}

TEST_CASE("a decimal belongs to the number") {
  CHECK(reading("11357.5 HS") == "HSC 11357.5");
  CHECK(reading("311.10 PC") == "PC 311.10");
  CHECK(reading("12022.53(D) PC") == "PC 12022.53(d)");
  CHECK(reading("187. PC") == "187");
}

TEST_CASE("letters and digits run on to a number are subdivisions") {
  CHECK(reading("11357A HS") == "HSC 11357(a)");
  CHECK(reading("11357B2 HS") == "HSC 11357(b)(2)");
  CHECK(reading("11357B12 HS") == "HSC 11357(b)(12)");
  CHECK(reading("187A PC") == "PC 187(a)");
  CHECK(reading("602LM PC") == "PC 602(l)(m)");
  CHECK(reading("11357A(1) HS") == "HSC 11357(a)(1)");
}

TEST_CASE("letters after a blank are not part of the section") {
  CHECK(reading("11357 A HS MARIJ") == "HSC 11357");
  CHECK(written("11357 A HS MARIJ") == "11357");
}

TEST_CASE("letters of a section's name stay in its number") {
  for (const std::string_view number :
       {"273AB", "288A", "266C", "266H", "266I", "266J", "653F", "647A", "487A", "496A", "245A", "417A", "166A"}) {
    const auto citation = parse_charge(std::string(number) + " PC");
    REQUIRE(citation);
    CAPTURE(number);
    CHECK(citation->sections[0].subdivisions.empty());
    CHECK(citation->as_written == std::string(number) + " PC");
  }
  CHECK(reading("288A(C)(1) PC") == "PC 288a(c)(1)");
  CHECK(reading("653F(B) PC") == "PC 653f(b)");
  CHECK(reading("288APC") == "PC 288a");
  CHECK(reading("273ABPC") == "PC 273ab");
}

TEST_CASE("such letters are subdivisions when a digit follows or they are not exactly those") {
  CHECK(reading("245A1 PC") == "PC 245(a)(1)");
  CHECK(reading("288A1PC") == "PC 288(a)(1)");
  CHECK(reading("288B PC") == "PC 288(b)");
  CHECK(reading("288AB PC") == "PC 288(a)(b)");
  CHECK(reading("273A PC") == "PC 273(a)");
  CHECK(reading("288.5A PC") == "PC 288.5(a)");
  CHECK(reading("647(A) PC") == "PC 647(a)");
}

TEST_CASE("314.1 and 314.2 are 314(1) and 314(2), other decimals of 314 are not") {
  CHECK(reading("314.1 PC") == "PC 314(1)");
  CHECK(reading("314.2 PC-INDECENT EXPOSURE") == "PC 314(2)");
  CHECK(reading("314(1) PC") == "PC 314(1)");
  CHECK(reading("314.3 PC") == "PC 314.3");
  CHECK(reading("314.10 PC") == "PC 314.10");
  CHECK(written("314.1 PC") == "314.1 PC");
}

TEST_CASE("subdivisions in brackets are one to five letters or digits, blanks before a bracket allowed") {
  CHECK(reading("136.1 (B) (12) PC") == "PC 136.1(b)(12)");
  CHECK(reading("11357(ABCDE) HS") == "HSC 11357(abcde)");
  CHECK(reading("11357(AB) HS") == "HSC 11357(ab)");
  CHECK(reading("11357 (MARIJUANA) HS") == "HSC 11357");
  CHECK(written("11357 (MARIJUANA) HS") == "11357");
  CHECK(reading("187() PC") == "187");
  CHECK(reading("187(A PC") == "187");
  CHECK(reading("187( A) PC") == "187");
}

TEST_CASE("a code follows with or without a blank") {
  CHECK(reading("11359HS-INTENT") == "HSC 11359");
  CHECK(reading("11357AHS") == "HSC 11357(a)");
  CHECK(reading("602LPC") == "PC 602(l)");
  CHECK(reading("602LMPC") == "PC 602(l)(m)");
  CHECK(reading("11357B2HS") == "HSC 11357(b)(2)");
  CHECK(reading("11357(C)HS-POSSESS MARIJUANA") == "HSC 11357(c)");
  CHECK(reading("4060  BP") == "BPC 4060");
  CHECK(reading("1672(A) MV") == "MVC 1672(a)");
}

TEST_CASE("a code must not run into a further letter or digit") {
  CHECK(reading("11359 PROPERTY") == "11359");
  CHECK(reading("11359 HSC") == "11359");
  CHECK(reading("11359 HS1") == "11359");
  CHECK(reading("11359HS1") == "11359(h)(s)(1)");
}

TEST_CASE("letters run on to a number are the code only when no code comes after them") {
  CHECK(reading("602LM") == "LM 602");
  CHECK(reading("602LM PC") == "PC 602(l)(m)");
  CHECK(reading("602LM(A) PC") == "PC 602(l)(m)(a)");
  CHECK(reading("11359HS/11360HS") == "HSC 11359, HSC 11360");
}

TEST_CASE("a code holds for the sections before it, back to the previous code") {
  CHECK(reading("664 PC/187 PC") == "attempt PC 187");
  CHECK(reading("11357(A) HS/11360 HS") == "HSC 11357(a), HSC 11360");
  CHECK(reading("11358/11359 HS") == "HSC 11358, HSC 11359");
  CHECK(reading("11357/11358 HS/459/460 PC") == "HSC 11357, HSC 11358, PC 459, PC 460");
}

TEST_CASE("sections are joined by slash, ampersand and comma when a digit follows") {
  CHECK(reading("11358 / 11359 HS") == "HSC 11358, HSC 11359");
  CHECK(reading("11358&11359 HS") == "HSC 11358, HSC 11359");
  CHECK(reading("11358, 11359 HS") == "HSC 11358, HSC 11359");
  CHECK(reading("11358 HS & 11359 HS") == "HSC 11358, HSC 11359");
  CHECK(reading("11358/ATTEMPT HS") == "11358");
  CHECK(reading("11358//11359 HS") == "11358");
}

TEST_CASE("directly after a code a section joins only with a code of its own") {
  CHECK(reading("11359 HS, 2 CTS") == "HSC 11359");
  CHECK(written("11359 HS, 2 CTS") == "11359 HS");
  CHECK(reading("11359 HS/11360") == "HSC 11359");
  CHECK(reading("11359 HS, 459 PC, 2 CTS") == "HSC 11359, PC 459");
  CHECK(written("11359 HS, 459 PC, 2 CTS") == "11359 HS, 459 PC");
}

TEST_CASE("a hyphen joins only without a blank beside it and without a code before it") {
  CHECK(reading("664-11359 HS") == "attempt HSC 11359");
  CHECK(reading("136.1-186.22(B)(4) PC") == "PC 136.1, PC 186.22(b)(4)");
  CHECK(reading("11357(B)- 28.5 GRAMS") == "11357(b)");
  CHECK(reading("11357(B) -28.5 GRAMS") == "11357(b)");
  CHECK(reading("187 PC-1ST DEG") == "PC 187");
  CHECK(reading("11359HS-11360HS") == "HSC 11359");
}

TEST_CASE("sections without a code are HSC when the charge text names the drug") {
  CHECK(reading("11357-POSS MARIJ") == "HSC 11357");
  CHECK(reading("11358 cultivate cannabis") == "HSC 11358");
  CHECK(reading("11357(A) CONC HASHISH") == "HSC 11357(a)");
  CHECK(reading("664/11359 MARIJUANA") == "attempt HSC 11359");
  CHECK(reading("11357 POSSESS") == "11357");
  CHECK(parse_charge("11357-POSS MARIJ")->code_inferred);
  CHECK_FALSE(parse_charge("11357 POSSESS")->code_inferred);
}

TEST_CASE("the drug may be named anywhere in the charge text, in any case") {
  CHECK(reading("11359 POSS FOR SALE (marijuana)") == "HSC 11359");
  CHECK(reading("11357/11359 Cannabis") == "HSC 11357, HSC 11359");
  CHECK(reading("11357 CONC. CANNABIS/HASH OIL") == "HSC 11357");
  CHECK(written("11357/11359 Cannabis") == "11357/11359");
}

TEST_CASE("a code beside the marks holds for the section before or after them") {
  CHECK(reading("664 PC/11359 HS") == "attempt HSC 11359");
  CHECK(reading("182 PC/664 PC/11359 HS") == "attempt conspiracy HSC 11359");
  CHECK(reading("11359 HS/664 PC") == "attempt HSC 11359");
  CHECK(written("664 PC/11359 HS-ATT") == "664 PC/11359 HS");
}

TEST_CASE("a mark whose section does not belong to the citation stands alone") {
  CHECK(reading("664 PC/11359 POSS") == "unreadable");
  CHECK(reading("182 PC/11359 POSS") == "PC 182");
}

TEST_CASE("664 and 182 with a decimal or another beginning are sections of their own") {
  CHECK(reading("1664/187 PC") == "PC 1664, PC 187");
  CHECK(reading("182.5/187 PC") == "PC 182.5, PC 187");
}

TEST_CASE("182 that is not first marks nothing") {
  CHECK(reading("459/182/187 PC") == "PC 459, PC 182, PC 187");
}

TEST_CASE("each of the three other joiners stands with a blank on either side or none") {
  for (const std::string_view text : {"11358/11359 HS", "11358 /11359 HS", "11358/ 11359 HS", "11358 & 11359 HS",
                                      "11358& 11359 HS", "11358 ,11359 HS", "11358,11359 HS"}) {
    CAPTURE(text);
    CHECK(reading(text) == "HSC 11358, HSC 11359");
  }
  CHECK(written("11358 ,  11359 HS") == "11358 , 11359 HS");
}

TEST_CASE("blanks before a bracket, and between brackets and code, may be many or none") {
  CHECK(reading("11357  (B)(2)HS") == "HSC 11357(b)(2)");
  CHECK(reading("11357 (B) (2)   HS-POSS") == "HSC 11357(b)(2)");
}

TEST_CASE("letters run on before brackets are subdivisions above them") {
  CHECK(reading("186.22B(4) PC") == "PC 186.22(b)(4)");
  CHECK(reading("273AB(A) PC") == "PC 273ab(a)");
  CHECK(reading("166A PC") == "PC 166a");
  CHECK(reading("166A1 PC") == "PC 166(a)(1)");
}

TEST_CASE("the description may say anything without being read") {
  CHECK(reading("11357(C) HS-POSS 187 PC 459 PC") == "HSC 11357(c)");
  CHECK(reading("11358 HS CULTIVATE/11359 HS") == "HSC 11358");
  CHECK(reading("11357(C) HS; 11359 HS") == "HSC 11357(c)");
}

TEST_CASE("a written code stands whatever the text names") {
  CHECK(reading("11357 VC-MARIJUANA") == "VC 11357");
}

TEST_CASE("664 first or last beside another section marks an attempt") {
  CHECK(reading("664/187(A) PC") == "attempt PC 187(a)");
  CHECK(reading("187-664 PC") == "attempt PC 187");
  CHECK(reading("664(A)/187 PC") == "attempt PC 187");
  CHECK(reading("664.5/187 PC") == "PC 664.5, PC 187");
}

TEST_CASE("664 alone is unreadable") {
  CHECK(reading("664 PC") == "unreadable");
  CHECK(reading("664") == "unreadable");
  CHECK(reading("664/664 PC") == "unreadable");
}

TEST_CASE("182 first beside another section marks a conspiracy") {
  CHECK(reading("182(A)(1)/11359 HS") == "conspiracy HSC 11359");
  CHECK(reading("182 PC/187 PC") == "conspiracy PC 187");
  CHECK(reading("664/182/11359 HS") == "attempt conspiracy HSC 11359");
  CHECK(reading("182/664/11359 HS") == "attempt conspiracy HSC 11359");
}

TEST_CASE("182 alone or last is a section like any other") {
  CHECK(reading("182(A)(1) PC") == "PC 182(a)(1)");
  CHECK(reading("664/182 PC") == "attempt PC 182");
  CHECK(reading("11359/182 PC") == "PC 11359, PC 182");
}

TEST_CASE("a text without a section at its start is unreadable") {
  for (const std::string_view text :
       {"", "   ", "CHRG", "POSSESS 11357 HS", "(A) 187 PC", ".5 HS", "-187 PC", "A187 PC"}) {
    CAPTURE(text);
    CHECK(reading(text) == "unreadable");
  }
}

TEST_CASE("a first section that runs into further letters or digits is unreadable") {
  for (const std::string_view text : {"11357ABC HS", "11359HSX", "11357B123 HS", "11357B2X HS", "11359HSPOSS",
                                      "11357(A)POSS HS", "11357(B)2 HS", "1ABCDEFGH PC"}) {
    CAPTURE(text);
    CHECK(reading(text) == "unreadable");
  }
}

TEST_CASE("where a later section runs on, the description begins there") {
  CHECK(reading("11357(A)/11358ABC HS") == "11357(a)");
  CHECK(written("11357(A)/11358ABC HS") == "11357(A)");
  CHECK(reading("187/211 PC/459XYZ PC") == "PC 187, PC 211");
}

TEST_CASE("the citation as written has capitals, single blanks, and its marks") {
  CHECK(written("chrg 664/187(a)  pc - attempted murder") == "664/187(A) PC");
  CHECK(written("4060  BP") == "4060 BP");
  CHECK(written("4060 BP - POSS") == "4060 BP");
  CHECK(written("148 PC") == "148 PC");
  CHECK(written("11357  (A) \t HS") == "11357 (A) HS");
  CHECK(written("11357 (B)  POSS MARIJ") == "11357 (B)");
  CHECK(written("11357(B)HS") == "11357(B)HS");
}

TEST_CASE("a no-break space is a blank") {
  CHECK(written("11357\xC2\xA0HS") == "11357 HS");
  CHECK(reading("\xA0"
                "11357\xA0HS") == "HSC 11357");
}

TEST_CASE("B05: the code text does not stop at a hyphen inside the citation") {
  CHECK(reading("664-11359 HS-ATTEMPT") == "attempt HSC 11359");
  CHECK(reading("136.1-186.22(B)(4) PC-DISSUADE WITNESS") == "PC 136.1, PC 186.22(b)(4)");
  CHECK(reading("187-664 PC") == "attempt PC 187");
}

TEST_CASE("B24: numbers and codes are whole") {
  CHECK(reading("211357 VC") == "VC 211357");
  CHECK(reading("113570 HS") == "HSC 113570");
  CHECK(reading("11357.5 HS") == "HSC 11357.5");
  CHECK(reading("11359 BP") == "BPC 11359");
}

TEST_CASE("B27: a blank or a description around the code changes nothing") {
  for (const std::string_view text : {"4060 BP - POSS", "4060  BP", "4060 BP"}) {
    CAPTURE(text);
    CHECK(reading(text) == "BPC 4060");
  }
}

TEST_CASE("B28: what precedes the section does not hide it") {
  CHECK(reading("664/11357 HS") == "attempt HSC 11357");
  CHECK(reading("CHRG 11357(A) HS") == "HSC 11357(a)");
}

TEST_CASE("B35: the subdivisions of 11357") {
  CHECK(reading("11357") == "11357");
  CHECK(reading("11357(a) HS") == "HSC 11357(a)");
  CHECK(reading("11357(E) HS") == "HSC 11357(e)");
  CHECK(reading("11357B2 HS") == "HSC 11357(b)(2)");
  CHECK(reading("11357(AB) HS") == "HSC 11357(ab)");
}

TEST_CASE("B37: 290 and its neighbors are different sections") {
  CHECK(reading("290 PC-REGISTRATION OF SEX OFFENDER") == "PC 290");
  CHECK(reading("290(B) PC") == "PC 290(b)");
  CHECK(reading("2900.5 PC") == "PC 2900.5");
  CHECK(reading("2903 BP") == "BPC 2903");
}

TEST_CASE("B38: the section decides, not the first five characters") {
  CHECK(reading("66411358") == "66411358");
  CHECK(reading("66411359 HS") == "HSC 66411359");
  CHECK(reading("CHRG 11359 HS") == "HSC 11359");
}

TEST_CASE("a policy's section reads like a charge's") {
  CHECK(parse_section("HSC 11357") == Section{Code::kHs, "11357", {}});
  CHECK(parse_section("PC 186.22(b)(4)") == Section{Code::kPc, "186.22", {"b", "4"}});
  CHECK(parse_section("pc 288A") == Section{Code::kPc, "288a", {}});
  CHECK(parse_section(" PC 273ab ") == Section{Code::kPc, "273ab", {}});
  CHECK(parse_section("PC 314.1") == Section{Code::kPc, "314", {"1"}});
}

TEST_CASE("a policy's text that is not exactly one section with its code is refused") {
  for (const std::string_view text : {"", "11357", "HS 11357", "HSC", "HSC11357", "HSC 11357 x", "HSC 11357 HS", "XX 1",
                                      "PC 1-2", "PC 187(", "PC 602LM", "HSC 11357, 11358"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_section(text));
  }
}

TEST_CASE("the legal style is read back") {
  for (const std::string_view text : {"HSC 11357(a)(2)", "PC 288a(c)(1)", "PC 273ab", "BPC 4060", "PC 190.1"}) {
    const auto section = parse_section(text);
    REQUIRE(section);
    CHECK(to_text(*section) == text);
  }
  CHECK(to_text(Section{Code::kUnknown, "11357", {"a"}}) == "11357(a)");
}

TEST_CASE("any bytes are read without harm") {
  std::mt19937 random(11357);
  const std::string_view alphabet = "0123456789/&,-().: \xA0\xC2HSPCLMabZ\xFF\t664182";
  for (int round = 0; round < 200'000; ++round) {
    std::string text(random() % 24, ' ');
    for (char& c : text) c = round % 4 == 0 ? static_cast<char>(random() % 256) : alphabet[random() % alphabet.size()];
    const auto citation = parse_charge(text);
    if (!citation) continue;
    REQUIRE_FALSE(citation->sections.empty());
    // What DOJ's writing says is what the text said, but for the code taken from words after it.
    const auto again = parse_charge(citation->as_written);
    CAPTURE(text);
    REQUIRE(again);
    CHECK(again->sections.size() == citation->sections.size());
    CHECK(again->as_written == citation->as_written);
  }
}

TEST_CASE("long garbage does not cost more than its length") {
  constexpr std::size_t kLong = 1'000'000;
  std::string joined;
  std::string bracketed = "602LM";
  while (joined.size() < kLong) joined += "1 /";
  while (bracketed.size() < kLong) bracketed += " (a)";
  for (const std::string& text :
       {joined, bracketed, std::string(kLong, '1'), "187" + std::string(kLong, ' ') + "PC", std::string(kLong, ':'),
        "187" + std::string(kLong, '('), "1." + std::string(kLong, 'A')}) {
    const auto citation = parse_charge(text);
    if (citation) CHECK(citation->as_written.size() <= text.size());
  }
}
