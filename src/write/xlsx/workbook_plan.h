// write/xlsx/workbook_plan.h: the pages of a run's workbook: which columns each has, how its rows are split, and the
// formulas that count them.
// Not here: the rows (decision_cells.h, summary_sheets.h), writing (workbook_file.h). Pure.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/workbook_layout.h"
#include "write/xlsx/workbook_file.h"

namespace redress::write {

// A column of the layout; of those that each run has its own number of, which.
struct PlannedColumn {
  const model::SheetColumn* column = nullptr;
  std::size_t nth = 0;
  std::string name;
};

struct WorkbookPlan {
  const model::WorkbookLayout& layout;
  std::vector<std::string> outcome_labels;  // the determinations of the office's policy
  std::vector<std::string> further_names;   // the columns of further policies
  std::array<std::uint64_t, model::kSheetCount> rows{};  // of data, by sheet
  // The rows of data, from 0, before which printing begins a new page, ascending: where another courthouse begins.
  std::array<std::vector<std::uint64_t>, model::kSheetCount> breaks = {};
  std::uint64_t most_rows = kMostSheetRows;              // of a sheet, those above the data counted

  std::vector<PlannedColumn> columns(model::SheetId sheet) const;

  // How many rows of data stand on one page, and on how many pages a sheet is split.
  std::uint64_t rows_of_page() const { return most_rows - kRowsAboveData; }
  std::size_t page_count(model::SheetId sheet) const;

  // A sheet with rows of columns, page by page: "All convictions", "All convictions 2".
  std::vector<PageForm> list_pages(model::SheetId sheet) const;

  // The name of the range of a column, of its page.
  std::string range_name(model::SheetId sheet, std::string_view column_id, std::size_t nth, std::size_t page) const;

  // The name of the range with the words of a list.
  static std::string list_name(std::string_view list);

  // "COUNTIF(all_convictions_determination,A7)", over all pages of the sheet; how many cells are filled where
  // `criterion` is empty. Without a '='.
  std::string count_formula(model::SheetId sheet, std::string_view column_id, std::string_view criterion,
                            std::size_t nth = 0) const;
};

// Whether a sheet has rows of columns; else it is a page of words and figures.
bool is_list_sheet(model::SheetId sheet);

}  // namespace redress::write
