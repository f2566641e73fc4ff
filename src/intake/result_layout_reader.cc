// The table of result columns, formats/us-ca/results.csv.
#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

#include "base/text.h"
#include "intake/layout_reader.h"
#include "intake/table_rows.h"

namespace redress::intake {
namespace {

using model::ResultColumn;
using model::ResultKind;

constexpr std::array<std::string_view, 8> kTableNames = {"id",   "name",   "set",     "section",
                                                         "date", "groups", "privacy", "meaning"};
enum TableCell : std::size_t { kId, kName, kSet, kSection, kDate, kGroups, kPrivacy, kMeaning };

constexpr std::array<std::string_view, 3> kPrivacies = {"identity", "appearance", "record"};

// By the order of ResultKind.
constexpr std::array<std::string_view, static_cast<std::size_t>(ResultKind::kDataNotes) + 1> kIds = {
    "case-number",
    "conviction-count",
    "possible-other-charges",
    "occurred-after",
    "set-list",
    "registration",
    "conviction-date",
    "years-since-conviction",
    "years-since-any-conviction",
    "count-in-set",
    "deceased",
    "determination",
    "reason",
    "possible-determinations",
    "deciding-facts",
    "deciding-step",
    "citation",
    "data-notes"};

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(separator, start), text.size());
    if (const std::string_view part = trimmed(text.substr(start, end - start)); !part.empty()) parts.push_back(part);
    start = end + 1;
  }
  return parts;
}

// "11357: a b | c d". False when it is not of that form.
bool read_groups(std::string_view text, ResultColumn& column) {
  if (text.empty()) return true;
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return false;
  column.group_section = to_lower_ascii(trimmed(text.substr(0, colon)));
  for (const std::string_view group : split(text.substr(colon + 1), '|')) {
    column.groups.emplace_back();
    for (const std::string_view subdivision : split(group, ' '))
      column.groups.back().push_back(to_lower_ascii(subdivision));
  }
  return !column.group_section.empty() && column.groups.size() > 1;
}

bool needs_set(ResultKind kind) {
  return kind == ResultKind::kSetList || kind == ResultKind::kCountInSet || kind == ResultKind::kPossibleOtherCharges;
}

Result<ResultColumn> read_column(std::string_view file, const TableRow& row) {
  const auto fault = [&](std::string cause) { return table_error(file, row.line_1based, std::move(cause)); };
  ResultColumn column;
  const auto id = std::find(kIds.begin(), kIds.end(), row.cells[kId]);
  if (id == kIds.end()) return fault("'" + row.cells[kId] + "' is no kind of a result column");
  column.kind = static_cast<ResultKind>(id - kIds.begin());
  column.name = row.cells[kName];
  if (column.name.empty()) return fault("the column has no name");
  column.set = row.cells[kSet];
  if (needs_set(column.kind) && column.set.empty())
    return fault("a column of the kind '" + row.cells[kId] + "' names its section set");
  column.section = to_lower_ascii(row.cells[kSection]);
  if (!row.cells[kDate].empty()) {
    column.date = parse_iso_date(row.cells[kDate]);
    if (!column.date) return fault("'" + row.cells[kDate] + "' is not a date such as 2016-11-09");
  }
  if (column.kind == ResultKind::kOccurredAfter && !column.date)
    return fault("the column compares with a date, which is missing");
  if (!read_groups(row.cells[kGroups], column)) return fault("groups are written like '11357: a b | c d'");
  if (std::find(kPrivacies.begin(), kPrivacies.end(), row.cells[kPrivacy]) == kPrivacies.end()) {
    return fault("'" + row.cells[kPrivacy] + "' is no privacy class");
  }
  column.meaning = row.cells[kMeaning];
  return column;
}

}  // namespace

Result<model::ResultLayout> read_result_layout(std::string_view file, std::string_view table) {
  Result<std::vector<TableRow>> rows = read_table(file, table, kTableNames);
  if (!rows) return rows.error();
  model::ResultLayout layout;
  std::set<std::string> names;
  for (const TableRow& row : *rows) {
    Result<ResultColumn> column = read_column(file, row);
    if (!column) return column.error();
    if (!names.insert(column->name).second)
      return table_error(file, row.line_1based, "a column named " + column->name + " stands above");
    layout.columns.push_back(*std::move(column));
  }
  if (layout.columns.empty()) return table_error(file, 1, "the table has no columns");
  return layout;
}

}  // namespace redress::intake
