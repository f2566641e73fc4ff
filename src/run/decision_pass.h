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

#include "evaluate/evaluate.h"
#include "explain/result_cells.h"
#include "intake/gather.h"
#include "model/layout.h"
#include "model/result_layout.h"
#include "policy/plan/plan.h"
#include "redress/evaluate.h"
#include "run/policy_library.h"
#include "run/record_files.h"
#include "run/required_sets.h"
#include "scan/cells.h"
#include "tally/tally.h"

namespace redress::run {

// What a run is made of; all must outlive the pass.
struct RunParts {
  const policy::Plan& plan;
  const evaluate::RunFacts& facts;
  const Formats& formats;
  const PolicyLibrary& library;
  const RequiredSets& sets;
  const RecordFiles& records;
  AllRows all_rows = AllRows::kWrite;
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

  // The results do not depend on `rows_in_batch`. REQUIRES: rows_in_batch >= 1.
  DecisionPass(const RunParts& parts, unsigned workers, std::size_t rows_in_batch = kRowsInBatch);
  ~DecisionPass();
  DecisionPass(const DecisionPass&) = delete;
  DecisionPass& operator=(const DecisionPass&) = delete;

  std::size_t batch_count() const;

  // Thread rule: as BatchWork of batches.h; decide and render of different batches at the same time, one worker each.
  void decide(std::size_t batch, unsigned worker);
  void render(std::size_t batch, unsigned worker);
  BatchTexts take(std::size_t batch);

  // After all batches: the figures, and the rows that could not be used, in order of row.
  tally::Tally merged_tally() const;
  std::vector<intake::UnusableRow> unusable_rows() const;

 private:
  struct Worker;
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
  void place(intake::RowNumber row, RowResult result, std::size_t batch);
  void render_row(std::size_t row, const RowResult& result, BatchTexts& texts, Worker& worker) const;

  const RunParts& parts_;
  std::size_t rows_in_batch_;
  std::vector<std::unique_ptr<Worker>> workers_;
  std::vector<Batch> batches_;
  std::string blank_cells_;
  std::mutex carried_mutex_;
  std::map<std::size_t, std::vector<std::pair<std::size_t, RowResult>>> carried_;  // by batch: row, result
};

}  // namespace redress::run
