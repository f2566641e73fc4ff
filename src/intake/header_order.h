// intake/header_order.h: whether a file's header names the columns where the layout has them.
// Not here: what is a header and what a row (file_index.cc), columns by number (model/layout.h). Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "model/layout.h"

namespace redress::intake {

// A column whose name stands where another column belongs: the cells below it would be taken for the other's.
struct MovedColumn {
  std::size_t place = 0;   // from 0
  std::size_t column = 0;  // of the layout: the one named there
  std::uint64_t line_1based = 0;
};

// The first such column in the header with which the file begins. A name that no column has says nothing: headers of
// other years may spell one differently. A header with a wrong number of names is only looked at for names out of
// order. REQUIRES: the first record of the file names columns. Cost: linear in it, times the columns.
std::optional<MovedColumn> moved_column(std::string_view file, const model::Layout& layout);

// Whether the first record of the file is whole and names columns, whatever its first cell says: no row of people has so
// many cells that are names of columns. One that is not whole is a reject, and seen as such. Cost: as above.
bool begins_with_names(std::string_view file, const model::Layout& layout);

}  // namespace redress::intake
