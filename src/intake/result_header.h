// intake/result_header.h: the header of a convictions.csv that a run wrote, and what is wrong with such a file.
// Not here: its rows (decided_rows.h, decision_rows.h). Inside the room; pure.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "model/result_layout.h"
#include "redress/error.h"
#include "scan/record_walker.h"

namespace redress::intake {

// The names in the first line. They live in `bytes` and `unescaped`.
std::vector<std::string_view> header_names(std::string_view bytes, std::deque<std::string>& unescaped);

// The name of one of our columns in the formats; empty where they have none.
std::string_view result_column_name(const model::ResultLayout& results, model::ResultKind kind);

// kInput: results.column.
Error missing_result_column(const std::string& file, std::string_view name);

// kInput: results.row, a row that cannot be split.
Error broken_result_row(const std::string& file, const scan::Record& record);

}  // namespace redress::intake
