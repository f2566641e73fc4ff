#include "explain/answer_words.h"

#include <doctest/doctest.h>

#include "explain/record_builder.h"

using namespace redress;
using namespace redress::explain;
using namespace redress::explain::testing;

TEST_CASE("texts are joined as one says them") {
  const std::vector<std::string> texts = {"A", "B", "C"};
  CHECK(joined_by_or(std::span(texts).first(0)).empty());
  CHECK(joined_by_or(std::span(texts).first(1)) == "A");
  CHECK(joined_by_or(std::span(texts).first(2)) == "A or B");
  CHECK(joined_by_or(texts) == "A, B or C");
}

TEST_CASE("a sentence ends in one mark") {
  CHECK(as_sentence("it holds") == "it holds.");
  CHECK(as_sentence("does it hold?") == "does it hold?");
  CHECK(as_sentence("it holds.") == "it holds.");
  CHECK(as_sentence("").empty());
}

TEST_CASE("a step is known by its number, and by its id where it has none") {
  policy::Plan plan = small_plan();
  CHECK(short_step_name(plan, 4) == "5");
  plan.steps[4].number.clear();
  CHECK(short_step_name(plan, 4) == "older-than-age");
}

TEST_CASE("the step that decides is named, or the steps of which one does") {
  const policy::Plan plan = small_plan();
  evaluate::Decision decision;
  decision.deciding_step = 4;
  CHECK(deciding_steps(plan, decision) == "step 5");
  decision.one_of_steps = {0, 1, 4};
  CHECK(deciding_steps(plan, decision) == "one of the steps 0, 1 or 5");
}

TEST_CASE("a later answer names the step where one decides, and the end of the policy where none answers") {
  const policy::Plan plan = small_plan();
  CHECK(later_words(plan, {{2024, 2, 11}, 2, 4}) == "from 2024-02-11 on Eligible for Dismissal (step 5)");
  CHECK(later_words(plan, {{2024, 2, 11}, plan.needs_review_outcome(), {}}) == "from 2024-02-11 on Needs Review");
  CHECK(later_words(plan, {{2030, 1, 1}, {}, {}}) == "from 2030-01-01 on no answer: the policy ends before");
}
