#include "intake/table_rows.h"

#include <algorithm>
#include <deque>
#include <utility>

#include "scan/cells.h"
#include "scan/record_walker.h"

namespace redress::intake {
namespace {

std::string joined(std::span<const std::string_view> names) {
  std::string text;
  for (const std::string_view name : names) text.append(text.empty() ? "" : ",").append(name);
  return text;
}

}  // namespace

Error table_error(std::string_view file, std::uint64_t line_1based, std::string cause) {
  Error error;
  error.kind = ErrorKind::kUsage;
  error.code = "format.table";
  error.place.file = file;
  error.place.line_1based = line_1based;
  error.cause = std::move(cause);
  error.next_step = "Correct the line, or take the table as it came with the program.";
  return error;
}

Result<std::vector<TableRow>> read_table(std::string_view file, std::string_view table,
                                         std::span<const std::string_view> names) {
  scan::RecordWalker walker(table, names.size());
  scan::Cells cells;
  std::deque<std::string> unescaped;
  std::vector<TableRow> rows;
  for (scan::Record record; walker.next(record);) {
    if (record.fault != scan::RecordFault::kNone) {
      return table_error(file, record.line_1based,
                         "this line cannot be split into the " + std::to_string(names.size()) + " cells of the table");
    }
    cells.split(table.substr(record.offset_bytes, record.length_bytes));
    TableRow row{record.line_1based, {}};
    for (std::size_t i = 0; i < names.size(); ++i) row.cells.emplace_back(cells.value(i, unescaped));
    rows.push_back(std::move(row));
  }
  if (rows.empty() || !std::equal(names.begin(), names.end(), rows.front().cells.begin())) {
    return table_error(file, 1, "the first line must be: " + joined(names));
  }
  rows.erase(rows.begin());
  return rows;
}

}  // namespace redress::intake
