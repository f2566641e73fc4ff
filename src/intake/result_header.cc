#include "intake/result_header.h"

#include <algorithm>
#include <utility>

#include "scan/cells.h"

namespace redress::intake {
namespace {

Error result_fault(std::string code, const std::string& file, std::string cause) {
  Error error;
  error.kind = ErrorKind::kInput;
  error.code = std::move(code);
  error.place.file = file;
  error.cause = std::move(cause);
  error.next_step = "Give a results folder as a run of this program wrote it.";
  return error;
}

}  // namespace

std::vector<std::string_view> header_names(std::string_view bytes, std::deque<std::string>& unescaped) {
  scan::Cells cells;
  cells.split(bytes.substr(0, bytes.find('\n')));
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < cells.count(); ++i) names.push_back(cells.value(i, unescaped));
  return names;
}

std::string_view result_column_name(const model::ResultLayout& results, model::ResultKind kind) {
  const auto found = std::find_if(results.columns.begin(), results.columns.end(),
                                  [&](const model::ResultColumn& column) { return column.kind == kind; });
  return found == results.columns.end() ? std::string_view{} : std::string_view(found->name);
}

Error missing_result_column(const std::string& file, std::string_view name) {
  return result_fault("results.column", file, "the column '" + std::string(name) + "' is missing");
}

Error broken_result_row(const std::string& file, const scan::Record& record) {
  Error error = result_fault("results.row", file, "a row cannot be split into its cells");
  error.place.row_1based = record.row_1based;
  error.place.line_1based = record.line_1based;
  return error;
}

}  // namespace redress::intake
