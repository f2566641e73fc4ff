#include "evaluate/person_cache.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "evaluate/case_records.h"

namespace redress::evaluate::testing {
namespace {

// A life of many convictions: every level, several sections, sentences, partial and missing dates, some of one case.
std::string many_convictions(std::size_t number) {
  constexpr const char* kSections[] = {"11357(A) HS", "11358 HS", "11359 HS",        "664/11359 HS", "459 PC",
                                       "187(A) PC",   "136.1 PC", "186.22(B)(4) PC", "602",          "unreadable"};
  std::string text = "person = { born = 1960-02-29 }\nconvictions = [\n";
  for (std::size_t i = 0; i < number; ++i) {
    text += "  { section = \"" + std::string(kSections[i * 7 % std::size(kSections)]) + "\"";
    if (i % 11 != 3) text += ", level = \"" + std::string(i % 5 == 0 ? "misdemeanor" : "felony") + "\"";
    if (i % 13 != 5)
      text += ", date = " + (i % 9 == 4 ? "\"199" + std::to_string(i % 10) + "\""
                                        : "200" + std::to_string(i % 8) + "-0" + std::to_string(1 + i % 9) + "-15");
    text += ", county = \"LOS ANGELES\"";
    if (i % 6 == 2)
      text += ", sentence = [\"" + std::to_string(i % 30) + " years\"]";
    else if (i % 17 == 9)
      text += ", sentence = [\"life\"]";
    if (i % 10 == 7) text += ", same_case = " + std::to_string(i);
    text += " },\n";
  }
  return text + "]\n";
}

void check_same_as_worked_out(const policy::Plan& plan, const RunFacts& run, std::size_t number) {
  const CasePerson read = record(many_convictions(number));
  const PersonEvaluation remembered(plan, read.person, run);
  for (std::size_t i = 0; i < read.person.convictions.size(); ++i) {
    CAPTURE(i);
    // With full detail nothing is remembered.
    const Decision quick = remembered.decide(i, Detail::kAnswer);
    const Decision whole = remembered.decide(i, Detail::kFull);
    CHECK(quick.answer == whole.answer);
    CHECK(quick.possible == whole.possible);
    CHECK(quick.deciding == whole.deciding);
    const std::vector<StepTrace> may_hold = steps_that_may_hold(whole);
    REQUIRE(quick.steps.size() == may_hold.size());
    for (std::size_t k = 0; k < quick.steps.size(); ++k) {
      CHECK(quick.steps[k].step == may_hold[k].step);
      CHECK(quick.steps[k].truth == may_hold[k].truth);
    }
  }
}

TEST_CASE("what is remembered for many convictions is what would be worked out for each") {
  for (const std::size_t number : {std::size_t{31}, std::size_t{32}, std::size_t{200}}) {
    CAPTURE(number);
    check_same_as_worked_out(policy::testing::shipped_policy("los-angeles"), run_of(), number);
  }
}

TEST_CASE("what hangs on the cycle or the arrest is remembered for those that share them only") {
  for (const std::string when :
       {"any(person.convictions in sets.grave, not it.is_of_same_cycle)",
        "any(person.convictions, it.date is before conviction.charging_date)",
        "any(person.convictions in sets.grave, it.arrest_date is before conviction.offense_date)"}) {
    CAPTURE(when);
    const policy::Plan plan = policy::testing::plan_with(when);
    std::string text = many_convictions(200);
    for (std::size_t at = text.find("level = "), i = 0; at != std::string::npos;
         at = text.find("level = ", at + 40), ++i) {
      if (i % 3 == 0) text.insert(at, "arrested = 2001-0" + std::to_string(1 + i % 9) + "-01, ");
    }
    const CasePerson read = record(text);
    const RunFacts run = run_of();
    const PersonEvaluation remembered(plan, read.person, run);
    for (std::size_t i = 0; i < read.person.convictions.size(); ++i) {
      const Decision quick = remembered.decide(i, Detail::kAnswer);
      const Decision whole = remembered.decide(i, Detail::kFull);
      CHECK(quick.possible == whole.possible);
      CHECK(quick.deciding == whole.deciding);
    }
  }
}

TEST_CASE("convictions that are alike are asked about once") {
  const policy::Plan plan =
      policy::testing::plan_with("count(person.convictions, it.date is before conviction.date) is at least 1");
  std::string text = "convictions = [\n";
  for (int i = 0; i < 40; ++i)
    text += "  { section = \"11359 HS\", level = \"felony\", date = 2001-01-01, county = \"KERN\" },\n";
  text += "  { section = \"11359 HS\", level = \"felony\", date = \"2001\", county = \"KERN\" },\n]\n";
  const CasePerson read = record(text);
  PersonCache cache(plan, read.person);
  const policy::Expression& count = plan.steps.front().when->children.front();
  const auto first = cache.key(count, read.person.convictions[0]);
  REQUIRE(first);
  CHECK(first == cache.key(count, read.person.convictions[39]));
  CHECK_FALSE(PersonCache::is_of_person(*first));
  // A partial date is no certain fact.
  CHECK_FALSE(cache.key(count, read.person.convictions[40]));
}

TEST_CASE("a list that asks for nothing of the conviction is asked once for the person") {
  const policy::Plan plan = policy::testing::plan_with("count(person.convictions) is at least 1");
  const CasePerson read = record(many_convictions(40));
  PersonCache cache(plan, read.person);
  const auto key = cache.key(plan.steps.front().when->children.front(), read.person.convictions[3]);
  REQUIRE(key);
  CHECK(PersonCache::is_of_person(*key));
  const Date day{2019, 11, 11};
  CHECK(cache.find(*key, day) == nullptr);
  cache.remember(*key, {Truth::kYes, {}, {}, {}});
  REQUIRE(cache.find(*key, day) != nullptr);
  CHECK(cache.find(*key, day)->truth == Truth::kYes);
}

TEST_CASE("an answer is remembered for the days on which it is the same, and for no other") {
  const policy::Plan plan = policy::testing::plan_with("count(person.convictions) is at least 1");
  const CasePerson read = record(many_convictions(40));
  PersonCache cache(plan, read.person);
  cache.remember("key", {Truth::kNo, {}, {}, {}, {{2021, 1, 1}, {2021, 12, 31}}});
  cache.remember("key", {Truth::kYes, {}, {}, {}, {{2019, 11, 11}, {2020, 6, 30}}});
  CHECK(cache.find("key", {2019, 11, 10}) == nullptr);
  REQUIRE(cache.find("key", {2020, 6, 30}) != nullptr);
  CHECK(cache.find("key", {2020, 6, 30})->truth == Truth::kYes);
  CHECK(cache.find("key", {2020, 7, 1}) == nullptr);
  REQUIRE(cache.find("key", {2021, 1, 1}) != nullptr);
  CHECK(cache.find("key", {2021, 1, 1})->truth == Truth::kNo);
  CHECK(cache.find("key", {2022, 1, 1}) == nullptr);
  CHECK(cache.find("other", {2021, 1, 1}) == nullptr);
}

TEST_CASE("for a person of few convictions nothing is remembered") {
  const policy::Plan plan = policy::testing::plan_with("count(person.convictions) is at least 1");
  const CasePerson read = record(many_convictions(31));
  PersonCache cache(plan, read.person);
  CHECK_FALSE(cache.key(plan.steps.front().when->children.front(), read.person.convictions[0]));
}

}  // namespace
}  // namespace redress::evaluate::testing
