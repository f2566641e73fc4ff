// intake/table_rows.h: a table of formats/ as rows of cells, checked for its shape.
// Not here: what the columns of a table mean (layout_reader.h). Inside this room; pure.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "redress/error.h"

namespace redress::intake {

// The classes of privacy that a table may give a column.
inline constexpr std::array<std::string_view, 3> kPrivacies = {"identity", "appearance", "record"};

struct TableRow {
  std::uint64_t line_1based = 0;
  std::vector<std::string> cells;
};

// format.table (kUsage): `cause` about one line of a table file.
Error table_error(std::string_view file, std::uint64_t line_1based, std::string cause);

// The rows below the line of names. Errors: format.table where the names are not exactly these or a row cannot be
// split.
Result<std::vector<TableRow>> read_table(std::string_view file, std::string_view table,
                                         std::span<const std::string_view> names);

}  // namespace redress::intake
