#include "run/workbook.h"

#include <array>
#include <memory>
#include <utility>
#include <vector>

#include "run/progress.h"
#include "run/standing_results.h"
#include "run/workbook_contents.h"
#include "write/json/summary_reader.h"
#include "write/xlsx/summary_sheets.h"

namespace redress::run {
namespace {

using model::SheetId;

constexpr std::size_t kShownMarkDigits = 12;

Result<write::WorkbookFileForm> file_form(const nlohmann::ordered_json& summary, const std::string& mark,
                                          const WorkbookSource& source) {
  const auto text = [&](std::initializer_list<const char*> path) { return write::summary_text_at(summary, path); };
  const auto as_of = parse_iso_date(text({"run", "as_of"}));
  if (!as_of) {
    Error error;
    error.kind = ErrorKind::kInput;
    error.code = "workbook.as_of";
    error.place.file = kSummaryName;
    error.cause = "the summary has no as-of date";
    error.next_step = "Give a results folder as a run wrote it.";
    return error;
  }
  write::WorkbookFileForm form;
  form.created = *as_of;
  form.subject = "Run " + mark;
  form.footer = "Redress " + text({"run", "program_version"}) + ", as of " + to_iso(*as_of) + ", run " +
                mark.substr(0, kShownMarkDigits);
  form.temporary_folder = source.temporary_folder;
  return form;
}

// The pages of the sheets with columns, and how many rows each sheet has so far.
class ListPages {
 public:
  explicit ListPages(const write::WorkbookPlan& plan) : plan_(plan) {}

  void add(SheetId sheet, write::WorkbookFile& file) {
    for (write::PageForm& form : plan_.list_pages(sheet))
      pages_[static_cast<std::size_t>(sheet)].push_back(&file.add_page(std::move(form)));
  }

  void append(SheetId sheet, std::span<const write::SheetCellValue> cells) {
    const auto place = static_cast<std::size_t>(sheet);
    pages_[place][rows_[place]++ / plan_.rows_of_page()]->append(cells);
  }

 private:
  const write::WorkbookPlan& plan_;
  std::array<std::vector<write::WorkbookPage*>, model::kSheetCount> pages_;
  std::array<std::uint64_t, model::kSheetCount> rows_{};
};

}  // namespace

Status write_workbook(const WorkbookSource& source, write::ResultsTarget& target) {
  const Result<nlohmann::ordered_json> summary = write::read_summary(source.summary, kSummaryName);
  if (!summary) return summary.error();
  const Result<std::unique_ptr<WorkbookContents>> read = WorkbookContents::read(source, *summary);
  if (!read) return read.error();
  const WorkbookContents& contents = **read;
  Result<write::WorkbookFileForm> form = file_form(*summary, contents.mark(), source);
  if (!form) return form.error();
  Result<std::unique_ptr<write::WorkbookFile>> file = write::WorkbookFile::begin(*std::move(form));
  if (!file) return file.error();
  const write::WorkbookRun run{*summary, contents.plan(), contents.counts(), contents.entries(), contents.mark()};
  ListPages lists(contents.plan());
  for (std::size_t i = 0; i < model::kSheetCount; ++i) {
    const auto sheet = static_cast<SheetId>(i);
    if (write::is_list_sheet(sheet)) {
      lists.add(sheet, **file);
      continue;
    }
    const write::WordsPage words = write::words_page(sheet, run);
    write::WorkbookPage& page = (*file)->add_page(words.form);
    for (const std::vector<write::SheetCellValue>& row : words.rows) page.append(row);
  }
  const ListRowTaker append = [&](SheetId sheet, std::span<const write::SheetCellValue> cells) -> Status {
    lists.append(sheet, cells);
    return check_cancelled(source.observer);
  };
  const Status given = contents.for_each_row(append);
  if (!given) return given;
  Result<write::ResultSink*> sink = target.open(std::string(write::kWorkbookName));
  if (!sink) return sink.error();
  if (Status written = (*file)->finish(**sink); !written) return written;
  Result<write::WrittenFile> finished = (*sink)->finish();
  if (!finished) return finished.error();
  return Done{};
}

}  // namespace redress::run
