#include "evaluate/case_coverage.h"

#include <doctest/doctest.h>

#include "evaluate/case_runner.h"
#include "policy/policy_texts.h"

namespace redress::evaluate {
namespace {

using policy::testing::plan_with;
using Texts = std::vector<std::string>;

// A case of one conviction by its keys; nothing but "some answer" is of interest here.
struct Given {
  std::string convictions;
  std::string keys = {};
};

CaseReport report_of(const std::string& when, const std::vector<Given>& given) {
  std::string text;
  for (std::size_t i = 0; i < given.size(); ++i) {
    text += "[[case]]\nname = \"" + std::to_string(i) + "\"\nas_of = 2019-11-11\ncounty = \"KERN\"\n" + given[i].keys +
            "convictions = [ " + given[i].convictions + " ]\nexpect = [ { outcome = \"grant\" } ]\n";
  }
  auto report = run_cases(plan_with(when), {"cases", text});
  if (!report) FAIL(to_string(report.error()));
  return *std::move(report);
}

std::string in_scope(const std::string& keys) {
  return "{ section = \"11359 HS\", county = \"KERN\", level = \"felony\"" + (keys.empty() ? "" : ", " + keys) + " }";
}

// What is said of the borders of the first step.
Texts borders(const std::string& when, const std::vector<Given>& given) {
  Texts texts;
  for (const std::string& text : report_of(when, given).borders_not_covered) {
    if (text.starts_with("tested: ")) texts.push_back(text);
  }
  return texts;
}

Given dated(const std::string& date) {
  return {in_scope("date = " + date)};
}

TEST_CASE("a border of dates is tried a day before, on the day and a day after") {
  const std::string when = "conviction.date is before 2010-05-01";
  CHECK(borders(when, {dated("2010-04-30"), dated("2010-05-01"), dated("2010-05-02")}).empty());
  CHECK(borders(when, {dated("2010-04-30"), dated("2010-05-02")}) ==
        Texts{"tested: no case has \"conviction.date\" on the same day as \"2010-05-01\""});
  CHECK(borders(when, {dated("2010-04-29"), dated("2010-05-01"), dated("2010-05-03")}) ==
        Texts{"tested: no case has \"conviction.date\" one day before, nor one day after \"2010-05-01\""});
}

TEST_CASE("a date that is not known to the day tries no border") {
  CHECK(borders("conviction.date is before 2010-05-01", {dated("\"2010-05\"")}) ==
        Texts{"tested: no case has \"conviction.date\" one day before, nor on the same day as, nor one day after "
              "\"2010-05-01\""});
}

TEST_CASE("a border moves with the parameter of the case") {
  const std::string when = "conviction.date is before run.as_of - age years";
  std::vector<Given> given = {dated("1969-11-10"), dated("1969-11-11"), dated("1989-11-12")};
  CHECK(borders(when, given) ==
        Texts{"tested: no case has \"conviction.date\" one day after \"run.as_of - age years\""});
  given[2].keys = "set = { age = 30 }\n";
  CHECK(borders(when, given).empty());
}

TEST_CASE("a border in the condition of a list is tried by each of its records") {
  const std::string when = "any(person.convictions, it.date is after run.as_of - 3 years)";
  const Given all = {in_scope("date = 2016-11-10") + ", " + in_scope("date = 2016-11-11") + ", " +
                     in_scope("date = 2016-11-12")};
  CHECK(borders(when, {all}).empty());
  CHECK(borders(when, {dated("2016-11-12")}) ==
        Texts{"tested: no case has \"it.date\" one day before, nor on the same day as \"run.as_of - 3 years\""});
}

TEST_CASE("a border of a number is tried one below, at it and one above, where it can be") {
  const Given one = dated("2001-01-01");
  const Given two = {in_scope("date = 2001-01-01") + ", " + in_scope("date = 2002-01-01")};
  const Given three = {in_scope("date = 2001-01-01") + ", " + in_scope("date = 2002-01-01") + ", " +
                       in_scope("date = 2003-01-01")};
  const std::string at_least = "count(person.convictions) is at least 2";
  CHECK(borders(at_least, {one, two, three}).empty());
  CHECK(borders(at_least, {two}) ==
        Texts{"tested: no case has \"count(person.convictions)\" one below, nor one above \"2\""});
  CHECK(borders("2 is at most count(person.convictions)", {two, three}) ==
        Texts{"tested: no case has \"count(person.convictions)\" one below \"2\""});
  CHECK(borders("count(person.convictions) is more than 1", {one, two}).empty());  // no person has none
  CHECK(borders("count(person.convictions, it.level is 'felony') is more than 1", {one, two}).size() == 1);
}

TEST_CASE("a comparison of a parameter with a number is no border") {
  CHECK(borders("age is at least 60", {dated("2001-01-01")}).empty());
}

bool first_can_be_unknown(const std::string& when) {
  const policy::Plan plan = plan_with(when);
  return can_be_unknown(plan, *plan.steps.front().when);
}

TEST_CASE("what a condition asks tells whether it can be unknown") {
  for (const std::string when :
       {"conviction.level is 'felony'", "person.birth_date + 50 years is before run.as_of",
        "conviction.sentence_end is before run.as_of", "any(person.registrations)",
        "any(person.convictions in sets.grave)", "any(person.convictions, it.section is conviction.section)",
        "latest(person.convictions) is before run.as_of", "conviction.charge is in sets.grave",
        "any(conviction.cycle_counts in sets.plants)", "asked and conviction.level is 'felony'"}) {
    CAPTURE(when);
    CHECK(first_can_be_unknown(when));
  }
  for (const std::string when :
       {"person.is_deceased", "asked", "age is at least 60", "run.as_of is after 2020-01-01",
        "count(person.convictions) is more than 1", "conviction.section is '11357'", "conviction.is_attempt",
        "conviction.subdivision begins with '(a)'", "conviction.charge is in chosen"}) {
    CAPTURE(when);
    CHECK(!first_can_be_unknown(when));
  }
}

TEST_CASE("a condition that is only unknown where the scope is too counts as settled") {
  CHECK(!first_can_be_unknown("conviction.charge is in sets.plants and not asked"));
  CHECK(!first_can_be_unknown("not conviction.county is run.county"));
}

TEST_CASE("a step never seen unknown is named, unless it cannot be") {
  const CaseReport level = report_of("conviction.level is 'felony'", {dated("2001-01-01")});
  REQUIRE(level.steps_never_unknown.size() >= 1);
  CHECK(level.steps_never_unknown[0] == "tested is never unknown");
  const CaseReport seen =
      report_of("conviction.level is 'felony'", {{"{ section = \"11359 HS\", county = \"KERN\" }"}});
  for (const std::string& step : seen.steps_never_unknown) CHECK(step != "tested is never unknown");
  const CaseReport dead = report_of("person.is_deceased", {dated("2001-01-01")});
  for (const std::string& step : dead.steps_never_unknown) CHECK(step != "tested is never unknown");
}

}  // namespace
}  // namespace redress::evaluate
