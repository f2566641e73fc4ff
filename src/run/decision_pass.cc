#include "run/decision_pass.h"

#include <algorithm>
#include <utility>

#include "write/csv/csv_rows.h"

namespace redress::run {

// What one thread needs for itself.
struct DecisionPass::Worker {
  explicit Worker(const RunParts& parts)
      : gatherer(parts.records.index, parts.formats.input, parts.records.bytes, *parts.sets.registration,
                 parts.facts.as_of),
        result_cells(
            parts.formats.results, [&parts](std::string_view id) { return parts.library.find_set(id)->set.get(); },
            parts.facts.as_of) {}

  intake::Gatherer gatherer;
  explain::ResultCells result_cells;
  tally::Tally tally;
  scan::Cells cells;
  std::vector<std::string_view> raw_cells;
  std::vector<std::string> ours;
  std::vector<intake::UnusableRow> unusable;
};

DecisionPass::DecisionPass(const RunParts& parts, unsigned workers, std::size_t rows_in_batch)
    : parts_(parts), rows_in_batch_(rows_in_batch) {
  for (unsigned i = 0; i < workers; ++i) workers_.push_back(std::make_unique<Worker>(parts));
  batches_.resize((parts.records.index.rows.size() + rows_in_batch_ - 1) / rows_in_batch_);
  const std::vector<std::string> blank(parts.formats.results.columns.size());
  write::append_result_cells(blank_cells_, blank);
}

DecisionPass::~DecisionPass() = default;

std::size_t DecisionPass::batch_count() const {
  return batches_.size();
}

std::size_t DecisionPass::end_row(std::size_t batch) const {
  return std::min(first_row(batch) + rows_in_batch_, parts_.records.index.rows.size());
}

void DecisionPass::decide(std::size_t batch, unsigned worker_number) {
  Worker& worker = *workers_[worker_number];
  const intake::RecordIndex& index = parts_.records.index;
  batches_[batch].results.resize(end_row(batch) - first_row(batch));
  for (std::size_t row = first_row(batch); row < end_row(batch); ++row) {
    const std::uint32_t person = index.rows[row].person;
    if (model::to_index(index.rows_of(person).front()) == row) decide_person(person, batch, worker);
  }
}

void DecisionPass::decide_person(std::size_t number, std::size_t batch, Worker& worker) {
  const model::Person& person = worker.gatherer.gather(number);
  const evaluate::PersonEvaluation evaluation(parts_.plan, person, parts_.facts);
  std::vector<evaluate::Decision> decisions;
  for (std::size_t i = 0; i < person.convictions.size(); ++i) {
    decisions.push_back(evaluation.decide(i, evaluate::Detail::kAnswer));
  }
  std::vector<evaluate::Decision> unusable;
  for (std::size_t i = 0; i < person.unusable_convictions.size(); ++i) {
    unusable.push_back(evaluation.decide_unusable(i, evaluate::Detail::kAnswer));
  }
  const tally::TallyContext context{parts_.plan, parts_.facts, *parts_.sets.prop64, *parts_.sets.related};
  worker.tally.add_person(context, person, decisions, unusable);
  const auto rows = worker.gatherer.unusable_rows();
  worker.unusable.insert(worker.unusable.end(), rows.begin(), rows.end());

  // The row that carries each decision: the first row of its conviction.
  std::map<intake::RowNumber, std::pair<bool, std::size_t>> carriers;  // row → of an unusable one, index
  const auto add = [&](const std::vector<model::Conviction>& convictions,
                       const std::vector<evaluate::Decision>& answers, bool is_unusable) {
    for (std::size_t i = 0; i < convictions.size(); ++i) {
      if (answers[i].answer != evaluate::Answer::kOutOfScope) carriers[convictions[i].rows.front()] = {is_unusable, i};
    }
  };
  add(person.convictions, decisions, false);
  add(person.unusable_convictions, unusable, true);

  worker.result_cells.begin_person(person);
  for (const model::RowRecord& record : person.rows) {
    RowResult result;
    const auto carrier = carriers.find(record.row);
    result.is_decided = carrier != carriers.end();
    if (!result.is_decided) {
      worker.result_cells.for_row(record, worker.ours);
    } else if (const auto [is_unusable, i] = carrier->second; is_unusable) {
      worker.result_cells.for_unusable(parts_.plan, i, unusable[i], worker.ours);
    } else {
      worker.result_cells.for_conviction(parts_.plan, i, decisions[i], worker.ours);
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
  const intake::RowRef& ref = parts_.records.index.rows[row];
  texts.rows += 1;
  texts.bytes_read += ref.length_bytes;
  const bool all = parts_.all_rows == AllRows::kWrite;
  if (!all && !result.is_decided) return;
  const model::Layout& layout = parts_.formats.input;
  worker.cells.split(parts_.records.bytes[ref.file].substr(ref.offset_bytes, ref.length_bytes));
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

tally::Tally DecisionPass::merged_tally() const {
  tally::Tally merged;
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
