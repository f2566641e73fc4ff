// A look at files before any decision: what they hold and what is wrong with them. Nothing is written.
#include <algorithm>
#include <memory>
#include <utility>

#include "explain/words.h"
#include "intake/gather.h"
#include "redress/check.h"
#include "run/batches.h"
#include "run/county_names.h"
#include "run/policy_library.h"
#include "run/progress.h"
#include "run/record_files.h"
#include "run/rejects.h"
#include "run/required_sets.h"
#include "tally/tally.h"
#include "write/json/check_json.h"

namespace redress {
namespace {

constexpr std::size_t kPeopleInBatch = 1024;

// What one thread sees.
struct Looker {
  Looker(const run::RecordFiles& records, const run::Formats& formats, const run::RequiredSets& sets, Date as_of)
      : gatherer(records.index, formats.input, records.bytes, sets.registration->on(as_of), as_of, nullptr,
                 intake::GatherFor::kDeciding) {}

  void look_at(std::size_t number) {
    const model::Person& person = gatherer.gather(number);
    tally.add_record(person);
    const auto rows = gatherer.unusable_rows();
    unusable.insert(unusable.end(), rows.begin(), rows.end());
  }

  intake::Gatherer gatherer;
  tally::Tally tally;
  std::vector<intake::UnusableRow> unusable;
};

std::vector<Count> counties_of(const tally::Tally& tally) {
  constexpr const char* kOther = "(no county's name)";
  std::vector<Count> counties;
  for (const run::NamedCounty& county : run::named_counties(tally.rows_by_county)) {
    switch (county.kind) {
      case run::NamedCounty::Kind::kCounty: counties.push_back({county.name, county.rows, county.name}); break;
      case run::NamedCounty::Kind::kNone: counties.push_back({"(none given)", county.rows, ""}); break;
      case run::NamedCounty::Kind::kOther: counties.push_back({kOther, county.rows, kOther}); break;
    }
  }
  return counties;
}

std::vector<Count> quality_of(const tally::Tally& tally) {
  std::vector<Count> quality;
  for (std::size_t i = 0; i < model::kNoteCount; ++i) {
    const std::uint64_t times = tally.notes[i].rows + tally.notes[i].people;
    const auto note = static_cast<model::Note>(i);
    if (times > 0) quality.push_back({std::string(explain::note_words(note)), times, std::string(tally::id_of(note))});
  }
  return quality;
}

std::vector<Count> causes_of(const run::Rejects& rejects) {
  std::vector<Count> causes;
  for (const write::CauseCount& cause : rejects.by_cause()) causes.push_back({cause.words, cause.rows, cause.id});
  return causes;
}

CheckReport report_on(const run::RecordFiles& records, const run::Formats& formats, const Looker& seen) {
  CheckReport report;
  report.columns = static_cast<std::uint32_t>(formats.input.columns.size());
  for (std::size_t i = 0; i < records.files.size(); ++i) {
    const intake::FileTotals& totals = records.index.files[i];
    report.files.push_back({records.files[i]->path(), records.bytes[i].size(), totals.rows, totals.rejects,
                            totals.empty_lines, totals.has_header,
                            std::string(scan::encoding_name(records.encodings[i])), run::ends_inside_row(records, i)});
  }
  const run::Rejects rejects(records, seen.unusable);
  report.rows = records.index.rows;
  report.rejects = records.index.rejects.size();
  report.unusable = rejects.unusable_count();
  report.people = seen.tally.people;
  report.cycles = seen.tally.cycles;
  report.convictions = seen.tally.convictions;
  report.first_event = seen.tally.events.first;
  report.last_event = seen.tally.events.last;
  report.rejects_by_cause = causes_of(rejects);
  report.counties = counties_of(seen.tally);
  report.quality = quality_of(seen.tally);
  report.json = write::check_json(report);
  return report;
}

}  // namespace

Result<CheckReport> check_files(const CheckRequest& request, RunObserver* observer) {
  Result<run::PolicyLibrary> library = run::PolicyLibrary::load("");
  if (!library) return library.error();
  Result<run::Formats> formats = run::load_formats();
  if (!formats) return formats.error();
  Result<run::RequiredSets> sets = run::required_sets(*library, formats->results);
  if (!sets) return sets.error();
  const unsigned threads = run::thread_count(request.threads);
  Result<run::RecordFiles> records = run::open_records(
      request.inputs, formats->input, {threads, run::Checksums::kToTellApart, request.memory}, observer);
  if (!records) return records.error();

  // Bad rows are what a look is for; a file without any good one is not this format at all.
  const std::uint64_t rejected = records->index.rejects.size();
  if (Status format = run::check_reject_limit(*records, formats->input, run::kAnyButAll, rejected); !format) {
    return format.error();
  }

  std::vector<std::unique_ptr<Looker>> lookers;
  for (unsigned i = 0; i < threads; ++i) {
    lookers.push_back(std::make_unique<Looker>(*records, *formats, *sets, request.as_of));
  }
  const std::size_t people = records->index.persons.size();
  const std::size_t batches = (people + kPeopleInBatch - 1) / kPeopleInBatch;
  run::ProgressCount progress(observer, Progress::Stage::kGathering, records->total_bytes());
  const run::BatchWork work{[&](std::size_t batch, unsigned worker) -> Status {
                              const std::size_t end = std::min(people, (batch + 1) * kPeopleInBatch);
                              for (std::size_t i = batch * kPeopleInBatch; i < end; ++i) lookers[worker]->look_at(i);
                              return progress.add(records->total_bytes() / batches);
                            },
                            {},
                            {}};
  if (Status done = run::run_batches(batches, threads, work); !done) return done.error();
  if (Status told = progress.finish(); !told) return told.error();
  Looker& all = *lookers.front();
  for (std::size_t i = 1; i < lookers.size(); ++i) {
    all.tally.merge(lookers[i]->tally);
    all.unusable.insert(all.unusable.end(), lookers[i]->unusable.begin(), lookers[i]->unusable.end());
  }
  std::sort(all.unusable.begin(), all.unusable.end(), [](const auto& a, const auto& b) { return a.row < b.row; });
  if (Status same = run::check_unchanged(*records); !same) return same.error();
  return report_on(*records, *formats, all);
}

}  // namespace redress
