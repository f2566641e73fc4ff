// run/decision_pass.h: people decided and rows rendered, batch by batch of rows in file order.
// Not here: files and sinks (evaluate_run.cc), threads (batches.h). The person whose first row stands in a batch is
// gathered and decided there; results for rows further down are carried to their batch.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "intake/gather.h"
#include "intake/record_index.h"
#include "redress/evaluate.h"
#include "run/opened_run.h"
#include "tally/comparison.h"
#include "tally/tally.h"

namespace redress::run {

// The figures of a run, one part for each policy.
struct RunTally {
  tally::Tally office;
  std::vector<tally::BesideTally> beside;  // in the order of OpenedPolicies::beside()

  void merge(const RunTally& other);

  friend bool operator==(const RunTally&, const RunTally&) = default;
};

// The texts of one batch, ready to be written in order.
struct BatchTexts {
  std::string convictions;
  std::string all_rows;
  std::string condensed;
  std::uint64_t rows = 0;
  std::uint64_t bytes_read = 0;
};

class DecisionPass {
 public:
  static constexpr std::size_t kRowsInBatch = 4096;

  // The results do not depend on `rows_in_batch`. The run must outlive the pass. REQUIRES: rows_in_batch >= 1.
  DecisionPass(const OpenedRun& run, AllRows all_rows, unsigned workers, std::size_t rows_in_batch = kRowsInBatch);
  ~DecisionPass();
  DecisionPass(const DecisionPass&) = delete;
  DecisionPass& operator=(const DecisionPass&) = delete;

  std::size_t batch_count() const;

  // Thread rule: as BatchWork of batches.h; decide and render of different batches at the same time, one worker each.
  void decide(std::size_t batch, unsigned worker);
  void render(std::size_t batch, unsigned worker);
  BatchTexts take(std::size_t batch);

  // After all batches: the figures, and the rows that could not be used, in order of row.
  RunTally merged_tally() const;
  std::vector<intake::UnusableRow> unusable_rows() const;

 private:
  struct Worker;
  struct PersonDecisions;
  // Our cells of one row, rendered; empty for a row that has nothing to say.
  struct RowResult {
    std::string cells;
    bool is_decided = false;
  };
  struct Batch {
    std::vector<RowResult> results;  // by row of the batch
    BatchTexts texts;
  };

  std::size_t first_row(std::size_t batch) const { return batch * rows_in_batch_; }
  std::size_t end_row(std::size_t batch) const;
  void decide_person(std::size_t person, std::size_t batch, Worker& worker);
  void place_rows(const PersonDecisions& decided, std::size_t batch, Worker& worker);
  void place(intake::RowNumber row, RowResult result, std::size_t batch);
  void render_row(std::size_t row, const RowResult& result, BatchTexts& texts, Worker& worker) const;

  const OpenedRun& run_;
  AllRows all_rows_;
  std::vector<AskedBeside> beside_;
  std::size_t rows_in_batch_;
  std::vector<std::unique_ptr<Worker>> workers_;
  std::vector<Batch> batches_;
  std::string blank_cells_;
  std::mutex carried_mutex_;
  std::map<std::size_t, std::vector<std::pair<std::size_t, RowResult>>> carried_;  // by batch: row, result
};

}  // namespace redress::run
