#include "run/decision_pass.h"

#include <algorithm>
#include <utility>

#include "evaluate/evaluate.h"
#include "explain/result_cells.h"
#include "run/policy_answers.h"
#include "scan/cells.h"
#include "write/csv/csv_rows.h"

namespace redress::run {

// What one thread needs for itself.
struct DecisionPass::Worker {
  Worker(const OpenedRun& run, std::size_t policies_beside)
      : gatherer(run.gatherer()),
        result_cells(
            run.policies.formats.results,
            [&run](std::string_view id) { return run.policies.library.find_set(id)->set.get(); },
            run.policies.facts.as_of) {
    tally.beside.resize(policies_beside);
  }

  intake::Gatherer gatherer;
  explain::ResultCells result_cells;
  RunTally tally;
  scan::Cells cells;
  std::vector<std::string_view> raw_cells;
  std::vector<std::string> ours;
  std::vector<intake::UnusableRow> unusable;
};

// One person under every policy.
struct DecisionPass::PersonDecisions {
  const model::Person& person;
  PolicyAnswers office;
  std::vector<PolicyAnswers> beside;
};

void RunTally::merge(const RunTally& other) {
  office.merge(other.office);
  beside.resize(std::max(beside.size(), other.beside.size()));
  for (std::size_t i = 0; i < other.beside.size(); ++i) beside[i].merge(other.beside[i]);
}

DecisionPass::DecisionPass(const OpenedRun& run, AllRows all_rows, unsigned workers, std::size_t rows_in_batch)
    : run_(run), all_rows_(all_rows), beside_(run.policies.beside()), rows_in_batch_(rows_in_batch) {
  for (unsigned i = 0; i < workers; ++i) workers_.push_back(std::make_unique<Worker>(run, beside_.size()));
  batches_.resize((run.records.index.rows.size() + rows_in_batch_ - 1) / rows_in_batch_);
  const std::vector<std::string> blank(run.policies.formats.results.columns.size());
  write::append_result_cells(blank_cells_, blank);
}

DecisionPass::~DecisionPass() = default;

std::size_t DecisionPass::batch_count() const {
  return batches_.size();
}

std::size_t DecisionPass::end_row(std::size_t batch) const {
  return std::min(first_row(batch) + rows_in_batch_, run_.records.index.rows.size());
}

void DecisionPass::decide(std::size_t batch, unsigned worker_number) {
  Worker& worker = *workers_[worker_number];
  const intake::RecordIndex& index = run_.records.index;
  batches_[batch].results.resize(end_row(batch) - first_row(batch));
  for (std::size_t row = first_row(batch); row < end_row(batch); ++row) {
    const std::uint32_t person = index.rows[row].person;
    if (model::to_index(index.rows_of(person).front()) == row) decide_person(person, batch, worker);
  }
}

void DecisionPass::decide_person(std::size_t number, std::size_t batch, Worker& worker) {
  const OpenedPolicies& policies = run_.policies;
  const model::Person& person = worker.gatherer.gather(number);
  const auto rows = worker.gatherer.unusable_rows();
  worker.unusable.insert(worker.unusable.end(), rows.begin(), rows.end());

  const evaluate::PersonEvaluation office(policies.office, person, policies.facts);
  PersonDecisions decided{person, answers_of(office, person), {}};
  add_changes(decided.office, office);
  const tally::TallyContext context{policies.office, policies.facts, policies.sets.prop64->on(policies.facts.as_of),
                                    policies.sets.related->on(policies.facts.as_of)};
  worker.tally.office.add_person(context, person, decided.office.convictions, decided.office.unusable);
  for (std::size_t i = 0; i < beside_.size(); ++i) {
    const policy::Plan& plan = *beside_[i].plan;
    decided.beside.push_back(answers_beside(decided.office, plan, beside_[i].scope, person, policies.facts));
    tally::BesideTally& tally = worker.tally.beside[i];
    for (const evaluate::Decision& decision : decided.beside.back().convictions)
      tally.answers.add_answer(plan, decision);
    tally.answers.questions.add_person(plan, decided.beside.back().convictions);
    tally.against_office.add_person(policies.office, decided.office.convictions, plan,
                                    decided.beside.back().convictions);
  }
  place_rows(decided, batch, worker);
}

void DecisionPass::place_rows(const PersonDecisions& decided, std::size_t batch, Worker& worker) {
  const model::Person& person = decided.person;
  // The row that carries each decision: the first row of its conviction.
  std::map<intake::RowNumber, std::pair<bool, std::size_t>> carriers;  // row → of an unusable one, index
  const auto add = [&](const std::vector<model::Conviction>& convictions,
                       const std::vector<evaluate::Decision>& answers, bool is_unusable) {
    for (std::size_t i = 0; i < convictions.size(); ++i) {
      if (answers[i].answer != evaluate::Answer::kOutOfScope) carriers[convictions[i].rows.front()] = {is_unusable, i};
    }
  };
  add(person.convictions, decided.office.convictions, false);
  add(person.unusable_convictions, decided.office.unusable, true);

  const OpenedPolicies& policies = run_.policies;
  std::vector<explain::RowAnswer> beside;
  const auto row_answers = [&](bool is_unusable, std::size_t i) -> explain::RowAnswers {
    const auto decision = [&](const PolicyAnswers& answers) -> const evaluate::Decision& {
      return is_unusable ? answers.unusable[i] : answers.convictions[i];
    };
    beside.clear();
    for (std::size_t k = 0; k < beside_.size(); ++k) beside.push_back({*beside_[k].plan, decision(decided.beside[k])});
    const explain::RowAnswer office{policies.office, decision(decided.office)};
    const std::size_t statutes = policies.statute ? 1 : 0;
    return {office, statutes > 0 ? beside.front() : office, std::span(beside).subspan(statutes)};
  };

  worker.result_cells.begin_person(person);
  for (const model::RowRecord& record : person.rows) {
    RowResult result;
    const auto carrier = carriers.find(record.row);
    result.is_decided = carrier != carriers.end();
    if (!result.is_decided) {
      worker.result_cells.for_row(record, worker.ours);
    } else if (const auto [is_unusable, i] = carrier->second; is_unusable) {
      worker.result_cells.for_unusable(i, row_answers(true, i), worker.ours);
    } else {
      worker.result_cells.for_conviction(i, row_answers(false, i), worker.ours);
    }
    const bool is_blank =
        std::all_of(worker.ours.begin(), worker.ours.end(), [](const std::string& cell) { return cell.empty(); });
    if (is_blank) continue;
    write::append_result_cells(result.cells, worker.ours);
    place(record.row, std::move(result), batch);
  }
}

void DecisionPass::place(intake::RowNumber number, RowResult result, std::size_t batch) {
  const std::size_t row = model::to_index(number);
  if (row < end_row(batch)) {
    batches_[batch].results[row - first_row(batch)] = std::move(result);
    return;
  }
  const std::lock_guard lock(carried_mutex_);
  carried_[row / rows_in_batch_].emplace_back(row, std::move(result));
}

void DecisionPass::render(std::size_t number, unsigned worker_number) {
  Worker& worker = *workers_[worker_number];
  Batch& batch = batches_[number];
  {
    // Every batch that could carry a result here has been decided.
    const std::lock_guard lock(carried_mutex_);
    if (const auto carried = carried_.find(number); carried != carried_.end()) {
      for (auto& [row, result] : carried->second) batch.results[row - first_row(number)] = std::move(result);
      carried_.erase(carried);
    }
  }
  for (std::size_t row = first_row(number); row < end_row(number); ++row) {
    render_row(row, batch.results[row - first_row(number)], batch.texts, worker);
  }
  batch.results = {};
}

void DecisionPass::render_row(std::size_t row, const RowResult& result, BatchTexts& texts, Worker& worker) const {
  const intake::RowRef& ref = run_.records.index.rows[row];
  texts.rows += 1;
  texts.bytes_read += ref.length_bytes;
  const bool all = all_rows_ == AllRows::kWrite;
  if (!all && !result.is_decided) return;
  const model::Layout& layout = run_.policies.formats.input;
  worker.cells.split(run_.records.bytes[ref.file].substr(ref.offset_bytes, ref.length_bytes));
  worker.raw_cells.clear();
  for (std::size_t i = 0; i < layout.columns.size(); ++i) worker.raw_cells.push_back(worker.cells.raw(i));
  const std::string& ours = result.cells.empty() ? blank_cells_ : result.cells;
  if (all) {
    write::append_all_rows_row(texts.all_rows, worker.raw_cells, ours);
    write::append_condensed_row(texts.condensed, layout, worker.raw_cells, ours);
  }
  if (result.is_decided) write::append_convictions_row(texts.convictions, layout, worker.raw_cells, ours);
}

BatchTexts DecisionPass::take(std::size_t batch) {
  return std::exchange(batches_[batch].texts, {});
}

RunTally DecisionPass::merged_tally() const {
  RunTally merged;
  for (const auto& worker : workers_) merged.merge(worker->tally);
  return merged;
}

std::vector<intake::UnusableRow> DecisionPass::unusable_rows() const {
  std::vector<intake::UnusableRow> rows;
  for (const auto& worker : workers_) rows.insert(rows.end(), worker->unusable.begin(), worker->unusable.end());
  std::sort(rows.begin(), rows.end(),
            [](const intake::UnusableRow& a, const intake::UnusableRow& b) { return a.row < b.row; });
  return rows;
}

}  // namespace redress::run
