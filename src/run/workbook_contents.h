// run/workbook_contents.h: what the sheets of a workbook hold, row by row, for whoever writes it or compares with it.
// Not here: writing it (workbook.h), reading one that people edited (review_run.cc). Part of the corridor.
#pragma once

#include <nlohmann/json.hpp>

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "intake/decision_rows.h"
#include "redress/error.h"
#include "run/workbook.h"
#include "run/workbook_people.h"
#include "write/xlsx/decision_cells.h"
#include "write/xlsx/row_ids.h"
#include "write/xlsx/summary_sheets.h"
#include "write/xlsx/workbook_plan.h"

namespace redress::run {

// A row of a sheet with columns; the cells live as long as the call.
using ListRowTaker = std::function<Status(model::SheetId, std::span<const write::SheetCellValue>)>;

class WorkbookContents {
 public:
  // Counts and plans. `source` and `summary` must outlive it. Errors: of intake::DecisionRows and write::RowIds.
  static Result<std::unique_ptr<WorkbookContents>> read(const WorkbookSource& source,
                                                        const nlohmann::ordered_json& summary);
  WorkbookContents(const WorkbookContents&) = delete;
  WorkbookContents& operator=(const WorkbookContents&) = delete;

  const write::WorkbookPlan& plan() const { return plan_; }
  const write::DecisionCounts& counts() const { return counts_; }
  const write::RowIds& row_ids() const { return row_ids_; }
  const std::string& mark() const { return mark_; }  // SHA-256 of convictions.csv
  std::optional<Date> as_of() const { return as_of_; }  // of the run, where its summary says it
  const model::HandEntries& entries() const { return entries_; }

  // Whether a determination, by its label, asks something of the court: a dismissal or a reduction.
  bool asks_court(std::string_view determination) const;

  // Whether the entries are some that a review of this run keeps: about its decisions, with words of its lists and
  // days. `file`: where they were read. Errors (kInput): review.other_rows, review.syntax.
  Status check_entries(const std::string& file) const;

  // The rows of every sheet with columns. Those of one sheet come in its order, those of several mixed. Schedules are
  // in the order of their courthouses, every other sheet in that of the decisions.
  // Errors: of `take`. Cost: reads the decisions once more, those of schedules twice.
  Status for_each_row(const ListRowTaker& take) const;

 private:
  // A decision as its row was counted, before it is known what the office decided otherwise.
  struct PlacedDecision {
    std::optional<model::SheetId> schedule;
    intake::DecisionRows::Place place;
    const std::string* court = nullptr;          // of courts_
    const std::string* determination = nullptr;  // of counts_
  };
  // A decision that stands in a schedule.
  struct ScheduledRow {
    std::uint64_t decision_0based = 0;
    intake::DecisionRows::Place place;
    const std::string* court = nullptr;  // of courts_
  };

  WorkbookContents(const WorkbookSource& source, const nlohmann::ordered_json& summary);
  Status count();
  bool is_entry_of_review(const model::SheetColumn& column, const std::string& text) const;
  void place(const std::vector<PlacedDecision>& decisions, intake::DecisionRows& rows);
  void order_schedules();
  // Those beside its schedule.
  std::vector<model::SheetId> sheets_of(std::optional<model::SheetId> schedule, const std::string& row_id) const;
  // What the office decided about the row as the last review kept it; empty for nothing, or what it took back.
  std::string_view office_decision(const std::string& row_id) const;
  std::size_t outcome_of(const model::DecisionTexts& row) const;
  std::vector<write::SheetCellValue> cells_of(const write::DecidedCells& decided,
                                              const std::vector<write::PlannedColumn>& columns,
                                              std::uint64_t row_of_page_0based) const;
  Status give_decisions(const ListRowTaker& take) const;
  Status give_schedules(const ListRowTaker& take) const;
  Status give_people(const ListRowTaker& take) const;
  Status give_log(const ListRowTaker& take) const;
  std::string clock_formula(std::uint64_t row_of_page_0based) const;
  Result<intake::DecisionRows> open_rows() const;

  const WorkbookSource& source_;
  std::vector<write::OutcomeRelief> outcomes_;
  explain::Criteria criteria_;
  write::Schedules schedules_;
  write::WorkbookPlan plan_;
  write::DecisionCounts counts_;
  write::RowIds row_ids_;
  std::string mark_;
  std::optional<Date> as_of_;
  model::HandEntries entries_;
  WorkbookPeople people_;
  std::set<std::string> courts_;
  std::array<std::vector<ScheduledRow>, model::kSheetCount> scheduled_;
};

}  // namespace redress::run
