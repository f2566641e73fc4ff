#include "write/xlsx/summary_sheets.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <utility>

#include "write/json/summary_reader.h"
#include "write/xlsx/cell_text.h"
#include "write/xlsx/open_stages.h"
#include "write/xlsx/page_ranges.h"
#include "write/xlsx/summary_figures.h"
#include "write/xlsx/words_pages.h"

namespace redress::write {
namespace {

using Json = nlohmann::ordered_json;
using model::SheetId;

// The outcome of the program itself, which rows whose count cannot be identified have too.
constexpr std::string_view kOwnReviewOutcome = "needs-review";

std::uint64_t number_at(const Json& from, std::initializer_list<const char*> path) {
  const Json* found = summary_at(from, path);
  return found != nullptr && found->is_number_unsigned() ? found->get<std::uint64_t>() : 0;
}

std::string definition_at(const Json& from, std::initializer_list<const char*> path) {
  const Json* section = summary_at(from, path);
  return section == nullptr ? std::string() : summary_text_at(*section, {"definition"});
}

std::uint64_t counted(const std::map<std::string, std::uint64_t, std::less<>>& counts, const std::string& key) {
  const auto found = counts.find(key);
  return found == counts.end() ? 0 : found->second;
}

}  // namespace

std::vector<OutcomeRelief> outcomes_of(const Json& summary) {
  std::vector<OutcomeRelief> outcomes;
  const Json* table = summary_at(summary, {"decisions", "by_outcome", "table"});
  if (table == nullptr || !table->is_array()) return outcomes;
  for (const Json& row : *table)
    outcomes.push_back({summary_text_at(row, {"outcome"}), summary_text_at(row, {"label"}),
                        summary_text_at(row, {"relief"})});
  return outcomes;
}

namespace {

// Rows of figures, some of them counted live beside the totals of the run.
struct TiedPage {
  void heading(std::string_view words) { rows.push_back({text_cell(std::string(words), CellLook::kHeading)}); }

  void names(std::string_view first, std::string_view second) {
    rows.push_back({text_cell("Figure", CellLook::kLabel), text_cell(std::string(first), CellLook::kLabel),
                    text_cell(std::string(second), CellLook::kLabel), text_cell("Check", CellLook::kLabel),
                    text_cell("Definition", CellLook::kLabel)});
  }

  // `formula` counts live and gives `live` now; `total` is the run's, as a formula where it is a sum.
  void tie(const std::string& what, const std::string& formula, std::uint64_t live, SheetCellValue total,
           const std::string& definition) {
    const std::string row = std::to_string(kRowsAboveData + rows.size() + 1);
    std::string check = "=IF(B";
    check.append(row).append("=C").append(row).append(",\"TIES\",\"DOES NOT TIE\")");
    const bool ties = live == total.number;
    all_tie = all_tie && ties;
    rows.push_back({text_cell(cell_text(what), CellLook::kWrapped), formula_cell("=" + formula, live), std::move(total),
                    text_formula_cell(std::move(check), ties ? "TIES" : "DOES NOT TIE", CellLook::kCheck),
                    text_cell(cell_text(definition), CellLook::kWrapped)});
  }

  void live(const std::string& what, const std::string& formula, std::uint64_t now, const std::string& definition) {
    rows.push_back({text_cell(cell_text(what), CellLook::kWrapped), formula_cell("=" + formula, now), {}, {},
                    text_cell(cell_text(definition), CellLook::kWrapped)});
  }

  void count(const std::string& what, std::uint64_t number, const std::string& definition) {
    rows.push_back({text_cell(what, CellLook::kWrapped), {}, number_cell(number), {},
                    text_cell(definition, CellLook::kWrapped)});
  }

  std::vector<CellRow> rows;
  bool all_tie = true;
};

SheetCellValue sum_cell(std::uint64_t first, std::uint64_t second) {
  if (second == 0) return number_cell(first);
  return formula_cell("=" + std::to_string(first) + "+" + std::to_string(second), first + second);
}

std::string formula_text(std::string_view text) {
  std::string formula = "\"";
  for (const char c : text) formula.append(c == '"' ? 2 : 1, c);
  return formula += '"';
}

// Each determination of one policy, counted in its column of the decisions. `unidentified`: rows of the program's own
// review that are not among the convictions.
void tie_outcomes(TiedPage& page, const WorkbookRun& run, const Json& by_outcome, std::string_view column_id,
                  const std::map<std::string, std::uint64_t, std::less<>>& live, std::uint64_t unidentified) {
  const Json* table = summary_at(by_outcome, {"table"});
  if (table == nullptr || !table->is_array()) return;
  for (const Json& row : *table) {
    const std::string label = summary_text_at(row, {"label"});
    const bool is_own = summary_text_at(row, {"outcome"}) == kOwnReviewOutcome;
    std::string definition = summary_text_at(by_outcome, {"definition"});
    if (is_own && unidentified > 0) {
      definition += " Rows whose count cannot be identified, here " + std::to_string(unidentified) +
                    ", are not among the convictions, but counted with them.";
    }
    page.tie(label, run.plan.count_formula(SheetId::kAll, column_id, formula_text(label)), counted(live, label),
             sum_cell(number_at(row, {"convictions"}), is_own ? unidentified : 0), definition);
  }
}

void tie_decisions(TiedPage& page, const WorkbookRun& run) {
  const Json& summary = run.summary;
  const WorkbookPlan& plan = run.plan;
  const std::uint64_t unidentified = number_at(summary, {"decisions", "unidentified_in_review", "value"});
  page.heading("Decisions under " + summary_text_at(summary, {"run", "policy", "title"}));
  page.names("Counted live", "Total of the run");
  page.tie("All decisions", plan.count_formula(SheetId::kAll, "row-id", {}), run.counts.decisions,
           sum_cell(number_at(summary, {"decisions", "convictions_in_scope", "value"}), unidentified),
           definition_at(summary, {"decisions", "convictions_in_scope"}) +
               (unidentified > 0 ? " " + definition_at(summary, {"decisions", "unidentified_in_review"}) : ""));
  if (const Json* outcomes = summary_at(summary, {"decisions", "by_outcome"}))
    tie_outcomes(page, run, *outcomes, "determination", run.counts.by_determination, unidentified);
  const std::uint64_t people = plan.rows[static_cast<std::size_t>(SheetId::kPeople)];
  page.tie("People", plan.count_formula(SheetId::kPeople, "person", {}), people,
           sum_cell(number_at(summary, {"people", "people_in_scope", "value"}), run.counts.people_unidentified),
           definition_at(summary, {"people", "people_in_scope"}) +
               (run.counts.people_unidentified > 0
                    ? " Here with those who have only a row whose count cannot be identified."
                    : ""));
  const Json* policies = summary_at(summary, {"policies"});
  if (policies == nullptr || !policies->is_array()) return;
  for (const Json& policy : *policies) {
    const Json* outcomes = summary_at(policy, {"by_outcome"});
    if (summary_text_at(policy, {"role"}) != "statute" || outcomes == nullptr) continue;
    page.heading("The same decisions under " + summary_text_at(policy, {"title"}));
    page.names("Counted live", "Total of the run");
    tie_outcomes(page, run, *outcomes, "statutory-relief", run.counts.by_statutory_relief, unidentified);
  }
}

// What people have entered so far; the run has no totals of it.
void count_entries(TiedPage& page, const WorkbookRun& run) {
  page.heading("What the office has entered so far");
  page.names("Counted live", "");
  const std::vector<const model::SheetColumn*> entries = run.plan.layout.entries();
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const auto now = static_cast<std::uint64_t>(std::count_if(
        run.entries.begin(), run.entries.end(), [&](const auto& entry) { return !entry.second[i].empty(); }));
    const SheetId sheet = entries[i]->stands_in(SheetId::kAll) ? SheetId::kAll : SheetId::kTracking;
    page.live(entries[i]->name, run.plan.count_formula(sheet, entries[i]->id, {}), now, entries[i]->meaning);
  }
}

TiedPage summary_page(const WorkbookRun& run) {
  TiedPage page;
  tie_decisions(page, run);
  page.heading("What is open");
  page.names("Counted live", "Oldest, in days");
  for (CellRow& row : open_stage_rows(run)) page.rows.push_back(std::move(row));
  count_entries(page, run);
  const FigureNames names = figure_names(run.summary);
  for (const char* key : {"decisions", "people", "impact", "policies"}) {
    const Json* section = summary_at(run.summary, {key});
    if (section == nullptr) continue;
    if (section->is_array()) {
      for (const Json& policy : *section) {
        append_figures(page.rows, "Figures of the run: " + summary_text_at(policy, {"choice"}) + " (" +
                                      summary_text_at(policy, {"role"}) + ")",
                       policy, names);
      }
    } else {
      append_figures(page.rows, "Figures of the run: " + std::string(key), *section, names);
    }
  }
  return page;
}

// Every decision stands in one schedule or in none, and the sheets say the same.
TiedPage reconciliation_page(const WorkbookRun& run) {
  TiedPage page;
  const WorkbookPlan& plan = run.plan;
  page.heading("Schedules and decisions");
  page.names("Rows of the sheet", "Of All convictions");
  std::uint64_t in_schedules = 0;
  std::string formula_of_rest = plan.count_formula(SheetId::kAll, "row-id", {});
  for (std::size_t i = 0; i < model::kSheetCount; ++i) {
    const model::Sheet& sheet = plan.layout.sheets[i];
    if (sheet.letter.empty()) continue;
    const auto id = static_cast<SheetId>(i);
    in_schedules += plan.rows[i];
    const std::string rows = plan.count_formula(id, "row-id", {});
    const std::string of_all = plan.count_formula(SheetId::kAll, "schedule", formula_text(sheet.letter));
    page.tie("Schedule " + sheet.name, rows, plan.rows[i], formula_cell("=" + of_all, plan.rows[i]), sheet.sentence);
    formula_of_rest += "-(" + rows + ")";
  }
  const std::uint64_t rest = run.counts.decisions - in_schedules;
  page.live("In no schedule", formula_of_rest, rest,
            "Decisions that ask nothing of the court, or that other offices make; they stand on All convictions only.");
  const std::uint64_t unidentified = number_at(run.summary, {"decisions", "unidentified_in_review", "value"});
  page.tie("All decisions", plan.count_formula(SheetId::kAll, "row-id", {}), run.counts.decisions,
           sum_cell(number_at(run.summary, {"decisions", "convictions_in_scope", "value"}), unidentified),
           "Schedules and those in none, beside the total of the run.");
  page.heading("Where the decisions of each determination stand");
  page.names("", "Decisions");
  for (const auto& [where, decisions] : run.counts.by_schedule) {
    const auto& [determination, letter] = where;
    page.count(cell_text(determination + (letter.empty() ? ", in no schedule" : ", in schedule " + letter)), decisions,
               "By the policy's determination; what the office decided otherwise may have moved a row.");
  }
  if (const Json* section = summary_at(run.summary, {"reconciliation"})) {
    const Json wrapped = {{"from rows to decisions", *section}};
    append_figures(page.rows, "How the rows of the inputs add up", wrapped, {});
  } else if (const Json* rows = summary_at(run.summary, {"rows"})) {
    append_figures(page.rows, "How the rows of the inputs add up", *rows, {});
  }
  return page;
}

std::vector<PageColumn> figure_columns() {
  using model::SheetCell;
  return {{"", SheetCell::kText, 58}, {"", SheetCell::kNumber, 16}, {"", SheetCell::kNumber, 18},
          {"", SheetCell::kText, 16}, {"", SheetCell::kText, 90}};
}

// The cells that say whether a page ties.
std::string checks_of(const PageForm& form, std::size_t rows) {
  return "'" + form.name + "'!$D$" + std::to_string(kRowsAboveData + 1) + ":$D$" +
         std::to_string(kRowsAboveData + std::max<std::size_t>(rows, 1));
}

WordsPage tied_words(SheetId sheet, const WorkbookRun& run, TiedPage page) {
  WordsPage words;
  words.form.columns = figure_columns();
  words.rows = std::move(page.rows);
  const model::Sheet& named = run.plan.layout.sheet(sheet);
  words.form.name = named.name;
  words.form.names.push_back({sheet == SheetId::kSummary ? "summary_checks" : "reconciliation_checks",
                              checks_of(words.form, words.rows.size())});
  return words;
}

WordsPage quality_page(const WorkbookRun& run) {
  WordsPage words;
  words.form.columns = figure_columns();
  TiedPage page;
  page.heading("What stands in the way of filing");
  page.count("Decisions without a case number", run.counts.without_case_number,
             "Decisions, whatever their determination, whose record has no case number that a court could use: it is "
             "empty, dashes, or a word such as NULL. Those that would be filed or reviewed stand in schedule F.");
  page.count("People who may be one with another", run.counts.people_alike,
             "People on the sheet Possible duplicates, all groups together.");
  words.rows = std::move(page.rows);
  for (const char* key : {"rows", "record"}) {
    if (const Json* section = summary_at(run.summary, {key}))
      append_figures(words.rows, key == std::string_view("rows") ? "Rows" : "What the rows say", *section, {});
  }
  return words;
}

}  // namespace

WordsPage words_page(SheetId sheet, const WorkbookRun& run) {
  WordsPage words;
  switch (sheet) {
    case SheetId::kReadme:
      words = readme_page(run, summary_page(run).all_tie && reconciliation_page(run).all_tie);
      break;
    case SheetId::kSummary: words = tied_words(sheet, run, summary_page(run)); break;
    case SheetId::kReconciliation: words = tied_words(sheet, run, reconciliation_page(run)); break;
    case SheetId::kCriteria: words = criteria_page(run); break;
    case SheetId::kQuality: words = quality_page(run); break;
    case SheetId::kLists: words = lists_page(run); break;
    default: break;
  }
  const model::Sheet& named = run.plan.layout.sheet(sheet);
  words.form.name = named.name;
  words.form.title = named.name;
  words.form.sentence = named.sentence;
  words.form.rows = words.rows.size();
  words.form.is_list = false;
  return words;
}

}  // namespace redress::write
