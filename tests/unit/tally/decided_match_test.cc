#include "tally/decided_match.h"

#include <doctest/doctest.h>

#include <vector>

using namespace redress;         // NOLINT: test
using namespace redress::tally;  // NOLINT: test
using model::DecidedRow;

namespace {

DecidedRow row(std::string_view person, std::string_view count, std::string_view determination,
               std::string_view step = "1 only") {
  DecidedRow made;
  made.person = person;
  made.count = count;
  made.determination = determination;
  made.step = step;
  return made;
}

Share fate(const DecidedMatch& match, Fate fate) {
  const auto found = match.by_fate.find(fate);
  return found == match.by_fate.end() ? Share{} : found->second;
}

}  // namespace

TEST_CASE("convictions are matched by person and count, whatever their order") {
  const std::vector<DecidedRow> first = {row("1", "a", "Dismiss"), row("1", "b", "Reduce"), row("2", "a", "Refuse")};
  const std::vector<DecidedRow> second = {row("2", "a", "Refuse"), row("1", "b", "Dismiss"), row("1", "a", "Dismiss")};
  const DecidedMatch match = match_decided(first, second);
  CHECK(match.in_first == Share{3, 2});
  CHECK(match.in_second == Share{3, 2});
  CHECK(fate(match, Fate::kSame) == Share{2, 2});
  CHECK(fate(match, Fate::kOtherDetermination) == Share{1, 1});
  REQUIRE(match.not_same.size() == 1);
  CHECK(match.not_same[0].first == 1);
  CHECK(match.not_same[0].second == 1);
}

TEST_CASE("another step with the same determination is the same, and a person with both counts once") {
  const std::vector<DecidedRow> first = {row("1", "a", "Dismiss", "5 age"), row("1", "b", "Dismiss", "5 age")};
  const std::vector<DecidedRow> second = {row("1", "a", "Dismiss", "8 years"), row("1", "b", "Dismiss", "5 age")};
  const DecidedMatch match = match_decided(first, second);
  CHECK(match.same == Share{2, 1});
  CHECK(fate(match, Fate::kSameByOtherStep) == Share{1, 1});
  CHECK(match.not_same.empty());
}

TEST_CASE("what stands in one run alone is told apart, first the first run's in its order, then the second's") {
  const std::vector<DecidedRow> first = {row("9", "a", "Dismiss"), row("1", "a", "Dismiss")};
  const std::vector<DecidedRow> second = {row("8", "a", "Reduce"), row("3", "a", "Reduce")};
  const DecidedMatch match = match_decided(first, second);
  CHECK(fate(match, Fate::kOnlyFirst) == Share{2, 2});
  CHECK(fate(match, Fate::kOnlySecond) == Share{2, 2});
  REQUIRE(match.not_same.size() == 4);
  CHECK(match.not_same[0].first == 0);
  CHECK(match.not_same[1].first == 1);
  CHECK(match.not_same[2].second == 0);
  CHECK(match.not_same[3].second == 1);
}

TEST_CASE("counts that are alike are matched in their order") {
  const std::vector<DecidedRow> first = {row("1", "", "Needs Review"), row("1", "", "Dismiss")};
  const std::vector<DecidedRow> second = {row("1", "", "Needs Review")};
  const DecidedMatch match = match_decided(first, second);
  CHECK(match.same == Share{1, 1});
  CHECK(fate(match, Fate::kOnlyFirst) == Share{1, 1});
}

TEST_CASE("other determinations are counted by both answers with their steps") {
  const std::vector<DecidedRow> first = {row("1", "a", "Dismiss", "5 age"), row("2", "a", "Dismiss", "5 age"),
                                         row("2", "b", "Dismiss", "6 youth")};
  const std::vector<DecidedRow> second = {row("1", "a", "Hand Review", "11 otherwise"),
                                          row("2", "a", "Hand Review", "11 otherwise"),
                                          row("2", "b", "Hand Review", "11 otherwise")};
  const DecidedMatch match = match_decided(first, second);
  using Text = DecidedMatch::AnswerText;
  CHECK(match.other_answers.at({Text{"Dismiss", "5 age"}, Text{"Hand Review", "11 otherwise"}}) == Share{2, 2});
  CHECK(match.other_answers.at({Text{"Dismiss", "6 youth"}, Text{"Hand Review", "11 otherwise"}}) == Share{1, 1});
}

TEST_CASE("two runs without a decision have nothing in common and nothing apart") {
  const DecidedMatch match = match_decided({}, {});
  CHECK(match.in_first == Share{});
  CHECK(match.not_same.empty());
}
