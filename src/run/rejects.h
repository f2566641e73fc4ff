// run/rejects.h: every rejected row of a run, those found while people were gathered included, in order of file and
// place. Not here: why a row is rejected (scan, intake), the lines of the file (write). Part of the corridor.
#pragma once

#include <span>
#include <vector>

#include "intake/gather.h"
#include "intake/record_index.h"
#include "redress/error.h"
#include "run/record_files.h"
#include "write/results_target.h"
#include "write/json/summary.h"

namespace redress::run {

class Rejects {
 public:
  // `records` must outlive it. An unusable row is counted as out as well. REQUIRES: `unusable` in order of row.
  Rejects(const RecordFiles& records, std::span<const intake::UnusableRow> unusable);

  std::span<const intake::Reject> list() const { return list_; }
  std::uint64_t unusable_count() const { return unusable_count_; }

  // Only causes that occur, in the order of their enum.
  std::vector<write::CauseCount> by_cause() const;

  // The header and a line for each. Errors: of the sink.
  Status write_to(write::ResultSink& sink) const;

 private:
  const RecordFiles& records_;
  std::vector<intake::Reject> list_;
  std::uint64_t unusable_count_ = 0;
};

}  // namespace redress::run
