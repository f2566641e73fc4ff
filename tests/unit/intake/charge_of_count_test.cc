#include "intake/charge_of_count.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace redress;          // NOLINT: the subject under test
using namespace redress::intake;  // NOLINT
using model::Doubt;
using Source = ChargeOfCount::Source;

namespace {

void add(ChargeOfCount& charge, std::string_view text, Source source = Source::kChargeText) {
  const auto citation = citation::parse_charge(text);
  REQUIRE(citation);
  charge.add(*citation, source);
}

model::Charge charge_of(const std::vector<std::string_view>& texts) {
  ChargeOfCount charge;
  for (const std::string_view text : texts) add(charge, text);
  return charge.take();
}

// Both ways round, because what contradicts does so in any order.
void check_contradictory(std::string_view a, std::string_view b) {
  CAPTURE(a);
  CAPTURE(b);
  CHECK(charge_of({a, b}).doubt == Doubt::kContradictory);
  CHECK(charge_of({b, a}).doubt == Doubt::kContradictory);
}

void check_fullest(std::string_view fuller, std::string_view other) {
  CAPTURE(fuller);
  CAPTURE(other);
  const auto expected = citation::parse_charge(fuller);
  for (const model::Charge& charge : {charge_of({fuller, other}), charge_of({other, fuller})}) {
    REQUIRE(charge.is_known());
    CHECK(*charge.citation == *expected);
  }
}

}  // namespace

TEST_CASE("a count without a citation has no charge") {
  CHECK(charge_of({}).doubt == Doubt::kMissing);
}

TEST_CASE("a citation with a code is fuller than one without") {
  check_fullest("11357 HS", "11357");
}
TEST_CASE("a citation with a code is fuller than one with subdivisions and no code") {
  check_fullest("11357 HS", "11357(B)");
}
TEST_CASE("of two with as many codes the one with more subdivisions is fuller") {
  check_fullest("11357(B) HS", "11357 HS");
  check_fullest("11357(B)(2) HS", "11357(B) HS");
}
TEST_CASE("a code that the drug's name stands for is a code") {
  check_fullest("11357(B) MARIJUANA", "11357 HS");
}

TEST_CASE("of equally full citations the first is the charge") {
  const model::Charge charge = charge_of({"11359 HS", "11359HS-POSSESS"});
  REQUIRE(charge.is_known());
  CHECK(charge.citation->as_written == "11359 HS");
}

TEST_CASE("other numbers contradict") {
  check_contradictory("11357 HS", "11358 HS");
}
TEST_CASE("other codes contradict") {
  check_contradictory("11357 HS", "11357 BP");
}
TEST_CASE("another number of sections contradicts") {
  check_contradictory("11358/11359 HS", "11359 HS");
}
TEST_CASE("another order of sections contradicts, because the first decides") {
  check_contradictory("11358/11359 HS", "11359/11358 HS");
}
TEST_CASE("an attempt contradicts the offense") {
  check_contradictory("664/11359 HS", "11359 HS");
}
TEST_CASE("a conspiracy contradicts the offense") {
  check_contradictory("182/11359 HS", "11359 HS");
}
TEST_CASE("a subdivision that differs contradicts, at any depth where both have one") {
  check_contradictory("11357(A) HS", "11357(B) HS");
  check_contradictory("11357(B)(1) HS", "11357(B)(2) HS");
  check_contradictory("11357(A)(1) HS", "11357(B) HS");
}

TEST_CASE("a code or a subdivision that one lacks is no difference") {
  CHECK(charge_of({"11357", "11357 HS", "11357(B) HS", "11357(B)(2)"}).is_known());
}

TEST_CASE("two that contradict each other do so with a third between them that fits both") {
  CHECK(charge_of({"11357", "11357 HS", "11357 BP"}).doubt == Doubt::kContradictory);
  CHECK(charge_of({"11357 HS", "11357(A) HS", "11357(B) HS"}).doubt == Doubt::kContradictory);
  // The fullest has the code, another the subdivision that the third contradicts.
  CHECK(charge_of({"11357 HS", "11357(A)", "11357(B)"}).doubt == Doubt::kContradictory);
}

TEST_CASE("an unreadable charge text leaves the charge unreadable, whatever else is cited") {
  ChargeOfCount charge;
  add(charge, "11357 HS");
  charge.add_unreadable();
  add(charge, "11358 HS");
  CHECK(charge.take().doubt == Doubt::kUnreadable);
}

TEST_CASE("where the fullest citation stands is told") {
  ChargeOfCount same;
  add(same, "11357 HS");
  add(same, "11357 HS", Source::kOtherColumn);
  CHECK(!same.is_from_other_column());
  ChargeOfCount fuller;
  add(fuller, "11357 HS");
  add(fuller, "11357(A) HS", Source::kOtherColumn);
  CHECK(fuller.is_from_other_column());
  CHECK(fuller.take().citation->as_written == "11357(A) HS");
}
