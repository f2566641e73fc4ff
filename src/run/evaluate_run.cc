// The main job: policy and files opened, every person decided, the results folder written, complete or absent.
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>

#include "explain/reason.h"
#include "explain/words.h"
#include "redress/evaluate.h"
#include "redress/version.h"
#include "run/batches.h"
#include "run/decision_pass.h"
#include "run/policy_library.h"
#include "run/progress.h"
#include "run/record_files.h"
#include "run/rejects.h"
#include "run/required_sets.h"
#include "run/run_papers.h"
#include "write/csv/csv_rows.h"
#include "write/results_folder.h"

namespace redress {
namespace {

// The files of a results folder, in the order in which they are opened. The folder must outlive it.
class ResultFiles {
 public:
  explicit ResultFiles(write::ResultsFolder& folder) : folder_(folder) {}

  // A file that begins with this text.
  Result<write::FileSink*> open(const char* name, std::string_view text) {
    Result<write::FileSink*> sink = folder_.open(name);
    if (!sink) return sink;
    sinks_.push_back(*sink);
    if (Status written = (*sink)->write(text); !written) return written.error();
    return sink;
  }

  // Every file opened so far, whole.
  Result<std::vector<write::WrittenFile>> finish() {
    std::vector<write::WrittenFile> files;
    for (write::FileSink* sink : sinks_) {
      Result<write::WrittenFile> file = sink->finish();
      if (!file) return file.error();
      files.push_back(*std::move(file));
    }
    return files;
  }

 private:
  write::ResultsFolder& folder_;
  std::vector<write::FileSink*> sinks_;
};

// The files that grow row by row. Those that were not asked for are null.
struct RowSinks {
  write::FileSink* convictions = nullptr;
  write::FileSink* all_rows = nullptr;
  write::FileSink* condensed = nullptr;
};

Result<RowSinks> open_row_sinks(ResultFiles& files, const run::Formats& formats, AllRows all_rows) {
  RowSinks sinks;
  const auto open = [&](const char* name, auto append_header, write::FileSink*& place) -> Status {
    std::string header;
    append_header(header, formats.input, formats.results);
    Result<write::FileSink*> sink = files.open(name, header);
    if (!sink) return sink.error();
    place = *sink;
    return Done{};
  };
  if (Status s = open("convictions.csv", write::append_convictions_header, sinks.convictions); !s) return s.error();
  if (all_rows == AllRows::kSkip) return sinks;
  if (Status s = open("all_rows.csv", write::append_all_rows_header, sinks.all_rows); !s) return s.error();
  if (Status s = open("condensed.csv", write::append_condensed_header, sinks.condensed); !s) return s.error();
  return sinks;
}

Status write_rows(const RowSinks& sinks, const run::BatchTexts& texts) {
  for (const auto& [sink, text] :
       {std::pair{sinks.convictions, &texts.convictions}, std::pair{sinks.all_rows, &texts.all_rows},
        std::pair{sinks.condensed, &texts.condensed}}) {
    if (sink == nullptr) continue;
    if (Status written = sink->write(*text); !written) return written;
  }
  return Done{};
}

// Decides everyone and writes the rows in the order of the files.
Result<std::uint64_t> decide_and_write(const run::RunParts& parts, run::DecisionPass& pass, const RowSinks& sinks,
                                       unsigned threads, RunObserver* observer) {
  std::uint64_t rows_out = 0;
  run::ProgressCount progress(observer, Progress::Stage::kDeciding, parts.records.total_bytes());
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
                              if (Status written = write_rows(sinks, texts); !written) return written;
                              rows_out += texts.rows;
                              return progress.add(texts.bytes_read);
                            }};
  if (Status done = run::run_batches(pass.batch_count(), threads, work); !done) return done.error();
  return rows_out;
}

EvaluateReport report_of(const EvaluateRequest& request, const run::RunPapers& papers, const run::RunParts& parts,
                         const tally::Tally& tally) {
  const policy::Plan& plan = parts.plan;
  EvaluateReport report;
  report.out = request.out;
  report.policy_id = plan.id;
  report.policy_title = plan.title;
  report.policy_version = plan.version;
  report.county = parts.facts.county;
  report.as_of = request.as_of;
  for (const policy::Parameter& p : plan.parameters) report.parameters.emplace_back(p.name, policy::value_text(p));
  report.rows_in = papers.summary.rows_in;
  report.rows_out = papers.summary.rows_out;
  report.rows_rejected = papers.summary.rows_rejected;
  report.rows_unusable = papers.summary.rows_unusable;
  report.empty_lines = papers.summary.empty_lines;
  report.people = tally.people;
  report.convictions = tally.convictions;
  report.people_in_scope = tally.people_in_scope;
  report.in_scope = tally.in_scope;
  report.unidentified_in_review = tally.unidentified_in_review;
  for (const std::uint64_t count : tally.reviews) report.needs_review += count;
  const auto counted = [](const auto& counts, std::size_t key) {
    const auto found = counts.find(key);
    return found == counts.end() ? std::uint64_t{0} : found->second;
  };
  for (std::size_t i = 0; i < plan.outcomes.size(); ++i) {
    report.by_determination.push_back({plan.outcomes[i].label, counted(tally.by_outcome, i)});
  }
  for (std::size_t i = 0; i < plan.steps.size(); ++i) {
    report.by_step.push_back(
        {explain::step_name(plan, i) + ": " + explain::general_step_reason(plan, i), counted(tally.by_step, i)});
  }
  for (const auto& [key, count] : tally::most_settling_first(tally)) {
    if (count.settles_alone == 0) continue;
    report.reviews_by_fact.push_back({explain::fact_kind_words(key.kind, key.doubt, key.needed), count.settles_alone});
  }
  return report;
}

// Everything after the policy, the folder and the files are known to be sound.
Result<EvaluateReport> evaluate_into(write::ResultsFolder& folder, const EvaluateRequest& request,
                                     const run::RunParts& parts, unsigned threads, RunObserver* observer) {
  ResultFiles files(folder);
  Result<RowSinks> sinks = open_row_sinks(files, parts.formats, request.all_rows);
  if (!sinks) return sinks.error();
  run::DecisionPass pass(parts, threads);
  Result<std::uint64_t> rows_out = decide_and_write(parts, pass, *sinks, threads, observer);
  if (!rows_out) return rows_out.error();
  const tally::Tally tally = pass.merged_tally();
  if (Status present = run::check_county(parts.facts.county, tally, parts.records); !present) return present.error();

  const run::Rejects rejects(parts.records, pass.unusable_rows());
  const std::uint64_t rejected = rejects.list().size();
  if (Status few = run::check_reject_limit(parts.records, parts.formats.input, request.max_rejects, rejected); !few) {
    return few.error();
  }
  Result<write::FileSink*> rejects_file = files.open("rejects.csv", "");
  if (!rejects_file) return rejects_file.error();
  if (Status written = rejects.write_to(**rejects_file); !written) return written.error();

  run::RunPapers papers = run::run_papers(parts, tally, rejects, *rows_out);
  if (Status tie = run::check_sums(papers, tally); !tie) return tie.error();
  const std::string summary = write::summary_json(papers.summary, parts.plan, tally);
  if (auto file = files.open("summary.json", summary); !file) return file.error();
  Result<std::vector<write::WrittenFile>> outputs = files.finish();
  if (!outputs) return outputs.error();
  papers.manifest.outputs = *std::move(outputs);
  if (auto file = files.open("manifest.json", write::manifest_json(papers.manifest)); !file) return file.error();
  if (Status same = run::check_unchanged(parts.records); !same) return same.error();
  if (Status finished = folder.finish(); !finished) return finished.error();
  EvaluateReport report = report_of(request, papers, parts, tally);
  report.summary_json = summary;
  return report;
}

}  // namespace

Result<EvaluateReport> evaluate_files(const EvaluateRequest& request, RunObserver* observer) {
  Result<run::PolicyLibrary> library = run::PolicyLibrary::load(request.policy.policies_dir);
  if (!library) return library.error();
  Result<policy::Plan> plan = run::chosen_plan(*library, request.policy);
  if (!plan) return plan.error();
  Result<std::string> county = run::chosen_county(*plan, request.policy);
  if (!county) return county.error();
  Result<run::Formats> formats = run::load_formats();
  if (!formats) return formats.error();
  Result<run::RequiredSets> sets = run::required_sets(*library, formats->results);
  if (!sets) return sets.error();
  Result<std::unique_ptr<write::ResultsFolder>> folder = write::ResultsFolder::begin(request.out);
  if (!folder) return folder.error();

  const unsigned threads = run::thread_count(request.threads);
  Result<run::RecordFiles> records = run::open_records(request.inputs, formats->input, threads, observer);
  if (!records) return records.error();
  if (Status few =
          run::check_reject_limit(*records, formats->input, request.max_rejects, records->index.rejects.size());
      !few) {
    return few.error();
  }
  const evaluate::RunFacts facts{request.as_of, *county};
  return evaluate_into(**folder, request, {*plan, facts, *formats, *library, *sets, *records, request.all_rows},
                       threads, observer);
}

}  // namespace redress
