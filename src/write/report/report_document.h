// write/report/report_document.h: the report of a run, from its summary: what an office reads and the public is told.
// Not here: drawing it (report_html.h, report_pdf.h), counting (tally). Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "redress/error.h"
#include "write/report/document.h"

namespace redress::write {

// The public edition has no row, no name of a file, and no small count (counts.h).
enum class Edition : std::uint8_t { kInternal, kPublic };

// A decision that waits for a person, as convictions.csv tells it.
struct WaitingDecision {
  std::string row;  // the file's own mark of the row
  std::string person;
  std::string name;
  std::string case_numbers;
  std::string charge;
  std::string date;
  std::string determination;  // with its reason, which names the facts where they are open
  std::string possible;       // the determination, where it is the only one
  std::string facts;
  std::string schedule = {};  // where it stands for another reason than its determination
};

struct ReportSource {
  std::string_view summary;  // the text of summary.json
  Edition edition = Edition::kInternal;
  std::vector<WaitingDecision> waiting = {};  // the first of them, in the order of the rows
  std::string_view review = {};               // the text of review.json; empty: nobody has reviewed yet
};

// The same source gives the same document. `file`: of the summary, for messages. Errors (kInput): those of
// read_summary; summary.figure where a figure of it or of `review` is missing or is none. (kOutput): report.no_solver
// of a public edition where count_limits.h has no library.
Result<Document> report_document(const ReportSource& source, const std::string& file);

}  // namespace redress::write
