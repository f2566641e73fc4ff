#include "evaluate/case_runner.h"

#include <doctest/doctest.h>

#include "policy/policy_texts.h"

namespace redress::evaluate {
namespace {

using policy::testing::plan_with;
using policy::testing::under_caret;

// The first step grants to the dead.
Result<CaseReport> run(const std::string& text) {
  return run_cases(plan_with("person.is_deceased"), {"small.cases.toml", text});
}

constexpr std::string_view kHead = "[[case]]\nname = \"one\"\nas_of = 2019-11-11\ncounty = \"Kern\"\n";

std::string one_case(std::string_view rest) {
  return std::string(kHead).append(rest);
}

const std::string kConvictions =
    "convictions = [ { section = \"11359 HS\", county = \"KERN\", level = \"felony\", date = 2005-06-01 } ]\n";

TEST_CASE("a case that holds is counted, and its steps are covered") {
  const auto report = run(one_case("person = { died = true }\n" + kConvictions +
                                   "expect = [ { outcome = \"grant\", step = \"tested\", reason = \"Tested\", possible "
                                   "= [\"grant\"], missing = [] } ]\n"));
  if (!report) FAIL(to_string(report.error()));
  CHECK(report->cases == 1);
  CHECK(report->failures.empty());
  CHECK(report->steps_not_covered == std::vector<std::string>{"tested is never no", "uses-the-rest is never yes",
                                                              "uses-the-rest is never no", "otherwise is never yes"});
  REQUIRE(report->coverage.size() == 3);
  CHECK(report->coverage[0].step == "tested");
  CHECK(report->coverage[0].seen_yes);
  CHECK(!report->coverage[0].seen_no);
  CHECK(!report->coverage[0].seen_unknown);
}

TEST_CASE("a step seen unknown is neither yes nor no") {
  const auto report = run_cases(plan_with("conviction.level is 'felony'"),
                                {"c", one_case("convictions = [ { section = \"11359 HS\", county = \"KERN\" } "
                                               "]\nexpect = [ { outcome = \"needs-review\" } ]\n")});
  REQUIRE(report.ok());
  CHECK(report->failures.empty());
  CHECK(report->coverage[0].seen_unknown);
  CHECK(report->steps_not_covered[0] == "tested is never yes");
  CHECK(report->steps_not_covered[1] == "tested is never no");
}

struct Failing {
  std::string expect;
  std::string cause;
};

TEST_CASE("a case that fails says what was expected and what was found") {
  const std::string found = "; found refuse by step otherwise because \"Nothing else\"";
  const std::vector<Failing> rows = {
      {"outcome = \"grant\"", "conviction 1: expected grant" + found},
      {"outcome = \"out-of-scope\"", "conviction 1: expected out-of-scope" + found},
      {"outcome = \"needs-review\"", "conviction 1: expected needs-review" + found},
      {"outcome = \"refuse\", step = \"tested\"", "conviction 1: expected refuse by step tested" + found},
      {"outcome = \"refuse\", reason = \"Something\"", "conviction 1: expected refuse because \"Something\"" + found},
      {"outcome = \"refuse\", possible = [\"grant\", \"refuse\"]",
       "conviction 1: expected refuse, possible: grant, refuse" + found},
      {"outcome = \"refuse\", missing = [\"birth date\"]",
       "conviction 1: expected refuse, missing: birth date" + found},
  };
  for (const Failing& row : rows) {
    const auto report = run("# a comment\n\n" + one_case(kConvictions + "expect = [ { " + row.expect + " } ]\n"));
    if (!report) FAIL(to_string(report.error()));
    REQUIRE(report->failures.size() == 1);
    CHECK(report->failures[0].cause == row.cause);
    CHECK(report->failures[0].name == "one");
    CHECK(report->failures[0].place == "small.cases.toml:3");
  }
}

TEST_CASE("an undecided answer names what is possible and what is missing") {
  const auto report = run_cases(plan_with("conviction.level is 'felony'"),
                                {"c", one_case("convictions = [ { section = \"11359 HS\", county = \"KERN\" } "
                                               "]\nexpect = [ { outcome = \"refuse\" } ]\n")});
  REQUIRE(report.ok());
  REQUIRE(report->failures.size() == 1);
  CHECK(report->failures[0].cause ==
        "conviction 1: expected refuse; found needs-review, possible: grant, refuse, missing: level of conviction 1");
}

TEST_CASE("a conviction out of scope where an answer was expected") {
  const auto report =
      run(one_case("convictions = [ { section = \"459 PC\" } ]\nexpect = [ { outcome = \"refuse\" } ]\n"));
  REQUIRE(report.ok());
  REQUIRE(report->failures.size() == 1);
  CHECK(report->failures[0].cause == "conviction 1: expected refuse; found out-of-scope");
}

TEST_CASE("answers are expected in the order of the convictions, or by number") {
  const std::string two = "convictions = [ { section = \"459 PC\" }, { section = \"11359 HS\", county = \"KERN\" } ]\n";
  for (const std::string expect :
       {"{ outcome = \"out-of-scope\" }, { outcome = \"refuse\" }", "{ conviction = 2, outcome = \"refuse\" }"}) {
    const auto report = run(one_case(two + "expect = [ " + expect + " ]\n"));
    REQUIRE(report.ok());
    CHECK(report->failures.empty());
  }
}

TEST_CASE("steps of convictions of which nothing is expected are not covered by the case") {
  const std::string two = "convictions = [ { section = \"459 PC\" }, { section = \"11359 HS\", county = \"KERN\" } ]\n";
  const auto report = run(one_case(two + "expect = [ { outcome = \"out-of-scope\" } ]\n"));
  REQUIRE(report.ok());
  CHECK(!report->coverage[0].seen_no);
}

TEST_CASE("a case sets parameters for itself only") {
  const policy::Plan plan = plan_with("asked");
  const std::string rest = kConvictions + "expect = [ { outcome = \"grant\" } ]\n";
  const std::string other = policy::testing::replaced(
      one_case(kConvictions + "expect = [ { outcome = \"refuse\" } ]\n"), "\"one\"", "\"two\"");
  const auto report = run_cases(plan, {"c", one_case("set = { asked = true }\n" + rest) + other});
  if (!report) FAIL(to_string(report.error()));
  CHECK(report->failures.empty());
}

TEST_CASE("a case can set every type of parameter") {
  const auto report = run_cases(
      plan_with("asked and age is 18 and test is 'then' and idle is 7 and conviction.charge is in chosen"),
      {"c",
       one_case(
           "set = { asked = true, age = 18, test = \"then\", idle = 7, chosen = [\"11357(a)\", \"11357\"] }\n"
           "convictions = [ { section = \"11357 HS\", county = \"KERN\" } ]\nexpect = [ { outcome = \"grant\" } ]\n")});
  if (!report) FAIL(to_string(report.error()));
  CHECK(report->failures.empty());
}

TEST_CASE("the policy's county is the county of its cases") {
  const policy::Plan plan = policy::testing::shipped_policy("los-angeles");
  const std::string rest =
      "convictions = [ { section = \"11357(A) HS\", county = \"LOS ANGELES\", level = \"felony\", date = 2005-06-01 } "
      "]\n"
      "expect = [ { outcome = \"dismiss\" } ]\n";
  const auto report = run_cases(plan, {"c", "[[case]]\nname = \"one\"\nas_of = 2019-11-11\n" + rest});
  if (!report) FAIL(to_string(report.error()));
  CHECK(report->failures.empty());
  const auto other_county = run_cases(plan, {"c", one_case(rest)});
  REQUIRE(!other_county.ok());
  CHECK(other_county.error().code == "case.fact");
  CHECK(under_caret(other_county.error()) == "Kern");
}

struct Fault {
  std::string text;
  std::string code;
  std::string marked;  // begins what the carets stand under
  std::string advice;
};

TEST_CASE("each fault of a case is refused at its place, with advice") {
  const std::string expect = "expect = [ { outcome = \"refuse\" } ]\n";
  const auto with_conviction = [&](const std::string& keys) {
    return one_case("convictions = [ { " + keys + " } ]\n" + expect);
  };
  const auto with_expect = [&](const std::string& keys) {
    return one_case(kConvictions + "expect = [ { " + keys + " } ]\n");
  };
  const std::vector<Fault> faults = {
      {"", "case.empty", "", "Add"},
      {"[[cases]]\n", "policy.key", "cases", "'case'"},
      {"[[case]\n", "policy.syntax", "", ""},
      {"[case]\nname = \"x\"\n", "policy.type", "[case]", "list"},
      {one_case(kConvictions), "policy.key", "[[case]]", "expect"},
      {one_case(kConvictions + "expect = []\n"), "policy.key", "[[case]]", "expect"},
      {"[[case]]\nas_of = 2019-11-11\ncounty = \"KERN\"\n" + kConvictions + expect, "policy.key", "[[case]]", "name"},
      {"[[case]]\nname = \"x\"\ncounty = \"KERN\"\n" + kConvictions + expect, "policy.key", "[[case]]", "as_of"},
      {"[[case]]\nname = \"x\"\nas_of = \"2019\"\ncounty = \"KERN\"\n" + kConvictions + expect, "policy.type", "2019",
       "date"},
      {"[[case]]\nname = \"x\"\nas_of = 2019-11-11\n" + kConvictions + expect, "policy.key", "[[case]]", "county"},
      {one_case("convictons = []\n" + expect), "case.fact", "{", "conviction"},
      {one_case(kConvictions + "persons = { }\n" + expect), "policy.key", "persons", "'person'"},
      {one_case(kConvictions + "person = { borne = 1960-01-01 }\n" + expect), "policy.key", "borne", "'born'"},
      {one_case(kConvictions + "person = { died = 2001-01-01 }\n" + expect), "policy.type", "2001-01-01",
       "true or false"},
      {one_case(kConvictions + "person = { born = \"1960-13\" }\n" + expect), "case.fact", "1960-13", "1998"},
      {one_case(kConvictions + "person = { born = \"about 1960\" }\n" + expect), "case.fact", "about 1960", "1998"},
      {one_case(kConvictions + "person = { born = 1960 }\n" + expect), "case.fact", "1960", "1998"},
      {with_conviction("sektion = \"11359 HS\""), "policy.key", "sektion", "'section'"},
      {with_conviction("section = \"HSC 11359\""), "case.fact", "HSC 11359", "11359 HS"},
      {with_conviction("level = \"Felony\""), "case.fact", "Felony", "felony"},
      {with_conviction("date = \"1998-02-30\""), "case.fact", "1998-02-30", "1998-05"},
      {with_conviction("date = \"1998 or\""), "case.fact", "1998 or", "1998-05"},
      {with_conviction("date = \"1998 or 1998\""), "case.fact", "1998 or 1998", "1998-05"},
      {with_conviction("date = \"98\""), "case.fact", "98", "1998-05"},
      {with_conviction("sentence = [\"3\"]"), "case.fact", "[\"3\"]", "3 years"},
      {with_conviction("sentence = [\"3 weeks\"]"), "case.fact", "[\"3 weeks\"]", "3 years"},
      {with_conviction("sentence = [\"-3 years\"]"), "case.fact", "[\"-3 years\"]", "3 years"},
      {with_conviction("same_case = 1"), "case.fact", "1", "listed earlier"},
      {with_conviction("same_cycle = 0"), "case.fact", "0", "listed earlier"},
      {one_case("convictions = [ { section = \"459 PC\" }, { same_case = 1, same_cycle = 1 } ]\n" + expect),
       "case.fact", "{ same_case", "Keep one"},
      {one_case("convictions = [ { section = \"459 PC\", unidentified = true }, { same_case = 1 } ]\n" + expect),
       "case.fact", "{ same_case", "Keep one"},
      {one_case(kConvictions + "registrations = [ { charge = \"290 PC\" } ]\n" + expect), "policy.key", "charge",
       "is_pc290"},
      {one_case(kConvictions + "other_counts = [ { section = \"459 PC\" } ]\n" + expect), "case.fact", "{ section",
       "same_cycle"},
      {one_case(kConvictions + "other_counts = [ { same_cycle = 1 } ]\n" + expect), "case.fact", "{ same_cycle",
       "section"},
      {one_case(kConvictions + "set = { agee = 50 }\n" + expect), "policy.key", "agee", "'age'"},
      {one_case(kConvictions + "set = { age = 17 }\n" + expect), "case.fact", "17", "from 18 to 120"},
      {one_case(kConvictions + "set = { age = 2019-01-01 }\n" + expect), "policy.type", "2019-01-01", "number"},
      {with_expect("outcome = \"grand\""), "policy.outcome", "grand", "'grant'"},
      {with_expect("outcome = \"out-of-scop\""), "policy.outcome", "out-of-scop", "'out-of-scope'"},
      {with_expect("step = \"tested\""), "policy.key", "{ step", "outcome"},
      {with_expect("outcome = \"grant\", step = \"testet\""), "policy.step", "testet", "'tested'"},
      {with_expect("outcome = \"grant\", possible = [\"grand\"]"), "policy.outcome", "[\"grand\"]", "'grant'"},
      {with_expect("outcome = \"grant\", conviction = 2"), "case.fact", "{ outcome", "as many"},
      {with_expect("outcome = \"grant\", conviction = 0"), "case.fact", "{ outcome", "as many"},
      {with_expect("outcome = \"grant\" }, { outcome = \"grant\""), "case.fact", "{ outcome", "as many"},
      {with_expect("outcome = \"grant\", resaon = \"x\""), "policy.key", "resaon", ""},
      {one_case(kConvictions + expect) + one_case(kConvictions + expect), "case.name", "one", "own name"},
  };
  for (const Fault& fault : faults) {
    CAPTURE(fault.text);
    const auto report = run(fault.text);
    REQUIRE(!report.ok());
    CHECK_MESSAGE(report.error().code == fault.code, to_string(report.error()));
    CHECK_MESSAGE(under_caret(report.error()).starts_with(fault.marked), under_caret(report.error()));
    CHECK_MESSAGE(report.error().next_step.find(fault.advice) != std::string::npos, report.error().next_step);
    CHECK(report.error().kind == ErrorKind::kUsage);
    CHECK(report.error().place.file == "small.cases.toml");
  }
}

TEST_CASE("a county that the state does not have is refused, of a case and of a conviction") {
  const std::vector<std::string> counties = {"KERN", "LOS ANGELES"};
  const auto fault = [&](const std::string& text) {
    const auto report = run_cases(plan_with("person.is_deceased"), {"small.cases.toml", text}, counties);
    REQUIRE(!report.ok());
    CHECK(report.error().code == "case.fact");
    CHECK(report.error().next_step.find("'KERN'") != std::string::npos);
    return under_caret(report.error());
  };
  const std::string expect = "expect = [ { outcome = \"refuse\" } ]\n";
  const std::string head = "[[case]]\nname = \"x\"\nas_of = 2019-11-11\n";
  CHECK(fault(head + "county = \"Kerne\"\n" + kConvictions + expect).starts_with("Kerne"));
  CHECK(fault(one_case("convictions = [ { section = \"11359 HS\", county = \"Kerne\" } ]\n" + expect))
            .starts_with("Kerne"));
  // The first of two faults is told.
  const auto report = run_cases(
      plan_with("person.is_deceased"),
      {"c", one_case("convictions = [ { section = \"HSC 11359\", county = \"Kerne\" } ]\n" + expect)}, counties);
  REQUIRE(!report.ok());
  CHECK(under_caret(report.error()).starts_with("HSC 11359"));
}

TEST_CASE("a case with several answers that are wrong has failed once") {
  const auto report =
      run(one_case("convictions = [ { section = \"11359 HS\", county = \"KERN\" }, "
                   "{ section = \"11359 HS\", county = \"KERN\" } ]\n"
                   "expect = [ { outcome = \"grant\" }, { outcome = \"grant\" } ]\n"));
  if (!report) FAIL(to_string(report.error()));
  CHECK(report->failures.size() == 2);
  CHECK(report->cases == 1);
  CHECK(report->failed_cases == 1);
}

TEST_CASE("a cut-off file of cases is an error, not a crash") {
  const std::string text =
      one_case("person = { born = 1960-01-01 }\n" + kConvictions + "expect = [ { outcome = \"refuse\" } ]\n");
  for (std::size_t i = 0; i + 3 < text.size(); ++i) CHECK(!run(text.substr(0, i)).ok());
}

}  // namespace
}  // namespace redress::evaluate
