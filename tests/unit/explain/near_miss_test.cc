#include "explain/near_miss.h"

#include <doctest/doctest.h>

#include <string>

#include "explain/record_builder.h"
#include "explain/step_words.h"

using namespace redress;
using namespace redress::explain;
using namespace redress::explain::testing;

namespace {

// The small policy, whose step 5 also holds under this condition.
policy::Plan plan_that_also_asks(std::string_view condition) {
  constexpr std::string_view kAge = "person.birth_date + dismiss_at_age years is on or before run.as_of";
  std::string text(kSmallPolicy);
  text.replace(text.find(kAge), kAge.size(), std::string(kAge) + " or " + std::string(condition));
  auto plan = policy::compile_policy({"small.toml", text}, small_sets());
  if (!plan) FAIL(to_string(plan.error()));
  return *std::move(plan);
}

// A person whom no other step comes near to: 50 in the year 2040, a felony long before the change of law.
PersonBuilder young(model::DateFact date) {
  PersonBuilder builder;
  builder.person.birth_date = day(1990, 1, 1);
  builder.conviction("11359 HS", date);
  return builder;
}

std::int64_t days_missing(const PersonBuilder& builder, std::string_view condition) {
  const policy::Plan plan = plan_that_also_asks(condition);
  const evaluate::RunFacts run = small_run();
  const evaluate::PersonEvaluation evaluation(plan, builder.person, run);
  const evaluate::Decision decision = evaluation.decide(0, evaluate::Detail::kFull);
  const auto miss = nearest_miss(plan, decision);
  REQUIRE(miss);
  REQUIRE(plan.steps[miss->step].id == "older-than-age");
  return miss->days;
}

// What is said of step 5, of the first conviction.
std::string words_of_step(const PersonBuilder& builder, std::string_view condition) {
  const policy::Plan plan = plan_that_also_asks(condition);
  const evaluate::RunFacts run = small_run();
  const evaluate::PersonEvaluation evaluation(plan, builder.person, run);
  const evaluate::Decision decision = evaluation.decide(0, evaluate::Detail::kFull);
  return step_words(BuiltRecord{builder}.shown(), plan, conviction_at(0), decision.steps[4]);
}

constexpr const char* kNoneRecent = "not any(person.convictions, it.date is after run.as_of - 10 years)";

}  // namespace

TEST_CASE("one conviction a day too late is missed by a day") {
  CHECK(days_missing(young(day(2009, 11, 12)), kNoneRecent) == 1);
}

TEST_CASE("of several convictions in the way the one farthest off counts") {
  PersonBuilder builder = young(day(2009, 11, 12));
  builder.conviction("459 PC", day(2009, 11, 21));
  builder.conviction("459 PC", day(2001, 1, 1));
  CHECK(days_missing(builder, kNoneRecent) == 10);
}

TEST_CASE("of several convictions of which one would do the nearest counts") {
  PersonBuilder builder = young(day(2009, 11, 12));
  builder.person.convictions[0].sentence_end = day(2019, 11, 2);
  builder.conviction("459 PC", day(2001, 1, 1)).sentence_end = day(2019, 11, 9);
  CHECK(days_missing(builder, "any(person.convictions, it.sentence_end is after run.as_of)") == 3);
}

TEST_CASE("all that do not fulfil a condition have to come to it") {
  PersonBuilder builder = young(day(1999, 1, 1));
  builder.conviction("459 PC", day(2000, 1, 5));
  CHECK(days_missing(builder, "all(person.convictions, it.date is before 2000-01-01)") == 5);
}

TEST_CASE("a list that asks for more than a date is missed by the date only where the rest holds") {
  PersonBuilder builder = young(day(2009, 11, 12));
  builder.conviction("459 PC", day(2019, 11, 1)).level = model::known(model::Level::kMisdemeanor);
  CHECK(days_missing(builder,
                     "any(person.convictions, it.level is 'felony' and it.date is after run.as_of - 10 years - 1 days)"
                     " and conviction.date is on or after 2009-11-14") == 2);
}

TEST_CASE("a step about sentences names the end of each sentence that counts, and the latest where none does") {
  PersonBuilder builder = young(day(2009, 11, 12));
  builder.person.convictions[0].sentence_end = day(2021, 11, 12);
  const auto words = [&](std::string_view condition) { return words_of_step(builder, condition); };
  CHECK(words("any(person.convictions, it.sentence_end is after run.as_of)")
            .find("11359 HS of 2009-11-12 (row 2), sentence ends 2021-11-12") != std::string::npos);
  CHECK(words("any(person.convictions, it.sentence_end is before run.as_of)")
            .find("none of 1 conviction; the latest sentence ends 2021-11-12") != std::string::npos);
}

TEST_CASE("the end of the sentence of the conviction decided on is not told as that of another") {
  PersonBuilder builder = young(day(2009, 11, 12));
  builder.person.convictions[0].sentence_end = day(2011, 11, 12);
  builder.conviction("459 PC", day(2012, 1, 1)).sentence_end = day(2012, 3, 1);
  const auto words = [&](std::string_view condition) { return words_of_step(builder, condition); };
  const std::string after = words("any(person.convictions, it.date is after conviction.sentence_end)");
  CHECK(after.find("459 PC of 2012-01-01") != std::string::npos);
  CHECK(after.find("sentence ends") == std::string::npos);
  const std::string none = words("any(person.convictions, it.date is after conviction.sentence_end + 5 years)");
  CHECK(none.find("none of 2 convictions") != std::string::npos);
  CHECK(none.find("sentence ends") == std::string::npos);
}
