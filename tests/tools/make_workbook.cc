// make_workbook FOLDER OUT [ROWS]: convictions.xlsx of the results in FOLDER, with its review where it has one, in the
// new folder OUT; sheets are split at ROWS rows. For tests of the workbook, which read it with another library.
#include <cstdio>
#include <cstdlib>
#include <string>

#include "run/kept_review.h"
#include "run/policy_library.h"
#include "run/workbook.h"
#include "write/results_folder.h"
#include "write/standing_file.h"

namespace {

constexpr std::uint64_t kMostBytes = std::uint64_t{1} << 32U;

redress::Status make(const std::string& folder, const std::string& out, std::uint64_t most_rows) {
  using namespace redress;  // NOLINT: a program of a few lines
  const Result<run::Formats> formats = run::load_formats();
  if (!formats) return formats.error();
  const Result<std::string> summary = write::standing_text(folder, "summary.json", kMostBytes);
  if (!summary) return summary.error();
  const Result<std::string> convictions = write::standing_text(folder, "convictions.csv", kMostBytes);
  if (!convictions) return convictions.error();
  const Result<model::HandEntries> entries = run::kept_entries(folder, formats->workbook);
  if (!entries) return entries.error();
  Result<std::unique_ptr<write::ResultsFolder>> target = write::ResultsFolder::begin(out);
  if (!target) return target.error();
  run::WorkbookSource source{*summary, *convictions, *formats, &*entries};
  source.most_rows = most_rows;
  if (Status written = run::write_workbook(source, **target); !written) return written;
  return (*target)->finish();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const redress::Status made =
      make(argv[1], argv[2], argc > 3 ? std::strtoull(argv[3], nullptr, 10) : redress::write::kMostSheetRows);
  if (made) return 0;
  std::fprintf(stderr, "%s\n", redress::to_string(made.error()).c_str());
  return 1;
}
