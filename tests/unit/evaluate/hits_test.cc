#include <doctest/doctest.h>

#include "evaluate/case_records.h"
#include "evaluate/evaluate.h"

namespace redress::evaluate {
namespace {

const citation::SectionSet& grave() {
  static const auto sets = policy::testing::small_sets();
  return *sets[1].set;
}
const citation::SectionSet& gang() {
  static const auto sets = policy::testing::small_sets();
  return *sets[2].set;
}

// The hits as words: "1 yes", "2+3 unknown: level of conviction 2".
std::string hits_words(const std::string& record, const citation::SectionSet& set) {
  const CasePerson read = testing::record(record);
  std::string words;
  for (const SetHit& hit : hits_of(read.person, set)) {
    words += std::to_string(hit.first.index + 1);
    if (hit.second) words += "+" + std::to_string(hit.second->index + 1);
    words += hit.truth == Truth::kYes ? " yes" : " unknown";
    for (const UnknownFact& fact : hit.unknown) words += ": " + case_fact_name(fact, read.convictions);
    words += "; ";
  }
  return words;
}

std::string one(std::string_view section, std::string_view more = "") {
  return "convictions = [ { section = \"" + std::string(section) + "\"" + std::string(more) + " } ]\n";
}

TEST_CASE("a conviction of a listed section is a hit, others are none") {
  CHECK(hits_words(one("187(A) PC"), grave()) == "1 yes; ");
  CHECK(hits_words(one("187 VC"), grave()) == "");
  CHECK(hits_words(one("459/187 PC"), grave()) == "1 yes; ");
}

TEST_CASE("each doubt about membership names the fact that would settle it") {
  CHECK(hits_words(one("288(B) PC"), grave()) == "1 unknown: subdivision of conviction 1; ");
  CHECK(hits_words(one("187"), grave()) == "1 unknown: code of conviction 1; ");
  CHECK(hits_words(one("664/187 PC"), grave()) == "1 unknown: attempt of conviction 1; ");
  CHECK(hits_words(one("261 PC"), grave()) == "1 unknown: use of force of conviction 1; ");
  CHECK(hits_words(one("191.5 PC"), grave()) == "1 unknown: level of conviction 1; ");
  CHECK(hits_words(one("unreadable"), grave()) == "1 unknown: charge of conviction 1; ");
  CHECK(hits_words(one("contradictory"), grave()) == "1 unknown: charge of conviction 1; ");
  CHECK(hits_words("convictions = [ { level = \"felony\" } ]\n", grave()) == "1 unknown: charge of conviction 1; ");
}

TEST_CASE("a needed fact that the record has is read from it") {
  CHECK(hits_words(one("191.5 PC", ", level = \"felony\""), grave()) == "1 yes; ");
  CHECK(hits_words(one("191.5 PC", ", level = \"misdemeanor\""), grave()) == "");
  CHECK(hits_words(one("653F PC"), grave()) == "1 unknown: subdivision of conviction 1; ");
  CHECK(hits_words(one("653F(B) PC"), grave()) == "1 yes; ");
}

TEST_CASE("an attempt at what the set does not count is no hit, however shallow") {
  CHECK(hits_words(one("664/288(B)(1) PC"), grave()) == "");
  CHECK(hits_words(one("664/288(B) PC"), grave()) == "");
}

std::string two(std::string_view first, std::string_view second, std::string_view place) {
  return "convictions = [ { section = \"" + std::string(first) + "\", date = 2001-01-01 }, { section = \"" +
         std::string(second) + "\", date = 2003-03-03" + std::string(place) + " } ]\n";
}

TEST_CASE("a gang pair holds in one citation, or over two convictions of one case, in either order") {
  CHECK(hits_words(one("136.1/186.22(B)(4) PC"), gang()) == "1 yes; ");
  CHECK(hits_words(two("136.1 PC", "186.22(B)(4) PC", ", same_case = 1"), gang()) == "1+2 yes; ");
  CHECK(hits_words(two("186.22(B)(4) PC", "136.1 PC", ", same_case = 1"), gang()) == "2+1 yes; ");
  CHECK(hits_words(two("136.1 PC", "186.22(B)(4) PC", ", same_cycle = 1"), gang()) == "");
  CHECK(hits_words(two("136.1 PC", "186.22(B)(4) PC", ""), gang()) == "");
  CHECK(hits_words(two("136.1 PC", "136.1 PC", ", same_case = 1"), gang()) == "");
}

TEST_CASE("a gang pair with a half in doubt is unknown") {
  CHECK(hits_words(two("136.1 PC", "186.22(B) PC", ", same_case = 1"), gang()) ==
        "1+2 unknown: subdivision of conviction 2; ");
  CHECK(hits_words(two("136.1", "186.22(B)(4) PC", ", same_case = 1"), gang()) ==
        "1+2 unknown: code of conviction 1; ");
  CHECK(hits_words(two("664/136.1 PC", "186.22(B)(4) PC", ", same_case = 1"), gang()) ==
        "1+2 unknown: attempt of conviction 1; ");
}

TEST_CASE("a gang pair is dated at the later of its halves") {
  const CasePerson later = testing::record(two("186.22(B)(4) PC", "136.1 PC", ", same_case = 1"));
  CHECK(hits_of(later.person, gang()).at(0).date.span == DateSpan{{2003, 3, 3}, {2003, 3, 3}});
  const CasePerson partial = testing::record(
      "convictions = [ { section = \"136.1 PC\", date = \"2003\" }, { section = \"186.22(B)(4) PC\", date = "
      "2003-03-03, same_case = 1 } ]\n");
  const model::DateFact date = hits_of(partial.person, gang()).at(0).date;
  CHECK(date.span == DateSpan{{2003, 3, 3}, {2003, 12, 31}});
  CHECK(!date.is_known());
  const CasePerson missing = testing::record(
      "convictions = [ { section = \"136.1 PC\" }, { section = \"186.22(B)(4) PC\", same_case = 1 } ]\n");
  CHECK(hits_of(missing.person, gang()).at(0).date.identity != 0);  // both halves share the unknown day
}

TEST_CASE("of three convictions of a case every pair is looked at") {
  CHECK(hits_words("convictions = [ { section = \"136.1 PC\" }, { section = \"186.22(B)(4) PC\", same_case = 1 },"
                   " { section = \"136.1 PC\", same_case = 1 } ]\n",
                   gang()) == "1+2 yes; 3+2 yes; ");
}

TEST_CASE("the listed section is the first that the set certainly lists") {
  const auto charge = [](std::string_view text) { return *case_charge(text); };
  const auto plants_set = policy::testing::small_sets()[0].set;
  const citation::SectionSet& plants = *plants_set;
  const model::Charge both = charge("459/11358/11357(A) HS");
  REQUIRE(listed_section(both, plants) != nullptr);
  CHECK(listed_section(both, plants)->number == "11358");
  const model::Charge none = charge("459 PC");
  const model::Charge codeless = charge("11358");
  const model::Charge unreadable = charge("unreadable");
  for (const model::Charge* one_charge : {&none, &codeless, &unreadable})
    CHECK(listed_section(*one_charge, plants) == nullptr);
}

TEST_CASE("the charge of another count is matched like a conviction's, without a level") {
  const CasePerson read = testing::record(
      "convictions = [ { section = \"11359 HS\", level = \"felony\" } ]\n"
      "other_counts = [ { section = \"191.5 PC\", same_cycle = 1 } ]\n");
  std::vector<UnknownFact> unknown;
  const Subject subject{SubjectKind::kCycleCharge, 0};
  CHECK(charge_in_set(read.person.cycle_charges[0], subject, grave(), &unknown) == Truth::kUnknown);
  REQUIRE(unknown.size() == 1);
  CHECK(unknown[0].kind == FactKind::kLevel);
  CHECK(unknown[0].subject == subject);
}

}  // namespace
}  // namespace redress::evaluate
