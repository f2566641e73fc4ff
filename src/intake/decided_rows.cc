#include "intake/decided_rows.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "intake/result_header.h"
#include "scan/cells.h"
#include "scan/record_walker.h"

namespace redress::intake {
namespace {

using model::DecidedRow;

// A column that is read, by its name in the formats.
struct Wanted {
  std::string_view name;
  std::string_view DecidedRow::*place;
};

std::array<Wanted, 6> wanted_columns(const model::Layout& input, const model::ResultLayout& results) {
  using model::ResultKind;
  const auto of_input = [&](model::RowFact fact) { return std::string_view(input.columns[input.position(fact)].name); };
  return {{{of_input(model::RowFact::kPerson), &DecidedRow::person},
           {of_input(model::RowFact::kCountOrder), &DecidedRow::count},
           {result_column_name(results, ResultKind::kCaseNumber), &DecidedRow::case_numbers},
           {result_column_name(results, ResultKind::kDetermination), &DecidedRow::determination},
           {result_column_name(results, ResultKind::kReason), &DecidedRow::reason},
           {result_column_name(results, ResultKind::kDecidingStep), &DecidedRow::step}}};
}

}  // namespace

Result<DecidedRows> read_decided_rows(std::string_view bytes, const std::string& file, const model::Layout& input,
                                      const model::ResultLayout& results) {
  DecidedRows decided;
  const std::vector<std::string_view> names = header_names(bytes, decided.unescaped);
  const auto wanted = wanted_columns(input, results);
  std::array<std::size_t, wanted.size()> places{};
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const auto found = std::find(names.begin(), names.end(), wanted[i].name);
    if (found == names.end()) return missing_result_column(file, wanted[i].name);
    places[i] = static_cast<std::size_t>(found - names.begin());
  }
  scan::RecordWalker walker(bytes, names.size());
  scan::Cells cells;
  scan::Record record;
  while (walker.next(record)) {
    if (record.fault != scan::RecordFault::kNone) return broken_result_row(file, record);
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
