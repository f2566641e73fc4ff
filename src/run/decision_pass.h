// run/decision_pass.h: people decided and rows rendered, batch by batch of rows in file order.
// Not here: files and sinks (evaluation.cc), threads (batches.h). The person whose first row stands in a batch is
// gathered and decided there; results for rows further down are carried to their batch.
// Batches are small, so that what one thread renders is still in the processor's own memory when it is summed and
// written, and what they hold is used again by later ones.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "intake/gather.h"
#include "intake/record_index.h"
#include "redress/evaluate.h"
#include "run/carried_results.h"
#include "run/opened_run.h"
#include "tally/comparison.h"
#include "tally/tally.h"
#include "write/csv/csv_rows.h"
#include "write/csv/line_text.h"

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
  write::LineText convictions;
  write::LineText all_rows;
  write::LineText condensed;
  std::uint64_t rows = 0;
  std::uint64_t bytes_read = 0;

  // Empty again, in memory that is there already.
  void clear();
};

class DecisionPass {
 public:
  static constexpr std::size_t kRowsInBatch = 512;

  // How the work is divided; the results do not depend on it.
  struct Division {
    std::size_t rows_in_batch = kRowsInBatch;  // the least rows of a batch but the last
    // Results carried to later batches have about this many bytes at most; what has no room is decided again there.
    std::uint64_t most_carried_bytes = std::numeric_limits<std::uint64_t>::max();
  };

  // The run must outlive the pass. REQUIRES: division.rows_in_batch >= 1.
  DecisionPass(const OpenedRun& run, AllRows all_rows, unsigned workers, const Division& division);
  ~DecisionPass();
  DecisionPass(const DecisionPass&) = delete;
  DecisionPass& operator=(const DecisionPass&) = delete;

  std::size_t batch_count() const { return batches_.size(); }

  // Thread rule: as BatchWork of batches.h; decide and render of different batches at the same time, one worker each.
  void decide(std::size_t batch, unsigned worker);
  void render(std::size_t batch, unsigned worker);

  // What the batch came to; until it is released, once it was rendered. As take of batches.h.
  const BatchTexts& texts(std::size_t batch) const { return batches_[batch].work->texts; }
  void release(std::size_t batch);

  // After all batches: the figures, and the rows that could not be used, in order of row.
  RunTally merged_tally() const;
  std::vector<intake::UnusableRow> unusable_rows() const;

 private:
  struct Worker;
  struct PersonDecisions;
  static constexpr std::uint32_t kNoStarts = std::numeric_limits<std::uint32_t>::max();
  // Our cells of one row, rendered: a part of the batch's text; empty for a row that has nothing to say.
  struct RowResult {
    std::uint32_t begin = 0;
    std::uint32_t length = 0;
    std::uint32_t first_start = kNoStarts;  // of those of its cells in the file, among the batch's
    bool is_decided = false;
    std::string_view raw;  // of a row with a decision or with starts, as it stands in the file
  };
  // What a batch in the making holds; used by one batch after the other.
  struct BatchWork {
    std::vector<RowResult> results;  // by row of the batch
    std::string cells;
    std::vector<std::uint32_t> starts;
    BatchTexts texts;
  };
  struct Batch {
    std::size_t first_span = 0;
    std::size_t first_row = 0;
    std::unique_ptr<BatchWork> work;  // from decide() to release()
  };
  // What a person's decisions come to for one row.
  struct PlacedRow {
    intake::RowNumber number{};
    std::string_view cells;
    bool is_decided = false;
    std::string_view raw;
  };

  std::size_t end_span(std::size_t batch) const;
  std::size_t end_row(std::size_t batch) const;
  std::unique_ptr<BatchWork> begin_work();
  void decide_person(std::size_t person, std::size_t batch, Worker& worker);
  PersonDecisions decisions_of(std::size_t person, Worker& worker) const;
  void decide_again(std::size_t batch, Worker& worker);
  void place_rows(const PersonDecisions& decided, std::size_t batch, Worker& worker);
  void place(const PersonDecisions& decided, const PlacedRow& row, std::size_t batch);
  void keep_starts(const PersonDecisions& decided, std::size_t batch, const Worker& worker);
  static void keep(BatchWork& work, std::size_t row_of_batch, const PlacedRow& row);
  void take_carried(std::size_t batch);
  void render_span(std::size_t span, const RowResult* results, BatchWork& work, Worker& worker) const;
  void render_decided(const RowResult* results, std::size_t rows, BatchWork& work, Worker& worker) const;
  void render_row(const RowResult& result, const write::RawRow& raw, BatchWork& work) const;

  const OpenedRun& run_;
  AllRows all_rows_;
  std::vector<AskedBeside> beside_;
  write::RowLines all_rows_lines_;
  write::RowLines convictions_lines_;
  write::RowLines condensed_lines_;
  std::size_t starts_of_row_;
  std::vector<std::unique_ptr<Worker>> workers_;
  std::vector<Batch> batches_;
  std::string blank_cells_;
  CarriedResults carried_;
  std::mutex spare_mutex_;
  std::vector<std::unique_ptr<BatchWork>> spare_;
};

}  // namespace redress::run
