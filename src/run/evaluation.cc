#include "run/evaluation.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "run/batches.h"
#include "run/decision_pass.h"
#include "run/evaluate_report.h"
#include "run/progress.h"
#include "run/rejects.h"
#include "run/report_files.h"
#include "run/run_papers.h"
#include "run/standing_results.h"
#include "run/workbook.h"
#include "scan/input_file.h"
#include "write/csv/csv_rows.h"

namespace redress::run {
namespace {

// What of the memory that a run may take is for results of rows further down: one part in so many.
constexpr std::uint64_t kPartOfCarried = 8;

// The files of the results, in the order in which they are opened, by whomever. The target must outlive it.
class ResultFiles final : public write::ResultsTarget {
 public:
  explicit ResultFiles(write::ResultsTarget& target) : target_(target) {}

  Result<write::ResultSink*> open(const std::string& name) override {
    Result<write::ResultSink*> sink = target_.open(name);
    if (sink) sinks_.push_back(*sink);
    return sink;
  }

  // A file that begins with this text.
  Result<write::ResultSink*> open(const char* name, std::string_view text) {
    Result<write::ResultSink*> sink = open(std::string(name));
    if (!sink) return sink;
    if (Status written = (*sink)->write(text); !written) return written.error();
    return sink;
  }

  // Every file opened so far, whole.
  Result<std::vector<write::WrittenFile>> written() {
    std::vector<write::WrittenFile> files;
    for (write::ResultSink* sink : sinks_) {
      Result<write::WrittenFile> file = sink->finish();
      if (!file) return file.error();
      files.push_back(*std::move(file));
    }
    return files;
  }

  Status finish() override { return target_.finish(); }
  std::string path_of(const std::string& name) const override { return target_.path_of(name); }

 private:
  write::ResultsTarget& target_;
  std::vector<write::ResultSink*> sinks_;
};

// The files that grow row by row. Those that were not asked for are null.
struct RowSinks {
  write::ResultSink* convictions = nullptr;
  write::ResultSink* all_rows = nullptr;
  write::ResultSink* condensed = nullptr;

  void sum_alongside(write::SumsAlongside* others) const {
    for (write::ResultSink* sink : {convictions, all_rows, condensed}) {
      if (sink != nullptr) sink->sum_alongside(others);
    }
  }
};

Result<RowSinks> open_row_sinks(ResultFiles& files, const Formats& formats, AllRows all_rows) {
  RowSinks sinks;
  const auto open = [&](const char* name, auto append_header, write::ResultSink*& place) -> Status {
    std::string header;
    append_header(header, formats.input, formats.results);
    Result<write::ResultSink*> sink = files.open(name, header);
    if (!sink) return sink.error();
    place = *sink;
    return Done{};
  };
  if (Status s = open(kConvictionsName, write::append_convictions_header, sinks.convictions); !s) return s.error();
  if (all_rows == AllRows::kSkip) return sinks;
  if (Status s = open("all_rows.csv", write::append_all_rows_header, sinks.all_rows); !s) return s.error();
  if (Status s = open("condensed.csv", write::append_condensed_header, sinks.condensed); !s) return s.error();
  return sinks;
}

Status write_rows(const RowSinks& sinks, const BatchTexts& texts) {
  for (const auto& [sink, text] :
       {std::pair{sinks.convictions, &texts.convictions}, std::pair{sinks.all_rows, &texts.all_rows},
        std::pair{sinks.condensed, &texts.condensed}}) {
    if (sink == nullptr) continue;
    if (Status written = sink->write(text->view()); !written) return written;
  }
  return Done{};
}

// Decides everyone and writes the rows in the order of the files. Meanwhile sums of the input that are left are made.
Result<std::uint64_t> decide_and_write(const OpenedRun& run, DecisionPass& pass, const EvaluateRequest& request,
                                       const RowSinks& sinks, unsigned threads, RunObserver* observer) {
  std::uint64_t rows_out = 0;
  std::atomic<bool> is_stopped = false;
  const bool is_alongside = checksums_of(request, threads) == Checksums::kOfAllWithOutputs;
  const auto make_sums_left = [&] { run.records.sums->make_left([&] { return !is_stopped; }); };
  ProgressCount progress(observer, Progress::Stage::kDeciding, run.records.total_bytes());
  const auto take = [&](std::size_t batch) -> Status {
    const BatchTexts& texts = pass.texts(batch);
    if (Status written = write_rows(sinks, texts); !written) return written;
    rows_out += texts.rows;
    const std::uint64_t bytes_read = texts.bytes_read;
    pass.release(batch);
    return progress.add(bytes_read);
  };
  const BatchWork work{[&](std::size_t batch, unsigned worker) -> Status {
                         pass.decide(batch, worker);
                         return Done{};
                       },
                       [&](std::size_t batch, unsigned worker) -> Status {
                         pass.render(batch, worker);
                         return Done{};
                       },
                       [&](std::size_t batch) -> Status {
                         Status taken = take(batch);
                         if (!taken) is_stopped = true;
                         return taken;
                       },
                       [&](unsigned worker) -> Status {
                         if (!is_alongside && worker + 1 == threads) make_sums_left();
                         return Done{};
                       }};
  if (is_alongside) sinks.sum_alongside(run.records.sums.get());
  const Status done = run_batches(pass.batch_count(), threads, work);
  sinks.sum_alongside(nullptr);
  if (!done) return done.error();
  make_sums_left();
  if (Status told = progress.finish(); !told) return told.error();
  return rows_out;
}

bool wants_reports(Reports asked, const tally::Tally& tally) {
  const std::uint64_t decisions = tally.in_scope + tally.unidentified_in_review;
  return asked == Reports::kWrite || (asked == Reports::kUpToSize && decisions <= kMostReportedDecisions);
}

// Report and workbook are made of what was written, as they are when they are made later without the inputs.
Status write_reports(ResultFiles& files, const OpenedRun& run, const MemoryLimit& memory, const std::string& summary,
                     RunObserver* observer) {
  const Result<std::unique_ptr<scan::InputFile>> convictions = scan::open_input(files.path_of(kConvictionsName));
  if (!convictions) return convictions.error();
  const std::string_view decisions = (*convictions)->bytes();
  if (Status report = write_report_files({summary, decisions}, write::Edition::kInternal, run.policies.formats, files);
      !report) {
    return report;
  }
  WorkbookSource workbook{summary, decisions, run.policies.formats, nullptr, memory.temporary_folder};
  workbook.observer = observer;
  return write_workbook(workbook, files);
}

std::string summary_text(const RunPapers& papers, const OpenedRun& run, const RunTally& tally) {
  std::vector<write::BesideFigures> beside;
  for (const AskedBeside& asked : run.policies.beside()) {
    beside.push_back(
        {asked.is_statute ? "statute" : "further", asked.choice, *asked.plan, tally.beside[beside.size()]});
  }
  return write::summary_json(papers.summary, run.policies.office, tally.office, beside);
}

}  // namespace

// One thread writes at a time. With two the sums are a large part of the work, and two at once save a quarter of them;
// more threads would wait for the one that makes them all.
Checksums checksums_of(const EvaluateRequest& request, unsigned threads) {
  constexpr unsigned kMostThreads = 2;
  const bool pays = request.all_rows == AllRows::kWrite && threads <= kMostThreads && write::two_at_once_pays();
  return pays ? Checksums::kOfAllWithOutputs : Checksums::kOfAll;
}

Result<EvaluateReport> evaluate_into(write::ResultsTarget& target, const OpenedRun& run, const EvaluateRequest& request,
                                     unsigned threads, RunObserver* observer) {
  ResultFiles files(target);
  Result<RowSinks> sinks = open_row_sinks(files, run.policies.formats, request.all_rows);
  if (!sinks) return sinks.error();
  DecisionPass::Division division;
  if (request.memory.bytes > 0) division.most_carried_bytes = request.memory.bytes / kPartOfCarried;
  DecisionPass pass(run, request.all_rows, threads, division);
  Result<std::uint64_t> rows_out = decide_and_write(run, pass, request, *sinks, threads, observer);
  if (!rows_out) return rows_out.error();
  const RunTally tally = pass.merged_tally();
  if (Status present = check_county(run.policies.facts.county, tally.office, run.records); !present)
    return present.error();
  if (Status fits = check_as_of(run.policies.facts.as_of, tally.office); !fits) return fits.error();

  const Rejects rejects(run.records, pass.unusable_rows());
  const std::uint64_t rejected = rejects.list().size();
  if (Status few = check_reject_limit(run.records, run.policies.formats.input, request.max_rejects, rejected); !few) {
    return few.error();
  }
  Result<write::ResultSink*> rejects_file = files.open("rejects.csv", "");
  if (!rejects_file) return rejects_file.error();
  if (Status written = rejects.write_to(**rejects_file); !written) return written.error();

  RunPapers papers = run_papers(run, request, tally, rejects, *rows_out);
  if (Status tie = check_sums(papers, tally); !tie) return tie.error();
  const std::string summary = summary_text(papers, run, tally);
  if (auto file = files.open(kSummaryName, summary); !file) return file.error();
  Result<std::vector<write::WrittenFile>> outputs = files.written();
  if (!outputs) return outputs.error();
  const bool has_reports = wants_reports(request.reports, tally.office);
  if (has_reports) {
    if (Status written = write_reports(files, run, request.memory, summary, observer); !written) return written.error();
    outputs = files.written();
    if (!outputs) return outputs.error();
  }
  papers.manifest.outputs = *std::move(outputs);
  if (auto file = files.open(write::kManifestName, write::manifest_json(papers.manifest)); !file) return file.error();
  if (Status same = check_unchanged(run.records); !same) return same.error();
  if (Status finished = files.finish(); !finished) return finished.error();
  EvaluateReport report = report_of(request, papers, run, tally);
  report.summary_json = summary;
  report.has_reports = has_reports;
  return report;
}

}  // namespace redress::run
