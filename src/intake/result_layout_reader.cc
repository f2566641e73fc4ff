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

constexpr std::array<std::string_view, 9> kResultTableNames = {"id",   "name",   "policy",  "set",    "section",
                                                               "date", "groups", "privacy", "meaning"};
enum ResultTableCell : std::size_t {
  kResultId, kResultName, kResultPolicy, kResultSet, kResultSection, kResultDate, kResultGroups, kResultPrivacy,
  kResultMeaning
};

// By the order of ResultKind, up to those that stand in the table.
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
    "answer-changes-on",
    "statutory-relief",
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
  const auto id = std::find(kIds.begin(), kIds.end(), row.cells[kResultId]);
  if (id == kIds.end()) return fault("'" + row.cells[kResultId] + "' is no kind of a result column");
  column.kind = static_cast<ResultKind>(id - kIds.begin());
  column.name = row.cells[kResultName];
  if (column.name.empty()) return fault("the column has no name");
  column.policy = row.cells[kResultPolicy];
  if ((column.kind == ResultKind::kStatutoryRelief) == column.policy.empty())
    return fault("a column of the kind 'statutory-relief' names its policy, and no other does");
  column.set = row.cells[kResultSet];
  if (needs_set(column.kind) && column.set.empty())
    return fault("a column of the kind '" + row.cells[kResultId] + "' names its section set");
  column.section = to_lower_ascii(row.cells[kResultSection]);
  if (!row.cells[kResultDate].empty()) {
    column.date = parse_iso_date(row.cells[kResultDate]);
    if (!column.date) return fault("'" + row.cells[kResultDate] + "' is not a date such as 2016-11-09");
  }
  if (column.kind == ResultKind::kOccurredAfter && !column.date)
    return fault("the column compares with a date, which is missing");
  if (!read_groups(row.cells[kResultGroups], column)) return fault("groups are written like '11357: a b | c d'");
  if (std::find(kPrivacies.begin(), kPrivacies.end(), row.cells[kResultPrivacy]) == kPrivacies.end()) {
    return fault("'" + row.cells[kResultPrivacy] + "' is no privacy class");
  }
  column.meaning = row.cells[kResultMeaning];
  return column;
}

}  // namespace

Result<model::ResultLayout> read_result_layout(std::string_view file, std::string_view table) {
  Result<std::vector<TableRow>> rows = read_table(file, table, kResultTableNames);
  if (!rows) return rows.error();
  model::ResultLayout layout;
  std::set<std::string> names;
  for (const TableRow& row : *rows) {
    Result<ResultColumn> column = read_column(file, row);
    if (!column) return column.error();
    if (!names.insert(column->name).second)
      return table_error(file, row.line_1based, "a column named " + column->name + " stands above");
    const auto names_policy = [](const ResultColumn& other) { return !other.policy.empty(); };
    if (names_policy(*column) && std::any_of(layout.columns.begin(), layout.columns.end(), names_policy))
      return table_error(file, row.line_1based, "a column that names a policy stands above");
    layout.columns.push_back(*std::move(column));
  }
  if (layout.columns.empty()) return table_error(file, 1, "the table has no columns");
  return layout;
}

}  // namespace redress::intake
