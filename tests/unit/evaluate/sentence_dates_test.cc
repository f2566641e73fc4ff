#include "evaluate/sentence_dates.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "evaluate/case_records.h"
#include "model/sentence.h"

namespace redress::evaluate {
namespace {

// A year after February 29, 2016 is March 1, 2017, or February 28 where a policy says so; 366 days after it is March 1,
// 2017, under either rule.
model::Conviction sentenced(std::vector<model::SentencePart> parts) {
  model::Conviction conviction;
  conviction.date = model::known_date({2016, 2, 29});
  conviction.sentence = std::move(parts);
  conviction.sentence_end = model::sentence_end(conviction.date, conviction.sentence);
  conviction.sentence_end_earliest = model::sentence_end_earliest(conviction.date, conviction.sentence);
  return conviction;
}

TEST_CASE("the end of a sentence follows the leap rule of the policy") {
  const model::Conviction conviction = sentenced({{1, model::SentenceUnit::kYears}, {10, model::SentenceUnit::kDays}});
  CHECK(sentence_end_under(LeapRule::kMarch1, conviction).span.last == Date{2017, 3, 11});
  CHECK(sentence_end_under(LeapRule::kFebruary28, conviction).span.last == Date{2017, 3, 10});
  CHECK(sentence_end_earliest_under(LeapRule::kMarch1, conviction).span.first == Date{2017, 3, 1});
  CHECK(sentence_end_earliest_under(LeapRule::kFebruary28, conviction).span.first == Date{2017, 2, 28});
}

TEST_CASE("an end that somebody supplied stands under every rule") {
  model::Conviction conviction = sentenced({{1, model::SentenceUnit::kYears}});
  conviction.sentence_end = conviction.sentence_end_earliest = model::known_date({2017, 3, 1});
  conviction.filled.push_back({model::RecordFact::kSentenceEnd, {}});
  CHECK(sentence_end_under(LeapRule::kFebruary28, conviction).span.first == Date{2017, 3, 1});
  CHECK(sentence_end_earliest_under(LeapRule::kFebruary28, conviction).span.first == Date{2017, 3, 1});
}

TEST_CASE("a condition sees the end under the policy's rule") {
  const std::string when = "conviction.sentence_end is on or before 2017-02-28";
  const std::string text = policy::testing::small_policy(when);
  const auto truth_under = [&](const std::string& rule) {
    auto plan = policy::testing::compiled(policy::testing::replaced(text, "unit =", "leap = \"" + rule + "\"\nunit ="));
    REQUIRE(plan);
    return testing::Held(*std::move(plan),
                         "convictions = [ { section = \"11359 HS\", date = 2016-02-29, sentence = [\"1 year\"] } ]\n")
        .see()
        .truth;
  };
  CHECK(truth_under("mar-1") == Truth::kNo);
  CHECK(truth_under("feb-28") == Truth::kYes);
}

}  // namespace
}  // namespace redress::evaluate
