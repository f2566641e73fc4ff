// run/comparison_files.h: the tables that a comparison writes, each complete or absent.
// Not here: their lines (write/csv/comparison_rows.h), comparing (compare_run.cc). Part of the corridor.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "redress/compare.h"
#include "redress/error.h"
#include "write/output_file.h"

namespace redress::run {

// Both may be absent. Unless finished, nothing is left behind. One thread at a time.
class ComparisonTables {
 public:
  // Begins the files that were asked for. Errors: of write::OutputFile::begin.
  static Result<ComparisonTables> begin(const ComparisonFiles& files);

  bool has_each() const { return each_ != nullptr; }

  // Lines of the table of convictions. Errors: of the sink. REQUIRES: has_each().
  Status write_each(std::string_view lines) { return each_->sink().write(lines); }

  // The pairs of two sides, which are named so. Errors: of the sink.
  Status write_pairs(std::string_view first, std::string_view second, const std::vector<AnswerPair>& pairs);

  // Errors: of write::OutputFile::finish.
  Status finish();

 private:
  std::unique_ptr<write::OutputFile> pairs_;
  std::unique_ptr<write::OutputFile> each_;
};

// Those that differ first; the most convictions first; else in the order given.
void sort_pairs(std::vector<AnswerPair>& pairs);

}  // namespace redress::run
