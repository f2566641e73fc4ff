// How fast decisions become result cells. Gathering and deciding are not counted.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <string>
#include <vector>

#include "evaluate/evaluate.h"
#include "explain/result_cells.h"
#include "invented.h"
#include "run/policy_answers.h"

namespace redress::bench {
namespace {

using evaluate::Answer;

std::size_t determination_column(const model::ResultLayout& layout) {
  for (std::size_t column = 0; column < layout.columns.size(); ++column) {
    if (layout.columns[column].kind == model::ResultKind::kDetermination) return column;
  }
  require(false, "a result column with the determination");
  return 0;
}

// A person's answers under the office's policy and the statute.
struct Answered {
  run::PolicyAnswers office, statute;
};

Answered answer(const run::OpenedPolicies& policies, const model::Person& person) {
  const evaluate::PersonEvaluation evaluation(policies.office, person, policies.facts);
  Answered answered{run::answers_of(evaluation, person), {}};
  run::add_changes(answered.office, evaluation);
  answered.statute =
      run::answers_beside(answered.office, *policies.statute, run::AskedScope::kOffices, person, policies.facts);
  return answered;
}

// One file's worth of cells, everything else aside.
class CellWriter {
 public:
  explicit CellWriter(OpenedFile& opened)
      : opened_(opened),
        layout_(opened.policies().formats.results),
        cells_(
            layout_, [this](std::string_view id) { return opened_.policies().library.find_set(id)->set.get(); },
            kAsOf) {}

  // How many convictions in scope were put into words; each must show the label of its outcome, in the cells of the
  // layout.
  std::size_t write_all(PartTime& time) {
    const run::OpenedPolicies& policies = opened_.policies();
    const std::size_t determination = determination_column(layout_);
    std::size_t worded = 0;
    for (std::size_t number = 0; number < opened_.people(); ++number) {
      const model::Person& person = opened_.gather(number);
      const Answered answered = answer(policies, person);
      time.measure([&] { cells_.begin_person(person); });
      for (std::size_t i = 0; i < person.convictions.size(); ++i) {
        const evaluate::Decision& decision = answered.office.convictions[i];
        if (decision.answer == Answer::kOutOfScope) continue;
        time.measure([&] {
          cells_.for_conviction(
              i, {{policies.office, decision}, {*policies.statute, answered.statute.convictions[i]}, {}}, ours_);
        });
        const std::size_t outcome = evaluate::outcome_of(policies.office, decision);
        require(ours_.size() == layout_.columns.size(), "one cell for each result column");
        require(ours_[determination] == policies.office.outcomes[outcome].label, "the label of the decided outcome");
        ++worded;
      }
      time.measure([&] {
        for (const model::RowRecord& row : person.rows) cells_.for_row(row, ours_);
      });
    }
    return worded;
  }

 private:
  OpenedFile& opened_;
  const model::ResultLayout& layout_;
  explain::ResultCells cells_;
  std::vector<std::string> ours_;
};

void result_cells(benchmark::State& state) {
  static OpenedFile opened("us-ca.prop64.los-angeles");
  CellWriter writer(opened);
  PartTime unused;
  const std::size_t worded = writer.write_all(unused);
  require(worded >= kPeople / 2, "most invented people have a conviction in scope");
  for (auto _ : state) {
    PartTime time;
    require(writer.write_all(time) == worded, "as many convictions in words each time");
    state.SetIterationTime(time.seconds());
  }
  state.SetBytesProcessed(total(clean_file().size(), state.iterations()));
  state.SetItemsProcessed(total(worded, state.iterations()));
}
BENCHMARK(result_cells)->UseManualTime()->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace redress::bench
