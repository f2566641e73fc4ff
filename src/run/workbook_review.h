// run/workbook_review.h: what people entered in a workbook of a run, held against the run and its earlier review.
// Not here: files (review_run.cc), reading the workbook (intake/workbook_entries.h). Part of the corridor.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "intake/workbook_entries.h"
#include "model/hand_entries.h"
#include "redress/review.h"
#include "run/made_cells.h"
#include "run/workbook_contents.h"

namespace redress::run {

// Holds references; the contents and the earlier entries must outlive it.
class WorkbookReview {
 public:
  WorkbookReview(const WorkbookContents& contents, const model::HandEntries& earlier);

  // Once, before any row. Errors: of MadeCells::learn.
  Status learn_run() { return made_.learn(); }

  // One row of a sheet of the workbook, in any order.
  void take(const intake::EditedColumns& columns, const intake::EditedRow& row);

  // After all rows: what is refused, what differs, what is kept, counted.
  ReviewReport finish();

  // The earlier entries with those of the workbook. REQUIRES: finish gave no refusal.
  const model::HandEntries& merged() const { return merged_; }

 private:
  struct EntryPlace {
    std::string sheet;
    std::uint32_t row_1based = 0;
  };

  bool may_be_read(const intake::EditedColumns& columns, const intake::EditedRow& row);
  void note_missing_columns(const intake::EditedColumns& columns, const std::string& sheet);
  void note_missing_sheet(model::SheetId sheet);
  bool is_of_log(const intake::EditedColumns& columns, const intake::EditedRow& row, std::size_t entry,
                 const intake::EditedCell& cell);
  bool is_of_its_decision(const intake::EditedColumns& columns, const intake::EditedRow& row, bool has_entry);
  void take_entry(const intake::EditedRow& row, std::size_t entry, const intake::EditedCell& cell);
  void take_back(const intake::EditedRow& row, std::size_t entry);
  bool is_near_the_run(std::string_view day) const;
  void check_overrides();
  void check_filings();
  void note_filed_otherwise();
  void note_unseen();
  void note_kept();
  void count();

  bool is_override(std::size_t entry) const;
  std::size_t place_of(std::string_view id) const;
  ReviewFinding finding_at(std::string id, const intake::EditedRow& row, std::string column, std::string words) const;
  void refuse(std::string id, const intake::EditedRow& row, std::string column, std::string words);
  void differ(std::string id, const intake::EditedRow& row, std::string column, std::string words);

  const WorkbookContents& contents_;
  const model::WorkbookLayout& layout_;
  std::vector<const model::SheetColumn*> entries_;
  MadeCells made_;
  std::map<std::pair<std::string, std::size_t>, std::string> read_;  // what this workbook has, by row id and entry
  std::map<std::string, EntryPlace> places_;                         // of what the office decided, by row id
  std::map<std::pair<std::string, std::size_t>, EntryPlace> days_;   // of the days that were entered
  std::map<std::string, bool> may_be_read_;                          // by name of a sheet of the workbook
  std::set<model::SheetId> found_sheets_;                            // of the run
  std::set<std::string> refused_rows_;          // ids: what they lack beside may be what was refused
  std::map<std::string, std::size_t> seen_of_;  // findings, by what they are
  model::HandEntries merged_;
  const model::HandEntries& earlier_;
  ReviewReport report_;
};

}  // namespace redress::run
