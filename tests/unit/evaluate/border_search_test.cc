#include "evaluate/border_search.h"

#include <doctest/doctest.h>

#include "evaluate/case_records.h"

namespace redress::evaluate {
namespace {

using testing::Held;
using Days = std::vector<std::int64_t>;

constexpr std::string_view kRecord = "convictions = [ { section = \"11358 HS\", date = 2010-06-01 } ]\n";
constexpr Date kBorder{2010, 5, 1};

// The values that stand for all days of the offense from `least` to `most`; nothing where none can.
std::optional<Days> days_that_stand(std::string_view condition, Date least = {2009, 6, 1}, Date most = {2010, 6, 1}) {
  const Held held(condition, std::string(kRecord));
  const model::Conviction& conviction = held.record.person.convictions.front();
  PersonCache cache(held.plan, held.record.person);
  ConditionWalker walker(held.plan, held.record.person, held.run, cache, conviction, {SubjectKind::kConviction, 0});
  BorderSearch search(walker, std::nullopt, to_days(least), to_days(most));
  if (!search.look_at(*held.plan.steps.front().when)) return std::nullopt;
  return search.take_values();
}

TEST_CASE("the border of a comparison and its neighbors stand for all days, each once, whichever side is asked") {
  const std::int64_t border = to_days(kBorder);
  const Days around = {border - 1, border, border + 1};
  CHECK(days_that_stand("conviction.offense_date is before 2010-05-01") == around);
  CHECK(days_that_stand("not conviction.offense_date is after 2010-05-01 or person.is_deceased") == around);
  CHECK(days_that_stand("conviction.offense_date is before 2010-05-01 and conviction.offense_date is after 2010-05-01") ==
        around);
  CHECK(days_that_stand("conviction.offense_date is before 2010-05-01 or conviction.offense_date is before 2010-05-02") ==
        Days{border - 1, border, border + 1, border + 2});
}

TEST_CASE("days that the fact cannot have do not stand") {
  const std::int64_t border = to_days(kBorder);
  CHECK(days_that_stand("conviction.offense_date is before 2010-05-01", {2009, 6, 1}, kBorder) ==
        Days{border - 1, border});
  CHECK(days_that_stand("conviction.offense_date is before 1990-01-01") == Days{});
}

TEST_CASE("a condition that does not ask for the fact has no borders") {
  CHECK(days_that_stand("conviction.date is before 2010-05-01") == Days{});
}

TEST_CASE("no few days stand where the fact is asked in a list, is moved, or is held against what moves") {
  CHECK(!days_that_stand("any(person.convictions, it.date is before conviction.offense_date)"));
  CHECK(!days_that_stand("conviction.offense_date + 1 year is before 2010-05-01"));
  CHECK(!days_that_stand("conviction.offense_date is before run.as_of"));
}

}  // namespace
}  // namespace redress::evaluate
