#include "run/report_files.h"

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "intake/decision_rows.h"
#include "run/standing_results.h"
#include "write/json/summary_reader.h"
#include "write/report/report_html.h"
#include "write/report/report_pdf.h"
#include "write/xlsx/decision_cells.h"
#include "write/xlsx/report_pages.h"
#include "write/xlsx/summary_sheets.h"

namespace redress::run {
namespace {

constexpr std::size_t kMostWaiting = 40;

// Enough of a large file to find the first that wait, so that the report costs the same at any size.
constexpr std::size_t kMostRowsLookedAt = 20'000;

// Those of the workbook's review queue.
Result<std::vector<write::WaitingDecision>> first_waiting(const ReportTexts& texts, const Formats& formats) {
  const Result<nlohmann::ordered_json> summary = write::read_summary(texts.summary, kSummaryName);
  if (!summary) return summary.error();
  const std::vector<write::OutcomeRelief> outcomes = write::outcomes_of(*summary);
  const write::Schedules schedules(formats.workbook, outcomes);
  std::vector<write::WaitingDecision> waiting;
  Result<intake::DecisionRows> rows =
      intake::DecisionRows::begin(texts.convictions, kConvictionsName, formats.input, formats.results);
  if (!rows) return rows.error();
  model::DecisionTexts row;
  for (std::size_t i = 0; i < kMostRowsLookedAt && waiting.size() < kMostWaiting; ++i) {
    const Result<bool> next = rows->next(row);
    if (!next) return next.error();
    if (!*next) break;
    const std::optional<model::SheetId> schedule = schedules.of(row);
    if (!write::is_queue_schedule(schedule)) continue;
    waiting.push_back({row.record_id, row.person, row.name, row.case_numbers, row.offense, row.conviction_date,
                       row.determination + ": " + row.reason, row.possible, row.deciding_facts,
                       schedule == model::SheetId::kHeld ? "" : formats.workbook.sheet(*schedule).name});
  }
  return waiting;
}

Status write_file(write::ResultsTarget& target, const char* name, std::string_view text) {
  Result<write::ResultSink*> sink = target.open(name);
  if (!sink) return sink.error();
  if (Status written = (*sink)->write(text); !written) return written;
  if (Result<write::WrittenFile> finished = (*sink)->finish(); !finished) return finished.error();
  return Done{};
}

Status write_figures(const write::Document& document, const std::string& temporary_folder,
                     write::ResultsTarget& target) {
  write::WorkbookFileForm form = write::report_workbook_form(document);
  form.temporary_folder = temporary_folder;
  Result<std::unique_ptr<write::WorkbookFile>> file = write::WorkbookFile::begin(std::move(form));
  if (!file) return file.error();
  for (const write::WordsPage& words : write::report_pages(document)) {
    write::WorkbookPage& page = (*file)->add_page(words.form);
    for (const std::vector<write::SheetCellValue>& row : words.rows) page.append(row);
  }
  Result<write::ResultSink*> sink = target.open(std::string(write::kFiguresName));
  if (!sink) return sink.error();
  if (Status written = (*file)->finish(**sink); !written) return written;
  if (Result<write::WrittenFile> finished = (*sink)->finish(); !finished) return finished.error();
  return Done{};
}

}  // namespace

Status write_report_files(const ReportTexts& texts, write::Edition edition, const Formats& formats,
                          write::ResultsTarget& target) {
  write::ReportSource source{texts.summary, edition, {}, texts.review};
  if (edition == write::Edition::kInternal) {
    Result<std::vector<write::WaitingDecision>> waiting = first_waiting(texts, formats);
    if (!waiting) return waiting.error();
    source.waiting = *std::move(waiting);
  }
  Result<write::Document> document = write::report_document(source, kSummaryName);
  if (!document) return document.error();
  if (Status page = write_file(target, kReportPageName, write::report_html(*document)); !page) return page;
  Result<std::string> pdf = write::report_pdf(*document);
  if (!pdf) return pdf.error();
  if (Status written = write_file(target, kReportPdfName, *pdf); !written) return written;
  if (edition == write::Edition::kInternal) return Done{};
  return write_figures(*document, texts.temporary_folder, target);
}

}  // namespace redress::run
