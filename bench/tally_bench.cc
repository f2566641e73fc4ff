// How fast decisions are counted, and two tallies merged. Gathering and deciding are not counted.
#include <benchmark/benchmark.h>

#include "evaluate/evaluate.h"
#include "invented.h"
#include "run/policy_answers.h"
#include "tally/tally.h"

namespace redress::bench {
namespace {

constexpr const char* kOffice = "us-ca.prop64.los-angeles";

tally::Tally count_all(OpenedFile& opened, PartTime& time) {
  const run::OpenedPolicies& policies = opened.policies();
  const tally::TallyContext context{policies.office, policies.facts, policies.sets.prop64->on(kAsOf),
                                    policies.sets.related->on(kAsOf)};
  tally::Tally counted;
  for (std::size_t number = 0; number < opened.people(); ++number) {
    const model::Person& person = opened.gather(number);
    const evaluate::PersonEvaluation evaluation(policies.office, person, policies.facts);
    const run::PolicyAnswers answers = run::answers_of(evaluation, person);
    time.measure([&] { counted.add_person(context, person, answers.convictions, answers.unusable); });
  }
  return counted;
}

// What the file says by itself: its people, its rows, and nobody counted twice.
void check(const tally::Tally& counted, std::size_t people) {
  require(counted.people == people, "every person of the file");
  require(counted.rows == rows_of(clean_file()).size(), "every row of the file");
  require(static_cast<bool>(tally::check_identities(counted)), "sums that tie");
}

void count_everybody(benchmark::State& state) {
  static OpenedFile opened(kOffice);
  PartTime unused;
  const tally::Tally expected = count_all(opened, unused);
  check(expected, opened.people());
  for (auto _ : state) {
    PartTime time;
    require(count_all(opened, time) == expected, "the same figures each time");
    state.SetIterationTime(time.seconds());
  }
  state.SetBytesProcessed(total(clean_file().size(), state.iterations()));
  state.SetItemsProcessed(total(expected.convictions, state.iterations()));
}
BENCHMARK(count_everybody)->UseManualTime()->Unit(benchmark::kMillisecond);

void merge(benchmark::State& state) {
  static OpenedFile opened(kOffice);
  PartTime unused;
  const tally::Tally one = count_all(opened, unused);
  tally::Tally twice = one;
  twice.merge(one);
  require(twice.people == 2 * one.people && twice.convictions == 2 * one.convictions, "the sum of two tallies");
  require(static_cast<bool>(tally::check_identities(twice)), "sums that tie after a merge");
  tally::Tally merged = one;
  for (auto _ : state) merged.merge(one);
  require(static_cast<bool>(tally::check_identities(merged)), "sums that tie after many merges");
}
BENCHMARK(merge)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace redress::bench
