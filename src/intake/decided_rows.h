// intake/decided_rows.h: convictions.csv of a results folder, read back by the names of its columns.
// Not here: finding and opening it (run), comparing (tally). Pure.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "model/decided_row.h"
#include "model/layout.h"
#include "model/result_layout.h"
#include "redress/error.h"

namespace redress::intake {

// Owns what its rows refer to beside the file's bytes, which must outlive it.
struct DecidedRows {
  std::deque<std::string> unescaped;
  std::vector<model::DecidedRow> rows;  // in file order
};

// `file`: for messages. Errors (kInput): results.column where a column is missing, results.row where a row cannot be
// split. Cost: one pass over the bytes.
Result<DecidedRows> read_decided_rows(std::string_view bytes, const std::string& file, const model::Layout& input,
                                      const model::ResultLayout& results);

}  // namespace redress::intake
