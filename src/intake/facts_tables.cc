#include "intake/facts_tables.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "intake/table_rows.h"
#include "model/supplied.h"

namespace redress::intake {
namespace {

// The columns of the two tables, in order.
constexpr std::array<std::string_view, 4> kFactsTableNames = {"id", "name", "use", "meaning"};
enum FactsTableCell : std::size_t { kFactsId, kFactsName, kFactsUse, kFactsMeaning };
constexpr std::array<std::string_view, 3> kQuestionTableNames = {"fact", "kind", "question"};
enum QuestionTableCell : std::size_t { kQuestionFact, kQuestionKind, kQuestionText };

// By the order of each enum.
constexpr std::array<std::string_view, model::kFactsCellCount> kFactsIds = {
    "person",   "case-or-count", "fact",         "value",   "source",          "who",       "when",
    "question", "unit",          "case-numbers", "section", "conviction-date", "may-settle"};
constexpr std::array<std::string_view, 4> kFactsUses = {"required", "column", "optional", "help"};
constexpr std::array<std::string_view, 2> kQuestionKinds = {"record", "needed"};

}  // namespace

Result<model::FactsLayout> read_facts_layout(std::string_view file, std::string_view table) {
  Result<std::vector<TableRow>> rows = read_table(file, table, kFactsTableNames);
  if (!rows) return rows.error();
  model::FactsLayout layout;
  for (TableRow& row : *rows) {
    const std::size_t next = layout.columns.size();
    const auto fault = [&](std::string cause) { return table_error(file, row.line_1based, std::move(cause)); };
    if (next == kFactsIds.size()) return fault("the table ends above: a file of facts has no further column");
    if (row.cells[kFactsId] != kFactsIds[next])
      return fault("the column '" + std::string(kFactsIds[next]) + "' must come here");
    const auto use = std::find(kFactsUses.begin(), kFactsUses.end(), row.cells[kFactsUse]);
    if (use == kFactsUses.end()) return fault("'" + row.cells[kFactsUse] + "' is no use of a column");
    if (row.cells[kFactsName].empty()) return fault("the column has no name");
    for (const model::FactsColumn& above : layout.columns) {
      if (above.name == row.cells[kFactsName]) return fault("a column named " + above.name + " stands above");
    }
    layout.columns.push_back({std::move(row.cells[kFactsName]), static_cast<model::FactsUse>(use - kFactsUses.begin()),
                              std::move(row.cells[kFactsMeaning])});
  }
  const std::size_t found = layout.columns.size();
  if (found < kFactsIds.size()) {
    return table_error(file, rows->empty() ? 1 : rows->back().line_1based,
                       "the column '" + std::string(kFactsIds[found]) + "' is missing");
  }
  return layout;
}

Result<std::vector<model::FactQuestion>> read_fact_questions(std::string_view file, std::string_view table) {
  Result<std::vector<TableRow>> rows = read_table(file, table, kQuestionTableNames);
  if (!rows) return rows.error();
  std::vector<model::FactQuestion> questions;
  for (TableRow& row : *rows) {
    const auto fault = [&](std::string cause) { return table_error(file, row.line_1based, std::move(cause)); };
    std::string& fact = row.cells[kQuestionFact];
    if (!model::question_of(questions, fact).empty()) return fault("the fact '" + fact + "' stands above");
    if (row.cells[kQuestionText].empty()) return fault("the fact '" + fact + "' has no question");
    const auto kind = std::find(kQuestionKinds.begin(), kQuestionKinds.end(), row.cells[kQuestionKind]);
    if (kind == kQuestionKinds.end()) return fault("'" + row.cells[kQuestionKind] + "' is no kind of a fact");
    const auto& known = model::kRecordFactNames;
    const bool is_known = std::find(known.begin(), known.end(), fact) != known.end();
    const bool is_needed = kind != kQuestionKinds.begin();
    if (is_known == is_needed)
      return fault("the fact '" + fact + (is_known ? "' is of the record" : "' is no fact of the record"));
    questions.push_back({std::move(fact), is_needed, std::move(row.cells[kQuestionText])});
  }
  for (const std::string_view fact : model::kRecordFactNames) {
    if (model::question_of(questions, fact).empty()) {
      return table_error(file, rows->empty() ? 1 : rows->back().line_1based,
                         "the fact '" + std::string(fact) + "' is missing");
    }
  }
  return questions;
}

}  // namespace redress::intake
