// run/made_cells.h: what a run's workbook shows of each decision, so that a workbook which people edited can be held
// against it. Not here: what people enter (workbook_review.h). Part of the corridor.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "intake/workbook_entries.h"
#include "redress/error.h"
#include "run/workbook_contents.h"

namespace redress::run {

// Cells are known by prints of 32 bits, so that no text of a run need be held: one changed cell in four thousand
// million passes for unchanged. Holds references; the contents must outlive it.
class MadeCells {
 public:
  explicit MadeCells(const WorkbookContents& contents);

  // Once, before everything else. Errors: of WorkbookContents::for_each_row.
  Status learn();

  std::size_t count() const { return rows_.size(); }
  bool has(const std::string& row_id) const { return rows_.contains(row_id); }
  const std::string& determination_of(const std::string& row_id) const { return rows_.at(row_id).determination; }

  // Whether the sheet has a column of this name, those of the run's own policies counted.
  bool has_column(model::SheetId sheet, std::string_view name) const;

  // Calls back for each cell of the program that is another one now; of what follows from a review only for an answer
  // that somebody wrote there. A row that does not stand on that sheet any more, because a review has moved it, is
  // passed over. REQUIRES: has(row.row_id).
  using ChangedCell = std::function<void(const write::PlannedColumn&)>;
  void compare(const intake::EditedColumns& columns, const intake::EditedRow& row, const ChangedCell& changed);

  // Of All convictions, how many decisions were not in the rows compared.
  std::uint64_t unseen() const;

 private:
  // What a sheet shows of a decision, by planned column.
  struct Shown {
    model::SheetId sheet = model::SheetId::kAll;
    std::vector<std::uint32_t> prints;
  };
  struct Row {
    std::string determination;
    std::vector<Shown> shown;
    bool is_seen = false;
  };

  model::SheetId as_one_schedule(model::SheetId sheet) const;

  const WorkbookContents& contents_;
  std::array<std::vector<write::PlannedColumn>, model::kSheetCount> planned_;  // by sheet
  std::unordered_map<std::string, Row> rows_;
};

}  // namespace redress::run
