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

// The first record of a file, split at each comma, quotes or not: names of columns have none.
struct FirstLine {
  FirstLine(std::string_view file, const model::Layout& layout) {
    scan::RecordWalker walker(file, layout.columns.size());
    if (!walker.next(record)) return;
    text = file.substr(record.offset_bytes, record.length_bytes);
    // Behind so many no name is looked for: a line may have a million commas.
    const auto commas = static_cast<std::size_t>(std::count(text.begin(), text.end(), ','));
    cells = std::min(commas + 1, 2 * layout.columns.size());
  }

  std::optional<std::size_t> column_at(std::size_t place, const model::Layout& layout) const {
    return column_named(trimmed(scan::cell_of_line(text, place)), layout);
  }

  scan::Record record;
  std::string_view text;
  std::size_t cells = 0;  // 0: the file has no record
};

}  // namespace

bool begins_with_names(std::string_view file, const model::Layout& layout) {
  constexpr std::size_t kEnough = 5;
  const FirstLine line(file, layout);
  if (line.record.fault != scan::RecordFault::kNone) return false;
  std::size_t names = 0;
  for (std::size_t place = 0; place < line.cells && names < kEnough; ++place) {
    if (line.column_at(place, layout)) ++names;
  }
  return names == kEnough;
}

std::optional<MovedColumn> moved_column(std::string_view file, const model::Layout& layout) {
  const FirstLine header(file, layout);
  const bool has_all = header.record.fault == scan::RecordFault::kNone;
  std::size_t after = 0;  // the least column that may come next
  for (std::size_t place = 0; place < header.cells; ++place) {
    const auto column = header.column_at(place, layout);
    if (!column) continue;
    if (has_all ? *column != place : *column < after) return MovedColumn{place, *column, header.record.line_1based};
    after = *column + 1;
  }
  return std::nullopt;
}

}  // namespace redress::intake
