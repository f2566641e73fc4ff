#include "tally/questions.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "tally/tally_builder.h"

using namespace redress;         // NOLINT: the subject under test
using namespace redress::tally;  // NOLINT
using evaluate::Answer;
using evaluate::Decision;
using evaluate::FactKind;
using evaluate::SubjectKind;
using evaluate::UnknownFact;
using Kind = QuestionKey::Kind;

namespace {

const QuestionKey kBirth{Kind::kRecord, "birth_date"};
const QuestionKey kLevel{Kind::kRecord, "level"};
const QuestionKey kPlants{Kind::kDeclared, "plants"};
const QuestionKey kQ1{Kind::kLegal, "Q1"};

// The small plan; its step 2 (reduce) answers Needs Review and rests on Q1.
policy::Plan plan_with_question() {
  policy::Plan plan = small_plan();
  plan.questions.push_back({"Q1", "Does it count?", "HSC 11358(d)(2)", {}});
  plan.steps[1].outcome = kNeedsReview;
  plan.steps[1].questions = {0};
  return plan;
}

UnknownFact birth_date() {
  return {FactKind::kBirthDate, model::Doubt::kMissing, {SubjectKind::kPerson, 0}, {}};
}
UnknownFact level(model::Doubt doubt = model::Doubt::kMissing) {
  return fact(FactKind::kLevel, doubt);
}
UnknownFact plants() {
  UnknownFact unknown = fact(FactKind::kDeclared, model::Doubt::kNotInSource);
  unknown.needed = "plants";
  return unknown;
}
UnknownFact open_question() {
  return {FactKind::kQuestion, model::Doubt::kNotInSource, {SubjectKind::kPerson, 0}, "Q1"};
}

Decision hangs_on(std::vector<UnknownFact> facts) {
  return undecided({kDismiss, kRefuse}, std::move(facts));
}

QuestionTally counted(const std::vector<std::vector<Decision>>& people) {
  const policy::Plan plan = plan_with_question();
  QuestionTally tally;
  for (const std::vector<Decision>& decisions : people) tally.add_person(plan, decisions);
  return tally;
}

// Twelve convictions of eight people.
std::vector<std::vector<Decision>> twelve() {
  const Decision only_level = hangs_on({level()});
  const Decision only_plants = hangs_on({plants()});
  const Decision only_birth = hangs_on({birth_date()});
  const Decision both = hangs_on({birth_date(), plants()});
  const Decision with_law = hangs_on({plants(), open_question()});
  return {{only_level, only_level}, {both, both},         {both, only_plants}, {only_birth},
          {with_law, with_law},     {with_law, with_law}, {decided(kDismiss)}, {only_birth}};
}

std::vector<std::string> names(const std::vector<JointStep>& order) {
  std::vector<std::string> found;
  for (const JointStep& step : order) found.push_back(step.key.name);
  return found;
}

}  // namespace

TEST_CASE("a fact is asked for by the name that a file of facts gives it, why and whosever it is") {
  CHECK(question_key(birth_date()) == kBirth);
  CHECK(question_key(level(model::Doubt::kContradictory)) == kLevel);
  CHECK(question_key(plants()) == kPlants);
  for (const FactKind kind : {FactKind::kCharge, FactKind::kCode, FactKind::kSubdivision}) {
    CHECK(question_key(fact(kind, model::Doubt::kMissing)) == QuestionKey{Kind::kRecord, "charge"});
  }
  CHECK(question_key(fact(FactKind::kSentence, model::Doubt::kUnreadable)) ==
        QuestionKey{Kind::kRecord, "sentence_end"});
  CHECK(question_key(fact(FactKind::kOffenseDate, model::Doubt::kNotInSource)).name == "offense_date");
  CHECK(question_key(open_question()) == kQ1);
  CHECK(question_key(fact(FactKind::kAttemptMembership, model::Doubt::kNotInSource)).kind == Kind::kLegal);
}

TEST_CASE("what no file of facts has a place for is none of its facts") {
  UnknownFact of_other_count = fact(FactKind::kSubdivision, model::Doubt::kMissing);
  of_other_count.subject.kind = SubjectKind::kCycleCharge;
  CHECK(question_key(of_other_count) == QuestionKey{Kind::kOther, std::string(kOtherCount)});
  UnknownFact of_unusable = fact(FactKind::kLevel, model::Doubt::kMissing);
  of_unusable.subject.kind = SubjectKind::kUnusable;
  CHECK(question_key(of_unusable) == QuestionKey{Kind::kOther, "count_identity"});
  for (const FactKind kind : {FactKind::kMissingRow, FactKind::kRegistrationDate, FactKind::kRegistrationCharge}) {
    CHECK(!is_supplied(question_key(fact(kind, model::Doubt::kMissing))));
  }
}

TEST_CASE("a conviction hangs on its deciding facts, each kind once") {
  const policy::Plan plan = plan_with_question();
  const Decision decision = hangs_on({level(), fact(FactKind::kLevel, model::Doubt::kUnreadable, 1), birth_date()});
  CHECK(questions_of(plan, decision) == QuestionSet{kBirth, kLevel});
  CHECK(questions_of(plan, decided(kDismiss)).empty());
  CHECK(questions_of(plan, unanswered(Answer::kOutOfScope)).empty());
}

TEST_CASE("a decision that a question of law leaves in review hangs on that question") {
  const policy::Plan plan = plan_with_question();
  CHECK(questions_of(plan, decided(1)) == QuestionSet{kQ1});
  // The same step, where it only may hold, beside a fact.
  Decision may = hangs_on({plants()});
  evaluate::StepTrace trace;
  trace.step = 1;
  trace.truth = Truth::kUnknown;
  may.steps.push_back(trace);
  CHECK(questions_of(plan, may) == QuestionSet{kPlants, kQ1});
  may.steps[0].truth = Truth::kNo;
  CHECK(questions_of(plan, may) == QuestionSet{kPlants});
}

TEST_CASE("a question of a step with another outcome keeps nothing in review") {
  policy::Plan plan = plan_with_question();
  plan.steps[1].outcome = kRefuse;
  CHECK(questions_of(plan, decided(1)).empty());
}

TEST_CASE("where no step was walked, more may be asked: no fact settles it") {
  const policy::Plan plan = plan_with_question();
  const UnknownFact county = fact(FactKind::kCounty, model::Doubt::kMissing);
  const QuestionSet set = questions_of(plan, unanswered(Answer::kScopeUnknown, {county}));
  CHECK(set == QuestionSet{{Kind::kRecord, "county"}, {Kind::kOther, std::string(kScopeFirst)}});
}

TEST_CASE("convictions are counted by their own questions, people by those of all their convictions") {
  const QuestionTally tally = counted(twelve());
  CHECK(tally.by_set.at({kLevel}) == Hanging{2, 1});
  CHECK(tally.by_set.at({kBirth, kPlants}) == Hanging{3, 2});  // one of them has a conviction on plants alone
  CHECK(tally.by_set.at({kPlants}) == Hanging{1, 0});
  CHECK(tally.by_set.at({kBirth}) == Hanging{2, 2});
  CHECK(tally.by_set.at({kPlants, kQ1}) == Hanging{4, 2});
}

TEST_CASE("each alone, and what it takes part in") {
  const std::vector<QuestionCount> counts = most_alone_first(counted(twelve()));
  REQUIRE(counts.size() == 4);
  CHECK(counts[0].key == kBirth);  // 2 convictions and 2 people alone, before 2 and 1
  CHECK(counts[0].alone == Hanging{2, 2});
  CHECK(counts[0].takes_part == Hanging{5, 4});
  CHECK(counts[1].key == kLevel);
  CHECK(counts[1].alone == Hanging{2, 1});
  CHECK(counts[2].key == kPlants);
  CHECK(counts[2].alone == Hanging{1, 0});
  CHECK(counts[2].takes_part == Hanging{8, 4});
  CHECK(counts[3].key == kQ1);
  CHECK(counts[3].alone == Hanging{0, 0});
  CHECK(counts[3].takes_part == Hanging{4, 2});
}

// Alone birth_date settles 2 convictions and 2 people, level 2 and 1, plants 1 and none: birth_date is first. With it
// known plants settles 1 + 3 = 4 convictions, level 2: plants. Then level: 2. Those with Q1 are never settled.
TEST_CASE("the joint order takes each time what settles the most further convictions") {
  const std::vector<JointStep> order = joint_order(counted(twelve()));
  CHECK(names(order) == std::vector<std::string>{"birth_date", "plants", "level"});
  CHECK(order[0].further == Hanging{2, 2});
  CHECK(order[1].further == Hanging{4, 2});
  CHECK(order[1].settled == Hanging{6, 4});
  CHECK(order[2].further == Hanging{2, 1});
  CHECK(order[2].settled == Hanging{8, 5});
}

TEST_CASE("of facts that settle equally many, the one that takes part in more comes first, then the first by key") {
  const Decision all_three = hangs_on({birth_date(), level(), plants()});
  const Decision two = hangs_on({level(), plants()});
  // None settles anything alone; plants and level take part in 2, birth_date in 1. level is the first of the two by
  // key. Then plants settles 1, birth_date none.
  const std::vector<JointStep> order = joint_order(counted({{all_three}, {two}}));
  CHECK(names(order) == std::vector<std::string>{"level", "plants", "birth_date"});
  CHECK(order[0].further == Hanging{0, 0});
  CHECK(order[1].further == Hanging{1, 1});
  CHECK(order[2].settled == Hanging{2, 2});
}

TEST_CASE("tallies merge to the same in any order") {
  const std::vector<std::vector<Decision>> people = twelve();
  QuestionTally forward;
  QuestionTally backward;
  for (std::size_t i = 0; i < people.size(); ++i) {
    forward.merge(counted({people[i]}));
    backward.merge(counted({people[people.size() - 1 - i]}));
  }
  CHECK(forward == backward);
  CHECK(forward == counted(people));
}

TEST_CASE("a run's tally counts what keeps convictions in review beside its other figures") {
  const Desk desk;
  const Tally tally = desk.count(person({felony("11358 HS", kOld)}), {hangs_on({birth_date()})});
  CHECK(tally.questions.by_set.at({kBirth}) == Hanging{1, 1});
  Tally merged = tally;
  merged.merge(tally);
  CHECK(merged.questions.by_set.at({kBirth}) == Hanging{2, 2});
}

TEST_CASE("a fact that may leave more to ask takes part, and settles nothing") {
  const UnknownFact arrest = fact(FactKind::kArrestDate, model::Doubt::kMissing);
  const UnknownFact charge_of_prior = fact(FactKind::kCharge, model::Doubt::kUnreadable, 1);
  const QuestionKey more{Kind::kOther, std::string(kMoreAfter)};
  const QuestionKey arrest_date{Kind::kRecord, "arrest_date"};
  CHECK(questions_of(plan_with_question(), hangs_on({arrest})) == QuestionSet{arrest_date, more});
  CHECK(questions_of(plan_with_question(), hangs_on({charge_of_prior})) ==
        QuestionSet{{Kind::kRecord, "charge"}, more});
  CHECK(!may_leave_more(fact(FactKind::kSubdivision, model::Doubt::kMissing, 1)));
  const std::vector<JointStep> order = joint_order(counted({{hangs_on({arrest}), hangs_on({level()})}}));
  CHECK(names(order) == std::vector<std::string>{"level", "arrest_date"});  // 1 conviction and none
  CHECK(order[1].settled == Hanging{1, 0});
  for (const QuestionCount& count : most_alone_first(counted({{hangs_on({arrest})}}))) {
    CHECK(count.alone == Hanging{0, 0});
    CHECK(count.takes_part == Hanging{1, 1});
  }
}
