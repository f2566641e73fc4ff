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

constexpr std::uint64_t kWholeFile = 1U << 20U;
constexpr std::uint64_t kPieceBytes = 100;
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

Answers answer(const run::OpenedRun& opened, unsigned threads, const run::DecisionPass::Division& division) {
  Answers answers;
  run::DecisionPass pass(opened, AllRows::kWrite, threads, division);
  const run::BatchWork work{[&](std::size_t batch, unsigned worker) -> Status {
                              pass.decide(batch, worker);
                              return Done{};
                            },
                            [&](std::size_t batch, unsigned worker) -> Status {
                              pass.render(batch, worker);
                              return Done{};
                            },
                            [&](std::size_t batch) -> Status {
                              const run::BatchTexts& texts = pass.texts(batch);
                              answers.convictions += texts.convictions.view();
                              answers.all_rows += texts.all_rows.view();
                              answers.condensed += texts.condensed.view();
                              answers.rows += texts.rows;
                              pass.release(batch);
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
  for (std::size_t i = 0; i < opened.records.index.spans.size(); ++i) {
    const std::string_view file = opened.records.bytes[opened.records.index.file_of(i)];
    intake::for_each_row(opened.records.index.spans[i], file, [&](std::string_view text) {
      if (text.ends_with(",\"\"")) text.remove_suffix(3);  // perhaps the extra empty cell, which is dropped
      if (text.ends_with(',')) text.remove_suffix(1);
      at = answers.all_rows.find(text, at);
      require(at != std::string::npos, "every row stands in the output byte for byte, in its order");
      at += text.size();
      return true;
    });
  }
}

intake::RecordIndex index_of(std::span<const std::string> texts, const model::Layout& layout,
                             std::uint64_t piece_bytes) {
  std::vector<intake::FilePiece> all;
  for (std::uint32_t file = 0; file < texts.size(); ++file) {
    const std::vector<intake::PieceBounds> bounds = intake::cut(texts[file], piece_bytes);
    std::vector<intake::FilePiece> pieces;
    for (const intake::PieceBounds& piece : bounds) {
      pieces.push_back(intake::index_piece(texts[file], file, piece, layout));
    }
    intake::mend_borders(texts[file], layout, bounds, pieces);
    std::move(pieces.begin(), pieces.end(), std::back_inserter(all));
  }
  return must(intake::join(std::move(all)));
}

void require_same(const Answers& a, const Answers& b, const char* what) {
  require(a.convictions == b.convictions && a.all_rows == b.all_rows && a.condensed == b.condensed, what);
  require(a.tally == b.tally && a.unusable.size() == b.unusable.size(), what);
}

void check(run::OpenedRun& opened, std::span<const std::string> texts) {
  const model::Layout& layout = opened.policies.formats.input;
  opened.records = {};
  for (const std::string& text : texts) opened.records.bytes.push_back(text);
  opened.records.index = index_of(texts, layout, kWholeFile);
  const Answers alone = answer(opened, 1, {});
  require_same(alone, answer(opened, kThreads, {kRowsInBatch}), "the answers are the same at any number of threads");
  require_same(alone, answer(opened, 1, {kRowsInBatch, 0}), "the answers are the same where nothing can be carried");
  check_rows(opened, alone);
  opened.records.index = index_of(texts, layout, kPieceBytes);
  require_same(alone, answer(opened, 1, {}), "the answers are the same wherever a file is cut");
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
