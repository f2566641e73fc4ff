// write/xlsx/workbook_file.h: an XLSX file as sheets of cells: looks, filters, locks, choices, names, banners.
// Not here: which sheets and cells a run has (decision_cells.h, summary_sheets.h). libxlsxwriter underneath, in
// constant memory: rows of a sheet are written one after the other, but those of several sheets in any order.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/workbook_layout.h"
#include "redress/date.h"
#include "redress/error.h"
#include "write/results_target.h"
#include "write/xlsx/sheet_cell.h"

namespace redress::write {

inline constexpr std::string_view kWorkbookName = "convictions.xlsx";
inline constexpr std::string_view kWorkbookBanner = "CONFIDENTIAL - criminal history - not for release";

// Rows above the first row of data on each sheet: banner, title, sentence, header.
inline constexpr std::uint32_t kRowsAboveData = 4;
// The rows that a spreadsheet has.
inline constexpr std::uint64_t kMostSheetRows = 1'048'576;

struct PageColumn {
  std::string name;  // the header; empty on pages without one
  model::SheetCell cell = model::SheetCell::kText;
  double width = 12;
  std::string list;        // of a choice: the name of the range with its words
  std::string meaning;     // shown when a cell for entries is chosen
  std::string range_name;  // the workbook's name of the column's cells; may be empty
  std::string taken_back;  // the word that a cell for a date takes besides; may be empty
};

// A name of the workbook for cells: "run_mark", "'README'!$B$20".
struct RangeName {
  std::string name;
  std::string range;
};

struct PageForm {
  std::string name;
  std::string title;
  std::string sentence;
  std::vector<PageColumn> columns;
  std::uint64_t rows = 0;   // of data; they come by `append`
  bool is_list = true;      // has a header, a filter and frozen panes
  bool is_by_courthouse = false;       // printed with the breaks below
  std::size_t printed_columns = 0;     // the first so many are printed; 0: all
  std::vector<std::uint32_t> breaks;   // rows of data, from 0, before which printing begins a new page
  std::vector<RangeName> names;  // further names of cells of the page
};

// One sheet being written.
class WorkbookPage {
 public:
  virtual ~WorkbookPage() = default;

  // The next row; cells behind the last stay empty. Errors are kept until finish(). Cost: linear in the row.
  virtual void append(std::span<const SheetCellValue> cells) = 0;
};

struct WorkbookFileForm {
  std::string banner = std::string(kWorkbookBanner);  // above every page, and below it in print
  std::string title = "Redress: convictions";         // in the properties
  Date created;              // in the file's properties
  std::string subject;       // in the properties
  std::string footer;        // of every printed page, beside the banner
  std::string temporary_folder;  // empty: /var/tmp; what stands there has no name
};

// One thread at a time.
class WorkbookFile {
 public:
  // Errors (kOutput): workbook.no_temporary_file.
  static Result<std::unique_ptr<WorkbookFile>> begin(WorkbookFileForm form);
  ~WorkbookFile();
  WorkbookFile(const WorkbookFile&) = delete;
  WorkbookFile& operator=(const WorkbookFile&) = delete;

  // Pages stand in the order in which they are added. The page lives as long as the file. Names are unique.
  WorkbookPage& add_page(PageForm form);

  // Puts the file together and writes it into the sink, which is not finished. Nothing of the run is left elsewhere.
  // Errors (kOutput): workbook.disk_full where the temporary files could not be written whole; of the sink;
  // (kInternal) workbook.cell where a cell could not be written.
  Status finish(ResultSink& sink);

 private:
  struct State;
  explicit WorkbookFile(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace redress::write
