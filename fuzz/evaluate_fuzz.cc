// Any records decided by one thread in one batch, and by three threads in batches of three rows: the same bytes, the
// same figures, and rows in are rows out and rejects.
#include <string>
#include <vector>

#include "property.h"
#include "redress/policy.h"
#include "run/batches.h"
#include "run/decision_pass.h"
#include "run/opened_run.h"
#include "run/rejects.h"

namespace redress::fuzz {
namespace {

using model::RowFact;

// Short inputs name only these, in this order, separated by '|'; the other columns stay empty.
constexpr RowFact kShortRow[] = {RowFact::kPerson,
                                 RowFact::kCountOrder,
                                 RowFact::kEventDate,
                                 RowFact::kCounty,
                                 RowFact::kOffense,
                                 RowFact::kDisposition,
                                 RowFact::kStepType,
                                 RowFact::kConvictionLevel,
                                 RowFact::kBirthDate,
                                 RowFact::kCaseNumber,
                                 RowFact::kComment,
                                 RowFact::kSentenceLength,
                                 RowFact::kSentenceUnit,
                                 RowFact::kOffenseLevel,
                                 RowFact::kCycleDate,
                                 RowFact::kConvictionOffense,
                                 RowFact::kDispositionOffense};

constexpr std::size_t kRowsInBatch = 3;
constexpr unsigned kThreads = 3;

// Every policy opened once, in its county or in Los Angeles, with the statute beside it. The records change.
std::vector<run::OpenedRun>& runs() {
  static std::vector<run::OpenedRun> opened = [] {
    std::vector<run::OpenedRun> all;
    for (const PolicyEntry& entry : must(list_policies(""))) {
      PolicyChoice choice;
      choice.policy = entry.id;
      choice.county = entry.county.empty() ? "LOS ANGELES" : entry.county;
      all.push_back({must(run::open_policies(choice, {}, {2019, 11, 11})), {}, {}, {}});
    }
    return all;
  }();
  return opened;
}

std::string long_row(std::string_view line, const model::Layout& layout) {
  std::vector<std::string> cells(layout.columns.size());
  for (const RowFact fact : kShortRow) {
    const std::size_t bar = std::min(line.find('|'), line.size());
    cells[layout.position(fact)] = line.substr(0, bar);
    line.remove_prefix(std::min(bar + 1, line.size()));
  }
  std::string row;
  for (const std::string& cell : cells) row += (&cell == &cells.front() ? "" : ",") + cell;
  return row + "\n";
}

std::string long_rows(std::string_view text, const model::Layout& layout) {
  std::string rows;
  while (!text.empty()) {
    const std::size_t line_end = std::min(text.find('\n'), text.size());
    rows += long_row(text.substr(0, line_end), layout);
    text.remove_prefix(std::min(line_end + 1, text.size()));
  }
  return rows;
}

struct Answers {
  std::string convictions, all_rows, condensed;
  std::uint64_t rows = 0;
  run::RunTally tally;
  std::vector<intake::UnusableRow> unusable;
};

Answers answer(const run::OpenedRun& opened, unsigned threads, std::size_t rows_in_batch) {
  Answers answers;
  run::DecisionPass pass(opened, AllRows::kWrite, threads, rows_in_batch);
  const run::BatchWork work{[&](std::size_t batch, unsigned worker) -> Status {
                              pass.decide(batch, worker);
                              return Done{};
                            },
                            [&](std::size_t batch, unsigned worker) -> Status {
                              pass.render(batch, worker);
                              return Done{};
                            },
                            [&](std::size_t batch) -> Status {
                              const run::BatchTexts texts = pass.take(batch);
                              answers.convictions += texts.convictions;
                              answers.all_rows += texts.all_rows;
                              answers.condensed += texts.condensed;
                              answers.rows += texts.rows;
                              return Done{};
                            }};
  must(run::run_batches(pass.batch_count(), threads, work));
  answers.tally = pass.merged_tally();
  answers.unusable = pass.unusable_rows();
  return answers;
}

void check_rows(const run::OpenedRun& opened, const Answers& answers) {
  std::uint64_t records = 0;
  for (const intake::FileTotals& file : opened.records.index.files) records += file.records;
  require(records == answers.rows + opened.records.index.rejects.size(), "rows in are rows out and rejects");
  std::size_t at = 0;
  for (const intake::RowRef& row : opened.records.index.rows) {
    std::string_view text = opened.records.bytes[row.file].substr(row.offset_bytes, row.length_bytes);
    if (text.ends_with(",\"\"")) text.remove_suffix(3);  // perhaps the extra empty cell, which is dropped
    if (text.ends_with(',')) text.remove_suffix(1);
    at = answers.all_rows.find(text, at);
    require(at != std::string::npos, "every row stands in the output byte for byte, in its order");
    at += text.size();
  }
}

void check(run::OpenedRun& opened, std::span<const std::string> texts) {
  run::RecordFiles records;
  std::vector<intake::FileIndex> indexes;
  for (const std::string& text : texts) {
    records.bytes.push_back(text);
    const auto file = static_cast<std::uint32_t>(indexes.size());
    indexes.push_back(intake::index_file(text, file, opened.policies.formats.input));
  }
  records.index = must(intake::join(std::move(indexes)));
  opened.records = std::move(records);
  const Answers alone = answer(opened, 1, run::DecisionPass::kRowsInBatch);
  const Answers together = answer(opened, kThreads, kRowsInBatch);
  require(alone.convictions == together.convictions, "convictions.csv is the same at any number of threads");
  require(alone.all_rows == together.all_rows, "all_rows.csv is the same at any number of threads");
  require(alone.condensed == together.condensed, "condensed.csv is the same at any number of threads");
  require(alone.tally == together.tally, "the figures are the same at any number of threads");
  require(alone.unusable.size() == together.unusable.size(), "as many rows are unusable at any number of threads");
  check_rows(opened, alone);
}

}  // namespace
}  // namespace redress::fuzz

// The first byte chooses the policy, the second whether a file follows as it is ('=') or in short rows. A line "----"
// begins a second file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  namespace fuzz = redress::fuzz;
  if (size < 2 || size > 16384) return 0;
  const auto [first, second] = fuzz::split_at_line(fuzz::text_of(bytes + 2, size - 2), "----");
  redress::run::OpenedRun& opened = fuzz::runs()[bytes[0] % fuzz::runs().size()];
  std::vector<std::string> texts;
  for (const std::string_view text : {first, second}) {
    if (text.empty()) continue;
    texts.push_back(bytes[1] == '=' ? std::string(text) : fuzz::long_rows(text, opened.policies.formats.input));
  }
  fuzz::check(opened, texts);
  return 0;
}
