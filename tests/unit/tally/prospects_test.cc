#include "tally/prospects.h"

#include <doctest/doctest.h>

#include <vector>

#include "tally_builder.h"

using namespace redress;         // NOLINT: test
using namespace redress::tally;  // NOLINT: test
using evaluate::Answer;
using evaluate::FactKind;
using model::Doubt;

namespace {

const evaluate::Decision kOut = unanswered(Answer::kOutOfScope);

struct Prospects {
  NothingLeft none;
  Truth felony(Scenario s) const { return at(Left::kFelony, s); }
  Truth conviction(Scenario s) const { return at(Left::kConviction, s); }
  Truth recent(Scenario s) const { return at(Left::kRecentConviction, s); }
  Truth at(Left left, Scenario s) const { return none[static_cast<std::size_t>(left)][static_cast<std::size_t>(s)]; }
};

Prospects prospects(const model::Person& one, std::vector<evaluate::Decision> decisions) {
  const Desk desk;
  return {outlook_of(desk.context(), one, decisions).none};
}

}  // namespace

TEST_CASE("a person without convictions has none left now and ever after") {
  const Prospects of = prospects(person({}), {});
  CHECK(of.felony(Scenario::kNow) == Truth::kYes);
  CHECK(of.conviction(Scenario::kProp64AndRelated) == Truth::kYes);
}

TEST_CASE("a dismissal takes the conviction away, a reduction only the felony") {
  const model::Person one = person({felony("11359 HS", kNew)});
  const Prospects dismissed = prospects(one, {decided(kDismiss)});
  CHECK(dismissed.felony(Scenario::kNow) == Truth::kNo);
  CHECK(dismissed.felony(Scenario::kThisPolicy) == Truth::kYes);
  CHECK(dismissed.conviction(Scenario::kThisPolicy) == Truth::kYes);
  CHECK(dismissed.recent(Scenario::kThisPolicy) == Truth::kYes);
  const Prospects reduced = prospects(one, {decided(kReduce)});
  CHECK(reduced.felony(Scenario::kThisPolicy) == Truth::kYes);
  CHECK(reduced.conviction(Scenario::kThisPolicy) == Truth::kNo);
  CHECK(reduced.recent(Scenario::kThisPolicy) == Truth::kNo);
}

TEST_CASE("what is refused or out of scope stays on the record") {
  const model::Person one = person({felony("11359 HS", kNew)});
  CHECK(prospects(one, {decided(kRefuse)}).felony(Scenario::kThisPolicy) == Truth::kNo);
  CHECK(prospects(one, {kOut}).conviction(Scenario::kThisPolicy) == Truth::kNo);
}

TEST_CASE("what is reviewed may go") {
  const model::Person one = person({felony("11359 HS", kNew)});
  CHECK(prospects(one, {decided(kReview)}).conviction(Scenario::kThisPolicy) == Truth::kUnknown);
  CHECK(prospects(one, {unanswered(Answer::kIncomplete)}).felony(Scenario::kThisPolicy) == Truth::kUnknown);
}

TEST_CASE("between dismissal and reduction the felony certainly goes and the conviction may") {
  const Prospects of = prospects(person({felony("11359 HS", kNew)}),
                                 {undecided({kDismiss, kReduce}, {fact(FactKind::kBirthDate, Doubt::kMissing)})});
  CHECK(of.felony(Scenario::kThisPolicy) == Truth::kYes);
  CHECK(of.conviction(Scenario::kThisPolicy) == Truth::kUnknown);
}

TEST_CASE("one conviction that stays outweighs all that go") {
  const Prospects of = prospects(person({felony("11359 HS", kNew), felony("459 PC", kOld)}), {decided(kDismiss), kOut});
  CHECK(of.felony(Scenario::kThisPolicy) == Truth::kNo);
  CHECK(of.recent(Scenario::kThisPolicy) == Truth::kYes);
}

TEST_CASE("a conviction on the day seven years before the as-of date is not recent, one on the next day is") {
  CHECK(prospects(person({felony("459 PC", {2012, 11, 11})}), {kOut}).recent(Scenario::kNow) == Truth::kYes);
  CHECK(prospects(person({felony("459 PC", {2012, 11, 12})}), {kOut}).recent(Scenario::kNow) == Truth::kNo);
}

TEST_CASE("an unknown date is never silently old, an unknown level never silently no felony") {
  model::Conviction unsure = felony("459 PC", kOld);
  unsure.date = {};
  unsure.level = {};
  const Prospects of = prospects(person({unsure}), {kOut});
  CHECK(of.recent(Scenario::kNow) == Truth::kUnknown);
  CHECK(of.felony(Scenario::kNow) == Truth::kUnknown);
  CHECK(of.conviction(Scenario::kNow) == Truth::kNo);
}

TEST_CASE("a gap in the record leaves open whether anything is left") {
  model::Person one = person({felony("11359 HS", kNew)});
  one.missing_rows.push_back({});
  const Prospects of = prospects(one, {unanswered(Answer::kIncomplete)});
  CHECK(of.conviction(Scenario::kAllProp64) == Truth::kUnknown);
  CHECK(of.conviction(Scenario::kNow) == Truth::kNo);
}

TEST_CASE("all Prop 64 convictions of the run's county go, those of other counties stay") {
  model::Conviction elsewhere = felony("11359 HS", kNew);
  elsewhere.county = model::known<std::string>("LAKE");
  model::Conviction nowhere = felony("11359 HS", kNew);
  nowhere.county = {};
  CHECK(prospects(person({felony("11359 HS", kNew)}), {decided(kRefuse)}).conviction(Scenario::kAllProp64) ==
        Truth::kYes);
  CHECK(prospects(person({elsewhere}), {kOut}).conviction(Scenario::kAllProp64) == Truth::kNo);
  CHECK(prospects(person({nowhere}), {unanswered(Answer::kScopeUnknown)}).conviction(Scenario::kAllProp64) ==
        Truth::kUnknown);
}

TEST_CASE("an unreadable charge may be one of Prop 64") {
  const Prospects of = prospects(person({felony("SEE FILE", kNew)}), {unanswered(Answer::kScopeUnknown)});
  CHECK(of.conviction(Scenario::kAllProp64) == Truth::kUnknown);
}

TEST_CASE("a related conviction goes only with a Prop 64 count in its cycle") {
  model::Conviction related = misdemeanor("148 PC", kNew);
  model::Conviction other_cycle = related;
  other_cycle.cycle = 2;
  const model::Person together = person({felony("11359 HS", kNew), related});
  CHECK(prospects(together, {decided(kDismiss), kOut}).conviction(Scenario::kProp64AndRelated) == Truth::kYes);
  CHECK(prospects(together, {decided(kDismiss), kOut}).conviction(Scenario::kAllProp64) == Truth::kNo);
  const model::Person apart = person({felony("11359 HS", kNew), other_cycle});
  CHECK(prospects(apart, {decided(kDismiss), kOut}).conviction(Scenario::kProp64AndRelated) == Truth::kNo);
}

TEST_CASE("a Prop 64 arrest in the cycle is a count of it; an unreadable one may be") {
  model::Person arrested = person({misdemeanor("148 PC", kNew)});
  arrested.cycle_charges.push_back({1, charge("11360 HS"), model::RowNumber{}});
  CHECK(prospects(arrested, {kOut}).conviction(Scenario::kProp64AndRelated) == Truth::kYes);
  arrested.cycle_charges.front().charge = charge("UNREADABLE");
  CHECK(prospects(arrested, {kOut}).conviction(Scenario::kProp64AndRelated) == Truth::kUnknown);
  arrested.cycle_charges.front().charge = charge("459 PC");
  CHECK(prospects(arrested, {kOut}).conviction(Scenario::kProp64AndRelated) == Truth::kNo);
}

TEST_CASE("a scenario counts the convictions that it dismisses, and the felonies that are none any more") {
  const Desk desk;
  const model::Person one = person({felony("11359 HS", kNew), felony("11358 HS", kNew), misdemeanor("11357 HS", kNew),
                                    felony("459 PC", kNew), felony("11360 HS", kNew)});
  const Outlook outlook = outlook_of(
      desk.context(), one, {{decided(kDismiss), decided(kReduce), decided(kReduce), kOut, decided(kReview)}});
  const auto of = [](const auto& list, Scenario s) { return list[static_cast<std::size_t>(s)]; };
  CHECK(of(outlook.dismissed, Scenario::kNow) == Bounds{0, 0});
  CHECK(of(outlook.dismissed, Scenario::kThisPolicy) == Bounds{1, 2});
  CHECK(of(outlook.felonies_gone, Scenario::kThisPolicy) == Bounds{2, 3});
  CHECK(of(outlook.dismissed, Scenario::kAllProp64) == Bounds{4, 4});
  CHECK(of(outlook.felonies_gone, Scenario::kAllProp64) == Bounds{3, 3});
  CHECK(of(outlook.reached, Scenario::kNow) == Truth::kNo);
  CHECK(of(outlook.reached, Scenario::kThisPolicy) == Truth::kYes);
}

TEST_CASE("an unknown level is a felony that may go, but none that goes now") {
  const Desk desk;
  model::Conviction unsure = felony("11359 HS", kNew);
  unsure.level = {};
  const Outlook outlook = outlook_of(desk.context(), person({unsure}), {{decided(kRefuse)}});
  const auto gone = [&](Scenario s) { return outlook.felonies_gone[static_cast<std::size_t>(s)]; };
  CHECK(gone(Scenario::kNow) == Bounds{0, 0});
  CHECK(gone(Scenario::kThisPolicy) == Bounds{0, 0});
  CHECK(gone(Scenario::kAllProp64) == Bounds{0, 1});
}

TEST_CASE("the statute beside the policy is a scenario of its own") {
  const Desk desk;
  TallyContext context = desk.context();
  context.statute = &desk.plan;
  const model::Person one = person({misdemeanor("11357 HS", kNew)});
  const std::vector<evaluate::Decision> refused = {decided(kRefuse)};
  const std::vector<evaluate::Decision> reduced = {decided(kReduce)};
  const Outlook outlook = outlook_of(context, one, refused, reduced);
  CHECK(outlook.reached[static_cast<std::size_t>(Scenario::kThisPolicy)] == Truth::kNo);
  CHECK(outlook.reached[static_cast<std::size_t>(Scenario::kStatute)] == Truth::kYes);
  const Outlook alone = outlook_of(desk.context(), one, reduced);
  CHECK(alone.reached[static_cast<std::size_t>(Scenario::kStatute)] == Truth::kYes);
}

TEST_CASE("what the statute gives a conviction that may be another county's is no more than possible") {
  const Desk desk;
  TallyContext context = desk.context();
  context.statute = &desk.plan;
  model::Conviction somewhere = felony("11359 HS", kNew);
  somewhere.county = {{}, Doubt::kMissing};
  const std::vector<evaluate::Decision> office = {unanswered(Answer::kScopeUnknown)};
  const std::vector<evaluate::Decision> statute = {decided(kDismiss)};
  const auto index = static_cast<std::size_t>(Scenario::kStatute);
  const Outlook of_somewhere = outlook_of(context, person({somewhere}), office, statute);
  CHECK(of_somewhere.dismissed[index] == Bounds{0, 1});
  CHECK(of_somewhere.felonies_gone[index] == Bounds{0, 1});
  CHECK(of_somewhere.reached[index] == Truth::kUnknown);
  CHECK(of_somewhere.none[static_cast<std::size_t>(Left::kConviction)][index] == Truth::kUnknown);
  // As certain as the answer where the county is.
  const Outlook of_here = outlook_of(context, person({felony("11359 HS", kNew)}), office, statute);
  CHECK(of_here.dismissed[index] == Bounds{1, 1});
  CHECK(of_here.reached[index] == Truth::kYes);
  // What the statute refuses stays, whosever it is.
  const Outlook refused = outlook_of(context, person({somewhere}), office, {{decided(kRefuse)}});
  CHECK(refused.dismissed[index] == Bounds{0, 0});
  CHECK(refused.reached[index] == Truth::kNo);
}
