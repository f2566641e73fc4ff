#include "write/xlsx/words_pages.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "write/json/summary_reader.h"
#include "write/xlsx/cell_text.h"
#include "write/xlsx/summary_figures.h"

namespace redress::write {
namespace {

using Json = nlohmann::ordered_json;
using model::SheetCell;

constexpr std::array kHowTo = {
    std::string_view("Every sheet is made from the results of one run. Nothing here has been filed, and relief is what "
                     "would follow if the court grants it."),
    std::string_view("All convictions has every decision. Each stands in one of the schedules A to H at most; the "
                     "schedules repeat it for filing."),
    std::string_view("To decide otherwise: on All convictions, choose the Office decision in the yellow columns at the "
                     "right, and give the reason, your initials and the date. All four are needed."),
    std::string_view("To follow a filing: fill in the yellow columns of Tracking. An entry that was kept by mistake is "
                     "taken back by WITHDRAWN in its place; a cell that is only cleared changes nothing."),
    std::string_view("Nothing but yellow columns is for typing; cells that the program made are locked, without a "
                     "password. Leave the names of the columns as they are."),
    std::string_view("Filter with the arrows of the headers. To sort, choose Unprotect Sheet first (there is no "
                     "password): rows are known by their Row ID, so that sorting breaks nothing."),
    std::string_view("To keep what was entered, close the workbook and run: redress review FOLDER --workbook FILE. It "
                     "checks every entry, and keeps them beside the results."),
    std::string_view(
        "For each fact behind a decision, with the row of the file that it comes from, run: redress explain, with "
        "the data files and --person."),
    std::string_view("Do not change or delete Row IDs, and do not copy entries into the workbook of another run: the "
                     "review refuses them."),
};

// What the sheet Criteria shows of a step.
struct CriteriaColumn {
  std::string_view name;
  const char* key;  // of the step in the summary
  double width;
};
constexpr std::array kCriteriaColumns = {
    CriteriaColumn{"Step", "number", 11},        CriteriaColumn{"Question", "question", 52},
    CriteriaColumn{"Holds when", "holds_when", 60}, CriteriaColumn{"Then", "determination", 26},
    CriteriaColumn{"Reason", "reason", 34},      CriteriaColumn{"Law", "law", 26},
    CriteriaColumn{"Measured from", "measured_from", 34}, CriteriaColumn{"Open questions", "open_questions", 34},
};

CellRow label_row(std::string_view label, const std::string& value) {
  return {text_cell(std::string(label), CellLook::kLabel), text_cell(cell_text(value), CellLook::kWrapped)};
}

CellRow heading_row(const std::string& words) {
  return {text_cell(cell_text(words), CellLook::kHeading)};
}

// A text, or the lines of one.
std::string lines_at(const Json& from, const char* key) {
  const Json* found = summary_at(from, {key});
  if (found == nullptr || !found->is_array()) return summary_text_at(from, {key});
  std::string words;
  for (const Json& line : *found) {
    if (line.is_string()) words.append(words.empty() ? "" : "\n").append(line.get<std::string>());
  }
  return words;
}

void append_run(std::vector<CellRow>& rows, const WorkbookRun& run) {
  const Json& summary = run.summary;
  const auto text = [&](std::initializer_list<const char*> path) { return summary_text_at(summary, path); };
  rows.push_back(heading_row("The run"));
  rows.push_back(label_row("Policy", text({"run", "policy", "title"}) + ", version " +
                                         text({"run", "policy", "version"}) + " (" + text({"run", "policy", "id"}) +
                                         ")"));
  rows.push_back(label_row("Legal review", text({"run", "policy", "legal_review"})));
  if (const Json* parameters = summary_at(summary, {"run", "policy", "parameters"})) {
    for (const Json& parameter : *parameters) {
      rows.push_back(label_row("Parameter", summary_text_at(parameter, {"label"}) + ": " +
                                                summary_text_at(parameter, {"value"})));
    }
  }
  rows.push_back(label_row("County", text({"run", "county"})));
  rows.push_back(label_row("As of", text({"run", "as_of"})));
  rows.push_back(label_row("Program", "Redress " + text({"run", "program_version"})));
  if (const Json* inputs = summary_at(summary, {"run", "inputs"})) {
    for (const Json& input : *inputs) {
      const Json* count = summary_at(input, {"rows"});
      rows.push_back(label_row("Input", summary_text_at(input, {"name"}) + ", " +
                                            (count == nullptr ? std::string("?") : count->dump()) + " rows, SHA-256 " +
                                            summary_text_at(input, {"sha256"})));
    }
  }
  if (const Json* facts = summary_at(summary, {"run", "facts"})) {
    for (const Json& file : *facts) {
      rows.push_back(label_row("Supplied facts",
                               summary_text_at(file, {"name"}) + ", SHA-256 " + summary_text_at(file, {"sha256"})));
    }
  }
  rows.push_back(label_row(kMarkLabel, run.mark));
}

void append_columns(std::vector<CellRow>& rows, const model::WorkbookLayout& layout) {
  rows.push_back(heading_row("Columns"));
  for (const model::SheetColumn& column : layout.columns) {
    const std::string name = !column.name.empty()                                     ? column.name
                             : column.value == model::SheetValue::kPeopleOutcomes ? "A determination"
                                                                                      : "Another policy";
    rows.push_back(label_row(name, column.meaning));
  }
}

}  // namespace

WordsPage readme_page(const WorkbookRun& run, bool all_tie) {
  WordsPage page;
  page.form.columns = {{"", SheetCell::kText, 46}, {"", SheetCell::kText, 120}};
  std::vector<CellRow>& rows = page.rows;
  rows.push_back({text_cell("Do all figures tie with the run?", CellLook::kLabel),
                  text_formula_cell("=IF(COUNTIF(summary_checks,\"DOES NOT TIE\")+COUNTIF(reconciliation_checks,"
                                    "\"DOES NOT TIE\")=0,\"TIES\",\"DOES NOT TIE\")",
                                    all_tie ? "TIES" : "DOES NOT TIE", CellLook::kCheck)});
  rows.push_back(label_row("Caution", summary_text_at(run.summary, {"caution"})));
  if (const Json* sentences = summary_at(run.summary, {"run", "worth_checking"})) {
    for (const Json& sentence : *sentences) {
      if (sentence.is_string()) rows.push_back(label_row("Worth checking", sentence.get<std::string>()));
    }
  }
  rows.push_back(heading_row("How to use it"));
  for (std::size_t i = 0; i < kHowTo.size(); ++i)
    rows.push_back(label_row(std::to_string(i + 1) + ".", std::string(kHowTo[i])));
  append_run(rows, run);
  rows.push_back(heading_row("Sheets"));
  for (const model::Sheet& sheet : run.plan.layout.sheets) rows.push_back(label_row(sheet.name, sheet.sentence));
  append_columns(rows, run.plan.layout);
  return page;
}

WordsPage criteria_page(const WorkbookRun& run) {
  WordsPage page;
  for (const CriteriaColumn& column : kCriteriaColumns) page.form.columns.push_back({"", SheetCell::kText, column.width});
  const Json* criteria = summary_at(run.summary, {"criteria"});
  if (criteria == nullptr || !criteria->is_array()) {
    page.rows.push_back({text_cell("The summary of this run has no criteria in words; see 'redress policy show'.")});
    return page;
  }
  const std::vector<std::string> headings = policy_headings(run.summary);  // in the same order
  for (std::size_t i = 0; i < criteria->size(); ++i) {
    const Json& policy = (*criteria)[i];
    const auto text = [&](const char* key) { return summary_text_at(policy, {key}); };
    page.rows.push_back(heading_row((i < headings.size() ? headings[i] : text("title")) + ", version " +
                                    text("version") + " (" + text("role") + ")"));
    page.rows.push_back(
        {text_cell("About", CellLook::kLabel), text_cell(cell_text(text("about")), CellLook::kWrapped)});
    page.rows.push_back({text_cell("Speaks of", CellLook::kLabel),
                         text_cell(cell_text(lines_at(policy, "scope")), CellLook::kWrapped)});
    if (const Json* questions = summary_at(policy, {"questions"}); questions != nullptr && questions->is_array()) {
      for (const Json& question : *questions) {
        page.rows.push_back({text_cell("Open question " + summary_text_at(question, {"question"}), CellLook::kLabel),
                             text_cell(cell_text(summary_text_at(question, {"text"})), CellLook::kWrapped)});
      }
    }
    CellRow names;
    for (const CriteriaColumn& column : kCriteriaColumns)
      names.push_back(text_cell(std::string(column.name), CellLook::kLabel));
    page.rows.push_back(std::move(names));
    const Json* steps = summary_at(policy, {"steps"});
    if (steps == nullptr || !steps->is_array()) continue;
    for (const Json& step : *steps) {
      CellRow row;
      for (const CriteriaColumn& column : kCriteriaColumns)
        row.push_back(text_cell(cell_text(lines_at(step, column.key)), CellLook::kWrapped));
      page.rows.push_back(std::move(row));
    }
  }
  return page;
}

WordsPage lists_page(const WorkbookRun& run) {
  WordsPage page;
  const model::WorkbookLayout& layout = run.plan.layout;
  std::vector<std::pair<std::string, std::vector<std::string>>> lists;
  for (const model::SheetChoice& choice : layout.choices) {
    const auto at =
        std::find_if(lists.begin(), lists.end(), [&](const auto& list) { return list.first == choice.list; });
    if (at == lists.end()) {
      lists.push_back({choice.list, {choice.choice}});
    } else {
      at->second.push_back(choice.choice);
    }
  }
  for (auto& [list, words] : lists) {
    // What a run may decide comes before what people may do with it.
    if (words.front() == layout.withdrawn)
      words.insert(words.begin(), run.plan.outcome_labels.begin(), run.plan.outcome_labels.end());
    std::vector<CellRow>& rows = page.rows;
    std::string heading = list;
    std::replace(heading.begin(), heading.end(), '-', '_');
    rows.push_back({text_cell(figure_words(heading), CellLook::kHeading)});
    const std::size_t first = kRowsAboveData + rows.size() + 1;
    for (const std::string& word : words) rows.push_back({text_cell(cell_text(word), CellLook::kWrapped)});
    page.form.names.push_back(
        {WorkbookPlan::list_name(list), "'" + layout.sheet(model::SheetId::kLists).name + "'!$A$" +
                                            std::to_string(first) + ":$A$" + std::to_string(first + words.size() - 1)});
  }
  page.form.columns = {{"", SheetCell::kText, 40}};
  return page;
}

}  // namespace redress::write
