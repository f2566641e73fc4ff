// On which day an answer changes by time alone. The days are worked out by hand from the calendar.
#include <doctest/doctest.h>

#include <initializer_list>
#include <optional>

#include "evaluate/case_records.h"

namespace redress::evaluate {
namespace {

using testing::record;

constexpr std::string_view kChangeHead = R"toml([policy]
id = "t.changes"
title = "Changes"
version = "1"
kind = "county"
unit = "conviction"
{dates}
[sets]
plants = "t.plants"
[scope]
when = "conviction.charge is in sets.plants"
sections = "plants"
[facts.plants]
type = "number"
question = "How many plants were there?"
[[outcome]]
id = "yes"
label = "Yes"
relief = "dismissal"
[[outcome]]
id = "no"
label = "No"
relief = "none"
)toml";

// A policy that dismisses where `when` holds; `more` are keys of that step.
policy::Plan changing_plan(std::string_view when, std::string_view more = "", std::string_view dates = "") {
  std::string text(kChangeHead);
  text.replace(text.find("{dates}"), 7, dates);
  text += "[[step]]\nid = \"1\"\noutcome = \"yes\"\nreason = \"1\"\nwhen = \"\"\"" + std::string(when) + "\"\"\"\n" +
          std::string(more) +
          "\n[[step]]\nid = \"plants\"\noutcome = \"no\"\nreason = \"2\"\nwhen = \"facts.plants is at least 7\"\n" +
          "[[step]]\nid = \"rest\"\noutcome = \"no\"\nreason = \"3\"\n";
  auto plan = policy::testing::compiled(text);
  if (!plan) FAIL(to_string(plan.error()));
  return *std::move(plan);
}

std::string answer_words(const policy::Plan& plan, const Decision& decision) {
  if (decision.answer == Answer::kOutOfScope) return "out of scope";
  return plan.outcomes[outcome_of(plan, decision)].id;
}

// "yes, 2024-02-12 no", "yes, never", "yes, 2020-01-01 no answer": the answer about the first conviction, and its
// change.
std::string change_of(const policy::Plan& plan, const std::string& text, Date as_of) {
  const CasePerson read = record(text);
  const RunFacts run{as_of, "KERN"};
  const PersonEvaluation evaluation(plan, read.person, run);
  const std::string today = answer_words(plan, evaluation.decide(0, Detail::kAnswer));
  const std::optional<Change> change = evaluation.next_change(0, Detail::kAnswer);
  CHECK(evaluation.changes_on(0) == (change ? std::optional(change->on) : std::nullopt));
  // Asked without deciding first, and day by day.
  CHECK(PersonEvaluation(plan, read.person, run).changes_on(0) == evaluation.changes_on(0));
  const Date last = change ? add_days(change->on, -1) : add_days(as_of, 800);
  for (Date day = as_of; day <= last && day <= add_days(as_of, 800); day = add_days(day, 1)) {
    const RunFacts later{day, "KERN"};
    if (answer_words(plan, PersonEvaluation(plan, read.person, later).decide(0, Detail::kOutcome)) == today) continue;
    FAIL_CHECK("the answer changes already on " << to_iso(day));
    break;
  }
  if (!change) return today + ", never";
  if (!change->decision) return today + ", " + to_iso(change->on) + " no answer";
  return today + ", " + to_iso(change->on) + " " + answer_words(plan, *change->decision);
}

std::string change_when(std::string_view when, const std::string& text, Date as_of = {2019, 11, 11}) {
  return change_of(changing_plan(when), text, as_of);
}

std::string one_conviction(std::string_view more = "", std::string_view person = "") {
  return "person = { " + std::string(person) +
         " }\nconvictions = [ { section = \"11358 HS\", level = \"felony\", date = 2001-05-04" + std::string(more) +
         " } ]\n";
}

constexpr std::string_view kIsFifty = "person.birth_date + 50 years is on or before run.as_of";

TEST_CASE("a birthday still to come changes the answer on that day, one gone by never does") {
  CHECK(change_when(kIsFifty, one_conviction("", "born = 1974-02-12")) == "no, 2024-02-12 yes");
  CHECK(change_when(kIsFifty, one_conviction("", "born = 1969-11-12")) == "no, 2019-11-12 yes");
  CHECK(change_when(kIsFifty, one_conviction("", "born = 1969-11-11")) == "yes, never");
  CHECK(change_when(kIsFifty, one_conviction()) == "needs-review, never");
}

TEST_CASE("the birthday of February 29 is March 1 in common years, or February 28 where the policy says so") {
  CHECK(change_when("person.birth_date + 51 years is on or before run.as_of",
                    one_conviction("", "born = 1972-02-29")) == "no, 2023-03-01 yes");
  CHECK(change_when("person.birth_date + 52 years is on or before run.as_of",
                    one_conviction("", "born = 1972-02-29")) == "no, 2024-02-29 yes");
  const policy::Plan february =
      changing_plan("person.birth_date + 51 years is on or before run.as_of", "", "leap = \"feb-28\"");
  CHECK(change_of(february, one_conviction("", "born = 1972-02-29"), {2019, 11, 11}) == "no, 2023-02-28 yes");
}

TEST_CASE("years since a conviction are counted back from the as-of date by the calendar") {
  const std::string_view idle = "conviction.date is before run.as_of - 10 years";
  CHECK(change_when(idle, one_conviction(), {2009, 1, 1}) == "no, 2011-05-05 yes");
  CHECK(change_when(idle, one_conviction(), {2011, 5, 4}) == "no, 2011-05-05 yes");
  CHECK(change_when(idle, one_conviction(), {2011, 5, 5}) == "yes, never");
  // Ten years back from February 29, 2012 is March 1, 2002 (2002 has no such day), and so is it from March 1.
  const std::string leap = "convictions = [ { section = \"11358 HS\", level = \"felony\", date = 2002-02-28 } ]\n";
  CHECK(change_when(idle, leap, {2011, 1, 1}) == "no, 2012-02-29 yes");
  CHECK(change_when("conviction.date + 18 months is before run.as_of", one_conviction(), {2002, 1, 1}) ==
        "no, 2002-11-05 yes");
}

TEST_CASE("the end of a sentence changes the answer on the day on which the condition lets it") {
  const std::string text = one_conviction(", sentence = [\"3 years\", \"90 days\"]");
  // May 4, 2001 + 3 years is May 4, 2004; 90 days later is August 2, 2004.
  CHECK(change_when("conviction.sentence_end is after run.as_of", text, {2003, 1, 1}) == "yes, 2004-08-02 no");
  CHECK(change_when("conviction.sentence_end is before run.as_of", text, {2003, 1, 1}) == "no, 2004-08-03 yes");
  CHECK(change_when("conviction.sentence_end is run.as_of", text, {2003, 1, 1}) == "no, 2004-08-02 yes");
  CHECK(change_when("conviction.sentence_end is run.as_of", text, {2004, 8, 2}) == "yes, 2004-08-03 no");
  CHECK(change_when("conviction.sentence_end is after run.as_of", one_conviction(", sentence = [\"life\"]")) ==
        "needs-review, never");
}

TEST_CASE("a partial date makes the answer open for a while, and each end of it is a change") {
  const std::string born = one_conviction("", "born = \"1974\"");
  CHECK(change_when(kIsFifty, born) == "no, 2024-01-01 needs-review");
  CHECK(change_when(kIsFifty, born, {2024, 1, 1}) == "needs-review, 2024-12-31 yes");
  CHECK(change_when(kIsFifty, born, {2024, 12, 31}) == "yes, never");
  CHECK(change_when(kIsFifty, one_conviction("", "born = \"1974-02\"")) == "no, 2024-02-01 needs-review");
}

TEST_CASE("what cannot be decided today may be decided by time") {
  // Whether there are 7 plants does not matter any more once the person is 50.
  const policy::Plan plan =
      changing_plan("facts.plants is at most 6 or person.birth_date + 50 years is on or before run.as_of");
  CHECK(change_of(plan, one_conviction("", "born = 1974-02-12"), {2019, 11, 11}) == "needs-review, 2024-02-12 yes");
}

constexpr std::string_view kThree = R"toml(convictions = [
  { section = "11358 HS", date = 2001-05-04, sentence = ["3 years"] },
  { section = "459 PC", date = 2010-02-28, sentence = ["12 years"] },
  { section = "459 PC", date = 2015-06-01, sentence = ["16 months"] },
]
)toml";

TEST_CASE("any, all, latest and count over the records change when the last of what holds does") {
  const std::string text(kThree);
  const Date before{2016, 1, 1};  // sentences end 2004-05-04, 2022-02-28, 2016-10-01
  CHECK(change_when("any(person.convictions, it.sentence_end is after run.as_of)", text, before) ==
        "yes, 2022-02-28 no");
  CHECK(change_when("all(person.convictions, it.sentence_end is on or before run.as_of)", text, before) ==
        "no, 2022-02-28 yes");
  CHECK(change_when("not any(person.convictions, it.date is after run.as_of - 10 years)", text, before) ==
        "no, 2025-06-01 yes");
  CHECK(change_when("latest(person.convictions) is before run.as_of - 5 years", text, before) == "no, 2020-06-02 yes");
  CHECK(change_when("count(person.convictions, it.sentence_end is after run.as_of) is at least 2", text, before) ==
        "yes, 2016-10-01 no");
  CHECK(change_when("earliest(person.convictions, it.sentence_end is after run.as_of) is before 2012-01-01", text,
                    before) == "yes, 2022-02-28 no");
  CHECK(change_when("different_dates(person.convictions, it.date is before run.as_of - 10 years) is more than 1", text,
                    before) == "no, 2020-02-29 yes");
}

TEST_CASE("of and, the part that is no counts; of or, the part that is yes") {
  const std::string person = one_conviction(", sentence = [\"3 years\"]", "born = 1974-02-12");
  const std::string_view both =
      "conviction.sentence_end is after run.as_of and person.birth_date + 50 years is on or before run.as_of";
  CHECK(change_when(both, person) == "no, never");
  const std::string_view either =
      "conviction.sentence_end is after run.as_of or person.birth_date + 50 years is on or before run.as_of";
  CHECK(change_when(either, person, {2003, 1, 1}) == "yes, 2004-05-04 no");
  CHECK(change_when(either, person, {2005, 1, 1}) == "no, 2024-02-12 yes");
}

TEST_CASE("dates of the law are days of change: of a step, a parameter, and the policy itself") {
  const std::string text = one_conviction();
  const std::string_view always = "conviction.level is 'felony'";
  CHECK(change_of(changing_plan(always, "from = 2020-01-01"), text, {2019, 11, 11}) == "no, 2020-01-01 yes");
  CHECK(change_of(changing_plan(always, "until = 2019-12-31"), text, {2019, 11, 11}) == "yes, 2020-01-01 no");
  CHECK(change_of(changing_plan(always, "until = 2019-12-31"), text, {2020, 1, 1}) == "no, never");
  CHECK(change_of(changing_plan(always, "", "until = 2019-12-31"), text, {2019, 11, 11}) ==
        "yes, 2020-01-01 no answer");
  CHECK(change_of(changing_plan(always, "", "from = 2019-01-01"), text, {2019, 11, 11}) == "yes, never");
  const std::string dated =
      "until = 2030-06-30\n[parameters.age]\ntype = \"years\"\nlabel = \"Age\"\n"
      "default = [{ value = 50, until = 2019-12-31 }, { value = 55, from = 2020-01-01 }]";
  const policy::Plan plan = changing_plan("person.birth_date + age years is on or before run.as_of", "", dated);
  CHECK(change_of(plan, one_conviction("", "born = 1968-03-01"), {2019, 11, 11}) == "yes, 2020-01-01 no");
  CHECK(change_of(plan, one_conviction("", "born = 1968-03-01"), {2020, 1, 1}) == "no, 2023-03-01 yes");
  CHECK(change_of(plan, one_conviction("", "born = 1968-03-01"), {2023, 3, 1}) == "yes, 2030-07-01 no answer");
  CHECK(change_of(plan, "convictions = [ { section = \"459 PC\" } ]", {2023, 3, 1}) == "out of scope, never");
}

TEST_CASE("a conviction may come into scope by time") {
  std::string text(kChangeHead);
  text.replace(text.find("{dates}"), 7, "");
  const std::string scope = "conviction.charge is in sets.plants";
  text.replace(text.find(scope), scope.size(), scope + " and conviction.date + 20 years is before run.as_of");
  text += "[[step]]\nid = \"1\"\nwhen = \"facts.plants is at most 6\"\noutcome = \"yes\"\nreason = \"1\"\n"
          "[[step]]\nid = \"2\"\noutcome = \"no\"\nreason = \"2\"\n";
  const auto plan = policy::testing::compiled(text);
  REQUIRE(plan);
  CHECK(change_of(*plan, one_conviction(", facts = { }"), {2019, 11, 11}) == "out of scope, 2021-05-05 needs-review");
}

TEST_CASE("without a step the answer may change on another day") {
  const policy::Plan plan = changing_plan(kIsFifty);
  const CasePerson read = record(one_conviction("", "born = 1974-02-12"));
  const RunFacts run = testing::run_of();
  const PersonEvaluation evaluation(plan, read.person, run);
  REQUIRE(evaluation.next_change(0, Detail::kFull));
  CHECK(evaluation.next_change(0, Detail::kFull)->decision->deciding_step == 0);
  CHECK(!evaluation.next_change(0, Detail::kAnswer, 0));
}

TEST_CASE("a person of many convictions has the days of change that each has by itself") {
  std::string many = "convictions = [\n";
  for (int i = 0; i < 60; ++i) {
    many += "  { section = \"11358 HS\", level = \"felony\", date = " + to_iso(add_days({2001, 5, 4}, i * 37)) +
            ", sentence = [\"" + std::to_string(1 + i % 15) + " years\"] },\n";
  }
  many += "]\n";
  const policy::Plan plan = changing_plan(
      "conviction.sentence_end is before run.as_of and not any(person.convictions, it.date is after run.as_of - 5 "
      "years)");
  const CasePerson read = record(many);
  const RunFacts run{{2004, 1, 1}, "KERN"};
  const PersonEvaluation shared(plan, read.person, run);
  for (std::size_t i = 0; i < read.person.convictions.size(); ++i) {
    CAPTURE(i);
    // The latest conviction, of May 4, 2001 + 59 * 37 days, is five years old before anything else matters.
    const Date five_years = add_years(read.person.convictions.back().date.span.first, 5);
    const Date after_end = add_days(read.person.convictions[i].sentence_end.span.last, 1);
    CHECK(shared.changes_on(i) == std::max(five_years, after_end));
  }
}

}  // namespace
}  // namespace redress::evaluate
