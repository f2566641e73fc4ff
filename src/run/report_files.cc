#include "run/report_files.h"

#include <string>
#include <utility>

#include "run/standing_results.h"
#include "write/report/report_html.h"
#include "write/report/report_pdf.h"

namespace redress::run {
namespace {

Status write_file(write::ResultsTarget& target, const char* name, std::string_view text) {
  Result<write::ResultSink*> sink = target.open(name);
  if (!sink) return sink.error();
  if (Status written = (*sink)->write(text); !written) return written;
  if (Result<write::WrittenFile> finished = (*sink)->finish(); !finished) return finished.error();
  return Done{};
}

}  // namespace

Status write_report_files(const ReportTexts& texts, write::Edition edition, const Formats& formats,
                          write::ResultsTarget& target) {
  write::ReportSource source{texts.summary, edition, {}, texts.review};
  static_cast<void>(formats);
  Result<write::Document> document = write::report_document(source, kSummaryName);
  if (!document) return document.error();
  if (Status page = write_file(target, kReportPageName, write::report_html(*document)); !page) return page;
  Result<std::string> pdf = write::report_pdf(*document);
  if (!pdf) return pdf.error();
  return write_file(target, kReportPdfName, *pdf);
}

}  // namespace redress::run
