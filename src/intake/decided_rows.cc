#include "intake/decided_rows.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "scan/cells.h"
#include "scan/record_walker.h"

namespace redress::intake {
namespace {

using model::DecidedRow;

Error decided_fault(std::string code, const std::string& file, std::string cause) {
  Error error;
  error.kind = ErrorKind::kInput;
  error.code = std::move(code);
  error.place.file = file;
  error.cause = std::move(cause);
  error.next_step = "Give a results folder as a run of this program wrote it.";
  return error;
}

// A column that is read, by its name in the formats.
struct Wanted {
  std::string_view name;
  std::string_view DecidedRow::*place;
};

std::string_view name_of(const model::ResultLayout& results, model::ResultKind kind) {
  const auto found = std::find_if(results.columns.begin(), results.columns.end(),
                                  [&](const model::ResultColumn& column) { return column.kind == kind; });
  return found == results.columns.end() ? std::string_view{} : std::string_view(found->name);
}

std::array<Wanted, 6> wanted_columns(const model::Layout& input, const model::ResultLayout& results) {
  using model::ResultKind;
  const auto of_input = [&](model::RowFact fact) { return std::string_view(input.columns[input.position(fact)].name); };
  return {{{of_input(model::RowFact::kPerson), &DecidedRow::person},
           {of_input(model::RowFact::kCountOrder), &DecidedRow::count},
           {name_of(results, ResultKind::kCaseNumber), &DecidedRow::case_numbers},
           {name_of(results, ResultKind::kDetermination), &DecidedRow::determination},
           {name_of(results, ResultKind::kReason), &DecidedRow::reason},
           {name_of(results, ResultKind::kDecidingStep), &DecidedRow::step}}};
}

}  // namespace

Result<DecidedRows> read_decided_rows(std::string_view bytes, const std::string& file, const model::Layout& input,
                                      const model::ResultLayout& results) {
  DecidedRows decided;
  const std::string_view header = bytes.substr(0, bytes.find('\n'));
  scan::Cells cells;
  cells.split(header);
  const std::size_t columns = cells.count();
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < columns; ++i) names.push_back(cells.value(i, decided.unescaped));
  const auto wanted = wanted_columns(input, results);
  std::array<std::size_t, wanted.size()> places{};
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const auto found = std::find(names.begin(), names.end(), wanted[i].name);
    if (found == names.end())
      return decided_fault("results.column", file, "the column '" + std::string(wanted[i].name) + "' is missing");
    places[i] = static_cast<std::size_t>(found - names.begin());
  }
  scan::RecordWalker walker(bytes, columns);
  scan::Record record;
  while (walker.next(record)) {
    if (record.fault != scan::RecordFault::kNone) {
      Error error = decided_fault("results.row", file, "a row cannot be split into its cells");
      error.place.row_1based = record.row_1based;
      error.place.line_1based = record.line_1based;
      return error;
    }
    if (record.row_1based == 1) continue;  // the header
    cells.split(bytes.substr(record.offset_bytes, record.length_bytes));
    DecidedRow row;
    for (std::size_t i = 0; i < wanted.size(); ++i) row.*wanted[i].place = cells.value(places[i], decided.unescaped);
    row.person = trimmed(row.person);
    row.count = trimmed(row.count);
    decided.rows.push_back(row);
  }
  return decided;
}

}  // namespace redress::intake
