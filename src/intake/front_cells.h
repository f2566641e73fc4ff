// intake/front_cells.h: the first few cells of a record, without splitting the rest of it.
// Not here: all cells (scan/cells.h), what they mean. Inside this room; one object per thread.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>

#include "scan/cells.h"

namespace redress::intake {

class FrontCells {
 public:
  // What the cell says, trimmed; empty where the record has fewer cells. A view into `record`, or one that lives until
  // the next call. Cost: linear in the bytes before the cell's end; where a quote stands there, in the whole record.
  std::string_view value(std::string_view record, std::size_t cell);

 private:
  scan::Cells cells_;
  std::deque<std::string> unescaped_;
};

}  // namespace redress::intake
