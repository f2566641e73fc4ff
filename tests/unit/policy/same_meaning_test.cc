#include "policy/words/same_meaning.h"

#include <doctest/doctest.h>

#include "policy/policy_texts.h"

namespace redress::policy {
namespace {

using testing::plan_with;

bool are_same(std::string_view a, std::string_view b) {
  const Plan plan_a = plan_with(a);
  const Plan plan_b = plan_with(b);
  return have_same_meaning(plan_a, plan_a.steps[0].when, plan_b, plan_b.steps[0].when);
}

TEST_CASE("a condition means the same as itself, and something else when any part of it is another") {
  const std::vector<std::string_view> conditions = {
      "conviction.level is 'felony'",
      "conviction.level is not 'felony'",
      "conviction.level is 'misdemeanor'",
      "conviction.date is before 2001-02-03",
      "conviction.date is on or before 2001-02-03",
      "conviction.date is before 2001-02-04",
      "conviction.date + 1 years is before 2001-02-03",
      "conviction.date + 1 months is before 2001-02-03",
      "conviction.date - 1 years is before 2001-02-03",
      "person.birth_date + age years is on or before run.as_of",
      "person.birth_date + idle years is on or before run.as_of",
      "conviction.charge is in sets.grave",
      "conviction.charge is in chosen",
      "any(person.convictions in sets.grave)",
      "any(person.convictions in sets.gang)",
      "any(person.registrations)",
      "any(person.convictions in sets.grave, it.date is before conviction.date)",
      "count(person.convictions) is at least 2",
      "count(person.convictions) is at least 3",
      "conviction.level is 'felony' and conviction.is_attempt",
      "conviction.level is 'felony' or conviction.is_attempt",
  };
  for (std::size_t i = 0; i < conditions.size(); ++i) {
    for (std::size_t k = 0; k < conditions.size(); ++k) {
      CAPTURE(conditions[i]);
      CAPTURE(conditions[k]);
      CHECK(are_same(conditions[i], conditions[k]) == (i == k));
    }
  }
}

TEST_CASE("a condition that is absent is the same only as another absent one") {
  const Plan plan = plan_with("conviction.is_attempt");
  CHECK(have_same_meaning(plan, plan.steps[2].when, plan, plan.steps[2].when));
  CHECK(!have_same_meaning(plan, plan.steps[0].when, plan, plan.steps[2].when));
}

TEST_CASE("lists are the same with the same entries in any order, and others with one entry that is other") {
  const std::vector<SectionSetFile> sets = testing::small_sets();
  CHECK(have_same_entries(*sets[1].set, *sets[1].set));
  CHECK(!have_same_entries(*sets[1].set, *sets[2].set));
  const auto read = [](std::string_view entries) {
    auto set =
        read_section_set({"s.toml", "[set]\nid = \"t.s\"\ntitle = \"S\"\ncite = \"HSC 1\"\n" + std::string(entries)});
    REQUIRE(set.ok());
    return *std::move(set);
  };
  const std::string one = "[[entry]]\nsection = \"PC 1\"\nattempts = \"no\"\n";
  const std::string two = "[[entry]]\nsection = \"PC 2\"\nattempts = \"no\"\n";
  CHECK(have_same_entries(*read(one + two).set, *read(two + one).set));
  CHECK(!have_same_entries(*read(one + two).set, *read(one).set));
  CHECK(!have_same_entries(*read(one).set, *read(one + two).set));
  CHECK(!have_same_entries(*read(one).set, *read("[[entry]]\nsection = \"PC 1\"\nattempts = \"yes\"\n").set));
}

}  // namespace
}  // namespace redress::policy
