// Law by date: which days a policy answers, and what stands in it on them.
#include <doctest/doctest.h>

#include "policy/policy_texts.h"

namespace redress::policy {
namespace {

constexpr std::string_view kDatedHead = R"toml([policy]
id = "t.dated"
title = "Dated"
version = "1"
kind = "county"
unit = "conviction"
{policy}
[sets]
plants = "t.dated-plants"
[scope]
when = "conviction.charge is in sets.plants"
sections = "plants"
[parameters.age]
type = "years"
label = "Age"
min = 18
{parameter}
[[outcome]]
id = "dismiss"
label = "Dismissal"
relief = "dismissal"
[[outcome]]
id = "none"
label = "None"
relief = "none"
[[step]]
id = "age"
when = "person.birth_date + age years is on or before run.as_of"
outcome = "dismiss"
reason = "{age} years"
from = 2018-07-01
[[step]]
id = "rest"
outcome = "none"
reason = "Rest"
[[beside]]
id = "serving"
kind = "route"
label = "Serving the sentence"
when = "conviction.sentence_end is after run.as_of"
cite = "HSC 100"
note = "A note"
)toml";

std::string filled(std::string_view policy, std::string_view parameter) {
  std::string text(kDatedHead);
  text.replace(text.find("{policy}"), 8, policy);
  text.replace(text.find("{parameter}"), 11, parameter);
  return text;
}

std::vector<SectionSetFile> dated_sets(std::string_view dates) {
  std::vector<SectionSetFile> sets;
  auto set = read_section_set(
      {"set.toml", "[set]\nid = \"t.dated-plants\"\ntitle = \"Plants\"\ncite = \"HSC 100\"\n" + std::string(dates) +
                       "\n[[entry]]\nsection = \"HSC 11358\"\nattempts = \"yes\"\n"
                       "[[entry]]\nsection = \"HSC 11359\"\nattempts = \"yes\"\nfrom = 2019-01-01\n"});
  if (!set) FAIL(to_string(set.error()));
  sets.push_back(*std::move(set));
  return sets;
}

Plan dated_plan(std::string_view policy, std::string_view parameter = "default = 50", std::string_view set = "") {
  auto plan = compile_policy({"dated.toml", filled(policy, parameter)}, dated_sets(set));
  if (!plan) FAIL(to_string(plan.error()));
  return *std::move(plan);
}

std::string answer_words_on(const Plan& plan, Date day) {
  const Status answer = has_answer_on(plan, day);
  if (answer) return "until " + to_iso(has_answer_until(plan, day));
  CHECK(answer.error().code == "policy.no_answer");
  CHECK(answer.error().kind == ErrorKind::kUsage);
  CHECK(!answer.error().next_step.empty());
  return answer.error().cause;
}

TEST_CASE("a policy answers from its first day to its last, both included") {
  const Plan plan = dated_plan("from = 2019-01-01\nuntil = 2019-12-31");
  CHECK(answer_words_on(plan, {2018, 12, 31}) ==
        "the policy t.dated has no answer as of 2018-12-31: the policy t.dated is in force from 2019-01-01 until "
        "2019-12-31 only");
  CHECK(answer_words_on(plan, {2019, 1, 1}) == "until 2019-12-31");
  CHECK(answer_words_on(plan, {2019, 12, 31}) == "until 2019-12-31");
  CHECK(answer_words_on(plan, {2020, 1, 1}) ==
        "the policy t.dated has no answer as of 2020-01-01: the policy t.dated is in force from 2019-01-01 until "
        "2019-12-31 only");
  CHECK(answer_words_on(dated_plan(""), {2020, 1, 1}) == "until 9999-12-31");
}

TEST_CASE("a parameter or a section set out of force leaves the policy without an answer") {
  CHECK(
      answer_words_on(dated_plan("", "default = 50\nuntil = 2020-06-30"), {2020, 7, 1}) ==
      "the policy t.dated has no answer as of 2020-07-01: the parameter 'age' of the policy t.dated is in force until "
      "2020-06-30 only");
  CHECK(answer_words_on(dated_plan("", "default = 50\nuntil = 2020-06-30"), {2020, 6, 30}) == "until 2020-06-30");
  CHECK(answer_words_on(dated_plan("", "default = 50", "from = 2019-01-01"), {2018, 12, 31}) ==
        "the policy t.dated has no answer as of 2018-12-31: the section set t.dated-plants of the policy t.dated is in "
        "force "
        "from 2019-01-01 only");
  CHECK(answer_words_on(dated_plan("", "default = 50", "until = 2021-01-31"), {2019, 1, 1}) == "until 2021-01-31");
}

constexpr std::string_view kTwoValues =
    "default = [{ value = 55, from = 2020-01-01, until = 2020-12-31 }, "
    "{ value = 50, from = 2018-01-01, until = 2019-12-31 }, { value = 60, from = 2022-01-01 }]";

TEST_CASE("of a dated default each value has its days, and a gap between them has no answer") {
  const Plan plan = dated_plan("", kTwoValues);
  const Parameter& age = plan.parameters.front();
  CHECK(std::get<std::int64_t>(age.value_on({2019, 12, 31})) == 50);
  CHECK(std::get<std::int64_t>(age.value_on({2020, 1, 1})) == 55);
  CHECK(std::get<std::int64_t>(age.value_on({2022, 1, 1})) == 60);
  CHECK(std::get<std::int64_t>(age.value) == 60);
  CHECK(answer_words_on(plan, {2018, 6, 1}) == "until 2020-12-31");
  CHECK(answer_words_on(plan, {2021, 1, 1}) ==
        "the policy t.dated has no answer as of 2021-01-01: a value of the parameter 'age' of the policy t.dated is in "
        "force "
        "from 2018-01-01 until 2019-12-31, from 2020-01-01 until 2020-12-31, from 2022-01-01 only");
  CHECK(answer_words_on(plan, {2022, 1, 1}) == "until 9999-12-31");
  CHECK(std::get<std::int64_t>(with_values_on(plan, {2019, 6, 1}).parameters.front().value) == 50);
}

TEST_CASE("a value that a person chooses holds on every day") {
  const auto chosen = with_settings(dated_plan("", kTwoValues), std::vector<Setting>{{"age", "40", "--set"}});
  REQUIRE(chosen);
  CHECK(std::get<std::int64_t>(chosen->parameters.front().value_on({2021, 1, 1})) == 40);
  CHECK(answer_words_on(*chosen, {2021, 1, 1}) == "until 9999-12-31");
}

TEST_CASE("an entry outside its dates is not in the set that day") {
  const Plan plan = dated_plan("");
  const citation::SectionSet& set = *plan.sets.front().set;
  const auto member_on = [&](Date day) { return set.on(day).match(*citation::parse_charge("11359 HS"), {}).truth; };
  CHECK(member_on({2018, 12, 31}) == Truth::kNo);
  CHECK(member_on({2019, 1, 1}) == Truth::kYes);
  CHECK(set.on({2018, 1, 1}).match(*citation::parse_charge("11358 HS"), {}).truth == Truth::kYes);
  CHECK(set.same_until({2018, 1, 1}) == Date{2018, 12, 31});
  CHECK(set.same_until({2019, 1, 1}) == kLastDay);
}

TEST_CASE("two entries may speak of the same citations on different days, and only then") {
  const auto read = [](std::string_view second) {
    return read_section_set(
        {"set.toml",
         "[set]\nid = \"a\"\ntitle = \"A\"\ncite = \"PC 1\"\n[[entry]]\nsection = \"PC 187\"\n"
         "attempts = \"yes\"\nuntil = 2019-12-31\n[[entry]]\nsection = \"PC 187\"\nattempts = \"no\"\n" +
             std::string(second)});
  };
  CHECK(read("from = 2020-01-01"));
  REQUIRE(!read("from = 2019-12-31"));
  CHECK(read("from = 2019-12-31").error().code == "policy.duplicate");
  REQUIRE(!read("from = 2020-01-02\nuntil = 2020-01-01"));
  CHECK(read("from = 2020-01-02\nuntil = 2020-01-01").error().code == "policy.dates");
}

TEST_CASE("the policy in words shows the dates, and what stands beside the determination") {
  const Plan plan = dated_plan("until = 2030-12-31", kTwoValues);
  const std::string words = policy_in_words(plan, dated_sets(""));
  for (const std::string_view line :
       {"In force           until 2030-12-31; it has no answer for other days",
        "By date          50 from 2018-01-01 until 2019-12-31;", "With dates       1 of the entries",
        "In force         from 2018-07-01", "Beside the determination: Serving the sentence (serving)",
        "Kind             How relief is asked for",
        "It holds when    the end of sentence of this conviction is after the as-of date"}) {
    CHECK_MESSAGE(words.find(line) != std::string::npos, line, "\n", words);
  }
}

TEST_CASE("a policy with the criteria of another answers on the days of both") {
  const SourceText other{"dated.toml", filled("until = 2030-12-31", "default = 50")};
  const auto compiled_with = [&](std::string_view dates) {
    return compile_policy(
        {"same.toml",
         "[policy]\nid = \"t.same\"\ntitle = \"Same\"\nversion = \"1\"\nkind = \"county\"\nunit = \"conviction\"\n"
         "same_as = \"t.dated\"\n" +
             std::string(dates)},
        dated_sets(""), std::vector<SourceText>{other});
  };
  const auto plan = compiled_with("from = 2020-01-01");
  REQUIRE(plan);
  CHECK(plan->in_force == DateSpan{{2020, 1, 1}, {2030, 12, 31}});
  CHECK(plan->beside.size() == 1);
  REQUIRE(!compiled_with("from = 2031-01-01"));
  CHECK(compiled_with("from = 2031-01-01").error().code == "policy.dates");
}

}  // namespace
}  // namespace redress::policy
