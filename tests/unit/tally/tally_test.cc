#include "tally/tally.h"

#include <doctest/doctest.h>

#include "tally_builder.h"

using namespace redress;         // NOLINT: test
using namespace redress::tally;  // NOLINT: test
using evaluate::Answer;
using evaluate::FactKind;
using model::Doubt;

namespace {


std::uint64_t reviews_of(const Tally& tally, ReviewCause cause) {
  return tally.reviews[static_cast<std::size_t>(cause)];
}

// People of every kind of answer.
std::vector<Tally> various(const Desk& desk) {
  std::vector<Tally> tallies;
  tallies.push_back(desk.count(person({felony("11359 HS", kOld)}), {decided(kDismiss)}));
  tallies.push_back(desk.count(person({felony("11360 HS", kNew), misdemeanor("148 PC", kNew)}),
                               {decided(kReduce), unanswered(Answer::kOutOfScope)}));
  tallies.push_back(desk.count(person({felony("11358 HS", kNew)}),
                               {undecided({kDismiss, kRefuse}, {fact(FactKind::kBirthDate, Doubt::kMissing)})}));
  model::Person gap = person({felony("11357 HS", kNew)});
  gap.missing_rows.push_back({});
  gap.birth_date = {};
  gap.sex = "";
  tallies.push_back(desk.count(gap,
                               {unanswered(Answer::kIncomplete, {fact(FactKind::kMissingRow, Doubt::kUnreadable)})},
                               {unanswered(Answer::kIncomplete), unanswered(Answer::kOutOfScope)}));
  model::Person elsewhere = person({felony("11358 HS", kNew)});
  elsewhere.race = " BLACK ";
  elsewhere.convictions[0].county = {};
  tallies.push_back(
      desk.count(elsewhere, {unanswered(Answer::kScopeUnknown, {fact(FactKind::kCounty, Doubt::kMissing)})}));
  return tallies;
}

}  // namespace

TEST_CASE("people, cycles, rows and convictions are counted") {
  const Desk desk;
  model::Person one = person({felony("11359 HS", kOld), misdemeanor("148 PC", kNew)});
  one.cycle_count = 3;
  one.rows.emplace_back();
  one.rows.back().is_equal_to_earlier = true;
  const Tally tally = desk.count(one, {decided(kDismiss), unanswered(Answer::kOutOfScope)});
  CHECK(tally.people == 1);
  CHECK(tally.cycles == 3);
  CHECK(tally.rows == 3);
  CHECK(tally.equal_rows == 1);
  CHECK(tally.convictions == 2);
  CHECK(tally.in_scope == 1);
  CHECK(tally.people_in_scope == 1);
}

TEST_CASE("a person whom the policy does not speak of is counted among the people only") {
  const Desk desk;
  const Tally tally = desk.count(person({misdemeanor("148 PC", kNew)}), {unanswered(Answer::kOutOfScope)});
  CHECK(tally.people == 1);
  CHECK(tally.people_in_scope == 0);
  CHECK(tally.by_race.empty());
  CHECK(tally.by_level == std::array<std::uint64_t, kLevelCount>{});
}

TEST_CASE("a decided conviction counts under its outcome, step, section, level and decade") {
  const Desk desk;
  const Tally tally = desk.count(person({felony("664/11359(A) HS", kOld)}), {decided(kReduce)});
  CHECK(tally.by_outcome == std::map<std::size_t, std::uint64_t>{{kReduce, 1}});
  CHECK(tally.by_step == std::map<std::size_t, std::uint64_t>{{kReduce, 1}});
  CHECK(tally.by_section == std::map<SectionKey, std::uint64_t>{{{SectionKey::State::kListed, "HSC", "11359"}, 1}});
  CHECK(tally.by_level[0] == 1);
  CHECK(tally.by_decade == std::map<std::optional<int>, ReliefCount>{{2000, {1, 1}}});
}

TEST_CASE("an unknown level, date or section is counted as unknown") {
  const Desk desk;
  model::Conviction bare = felony("11359 PROPERTY", kOld);
  bare.level = {};
  bare.date = {};
  const Tally tally =
      desk.count(person({bare}), {unanswered(Answer::kScopeUnknown, {fact(FactKind::kCode, Doubt::kMissing)})});
  CHECK(tally.by_level[kUnknownLevel] == 1);
  CHECK(tally.by_decade == std::map<std::optional<int>, ReliefCount>{{std::nullopt, {1, 0}}});
  CHECK(tally.by_section == std::map<SectionKey, std::uint64_t>{{{SectionKey::State::kUnknown, "", ""}, 1}});
}

TEST_CASE("a charge that the policy's set does not list is of another section") {
  const Desk desk;
  const Tally tally = desk.count(person({misdemeanor("148 PC", kOld)}), {decided(kReview)});
  CHECK(tally.by_section == std::map<SectionKey, std::uint64_t>{{{SectionKey::State::kOther, "", ""}, 1}});
}

TEST_CASE("a partial date within one decade counts in it") {
  const Desk desk;
  model::Conviction partial = felony("11359 HS", kOld);
  partial.date = {{Date{1998, 1, 1}, Date{1998, 12, 31}}, Doubt::kPartial, 0};
  const Tally tally = desk.count(person({partial}), {decided(kRefuse)});
  CHECK(tally.by_decade == std::map<std::optional<int>, ReliefCount>{{1990, {1, 0}}});
}

TEST_CASE("a review counts under Needs Review and its cause, not under a step") {
  const Desk desk;
  const Tally tally = desk.count(person({felony("11359 HS", kOld)}),
                                 {undecided({kDismiss, kReview}, {fact(FactKind::kBirthDate, Doubt::kPartial)})});
  CHECK(tally.by_outcome == std::map<std::size_t, std::uint64_t>{{kNeedsReview, 1}});
  CHECK(tally.by_step.empty());
  CHECK(reviews_of(tally, ReviewCause::kUndecided) == 1);
}

TEST_CASE("each cause of review is counted apart") {
  const Desk desk;
  Tally all;
  for (const Tally& one : various(desk)) all.merge(one);
  CHECK(reviews_of(all, ReviewCause::kUndecided) == 1);
  CHECK(reviews_of(all, ReviewCause::kScopeUnknown) == 1);
  CHECK(reviews_of(all, ReviewCause::kIncomplete) == 1);
  CHECK(all.people_incomplete == 1);
}

TEST_CASE("a row whose count cannot be identified is in review but is no conviction") {
  const Desk desk;
  model::Person one = person({});
  one.unusable_convictions.resize(2);
  one.missing_rows.push_back({});
  const Tally tally = desk.count(one, {}, {unanswered(Answer::kIncomplete), unanswered(Answer::kOutOfScope)});
  CHECK(tally.unidentified_in_review == 1);
  CHECK(tally.convictions == 0);
  CHECK(tally.in_scope == 0);
}

TEST_CASE("a fact settles a conviction alone where it is the only deciding one") {
  const Desk desk;
  const auto birth = fact(FactKind::kBirthDate, Doubt::kMissing);
  const auto level = fact(FactKind::kLevel, Doubt::kMissing);
  const Tally tally =
      desk.count(person({felony("11359 HS", kOld), felony("11358 HS", kOld)}),
                 {undecided({kDismiss, kRefuse}, {birth}), undecided({kDismiss, kRefuse}, {birth, level})});
  CHECK(tally.reviews_by_fact.at({FactKind::kBirthDate, Doubt::kMissing, ""}) == FactCount{1, 2});
  CHECK(tally.reviews_by_fact.at({FactKind::kLevel, Doubt::kMissing, ""}) == FactCount{0, 1});
}

TEST_CASE("the dates of two convictions are two facts, and neither settles alone") {
  const Desk desk;
  const Tally tally =
      desk.count(person({felony("11359 HS", kOld)}),
                 {undecided({kDismiss, kRefuse}, {fact(FactKind::kConvictionDate, Doubt::kMissing, 1),
                                                  fact(FactKind::kConvictionDate, Doubt::kMissing, 2)})});
  CHECK(tally.reviews_by_fact.at({FactKind::kConvictionDate, Doubt::kMissing, ""}) == FactCount{0, 1});
}

TEST_CASE("facts that are unknown for different reasons, or needed under different names, are counted apart") {
  const Desk desk;
  evaluate::UnknownFact force = fact(FactKind::kNeeded, Doubt::kNotInSource);
  force.needed = "force";
  evaluate::UnknownFact age = force;
  age.needed = "victim_under_14";
  const Tally tally = desk.count(person({felony("11359 HS", kOld)}),
                                 {undecided({kDismiss, kRefuse}, {force, age, fact(FactKind::kLevel, Doubt::kMissing),
                                                                  fact(FactKind::kLevel, Doubt::kContradictory)})});
  CHECK(tally.reviews_by_fact.size() == 4);
  CHECK(tally.reviews_by_fact.contains({FactKind::kNeeded, Doubt::kNotInSource, "force"}));
}

TEST_CASE("a missing row takes part in a review but does not settle it alone") {
  const Desk desk;
  const Tally tally = desk.count(person({felony("11359 HS", kOld)}),
                                 {unanswered(Answer::kIncomplete, {fact(FactKind::kMissingRow, Doubt::kUnreadable)})});
  CHECK(tally.reviews_by_fact.at({FactKind::kMissingRow, Doubt::kUnreadable, ""}) == FactCount{0, 1});
}

TEST_CASE("relief is certain where every possible determination gives some") {
  const Desk desk;
  const auto facts = std::vector{fact(FactKind::kBirthDate, Doubt::kMissing)};
  const model::Person one = person({felony("11359 HS", kOld)});
  CHECK(desk.count(one, {decided(kReduce)}).people_with_relief == Bounds{1, 1});
  CHECK(desk.count(one, {undecided({kDismiss, kReduce}, facts)}).people_with_relief == Bounds{1, 1});
  CHECK(desk.count(one, {undecided({kDismiss, kRefuse}, facts)}).people_with_relief == Bounds{0, 1});
  CHECK(desk.count(one, {decided(kReview)}).people_with_relief == Bounds{0, 1});
  CHECK(desk.count(one, {unanswered(Answer::kScopeUnknown)}).people_with_relief == Bounds{0, 1});
  CHECK(desk.count(one, {decided(kRefuse)}).people_with_relief == Bounds{0, 0});
}

TEST_CASE("impact is counted by race and sex as the file writes them, in capitals, and by age on the as-of date") {
  const Desk desk;
  model::Person one = person({felony("11359 HS", kOld)});
  one.birth_date = model::known_date({1969, 11, 12});
  const Tally tally = desk.count(one, {decided(kDismiss)});
  CHECK(tally.by_race == std::map<std::string, ReliefCount, std::less<>>{{"WHITE", {1, 1}}});
  CHECK(tally.by_sex == std::map<std::string, ReliefCount, std::less<>>{{"F", {1, 1}}});
  CHECK(tally.by_age[static_cast<std::size_t>(AgeBand::k40To49)] == ReliefCount{1, 1});
}

TEST_CASE("an empty race is an empty key, whatever blanks and dashes stand there") {
  const Desk desk;
  model::Person one = person({felony("11359 HS", kOld)});
  one.race = " - ";
  CHECK(desk.count(one, {decided(kRefuse)}).by_race == std::map<std::string, ReliefCount, std::less<>>{{"", {1, 0}}});
}

TEST_CASE("rows are counted by county without regard to case") {
  const Desk desk;
  model::Person one = person({});
  one.rows.resize(3);
  one.rows[0].county = "Lake";
  one.rows[1].county = "LAKE ";
  const Tally tally = desk.count(one, {});
  CHECK(tally.rows_by_county == std::map<std::string, std::uint64_t, std::less<>>{{"", 1}, {"LAKE", 2}});
}

TEST_CASE("events go from the first whole day to the last, over people and parts") {
  const Desk desk;
  const auto dated = [](DateSpan span, Doubt doubt) {
    model::Person one = person({});
    one.rows.emplace_back();
    one.rows.back().event_date = {span, doubt, 0};
    return one;
  };
  constexpr Date kFirst{1981, 2, 3};
  constexpr Date kLast{2004, 5, 6};
  const Tally late = desk.count(dated({kLast, kLast}, Doubt::kNone), {});
  const Tally early = desk.count(dated({kFirst, kFirst}, Doubt::kNone), {});
  const Tally partial = desk.count(dated({{1970, 1, 1}, {2030, 12, 31}}, Doubt::kPartial), {});
  CHECK(!partial.events.first);
  for (const auto& parts : {std::vector{late, early, partial}, std::vector{partial, early, late}}) {
    Tally all;
    for (const Tally& part : parts) all.merge(part);
    CHECK(all.events == EventSpan{kFirst, kLast});
  }
}

TEST_CASE("a note counts once for each row and each person that carries it") {
  const Desk desk;
  model::Person one = person({});
  one.rows.resize(2);
  one.rows[0].notes = {model::Note::kDateMissing, model::Note::kDateMissing};
  one.rows[1].notes = {model::Note::kDateMissing, model::Note::kEqualRow};
  one.notes = {model::Note::kPersonIncomplete};
  const Tally tally = desk.count(one, {});
  CHECK(tally.notes[static_cast<std::size_t>(model::Note::kDateMissing)] == NoteCount{2, 0});
  CHECK(tally.notes[static_cast<std::size_t>(model::Note::kEqualRow)] == NoteCount{1, 0});
  CHECK(tally.notes[static_cast<std::size_t>(model::Note::kPersonIncomplete)] == NoteCount{0, 1});
}

TEST_CASE("tallies merge in any order to the same figures as one tally of all") {
  const Desk desk;
  const std::vector<Tally> parts = various(desk);
  Tally forwards;
  for (const Tally& part : parts) forwards.merge(part);
  Tally backwards;
  for (auto part = parts.rbegin(); part != parts.rend(); ++part) backwards.merge(*part);
  Tally pairs = parts[3];
  pairs.merge(parts[1]);
  Tally others = parts[4];
  others.merge(parts[0]);
  others.merge(parts[2]);
  pairs.merge(others);
  CHECK(forwards == backwards);
  CHECK(forwards == pairs);
  CHECK(forwards.people == 5);
}

TEST_CASE("the sums of people of every kind tie") {
  const Desk desk;
  Tally all;
  for (const Tally& one : various(desk)) all.merge(one);
  CHECK(all.in_scope == 5);
  CHECK(check_identities(all).ok());
  CHECK(check_identities(Tally{}).ok());
}

TEST_CASE("every sum that does not tie is found") {
  const Desk desk;
  Tally all;
  for (const Tally& one : various(desk)) all.merge(one);
  const auto is_found = [&](auto change) {
    Tally wrong = all;
    change(wrong);
    const Status status = check_identities(wrong);
    return !status.ok() && status.error().code == "tally.identity" && status.error().kind == ErrorKind::kInternal;
  };
  CHECK(is_found([](Tally& t) { t.by_outcome[kRefuse] += 1; }));
  CHECK(is_found([](Tally& t) { t.by_section.begin()->second += 1; }));
  CHECK(is_found([](Tally& t) { t.by_level[1] += 1; }));
  CHECK(is_found([](Tally& t) { t.by_step[0] += 1; }));
  CHECK(is_found([](Tally& t) { t.reviews[0] += 1; }));
  CHECK(is_found([](Tally& t) { t.by_decade.begin()->second.in_scope += 1; }));
  CHECK(is_found([](Tally& t) { t.rows_by_county["LAKE"] += 1; }));
  CHECK(is_found([](Tally& t) { t.by_race["X"].in_scope += 1; }));
  CHECK(is_found([](Tally& t) { t.by_sex["X"].with_relief += 1; }));
  CHECK(is_found([](Tally& t) { t.by_age[0].in_scope += 1; }));
  CHECK(is_found([](Tally& t) { t.reviews_by_fact.begin()->second.settles_alone += 9; }));
  CHECK(is_found([](Tally& t) { t.nothing_left[1][1].at_least = t.nothing_left[1][1].at_most + 1; }));
  CHECK(is_found([](Tally& t) { t.rows_of_convictions += 99; }));
  CHECK(is_found([](Tally& t) { t.people_reached[1].at_least += 1; }));
  CHECK(is_found([](Tally& t) { t.convictions_dismissed[0].at_most += 1; }));
  CHECK(is_found([](Tally& t) { t.felonies_gone[2].at_most += 99; }));
  CHECK(is_found([](Tally& t) { t.answers_by_race["X"].by_step = {0, 1}; }));
  CHECK(is_found([](Tally& t) { t.answers_by_sex["F"].by_outcome[kDismiss] += 1; }));
  CHECK(is_found([](Tally& t) { t.answers_by_age[6].by_outcome = {1}; }));
  CHECK(is_found([](Tally& t) { t.answers_by_decade.erase(t.answers_by_decade.begin()); }));
  CHECK(is_found([](Tally& t) { t.people = 0; }));
  CHECK(is_found([](Tally& t) { t.convictions = 0; }));
}

TEST_CASE("the convictions of a group stand by determination and by the step that decided, those out of scope nowhere") {
  const Desk desk;
  const Tally tally = desk.count(
      person({felony("11359 HS", kOld), felony("11358 HS", kNew), felony("459 PC", kNew), felony("11360 HS", kNew)}),
      {decided(kDismiss), decided(kRefuse), unanswered(Answer::kOutOfScope),
       undecided({kDismiss, kRefuse}, {fact(FactKind::kBirthDate, Doubt::kMissing)})});
  const GroupAnswers all{{1, 0, 1, 0, 1}, {1, 0, 1, 0}};
  CHECK(tally.answers_by_race.at("WHITE") == all);
  CHECK(tally.answers_by_sex.at("F") == all);
  CHECK(tally.answers_by_age[static_cast<std::size_t>(AgeBand::k40To49)] == all);
  CHECK(tally.answers_by_decade.at(2000) == GroupAnswers{{1, 0, 0, 0, 0}, {1, 0, 0, 0}});
  CHECK(tally.answers_by_decade.at(2010) == GroupAnswers{{0, 0, 1, 0, 1}, {0, 0, 1, 0}});
}

TEST_CASE("a count of two rows is one conviction of two rows, an equal row none") {
  const Desk desk;
  model::Person one = person({felony("11359 HS", kOld)});
  model::RowRecord second;
  second.row = model::RowNumber{1};
  model::RowRecord equal;
  equal.row = model::RowNumber{2};
  equal.is_equal_to_earlier = true;
  one.rows.push_back(second);
  one.rows.push_back(equal);
  one.convictions[0].rows.push_back(second.row);
  const Tally tally = desk.count(one, {decided(kDismiss)});
  CHECK(tally.rows == 3);
  CHECK(tally.equal_rows == 1);
  CHECK(tally.rows_of_convictions == 2);
  CHECK(tally.convictions == 1);
}
