#include "write/xlsx/workbook_file.h"

#include <fcntl.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <cstdio>
#include <deque>
#include <utility>

#include "base/calendar.h"
#include "write/nameless_file.h"
#include "write/output_calls.h"
#include "write/xlsx/page_looks.h"
#include "write/xlsx/xlsx_check.h"

namespace redress::write {
namespace {

constexpr std::size_t kCopiedBytes = std::size_t{1} << 18U;

Error workbook_fault(std::string code, std::string cause, std::string next_step) {
  Error error;
  error.kind = ErrorKind::kOutput;
  error.code = std::move(code);
  error.place.file = kWorkbookName;
  error.cause = std::move(cause);
  error.next_step = std::move(next_step);
  return error;
}

}  // namespace

// Not in the unnamed namespace: State, which the header names, holds it.
class OpenPage final : public WorkbookPage {
 public:
  OpenPage(lxw_workbook* workbook, const PageLooks& looks, PageForm form, const WorkbookFileForm& of_all)
      : looks_(looks), form_(std::move(form)), sheet_(::workbook_add_worksheet(workbook, form_.name.c_str())) {
    assert(sheet_ != nullptr);  // names are unique and short
    set_up_page(workbook, sheet_, looks, form_, of_all);
    const bool has_header = std::any_of(form_.columns.begin(), form_.columns.end(),
                                        [](const PageColumn& column) { return !column.name.empty(); });
    if (has_header) ++filled_rows_;
  }

  void append(std::span<const SheetCellValue> cells) override {
    if (const double height = row_height(looks_, form_, cells); height > 0)
      ::worksheet_set_row(sheet_, row_, height, nullptr);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const PageColumn* column = i < form_.columns.size() ? &form_.columns[i] : nullptr;
      const lxw_error error = put(static_cast<lxw_col_t>(i), column, cells[i]);
      if (error != LXW_NO_ERROR && first_error_ == LXW_NO_ERROR) first_error_ = error;
    }
    const bool has_cells = std::any_of(cells.begin(), cells.end(), [](const SheetCellValue& cell) {
      return cell.kind != SheetCellValue::Kind::kEmpty;
    });
    if (has_cells) ++filled_rows_;
    ++row_;
  }

  // Those of the head too.
  std::uint64_t filled_rows() const { return filled_rows_; }
  lxw_error first_error() const { return first_error_; }

 private:
  lxw_error put(lxw_col_t column, const PageColumn* form, const SheetCellValue& cell) {
    lxw_format* format = looks_.of(form, cell);
    switch (cell.kind) {
      case SheetCellValue::Kind::kEmpty: return LXW_NO_ERROR;
      case SheetCellValue::Kind::kText:
        return ::worksheet_write_string(sheet_, row_, column, cell.text.c_str(), format);
      case SheetCellValue::Kind::kNumber:
        return ::worksheet_write_number(sheet_, row_, column, static_cast<double>(cell.number), format);
      case SheetCellValue::Kind::kDate: {
        const std::int64_t serial = to_days(cell.date) - to_days(kSpreadsheetDayZero);
        return ::worksheet_write_number(sheet_, row_, column, static_cast<double>(serial), format);
      }
      case SheetCellValue::Kind::kFormula:
        return ::worksheet_write_formula_num(sheet_, row_, column, cell.text.c_str(), format,
                                             static_cast<double>(cell.number));
      case SheetCellValue::Kind::kTextFormula:
        return ::worksheet_write_formula_str(sheet_, row_, column, cell.text.c_str(), format, cell.shown.c_str());
    }
    return LXW_NO_ERROR;
  }

  const PageLooks& looks_;
  PageForm form_;
  lxw_worksheet* sheet_;
  lxw_row_t row_ = kRowsAboveData;
  std::uint64_t filled_rows_ = kRowsAboveData - 1;
  lxw_error first_error_ = LXW_NO_ERROR;
};

struct WorkbookFile::State {
  WorkbookFileForm form;
  std::string folder;
  int file = -1;
  std::string path;  // by which the library opens the file that has no name
  lxw_workbook* workbook = nullptr;
  PageLooks looks;
  std::deque<OpenPage> pages;

  ~State() {
    if (workbook != nullptr) ::lxw_workbook_free(workbook);
    if (file >= 0) ::close(file);
  }
};

WorkbookFile::WorkbookFile(std::unique_ptr<State> state) : state_(std::move(state)) {}
WorkbookFile::~WorkbookFile() = default;

Result<std::unique_ptr<WorkbookFile>> WorkbookFile::begin(WorkbookFileForm form) {
  auto state = std::make_unique<State>();
  state->form = std::move(form);
  state->folder = state->form.temporary_folder.empty() ? kTemporaryFolder : state->form.temporary_folder;
  state->file = open_nameless(state->folder);
  if (state->file < 0) {
    return workbook_fault("workbook.no_temporary_file",
                          "no temporary file can be made in the folder " + state->folder,
                          "Let TMPDIR name a folder on a disk with room that you may write to.");
  }
  state->path = "/proc/self/fd/" + std::to_string(state->file);
  lxw_workbook_options options = {LXW_TRUE, state->folder.data(), LXW_TRUE};
  state->workbook = ::workbook_new_opt(state->path.c_str(), &options);
  if (state->workbook == nullptr) {
    return workbook_fault("workbook.no_temporary_file", "the workbook cannot be begun", "Close other programs.");
  }
  constexpr std::int64_t kSecondsOfHalfDay = 43'200;  // noon: 0 would be taken for no time at all
  lxw_doc_properties properties = {};
  properties.title = state->form.title.data();
  properties.subject = state->form.subject.data();
  std::string program = "Redress";
  properties.author = program.data();
  properties.created = static_cast<time_t>(to_days(state->form.created) * 2 * kSecondsOfHalfDay + kSecondsOfHalfDay);
  ::workbook_set_properties(state->workbook, &properties);
  state->looks = PageLooks(state->workbook);
  return std::unique_ptr<WorkbookFile>(new WorkbookFile(std::move(state)));
}

WorkbookPage& WorkbookFile::add_page(PageForm form) {
  return state_->pages.emplace_back(state_->workbook, state_->looks, std::move(form), state_->form);
}

Status WorkbookFile::finish(ResultSink& sink) {
  lxw_error error = LXW_NO_ERROR;
  std::vector<std::uint64_t> rows;
  for (const OpenPage& page : state_->pages) {
    if (error == LXW_NO_ERROR) error = page.first_error();
    rows.push_back(page.filled_rows());
  }
  if (error != LXW_NO_ERROR) {
    Error fault = workbook_fault("workbook.cell", "a cell of the workbook could not be written",
                                 "This is a fault of the program. Please report it.");
    fault.kind = ErrorKind::kInternal;
    return fault;
  }
  error = ::workbook_close(std::exchange(state_->workbook, nullptr));
  // The library does not see every write that fails for want of room: what it made is read through once.
  const bool is_whole = error == LXW_NO_ERROR && is_whole_workbook(state_->file, rows);
  if (!is_whole) {
    return workbook_fault("workbook.disk_full",
                          "the workbook could not be put together in the folder " + state_->folder,
                          "Make room there, or let TMPDIR name another folder. Nothing was left behind.");
  }
  if (::lseek(state_->file, 0, SEEK_SET) != 0)
    return output_error("output.write_failed", std::string(kWorkbookName), "the file could not be read back", errno);
  std::string bytes(kCopiedBytes, '\0');
  while (true) {
    const ssize_t count = ::read(state_->file, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0)
      return output_error("output.write_failed", std::string(kWorkbookName), "the file could not be read back", errno);
    if (count == 0) return Done{};
    if (Status written = sink.write({bytes.data(), static_cast<std::size_t>(count)}); !written) return written;
  }
}

}  // namespace redress::write
