#include "intake/header_order.h"

#include <algorithm>

#include "base/text.h"
#include "scan/record_walker.h"

namespace redress::intake {
namespace {

std::optional<std::size_t> column_named(std::string_view name, const model::Layout& layout) {
  const auto found = std::find_if(layout.columns.begin(), layout.columns.end(),
                                  [&](const model::Column& column) { return equals_ignoring_case(column.name, name); });
  if (found == layout.columns.end()) return std::nullopt;
  return static_cast<std::size_t>(found - layout.columns.begin());
}

}  // namespace

std::optional<MovedColumn> moved_column(std::string_view file, const model::Layout& layout) {
  scan::RecordWalker walker(file, layout.columns.size());
  scan::Record record;
  if (!walker.next(record)) return std::nullopt;
  const std::string_view header = file.substr(record.offset_bytes, record.length_bytes);
  const bool has_all = record.fault == scan::RecordFault::kNone;
  const auto names = static_cast<std::size_t>(std::count(header.begin(), header.end(), ',')) + 1;
  std::size_t after = 0;  // the least column that may come next
  for (std::size_t place = 0; place < names; ++place) {
    const auto column = column_named(trimmed(scan::cell_of_line(header, place)), layout);
    if (!column) continue;
    if (has_all ? *column != place : *column < after) return MovedColumn{place, *column, record.line_1based};
    after = *column + 1;
  }
  return std::nullopt;
}

}  // namespace redress::intake
