// How fast everybody is decided, by what the statute gives and by a county's criteria. Gathering is not counted.
#include <benchmark/benchmark.h>

#include <string>

#include "evaluate/evaluate.h"
#include "invented.h"
#include "run/policy_answers.h"

namespace redress::bench {
namespace {

using evaluate::Answer;

struct Answers {
  std::size_t in_scope = 0;
  std::size_t decided = 0;

  friend bool operator==(const Answers&, const Answers&) = default;
};

run::PolicyAnswers decide(const OpenedFile& opened, const model::Person& person) {
  const evaluate::PersonEvaluation evaluation(opened.policies().office, person, opened.policies().facts);
  run::PolicyAnswers answers = run::answers_of(evaluation, person);
  run::add_changes(answers, evaluation);
  return answers;
}

void count(const run::PolicyAnswers& answers, Answers& counted) {
  for (const evaluate::Decision& decision : answers.convictions) {
    counted.in_scope += decision.answer != Answer::kOutOfScope ? 1 : 0;
    counted.decided += decision.answer == Answer::kDecided ? 1 : 0;
  }
}

// The convictions that a policy of this county speaks of, by their charge and county alone.
std::size_t convictions_of_county(OpenedFile& opened) {
  const citation::SectionSet& prop64 = opened.policies().sets.prop64->on(kAsOf);
  std::size_t convictions = 0;
  for (std::size_t number = 0; number < opened.people(); ++number) {
    for (const model::Conviction& conviction : opened.gather(number).convictions) {
      if (!conviction.county.is_known() || conviction.county.value != kCounty) continue;
      if (evaluate::charge_in_set(conviction, {}, prop64, nullptr) == Truth::kYes) ++convictions;
    }
  }
  return convictions;
}

Answers decide_all(OpenedFile& opened, PartTime& time) {
  Answers counted;
  for (std::size_t number = 0; number < opened.people(); ++number) {
    const model::Person& person = opened.gather(number);
    time.measure([&] { count(decide(opened, person), counted); });
  }
  return counted;
}

void measure(benchmark::State& state, OpenedFile& opened, const Answers& expected) {
  for (auto _ : state) {
    PartTime time;
    require(decide_all(opened, time) == expected, "the same answers each time");
    state.SetIterationTime(time.seconds());
  }
  state.SetBytesProcessed(total(clean_file().size(), state.iterations()));
  state.SetItemsProcessed(total(expected.in_scope, state.iterations()));
}

void decide_los_angeles(benchmark::State& state) {
  static OpenedFile opened("us-ca.prop64.los-angeles");
  static const std::size_t expected = convictions_of_county(opened);
  require(expected >= kPeople / 2, "most invented people have a conviction that the county looks at");
  PartTime unused;
  const Answers counted = decide_all(opened, unused);
  require(counted.in_scope == expected, "every such conviction of the county is in scope, and no other");
  require(counted.decided == expected, "nothing is unknown in a clean file");
  measure(state, opened, counted);
}
BENCHMARK(decide_los_angeles)->UseManualTime()->Unit(benchmark::kMillisecond);

void decide_statute(benchmark::State& state) {
  static OpenedFile opened("us-ca.prop64.statute");
  static const std::size_t least = convictions_of_county(opened);
  PartTime unused;
  const Answers counted = decide_all(opened, unused);
  require(counted.in_scope >= least, "the statute speaks of every such conviction of the county");
  require(counted.decided > 0 && counted.decided < counted.in_scope,
          "the statute decides some by the record alone, and asks for facts that no record has about others");
  measure(state, opened, counted);
}
BENCHMARK(decide_statute)->UseManualTime()->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace redress::bench
