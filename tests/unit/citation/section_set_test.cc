#include "citation/section_set.h"

#include <doctest/doctest.h>

#include <initializer_list>

using namespace redress::citation;  // NOLINT: the subject under test
using redress::Truth;

namespace {

SectionPattern pattern(std::string_view section, std::initializer_list<std::string_view> subdivisions = {}) {
  SectionPattern made = parse_pattern(section).value();
  for (const std::string_view text : subdivisions) REQUIRE(add_subdivision(made, text));
  return made;
}

SetEntry entry(std::string_view section, std::initializer_list<std::string_view> subdivisions = {},
               Inchoate inchoate = Inchoate::kCounts, std::string needs = {}) {
  SetEntry made;
  made.parts = {pattern(section, subdivisions)};
  made.inchoate = inchoate;
  made.needs = std::move(needs);
  return made;
}

SetEntry gang_pair(std::string_view section, Inchoate inchoate = Inchoate::kReview, std::string needs = {}) {
  SetEntry made;
  made.parts = {pattern(section), pattern("PC 186.22(b)(4)")};
  made.inchoate = inchoate;
  made.needs = std::move(needs);
  return made;
}

SectionSet set_of(std::vector<SetEntry> entries) {
  return SectionSet::build("test.set", std::move(entries));
}

Membership ask(const SectionSet& set, std::string_view charge, Truth fact = Truth::kUnknown) {
  const auto citation = parse_charge(charge);
  REQUIRE(citation);
  return set.match(*citation, [fact](std::string_view) { return fact; });
}

Truth is_in(const SectionSet& set, std::string_view charge, Truth fact = Truth::kUnknown) {
  return ask(set, charge, fact).truth;
}

// Unknown for this one reason.
bool doubts(const SectionSet& set, std::string_view charge, DoubtKind kind) {
  const Membership membership = ask(set, charge);
  return membership.truth == Truth::kUnknown && membership.doubts.size() == 1 && membership.doubts[0].kind == kind;
}

Section section_of(std::string_view charge) {
  return parse_charge(charge)->sections.front();
}

SectionSet prop64() {
  return set_of({entry("HSC 11357"), entry("HSC 11358"), entry("HSC 11359"), entry("HSC 11360")});
}

}  // namespace

TEST_CASE("code and number are equal as a whole (B22, B23, B24)") {
  const SectionSet set = prop64();
  CHECK(is_in(set, "11357(C) HS") == Truth::kYes);
  CHECK(is_in(set, "11357A HS") == Truth::kYes);
  for (const std::string_view other : {"211357 VC", "113570 HS", "11357.5 HS", "11360.5 HS", "11359 BP", "1135 HS"}) {
    CAPTURE(other);
    CHECK(is_in(set, other) == Truth::kNo);
  }
  const SectionSet treason = set_of({entry("PC 37"), entry("PC 205"), entry("PC 261"), entry("PC 288")});
  for (const std::string_view other : {"537 PC", "1037 PC", "187.37 PC", "1205 PC", "261.5(C) PC", "1288 PC"}) {
    CAPTURE(other);
    CHECK(is_in(treason, other) == Truth::kNo);
  }
}

TEST_CASE("case does not matter (B25, B26)") {
  const SectionSet set = set_of({entry("PC 653f", {"(b)"}), entry("PC 647", {"(F)"})});
  CHECK(is_in(set, "653F(B) PC") == Truth::kYes);
  CHECK(is_in(set, "653f(b) pc") == Truth::kYes);
  CHECK(is_in(set, "647(F) PC") == Truth::kYes);
}

TEST_CASE("any takes whatever subdivision follows (B20, B21, B25)") {
  const SectionSet set = set_of({entry("PC 187"), entry("PC 288"), entry("PC 148"), entry("PC 148.9")});
  for (const std::string_view charge : {"187 PC", "187(A) PC", "288(C)(1) PC", "148(A)(1) PC", "148.9(A) PC"}) {
    CAPTURE(charge);
    CHECK(is_in(set, charge) == Truth::kYes);
  }
  CHECK(is_in(set, "1602 PC") == Truth::kNo);
}

TEST_CASE("B20: 314.1 is 314(1)") {
  const SectionSet set = set_of({entry("PC 314", {"(1)", "(2)"})});
  CHECK(is_in(set, "314.1 PC") == Truth::kYes);
  CHECK(is_in(set, "314(2) PC") == Truth::kYes);
  CHECK(is_in(set, "314(3) PC") == Truth::kNo);
}

TEST_CASE("a citation begins with a listed subdivision") {
  const SectionSet set = set_of({entry("PC 286", {"bare", "(c)(1)", "(d)"})});
  CHECK(is_in(set, "286(C)(1) PC") == Truth::kYes);
  CHECK(is_in(set, "286(D)(2) PC") == Truth::kYes);
  CHECK(is_in(set, "286 PC") == Truth::kYes);
  CHECK(is_in(set, "286(C)(2) PC") == Truth::kNo);
  CHECK(is_in(set, "286(B) PC") == Truth::kNo);
}

TEST_CASE("a citation shallower than a listed entry is an unknown member") {
  const SectionSet set =
      set_of({entry("PC 288", {"(a)", "(b)(1)", "(b)(2)"}), entry("PC 647", {"(f)"}), entry("PC 266h", {"(b)"})});
  CHECK(doubts(set, "288(B) PC", DoubtKind::kShallow));
  CHECK(doubts(set, "647 PC", DoubtKind::kShallow));
  CHECK(doubts(set, "266H PC", DoubtKind::kShallow));
  CHECK(is_in(set, "288(C) PC") == Truth::kNo);
}

TEST_CASE("a shallower citation that another entry means is decided by that one") {
  const SectionSet any = set_of({entry("PC 191.5", {"(a)"}), entry("PC 191.5", {}, Inchoate::kCounts, "felony_level")});
  CHECK(is_in(any, "191.5 PC", Truth::kYes) == Truth::kYes);
  CHECK(is_in(any, "191.5 PC", Truth::kNo) == Truth::kNo);
  const SectionSet bare = set_of({entry("PC 288", {"bare", "(a)"})});
  CHECK(is_in(bare, "288 PC") == Truth::kYes);
}

TEST_CASE("the most specific entry decides alone") {
  const SectionSet set =
      set_of({entry("PC 261", {}, Inchoate::kCounts, "force"), entry("PC 261", {"(a)(2)"}),
              entry("PC 261", {"(a)"}, Inchoate::kCounts, "other"), entry("PC 653f", {}, Inchoate::kCounts),
              entry("PC 653f", {"bare"}, Inchoate::kCounts, "b")});
  CHECK(ask(set, "261(A)(2) PC", Truth::kNo).entry_0based == 1);
  CHECK(is_in(set, "261(A)(2) PC", Truth::kNo) == Truth::kYes);
  CHECK(ask(set, "261(A)(3) PC").entry_0based == 2);
  CHECK(ask(set, "261(B) PC").entry_0based == 0);
  CHECK(ask(set, "261 PC").entry_0based == 0);
  CHECK(ask(set, "653F PC").entry_0based == 4);
  CHECK(ask(set, "653F(A) PC").entry_0based == 3);
}

TEST_CASE("a range means every decimal") {
  const SectionSet set = set_of({entry("PC 190"), entry("PC 190.1-190.99")});
  for (const std::string_view charge : {"190 PC", "190.1 PC", "190.2(A)(1) PC", "190.05 PC", "190.99 PC"}) {
    CAPTURE(charge);
    CHECK(is_in(set, charge) == Truth::kYes);
  }
  CHECK(is_in(set, "191.5 PC") == Truth::kNo);
  CHECK(is_in(set, "1190.1 PC") == Truth::kNo);
  CHECK(is_in(set, "190.2 VC") == Truth::kNo);
  CHECK(doubts(set, "190.2", DoubtKind::kCodeUnknown));
}

TEST_CASE("an unknown code is an unknown member where some code would make it one") {
  const SectionSet set =
      set_of({entry("PC 187"), entry("PC 653f", {"(b)"}), entry("PC 314", {"(1)"}, Inchoate::kCounts, "x")});
  CHECK(doubts(set, "187", DoubtKind::kCodeUnknown));
  CHECK(is_in(set, "653F") == Truth::kUnknown);
  CHECK(is_in(set, "314(1)") == Truth::kUnknown);
  CHECK(is_in(set, "653F(A)") == Truth::kNo);
  CHECK(is_in(set, "188") == Truth::kNo);
  CHECK(is_in(set, "66411358") == Truth::kNo);
}

TEST_CASE("what stays open under the code that would make it a member is in question beside the code") {
  const SectionSet set = set_of({entry("PC 653f", {"(b)"}), entry("PC 261", {}, Inchoate::kCounts, "force"),
                                 entry("PC 207", {}, Inchoate::kReview)});
  CHECK(ask(set, "653F").doubts == std::vector<Doubt>{{DoubtKind::kCodeUnknown, 0, ""}, {DoubtKind::kShallow, 0, ""}});
  CHECK(ask(set, "261").doubts ==
        std::vector<Doubt>{{DoubtKind::kCodeUnknown, 1, ""}, {DoubtKind::kNeedsFact, 1, "force"}});
  CHECK(ask(set, "664/207").doubts ==
        std::vector<Doubt>{{DoubtKind::kCodeUnknown, 2, ""}, {DoubtKind::kInchoate, 2, ""}});
  CHECK(is_in(set, "261", Truth::kNo) == Truth::kNo);
}

TEST_CASE("one code of several that would make it a member is enough to leave it open") {
  const SectionSet set = set_of({entry("PC 148"), entry("BPC 4060"), entry("HSC 4060", {"(a)"})});
  CHECK(is_in(set, "4060") == Truth::kUnknown);
  CHECK(is_in(set, "4060 PC") == Truth::kNo);
  CHECK(is_in(set, "4060 BP") == Truth::kYes);
}

TEST_CASE("a citation deeper than a listed subdivision begins with it, one beside it does not") {
  const SectionSet set = set_of({entry("PC 289", {"(a)(1)(a)", "(j)"})});
  CHECK(is_in(set, "289(A)(1)(A) PC") == Truth::kYes);
  CHECK(is_in(set, "289(J)(2) PC") == Truth::kYes);
  CHECK(is_in(set, "289(A)(1)(B) PC") == Truth::kNo);
  CHECK(is_in(set, "289(A)(2) PC") == Truth::kNo);
  CHECK(doubts(set, "289(A)(1) PC", DoubtKind::kShallow));
  CHECK(doubts(set, "289 PC", DoubtKind::kShallow));
}

TEST_CASE("a subdivision is compared as a whole, not letter by letter") {
  const SectionSet set = set_of({entry("PC 288", {"(b)"})});
  CHECK(is_in(set, "288(BC) PC") == Truth::kNo);
  CHECK(is_in(set, "288BC PC") == Truth::kYes);
}

TEST_CASE("a bare entry means no subdivision only") {
  const SectionSet set = set_of({entry("PC 266", {"bare"})});
  CHECK(is_in(set, "266 PC") == Truth::kYes);
  CHECK(is_in(set, "266(A) PC") == Truth::kNo);
  CHECK(is_in(set, "266C PC") == Truth::kNo);
}

TEST_CASE("a section that cannot count as an attempt leaves another section of the citation to count") {
  const SectionSet set = set_of({entry("PC 602", {}, Inchoate::kDoesNotCount), entry("PC 187", {}, Inchoate::kCounts)});
  CHECK(is_in(set, "664/602/187 PC") == Truth::kYes);
  CHECK(is_in(set, "664/602/459 PC") == Truth::kNo);
}

TEST_CASE("a needed fact is asked by its name") {
  const SectionSet set = set_of({entry("PC 261", {}, Inchoate::kCounts, "force")});
  CHECK(is_in(set, "261 PC", Truth::kYes) == Truth::kYes);
  CHECK(is_in(set, "261 PC", Truth::kNo) == Truth::kNo);
  const Membership open = ask(set, "261 PC", Truth::kUnknown);
  CHECK(open.truth == Truth::kUnknown);
  REQUIRE(open.doubts.size() == 1);
  CHECK(open.doubts[0] == Doubt{DoubtKind::kNeedsFact, 0, "force"});
  CHECK(set.match(*parse_charge("261 PC"), {}).truth == Truth::kUnknown);
}

TEST_CASE("attempts and conspiracies follow the entry that matched") {
  const SectionSet set = set_of({entry("PC 187", {}, Inchoate::kCounts), entry("PC 602", {}, Inchoate::kDoesNotCount),
                                 entry("PC 207", {}, Inchoate::kReview)});
  CHECK(is_in(set, "664/187(A) PC") == Truth::kYes);
  CHECK(is_in(set, "182(A)(1)/187 PC") == Truth::kYes);
  CHECK(is_in(set, "664/602 PC") == Truth::kNo);
  CHECK(is_in(set, "602 PC") == Truth::kYes);
  CHECK(doubts(set, "664/207 PC", DoubtKind::kInchoate));
  CHECK(doubts(set, "182/207 PC", DoubtKind::kInchoate));
}

TEST_CASE("an attempt in doubt that also needs a fact tells both, and a missing fact settles it") {
  const SectionSet set = set_of({entry("PC 207", {}, Inchoate::kReview, "intent")});
  CHECK(is_in(set, "664/207 PC", Truth::kNo) == Truth::kNo);
  CHECK(ask(set, "664/207 PC").doubts ==
        std::vector<Doubt>{{DoubtKind::kInchoate, 0, ""}, {DoubtKind::kNeedsFact, 0, "intent"}});
}

TEST_CASE("an attempt that never counts is no member however deep the listed subdivision") {
  const SectionSet set = set_of({entry("PC 647", {"(f)"}, Inchoate::kDoesNotCount)});
  CHECK(is_in(set, "664/647 PC") == Truth::kNo);
  CHECK(is_in(set, "664/647") == Truth::kNo);
}

TEST_CASE("several sections: a member when any of them is") {
  const SectionSet set =
      set_of({entry("PC 187"), entry("PC 647", {"(f)"}), entry("PC 261", {}, Inchoate::kCounts, "force")});
  CHECK(is_in(set, "459/187 PC") == Truth::kYes);
  CHECK(is_in(set, "647/187 PC") == Truth::kYes);
  CHECK(ask(set, "647/187 PC").doubts.empty());
  CHECK(is_in(set, "459/647 PC") == Truth::kUnknown);
  CHECK(is_in(set, "459/460 PC") == Truth::kNo);
  CHECK(ask(set, "647/261 PC").doubts ==
        std::vector<Doubt>{{DoubtKind::kShallow, 1, ""}, {DoubtKind::kNeedsFact, 2, "force"}});
}

TEST_CASE("a gang pair holds when both sections stand in one citation") {
  const SectionSet set = set_of({gang_pair("PC 136.1"), gang_pair("PC 213(a)(1)(a)")});
  CHECK(is_in(set, "136.1-186.22(B)(4) PC") == Truth::kYes);
  CHECK(is_in(set, "186.22(B)(4)/136.1(A)(1) PC") == Truth::kYes);
  CHECK(is_in(set, "213(A)(1)(A)/186.22(B)(4) PC") == Truth::kYes);
  CHECK(is_in(set, "136.1 PC") == Truth::kNo);
  CHECK(is_in(set, "186.22(B)(4) PC") == Truth::kNo);
  CHECK(is_in(set, "136.1/186.22(B)(1) PC") == Truth::kNo);
  CHECK(is_in(set, "213(B)/186.22(B)(4) PC") == Truth::kNo);
}

TEST_CASE("a gang pair in doubt is an unknown member") {
  const SectionSet set = set_of({gang_pair("PC 136.1"), gang_pair("PC 213(a)(1)(a)")});
  CHECK(doubts(set, "136.1/186.22 PC", DoubtKind::kShallow));
  CHECK(doubts(set, "213/186.22(B)(4) PC", DoubtKind::kShallow));
  CHECK(doubts(set, "136.1/186.22(B)(4)", DoubtKind::kCodeUnknown));
  CHECK(doubts(set, "664/136.1/186.22(B)(4) PC", DoubtKind::kInchoate));
  const SectionSet needing = set_of({gang_pair("PC 246", Inchoate::kDoesNotCount, "found_true")});
  CHECK(is_in(needing, "246/186.22(B)(4) PC", Truth::kYes) == Truth::kYes);
  CHECK(is_in(needing, "246/186.22(B)(4) PC", Truth::kNo) == Truth::kNo);
  CHECK(doubts(needing, "246/186.22(B)(4) PC", DoubtKind::kNeedsFact));
  CHECK(is_in(needing, "664/246/186.22(B)(4) PC") == Truth::kNo);
}

TEST_CASE("the parts of a pair are asked one by one for two convictions of a case") {
  const SectionSet set = set_of({entry("PC 187"), gang_pair("PC 246")});
  REQUIRE(set.pair_count() == 1);
  CHECK(set.pair_entry(0) == 1);
  const auto part = [&set](std::size_t which, std::string_view charge) {
    return set.match_pair_part(0, which, *parse_charge(charge), {}).truth;
  };
  CHECK(part(0, "246 PC") == Truth::kYes);
  CHECK(part(1, "246 PC") == Truth::kNo);
  CHECK(part(1, "186.22(B)(4) PC") == Truth::kYes);
  CHECK(part(1, "186.22(B) PC") == Truth::kUnknown);
  CHECK(part(0, "246") == Truth::kUnknown);
  CHECK(part(0, "664/246 PC") == Truth::kUnknown);
  CHECK(part(0, "187 PC") == Truth::kNo);
}

TEST_CASE("a set lists a section by code and number, whatever its subdivisions") {
  const SectionSet set =
      set_of({entry("HSC 11357"), entry("PC 647", {"(f)"}), gang_pair("PC 246"), entry("PC 190.1-190.99")});
  CHECK(set.lists(section_of("11357(C) HS")) == Truth::kYes);
  CHECK(set.lists(section_of("647(A) PC")) == Truth::kYes);
  CHECK(set.lists(section_of("190.2 PC")) == Truth::kYes);
  CHECK(set.lists(section_of("11357")) == Truth::kUnknown);
  CHECK(set.lists(section_of("11357 VC")) == Truth::kNo);
  CHECK(set.lists(section_of("246 PC")) == Truth::kNo);
  CHECK(set.lists(section_of("459")) == Truth::kNo);
}

TEST_CASE("a quick no is given for citations of which no entry has a number") {
  const SectionSet set = set_of({entry("HSC 11357"), entry("PC 190.1-190.99"), gang_pair("PC 136.1")});
  const auto none = [&](std::string_view charge) { return set.lists_none(*parse_charge(charge)); };
  CHECK(none("459 PC"));
  CHECK(none("459/460 PC"));
  CHECK_FALSE(none("11357 HS"));
  CHECK_FALSE(none("459/11357 HS"));
  CHECK_FALSE(none("190.2 PC"));
  CHECK_FALSE(none("186.22(B)(4) PC"));  // a decimal may be in the range
  CHECK_FALSE(none("136.1/186.22(B)(4) PC"));
  CHECK(set.has_pair_number(*parse_charge("136.1 PC")));
  CHECK(set.has_pair_number(*parse_charge("459/186.22(B)(4) PC")));
  CHECK_FALSE(set.has_pair_number(*parse_charge("11357 HS")));
  CHECK(set_of({}).lists_none(*parse_charge("11357 HS")));
}

TEST_CASE("an empty set has no members") {
  CHECK(is_in(set_of({}), "187 PC") == Truth::kNo);
  CHECK(is_in(set_of({}), "190.2") == Truth::kNo);
}
