// intake/decision_rows.h: convictions.csv of a results folder, read back row by row as texts for the workbook.
// Not here: what a comparison of folders needs (decided_rows.h), finding and opening the file (run). Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "model/decision_texts.h"
#include "model/layout.h"
#include "model/result_layout.h"
#include "redress/error.h"
#include "scan/cells.h"
#include "scan/record_walker.h"

namespace redress::intake {

// Walks the rows in the order of the file. Columns are found by their names; those of secret columns and of the comment
// are never looked at. One thread at a time.
class DecisionRows {
 public:
  // `bytes` must outlive it; `file`: for messages. Errors (kInput): results.column where a column is missing.
  static Result<DecisionRows> begin(std::string_view bytes, const std::string& file, const model::Layout& input,
                                    const model::ResultLayout& results);

  // The next row; false at the end. Texts become UTF-8; an apostrophe that the writer of the file put before one of our
  // cells stays. Errors (kInput): results.row where a row cannot be split. Cost: linear in the row.
  Result<bool> next(model::DecisionTexts& row);

  // The columns of further policies, as the file names them.
  const std::vector<std::string>& further_names() const { return further_names_; }

  // Where the row that was given last stands.
  struct Place {
    std::uint64_t offset_bytes = 0;
    std::uint64_t length_bytes = 0;
  };
  Place last_place() const { return last_; }

  // That row once more; what next() gives next stays the same. REQUIRES: `place` is of these bytes.
  void read_again(Place place, model::DecisionTexts& row);

 private:
  DecisionRows(std::string_view bytes, std::size_t columns, std::string file)
      : bytes_(bytes), file_(std::move(file)), walker_(bytes, columns) {}
  std::string text_at(std::size_t column);

  std::string_view bytes_;
  std::string file_;
  scan::RecordWalker walker_;
  scan::Cells cells_;
  std::deque<std::string> unescaped_;
  // Where each text stands; several columns where the first that is filled counts.
  struct Wanted {
    std::string model::DecisionTexts::*place;
    std::vector<std::size_t> columns;
  };
  std::vector<Wanted> wanted_;
  std::vector<std::size_t> further_;
  std::vector<std::string> further_names_;
  Place last_;
};

}  // namespace redress::intake
