#include "evaluate/evaluate.h"

#include <doctest/doctest.h>

#include "evaluate/case_records.h"

namespace redress::evaluate {
namespace {

using Names = std::vector<std::string>;

// A policy of three outcomes whose steps each hang on one fact.
constexpr std::string_view kPolicy = R"toml([policy]
id = "t.steps"
title = "Steps"
version = "1"
kind = "county"
unit = "conviction"
[sets]
plants = "t.plants"
[scope]
when = "conviction.county is run.county and conviction.charge is in sets.plants"
sections = "plants"
[[outcome]]
id = "a"
label = "A"
relief = "dismissal"
[[outcome]]
id = "b"
label = "B"
relief = "none"
[[outcome]]
id = "c"
label = "C"
relief = "review"
[[step]]
id = "level"
when = "conviction.level is 'misdemeanor'"
outcome = "a"
reason = "1"
[[step]]
id = "date"
when = "conviction.date is before 1990-01-01"
outcome = "b"
reason = "2"
[[step]]
id = "birth"
when = "person.birth_date is before 1950-01-01"
outcome = "a"
reason = "3"
[[step]]
id = "died"
when = "person.is_deceased"
outcome = "b"
reason = "4"
[[step]]
id = "rest"
outcome = "c"
reason = "5"
)toml";

struct Answered {
  policy::Plan plan;
  CasePerson record;
  Decision decision;
  std::string outcome;
  Names possible;
  Names missing;
  std::vector<std::string> walked;
};

Answered answer(std::string text, std::size_t listed = 0, std::string_view policy = kPolicy) {
  Answered result;
  auto plan = policy::testing::compiled(policy);
  if (!plan) FAIL(to_string(plan.error()));
  result.plan = *std::move(plan);
  result.record = testing::record(std::move(text));
  const RunFacts run = testing::run_of();
  const PersonEvaluation evaluation(result.plan, result.record.person, run);
  const Subject subject = result.record.convictions[listed];
  result.decision = subject.kind == SubjectKind::kUnusable ? evaluation.decide_unusable(subject.index, Detail::kFull)
                                                           : evaluation.decide(subject.index, Detail::kFull);
  const Decision& decision = result.decision;
  if (decision.answer != Answer::kOutOfScope)
    result.outcome = result.plan.outcomes[outcome_of(result.plan, decision)].id;
  for (const std::size_t outcome : decision.possible) result.possible.push_back(result.plan.outcomes[outcome].id);
  for (const UnknownFact& fact : decision.deciding)
    result.missing.push_back(case_fact_name(fact, result.record.convictions));
  for (const StepTrace& trace : decision.steps) result.walked.push_back(result.plan.steps[trace.step].id);
  return result;
}

constexpr std::string_view kWhere = "section = \"11359 HS\", county = \"LOS ANGELES\"";
std::string listed_conviction(std::string_view more) {
  return "convictions = [ { " + std::string(kWhere) + std::string(more) + " } ]\n";
}

TEST_CASE("the first step that holds decides, and no step after it is walked") {
  const Answered answered =
      answer("person = { born = 1940-01-01 }\n" + listed_conviction(", level = \"felony\", date = 2005-06-01"));
  CHECK(answered.decision.answer == Answer::kDecided);
  CHECK(answered.outcome == "a");
  CHECK(answered.plan.steps[answered.decision.deciding_step].id == "birth");
  CHECK(answered.possible == Names{"a"});
  CHECK(answered.missing.empty());
  CHECK(answered.walked == std::vector<std::string>{"level", "date", "birth"});
  CHECK(answered.decision.scope == Truth::kYes);
}

TEST_CASE("an unknown step leaves its outcome possible and the walk goes on") {
  const Answered answered = answer("person = { born = 1960-01-01 }\n" + listed_conviction(", date = 2005-06-01"));
  CHECK(answered.decision.answer == Answer::kUndecided);
  CHECK(answered.outcome == "needs-review");
  CHECK(answered.possible == Names{"a", "c"});
  CHECK(answered.missing == Names{"level of conviction 1"});
  CHECK(answered.walked.back() == "rest");
}

TEST_CASE("each determination stands once, in the order of the steps") {
  const Answered answered = answer(listed_conviction(""));
  CHECK(answered.possible == Names{"a", "b", "c"});
  CHECK(answered.missing == Names{"level of conviction 1", "date of conviction 1", "birth date"});
}

TEST_CASE("one determination among the possible ones is the answer, by the step that certainly holds") {
  const Answered answered = answer("person = { born = 1940-01-01 }\n" + listed_conviction(", date = 2005-06-01"));
  CHECK(answered.decision.answer == Answer::kDecided);
  CHECK(answered.outcome == "a");
  CHECK(answered.plan.steps[answered.decision.deciding_step].id == "birth");
  CHECK(answered.missing.empty());
  CHECK(answered.decision.steps[0].truth == Truth::kUnknown);
}

TEST_CASE("a fact decides only where what comes after it could end elsewhere") {
  // After the date only `died` (b) is possible, and b is what the date would give: the date does not decide.
  const Answered answered = answer("person = { born = 1960-01-01, died = true }\n" + listed_conviction(""));
  CHECK(answered.possible == Names{"a", "b"});
  CHECK(answered.missing == Names{"level of conviction 1"});
}

TEST_CASE("without the deciding step another would hold") {
  const Answered decided = answer("person = { born = 1940-01-01, died = true }\n" +
                                  listed_conviction(", level = \"felony\", date = 2005-06-01"));
  REQUIRE(decided.decision.otherwise_step);
  CHECK(decided.plan.steps[*decided.decision.otherwise_step].id == "died");
  CHECK(decided.decision.otherwise_possible == std::vector<std::size_t>{1});
}

TEST_CASE("without the deciding step the unknown steps before and after it stay possible") {
  const Answered decided = answer("person = { died = true }\n" + listed_conviction(", level = \"misdemeanor\""));
  CHECK(decided.outcome == "a");
  REQUIRE(decided.decision.otherwise_step);
  CHECK(decided.plan.steps[*decided.decision.otherwise_step].id == "died");
  CHECK(decided.decision.otherwise_possible == std::vector<std::size_t>{1, 0});  // date: b; birth: a; died: b
}

TEST_CASE("the last step has nothing else to give way to") {
  const Answered last =
      answer("person = { born = 1960-01-01 }\n" + listed_conviction(", level = \"felony\", date = 2005-06-01"));
  CHECK(last.outcome == "c");
  CHECK(!last.decision.otherwise_step);
}

TEST_CASE("scope joins county and charge by Kleene's and") {
  struct Row {
    std::string keys;
    Truth scope;
    Names missing;
  };
  for (const Row& row : std::vector<Row>{
           {"section = \"11359 HS\", county = \"LOS ANGELES\"", Truth::kYes, {}},
           {"section = \"11359 HS\", county = \"KERN\"", Truth::kNo, {}},
           {"section = \"459 PC\", county = \"LOS ANGELES\"", Truth::kNo, {}},
           {"section = \"11359 HS\"", Truth::kUnknown, {"county of conviction 1"}},
           {"section = \"459 PC\"", Truth::kNo, {}},
           {"section = \"unreadable\", county = \"KERN\"", Truth::kNo, {}},
           {"section = \"unreadable\", county = \"LOS ANGELES\"", Truth::kUnknown, {"charge of conviction 1"}},
           {"county = \"LOS ANGELES\"", Truth::kUnknown, {"charge of conviction 1"}},
           {"section = \"11359\"", Truth::kUnknown, {"county of conviction 1", "code of conviction 1"}},
           {"section = \"459\"", Truth::kNo, {}},
       }) {
    CAPTURE(row.keys);
    const Answered answered = answer("convictions = [ { level = \"misdemeanor\", " + row.keys + " } ]\n");
    CHECK(answered.decision.scope == row.scope);
    CHECK(answered.missing == row.missing);
    if (row.scope == Truth::kNo) CHECK(answered.decision.answer == Answer::kOutOfScope);
    if (row.scope == Truth::kYes) CHECK(answered.decision.answer == Answer::kDecided);
    if (row.scope != Truth::kUnknown) continue;
    CHECK(answered.decision.answer == Answer::kScopeUnknown);
    CHECK(answered.outcome == "needs-review");
    CHECK(answered.possible.empty());
    CHECK(answered.walked.empty());
  }
}

TEST_CASE("of an incomplete person no step is walked, and what is out of scope stays so") {
  const std::string text =
      "person = { incomplete = true }\nconvictions = [ { section = \"11359 HS\", county = \"LOS ANGELES\", level = "
      "\"misdemeanor\" },"
      " { section = \"11359 HS\", county = \"KERN\" }, { section = \"11359 HS\" } ]\n";
  const Answered in_scope = answer(text, 0);
  CHECK(in_scope.decision.answer == Answer::kIncomplete);
  CHECK(in_scope.outcome == "needs-review");
  CHECK(in_scope.possible.empty());
  CHECK(in_scope.missing == Names{"a row"});
  CHECK(answer(text, 1).decision.answer == Answer::kOutOfScope);
  const Answered unknown = answer(text, 2);
  CHECK(unknown.decision.answer == Answer::kScopeUnknown);
  CHECK(unknown.missing == Names{"county of conviction 3", "a row"});
}

TEST_CASE("a row whose count cannot be identified is reviewed, and is not on record") {
  const std::string text =
      "convictions = [ { section = \"11359 HS\", county = \"LOS ANGELES\", unidentified = true },"
      " { section = \"11359 HS\", county = \"KERN\", unidentified = true },"
      " { section = \"11358 HS\", county = \"LOS ANGELES\", level = \"misdemeanor\" } ]\n";
  const Answered unusable = answer(text, 0);
  CHECK(unusable.record.person.convictions.size() == 1);
  CHECK(unusable.decision.answer == Answer::kIncomplete);
  CHECK(unusable.missing == Names{"count of conviction 1"});
  CHECK(answer(text, 1).decision.answer == Answer::kOutOfScope);
  CHECK(answer(text, 2).missing == Names{"a row"});
}

TEST_CASE("an answer without detail is the same answer, without what was looked at") {
  const CasePerson read =
      testing::record("person = { born = 1940-01-01 }\n" + listed_conviction(", date = 2005-06-01"));
  const auto plan = policy::testing::compiled(kPolicy);
  REQUIRE(plan.ok());
  const RunFacts run = testing::run_of();
  const PersonEvaluation evaluation(*plan, read.person, run);
  const Decision full = evaluation.decide(0, Detail::kFull);
  const Decision short_answer = evaluation.decide(0, Detail::kAnswer);
  CHECK(full.answer == short_answer.answer);
  CHECK(full.deciding_step == short_answer.deciding_step);
  CHECK(full.possible == short_answer.possible);
  const std::vector<StepTrace> may_hold = testing::steps_that_may_hold(full);
  REQUIRE(may_hold.size() == short_answer.steps.size());
  for (std::size_t i = 0; i < may_hold.size(); ++i) {
    CHECK(may_hold[i].step == short_answer.steps[i].step);
    CHECK(may_hold[i].truth == short_answer.steps[i].truth);
    CHECK(may_hold[i].unknown == short_answer.steps[i].unknown);
    CHECK(!may_hold[i].uses.empty());
    CHECK(short_answer.steps[i].uses.empty());
  }
  CHECK(!full.scope_uses.empty());
  CHECK(short_answer.scope_uses.empty());
}

// The answer about the first conviction, in a detail and by a rule of scope.
Decision decide_first(const policy::Plan& plan, const std::string& text, Detail detail,
                      ScopeRule scope = ScopeRule::kAsk) {
  const CasePerson read = testing::record(text, plan);
  const RunFacts run = testing::run_of();
  return PersonEvaluation(plan, read.person, run, scope).decide(0, detail);
}

TEST_CASE("a policy that answers beside another takes its scope as given, save where a row is missing") {
  const auto plan = policy::testing::compiled(kPolicy);
  REQUIRE(plan.ok());
  const std::string elsewhere =
      "convictions = [ { section = \"459 PC\", county = \"KERN\", level = \"misdemeanor\" } ]\n";
  CHECK(decide_first(*plan, elsewhere, Detail::kAnswer).answer == Answer::kOutOfScope);
  const Decision taken = decide_first(*plan, elsewhere, Detail::kAnswer, ScopeRule::kTakenAsYes);
  CHECK(taken.answer == Answer::kDecided);
  CHECK(taken.scope == Truth::kYes);
  CHECK(plan->steps[taken.deciding_step].id == "level");
  CHECK(decide_first(*plan, elsewhere + "person = { incomplete = true }\n", Detail::kAnswer, ScopeRule::kTakenAsYes)
            .answer == Answer::kIncomplete);
}

TEST_CASE("without the deciding step the next that holds would decide; who asks no detail is told where it may agree") {
  const auto plan = policy::testing::compiled(kPolicy);
  REQUIRE(plan.ok());
  const std::string text =
      "person = { born = 1940-01-01, died = true }\n" + listed_conviction(", level = \"felony\", date = 2005-06-01");
  const Decision decision = decide_first(*plan, text, Detail::kFull);
  CHECK(plan->steps[decision.deciding_step].id == "birth");
  REQUIRE(decision.otherwise_step);
  CHECK(plan->steps[*decision.otherwise_step].id == "died");
  CHECK(decision.otherwise_possible == std::vector<std::size_t>{1});
  // Neither the steps before nor those behind have the outcome of this one.
  CHECK(!decide_first(*plan, text, Detail::kAnswer).otherwise_step);
  CHECK(!decide_first(*plan, text, Detail::kOutcome).otherwise_step);
  // An earlier step that may hold keeps its determination possible.
  const Decision doubtful = decide_first(
      *plan, "person = { born = 1940-01-01 }\n" + listed_conviction(", date = 2005-06-01"), Detail::kAnswer);
  CHECK(doubtful.earlier_may_hold);
  CHECK(doubtful.otherwise_possible == std::vector<std::size_t>{0, 2});
  CHECK(plan->steps[*doubtful.otherwise_step].id == "rest");
  // Nothing comes after the last step.
  CHECK(!decide_first(*plan,
                      "person = { born = 1960-01-01 }\n" + listed_conviction(", level = \"felony\", date = 2005-06-01"),
                      Detail::kFull)
             .otherwise_step);
}

TEST_CASE("where no step certainly holds and one of several with the same determination does, all of them are told") {
  const policy::Plan plan = *policy::testing::compiled(policy::testing::replaced(
      policy::testing::replaced(kPolicy, "[scope]",
                                "[facts.small]\ntype = \"yes-no\"\nquestion = \"Was it small?\"\n[scope]"),
      "[[step]]\nid = \"level\"\nwhen = \"conviction.level is 'misdemeanor'\"\noutcome = \"a\"\nreason = \"1\"",
      "[[step]]\nid = \"small\"\nwhen = \"facts.small\"\noutcome = \"a\"\nreason = \"1\"\n"
      "[[step]]\nid = \"large\"\nwhen = \"not facts.small\"\noutcome = \"a\"\nreason = \"1\""));
  const Decision decision =
      decide_first(plan, listed_conviction(", level = \"felony\", date = 2005-06-01"), Detail::kAnswer);
  CHECK(decision.answer == Answer::kDecided);
  CHECK(decision.one_of_steps == std::vector<std::size_t>{0, 1});
  CHECK(decision.deciding_step == 0);
  CHECK(!decision.earlier_may_hold);
  // Without the first of them the answer hangs on the fact: small goes on to the steps after it.
  REQUIRE(decision.otherwise_step);
  CHECK(decision.otherwise_possible == std::vector<std::size_t>{0, 2});
}

TEST_CASE("what stands beside the determination is yes, no or unknown as a step would be") {
  const auto plan = policy::testing::compiled(std::string(kPolicy) +
                                              "[[beside]]\nid = \"serving\"\nkind = \"route\"\nlabel = "
                                              "\"Serving\"\nwhen = \"conviction.sentence_end is after run.as_of\"\n"
                                              "[[beside]]\nid = \"always\"\nkind = \"ground\"\nlabel = \"Always\"\n");
  REQUIRE(plan.ok());
  const auto beside_of = [&](std::string_view more) {
    const CasePerson read = testing::record(listed_conviction(more), *plan);
    const RunFacts run = testing::run_of();
    return PersonEvaluation(*plan, read.person, run).beside(0);
  };
  using Truths = std::vector<Truth>;
  CHECK(beside_of(", date = 2018-01-01, sentence = [\"2 years\"]") == Truths{Truth::kYes, Truth::kYes});
  CHECK(beside_of(", date = 2017-11-11, sentence = [\"2 years\"]") == Truths{Truth::kNo, Truth::kYes});
  CHECK(beside_of(", date = 2018-01-01, sentence = [\"unreadable\"]") == Truths{Truth::kUnknown, Truth::kYes});
}

TEST_CASE("a step may ask for a review by its own reason, and then it is decided") {
  const Answered answered = answer(
      listed_conviction(", level = \"felony\", date = 2005-06-01") + "person = { born = 1960-01-01 }\n", 0,
      policy::testing::replaced(policy::testing::replaced(kPolicy, "outcome = \"c\"", "outcome = \"needs-review\""),
                                "[[outcome]]\nid = \"c\"\nlabel = \"C\"\nrelief = \"review\"\n", ""));
  CHECK(answered.decision.answer == Answer::kDecided);
  CHECK(answered.outcome == "needs-review");
}

TEST_CASE("day by day the Los Angeles answer changes on the birthday and on the anniversary only") {
  const policy::Plan plan = policy::testing::shipped_policy("los-angeles");
  const CasePerson read = testing::record(
      "person = { born = 1969-11-11 }\nconvictions = [ { section = \"11359 HS\", county = \"LOS ANGELES\", level = "
      "\"felony\","
      " date = 1995-06-01 }, { section = \"459 PC\", level = \"felony\", date = 2005-02-03 } ]\n");
  std::string changes;
  std::size_t last = plan.steps.size();
  for (RunFacts run{{2014, 1, 1}, "LOS ANGELES"}; run.as_of < Date{2021, 1, 1}; run.as_of = add_days(run.as_of, 1)) {
    const Decision decision = PersonEvaluation(plan, read.person, run).decide(0, Detail::kAnswer);
    REQUIRE(decision.answer == Answer::kDecided);
    if (decision.deciding_step == last) continue;
    last = decision.deciding_step;
    changes += to_iso(run.as_of) + " " + plan.steps[last].id + "; ";
  }
  CHECK(changes == "2014-01-01 otherwise; 2015-02-03 conviction-free; 2019-11-11 older-than-age; ");
}

}  // namespace
}  // namespace redress::evaluate
