// write/xlsx/summary_sheets.h: the pages of words and figures: README, Summary, Criteria, Data quality, Reconciliation,
// Lists. Their only sources are the summary of a run, the rows counted, and the layout.
// Not here: reading the summary (write/json/summary_reader.h), pages (workbook_file.h). Pure.
#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "model/hand_entries.h"
#include "write/xlsx/decision_cells.h"
#include "write/xlsx/sheet_cell.h"
#include "write/xlsx/workbook_file.h"
#include "write/xlsx/workbook_plan.h"

namespace redress::write {

// What was counted over the rows while the workbook was planned.
struct DecisionCounts {
  std::uint64_t decisions = 0;
  std::uint64_t people_unidentified = 0;  // whose every decision is about a row whose count cannot be identified
  std::uint64_t without_case_number = 0;  // that a court could use
  std::uint64_t people_alike = 0;         // who may be one with another
  std::map<std::string, std::uint64_t, std::less<>> by_determination;
  std::map<std::string, std::uint64_t, std::less<>> by_statutory_relief;
  // By determination and the letter of the schedule in which they stand; empty for none.
  std::map<std::pair<std::string, std::string>, std::uint64_t> by_schedule;
};

struct WorkbookRun {
  const nlohmann::ordered_json& summary;
  const WorkbookPlan& plan;
  const DecisionCounts& counts;
  const model::HandEntries& entries;
  std::string mark;  // SHA-256 of convictions.csv
};

// The label before the mark in README, by which a workbook is known.
inline constexpr const char* kMarkLabel = "Mark of this run (SHA-256 of convictions.csv)";

struct WordsPage {
  PageForm form;
  std::vector<std::vector<SheetCellValue>> rows;
};

// The page of a sheet that is no list. REQUIRES: !is_list_sheet(sheet).
WordsPage words_page(model::SheetId sheet, const WorkbookRun& run);

// The determinations of the office's policy in the summary, in its order.
std::vector<OutcomeRelief> outcomes_of(const nlohmann::ordered_json& summary);

}  // namespace redress::write
