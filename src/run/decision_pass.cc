// Longer than most files by a little: what a person comes to and where it is written share the batch being made.
#include "run/decision_pass.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "evaluate/charge_answers.h"
#include "evaluate/evaluate.h"
#include "explain/result_cells.h"
#include "run/policy_answers.h"
#include "scan/cells.h"
#include "write/csv/csv_rows.h"

namespace redress::run {
namespace {

constexpr std::size_t kMostRowsDecidedAgain = 1000;

}  // namespace

// What one thread needs for itself.
struct DecisionPass::Worker {
  Worker(const OpenedRun& run, std::span<const AskedBeside> asked_beside, intake::GatherFor whom)
      : gatherer(run.gatherer(whom)),
        result_cells(
            run.policies.formats.results,
            [&run](std::string_view id) { return run.policies.library.find_set(id)->set.get(); },
            run.policies.facts.as_of),
        charges(run.policies.office, run.policies.facts) {
    tally.beside.resize(asked_beside.size());
    for (const AskedBeside& asked : asked_beside) charges_beside.emplace_back(*asked.plan, run.policies.facts);
  }

  intake::Gatherer gatherer;
  explain::ResultCells result_cells;
  evaluate::ChargeAnswers charges;                      // of the office's policy
  std::vector<evaluate::ChargeAnswers> charges_beside;  // of those beside it
  RunTally tally;
  scan::Cells cells;
  std::vector<std::string> ours;
  std::string row_text;
  std::vector<intake::UnusableRow> unusable;
};

// One person under every policy.
struct DecisionPass::PersonDecisions {
  std::size_t number;
  const model::Person& person;
  PolicyAnswers office;
  std::vector<PolicyAnswers> beside;
};

void RunTally::merge(const RunTally& other) {
  office.merge(other.office);
  beside.resize(std::max(beside.size(), other.beside.size()));
  for (std::size_t i = 0; i < other.beside.size(); ++i) beside[i].merge(other.beside[i]);
}

void BatchTexts::clear() {
  for (write::LineText* text : {&convictions, &all_rows, &condensed}) text->clear();
  rows = 0;
  bytes_read = 0;
}

DecisionPass::DecisionPass(const OpenedRun& run, AllRows all_rows, unsigned workers, const Division& division)
    : run_(run),
      all_rows_(all_rows),
      beside_(run.policies.beside()),
      all_rows_lines_(run.policies.formats.input, write::RowFile::kAllRows),
      convictions_lines_(run.policies.formats.input, write::RowFile::kConvictions),
      condensed_lines_(run.policies.formats.input, write::RowFile::kCondensed),
      starts_of_row_(run.policies.formats.input.columns.size() + 1),
      carried_(run.records.index.persons.size(), division.most_carried_bytes) {
  // Only where every row is written are its cells looked for a second time.
  const auto whom = all_rows == AllRows::kWrite ? intake::GatherFor::kWriting : intake::GatherFor::kDeciding;
  for (unsigned i = 0; i < workers; ++i) workers_.push_back(std::make_unique<Worker>(run, beside_, whom));
  const auto& spans = run.records.index.spans;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const std::size_t row = model::to_index(spans[i].first);
    if (batches_.empty() || row - batches_.back().first_row >= division.rows_in_batch)
      batches_.push_back({i, row, nullptr});
  }
  const std::vector<std::string> blank(run.policies.formats.results.columns.size());
  write::append_result_cells(blank_cells_, blank);
}

DecisionPass::~DecisionPass() = default;

std::size_t DecisionPass::end_span(std::size_t batch) const {
  return batch + 1 < batches_.size() ? batches_[batch + 1].first_span : run_.records.index.spans.size();
}

std::size_t DecisionPass::end_row(std::size_t batch) const {
  return batch + 1 < batches_.size() ? batches_[batch + 1].first_row : run_.records.index.rows;
}

std::unique_ptr<DecisionPass::BatchWork> DecisionPass::begin_work() {
  const std::lock_guard lock(spare_mutex_);
  if (spare_.empty()) return std::make_unique<BatchWork>();
  std::unique_ptr<BatchWork> work = std::move(spare_.back());
  spare_.pop_back();
  return work;
}

void DecisionPass::decide(std::size_t number, unsigned worker_number) {
  Worker& worker = *workers_[worker_number];
  const intake::RecordIndex& index = run_.records.index;
  Batch& batch = batches_[number];
  batch.work = begin_work();
  batch.work->results.assign(end_row(number) - batch.first_row, {});
  for (std::size_t span = batch.first_span; span < end_span(number); ++span) {
    const std::uint32_t person = index.spans[span].person;
    if (index.persons[person].first_span == span) decide_person(person, number, worker);
  }
}

void DecisionPass::decide_person(std::size_t number, std::size_t batch, Worker& worker) {
  const OpenedPolicies& policies = run_.policies;
  const PersonDecisions decided = decisions_of(number, worker);
  const auto rows = worker.gatherer.unusable_rows();
  worker.unusable.insert(worker.unusable.end(), rows.begin(), rows.end());

  const tally::TallyContext context{policies.office, policies.facts, policies.sets.prop64->on(policies.facts.as_of),
                                    policies.sets.related->on(policies.facts.as_of),
                                    policies.statute ? beside_.front().plan : nullptr};
  std::span<const evaluate::Decision> by_statute;
  if (policies.statute) by_statute = decided.beside.front().convictions;
  worker.tally.office.add_person(context, decided.person, decided.office.convictions, decided.office.unusable,
                                 by_statute);
  for (std::size_t i = 0; i < beside_.size(); ++i) {
    const policy::Plan& plan = *beside_[i].plan;
    const std::vector<evaluate::Decision>& decisions = decided.beside[i].convictions;
    tally::BesideTally& tally = worker.tally.beside[i];
    for (const evaluate::Decision& decision : decisions) tally.answers.add_answer(plan, decision);
    tally.answers.questions.add_person(plan, decisions);
    tally.against_office.add_person(policies.office, decided.office.convictions, plan, decisions);
  }
  place_rows(decided, batch, worker);
}

DecisionPass::PersonDecisions DecisionPass::decisions_of(std::size_t number, Worker& worker) const {
  const OpenedPolicies& policies = run_.policies;
  const model::Person& person = worker.gatherer.gather(number);
  const evaluate::PersonEvaluation office(policies.office, person, policies.facts, evaluate::ScopeRule::kAsk,
                                          &worker.charges);
  PersonDecisions decided{number, person, answers_of(office, person), {}};
  add_changes(decided.office, office);
  for (std::size_t i = 0; i < beside_.size(); ++i) {
    decided.beside.push_back(answers_beside(decided.office, *beside_[i].plan, beside_[i].scope, person, policies.facts,
                                            &worker.charges_beside[i]));
  }
  return decided;
}

// People of earlier batches whose results for this one had no room.
void DecisionPass::decide_again(std::size_t number, Worker& worker) {
  const intake::RecordIndex& index = run_.records.index;
  if (!carried_.has_undecided()) return;
  std::vector<std::uint32_t> people;
  for (std::size_t i = batches_[number].first_span; i < end_span(number); ++i) {
    const std::uint32_t person = index.spans[i].person;
    if (index.persons[person].first_span < batches_[number].first_span) people.push_back(person);
  }
  carried_.leave_undecided(people);
  std::sort(people.begin(), people.end());
  people.erase(std::unique(people.begin(), people.end()), people.end());
  for (const std::uint32_t person : people) place_rows(decisions_of(person, worker), number, worker);
}

void DecisionPass::place_rows(const PersonDecisions& decided, std::size_t batch, Worker& worker) {
  const model::Person& person = decided.person;
  // The row that carries each decision is the first row of its conviction; convictions stand in the order of these.
  std::size_t next = 0;
  std::size_t next_unusable = 0;
  const auto carried_by = [](model::RowNumber row, const std::vector<model::Conviction>& convictions,
                             const std::vector<evaluate::Decision>& answers, std::size_t& at) {
    if (at == convictions.size() || convictions[at].rows.front() != row) return std::optional<std::size_t>();
    const std::size_t here = at++;
    return answers[here].answer != evaluate::Answer::kOutOfScope ? std::optional(here) : std::nullopt;
  };

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

  keep_starts(decided, batch, worker);
  worker.result_cells.begin_person(person);
  const std::span<const std::string_view> raw_rows = worker.gatherer.raw_rows();
  for (std::size_t i = 0; i < person.rows.size(); ++i) {
    const model::RowRecord& record = person.rows[i];
    const auto conviction = carried_by(record.row, person.convictions, decided.office.convictions, next);
    const auto unusable = carried_by(record.row, person.unusable_convictions, decided.office.unusable, next_unusable);
    const bool is_decided = conviction || unusable;
    if (!is_decided) {
      if (explain::ResultCells::has_nothing_to_say(record)) continue;
      worker.result_cells.for_row(record, worker.ours);
    } else if (unusable) {
      worker.result_cells.for_unusable(*unusable, row_answers(true, *unusable), worker.ours);
    } else {
      worker.result_cells.for_conviction(*conviction, row_answers(false, *conviction), worker.ours);
    }
    const bool is_blank =
        std::all_of(worker.ours.begin(), worker.ours.end(), [](const std::string& cell) { return cell.empty(); });
    if (is_blank) continue;
    worker.row_text.clear();
    write::append_result_cells(worker.row_text, worker.ours);
    place(decided, {record.row, worker.row_text, is_decided, raw_rows[i]}, batch);
  }
}

// Of the rows of the batch, so that they need not be looked for again when it is rendered.
void DecisionPass::keep_starts(const PersonDecisions& decided, std::size_t batch, const Worker& worker) {
  BatchWork& work = *batches_[batch].work;
  for (std::size_t i = 0; i < decided.person.rows.size(); ++i) {
    const std::span<const std::uint32_t> starts = worker.gatherer.starts_of_row(i);
    if (starts.empty()) return;
    const std::size_t row = model::to_index(decided.person.rows[i].row);
    if (row < batches_[batch].first_row || row >= end_row(batch)) continue;
    RowResult& result = work.results[row - batches_[batch].first_row];
    result.first_start = static_cast<std::uint32_t>(work.starts.size());
    result.raw = worker.gatherer.raw_rows()[i];
    work.starts.insert(work.starts.end(), starts.begin(), starts.end());
  }
}

// A row before the batch was placed when the person was decided first.
void DecisionPass::place(const PersonDecisions& decided, const PlacedRow& placed, std::size_t batch) {
  const std::size_t row = model::to_index(placed.number);
  if (row < batches_[batch].first_row) return;
  if (row < end_row(batch)) {
    keep(*batches_[batch].work, row - batches_[batch].first_row, placed);
    return;
  }
  const auto behind = std::upper_bound(batches_.begin(), batches_.end(), row,
                                       [](std::size_t r, const Batch& later) { return r < later.first_row; });
  const auto later = static_cast<std::size_t>(behind - batches_.begin()) - 1;
  carried_.keep(later, decided.number, decided.person.rows.size() > kMostRowsDecidedAgain,
                {row, std::string(placed.cells), placed.is_decided, placed.raw});
}

void DecisionPass::keep(BatchWork& work, std::size_t row_of_batch, const PlacedRow& row) {
  RowResult& result = work.results[row_of_batch];
  result.begin = static_cast<std::uint32_t>(work.cells.size());
  result.length = static_cast<std::uint32_t>(row.cells.size());
  result.is_decided = row.is_decided;
  result.raw = row.raw;
  work.cells += row.cells;
}

// Every batch that could carry a result to this one has been decided.
void DecisionPass::take_carried(std::size_t number) {
  for (const CarriedResult& result : carried_.take(number)) {
    const PlacedRow placed{intake::RowNumber{static_cast<std::uint32_t>(result.row)}, result.cells, result.is_decided,
                           result.raw};
    keep(*batches_[number].work, result.row - batches_[number].first_row, placed);
  }
}

void DecisionPass::render(std::size_t number, unsigned worker_number) {
  Worker& worker = *workers_[worker_number];
  const intake::RecordIndex& index = run_.records.index;
  take_carried(number);
  decide_again(number, worker);
  BatchWork& work = *batches_[number].work;
  auto result = work.results.begin();
  for (std::size_t i = batches_[number].first_span; i < end_span(number); result += index.spans[i++].rows) {
    render_span(i, &*result, work, worker);
  }
  work.texts.rows = work.results.size();
}

void DecisionPass::render_span(std::size_t number, const RowResult* results, BatchWork& work, Worker& worker) const {
  const intake::RecordIndex& index = run_.records.index;
  const intake::RowSpan& span = index.spans[number];
  const std::uint32_t file = index.file_of(number);
  std::string_view rest = run_.records.bytes[file].substr(span.offset_bytes);
  const bool is_last = index.files[file].end_span == number + 1;
  work.texts.bytes_read += is_last ? rest.size() : index.spans[number + 1].offset_bytes - span.offset_bytes;
  if (all_rows_ != AllRows::kWrite) return render_decided(results, span.rows, work, worker);
  for (const RowResult& result : std::span(results, span.rows)) {
    // Of the rows of one person in one batch, the starts of all are kept or of none.
    if (result.first_start != kNoStarts) {
      render_row(result, {result.raw, std::span(work.starts).subspan(result.first_start, starts_of_row_)}, work);
    } else {
      rest.remove_prefix(worker.cells.split_first(rest));
      render_row(result, {worker.cells.record(), worker.cells.starts()}, work);
    }
  }
}

// Without the other rows, whose bytes are not looked at again.
void DecisionPass::render_decided(const RowResult* results, std::size_t rows, BatchWork& work, Worker& worker) const {
  for (const RowResult& result : std::span(results, rows)) {
    if (!result.is_decided) continue;
    worker.cells.split(result.raw);
    render_row(result, {worker.cells.record(), worker.cells.starts()}, work);
  }
}

void DecisionPass::render_row(const RowResult& result, const write::RawRow& raw, BatchWork& work) const {
  const bool all = all_rows_ == AllRows::kWrite;
  const std::string_view ours =
      result.length == 0 ? blank_cells_ : std::string_view(work.cells).substr(result.begin, result.length);
  if (all) {
    all_rows_lines_.append(work.texts.all_rows, raw, ours);
    condensed_lines_.append(work.texts.condensed, raw, ours);
  }
  if (result.is_decided) convictions_lines_.append(work.texts.convictions, raw, ours);
}

void DecisionPass::release(std::size_t batch) {
  std::unique_ptr<BatchWork> work = std::move(batches_[batch].work);
  work->cells.clear();
  work->starts.clear();
  work->texts.clear();
  const std::lock_guard lock(spare_mutex_);
  spare_.push_back(std::move(work));
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
