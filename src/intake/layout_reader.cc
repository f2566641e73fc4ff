#include "intake/layout_reader.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

#include "base/text.h"
#include "intake/table_rows.h"

namespace redress::intake {
namespace {

using model::Layout;

// The columns of the table, in order.
constexpr std::array<std::string_view, 9> kLayoutTableNames = {"position", "name",      "type",     "privacy", "secret",
                                                               "fact",     "condensed", "same_row", "meaning"};
enum LayoutTableCell : std::size_t {
  kPosition, kName, kType, kPrivacy, kSecret, kFact, kCondensed, kSameRow, kMeaning
};

// By the order of each enum.
constexpr std::array<std::string_view, 6> kTypes = {"text", "code", "id", "date", "number", "mark"};
constexpr std::array<std::string_view, model::kRowFactCount> kFacts = {"record",
                                                                       "person",
                                                                       "cii_number",
                                                                       "name",
                                                                       "sex",
                                                                       "birth_date",
                                                                       "race",
                                                                       "cycle_date",
                                                                       "event_date",
                                                                       "step_type",
                                                                       "agency",
                                                                       "county",
                                                                       "count_order",
                                                                       "disposition_date",
                                                                       "case_number",
                                                                       "offense",
                                                                       "offense_level",
                                                                       "disposition_offense",
                                                                       "conviction_offense",
                                                                       "disposition",
                                                                       "conviction_level",
                                                                       "sentence_place",
                                                                       "sentence_length",
                                                                       "sentence_unit",
                                                                       "comment",
                                                                       "record_end"};

template <std::size_t n>
std::optional<std::size_t> index_of(const std::array<std::string_view, n>& words, std::string_view word) {
  const auto found = std::find(words.begin(), words.end(), word);
  if (found == words.end()) return std::nullopt;
  return static_cast<std::size_t>(found - words.begin());
}

// A cell that says one word or nothing.
std::optional<bool> is_marked(std::string_view cell, std::string_view word) {
  if (cell.empty()) return false;
  if (cell == word) return true;
  return std::nullopt;
}

class LayoutTable {
 public:
  explicit LayoutTable(std::string_view file) : file_(file) {}

  // Adds one column; the error is a fault of its line.
  Status add(const TableRow& row) {
    const auto fault = [&](std::string cause) { return table_error(file_, row.line_1based, std::move(cause)); };
    const std::size_t position = layout_.columns.size();
    if (row.cells[kPosition] != std::to_string(position))
      return fault("position " + std::to_string(position) + " must come here");
    const auto type = index_of(kTypes, row.cells[kType]);
    if (!type) return fault("'" + row.cells[kType] + "' is no type of a column");
    const auto privacy = index_of(kPrivacies, row.cells[kPrivacy]);
    if (!privacy) return fault("'" + row.cells[kPrivacy] + "' is no privacy class");
    const auto secret = is_marked(row.cells[kSecret], "yes");
    const auto condensed = is_marked(row.cells[kCondensed], "yes");
    const auto ignored = is_marked(row.cells[kSameRow], "ignored");
    if (!secret || !condensed) return fault("'secret' and 'condensed' are 'yes' or empty");
    if (!ignored) return fault("'same_row' is 'ignored' or empty");
    if (row.cells[kName].empty()) return fault("the column has no name");
    if (!names_.insert(to_upper_ascii(row.cells[kName])).second)
      return fault("a column named " + row.cells[kName] + " stands above");
    if (Status taken = take_fact(row, position); !taken) return taken;
    layout_.columns.push_back({row.cells[kName], static_cast<model::ColumnType>(*type),
                               static_cast<model::Privacy>(*privacy), *secret, *condensed, *ignored,
                               row.cells[kMeaning]});
    return Done{};
  }

  Result<Layout> finish(std::uint64_t last_line) {
    for (std::size_t i = 0; i < kFacts.size(); ++i) {
      if (!layout_.column_of[i])
        return table_error(file_, last_line, "no column holds the fact '" + std::string(kFacts[i]) + "'");
    }
    return std::move(layout_);
  }

 private:
  Status take_fact(const TableRow& row, std::size_t position) {
    const std::string& name = row.cells[kFact];
    if (name.empty()) return Done{};
    const auto fact = index_of(kFacts, name);
    if (!fact) return table_error(file_, row.line_1based, "'" + name + "' is no fact that the reader knows");
    if (layout_.column_of[*fact])
      return table_error(file_, row.line_1based, "a column above holds the fact '" + name + "' already");
    layout_.column_of[*fact] = position;
    return Done{};
  }

  std::string_view file_;
  Layout layout_;
  std::set<std::string> names_;
};

}  // namespace

Result<Layout> read_layout(std::string_view file, std::string_view table) {
  Result<std::vector<TableRow>> rows = read_table(file, table, kLayoutTableNames);
  if (!rows) return rows.error();
  LayoutTable layout(file);
  for (const TableRow& row : *rows) {
    if (Status added = layout.add(row); !added) return added.error();
  }
  return layout.finish(rows->empty() ? 1 : rows->back().line_1based);
}

}  // namespace redress::intake
