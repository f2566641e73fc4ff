#include "run/run_papers.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "base/text.h"
#include "policy/policy.h"
#include "redress/near_match.h"
#include "redress/version.h"
#include "run/county_names.h"
#include "run/reject_limit.h"
#include "run/worth_checking.h"
#include "write/checksum.h"
#include "write/file_name.h"

namespace redress::run {
namespace {

constexpr std::size_t kMostCountiesNamed = 8;

std::vector<std::string> cut_off_files(const RecordFiles& records) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < records.files.size(); ++i) {
    if (ends_inside_row(records, i)) names.emplace_back(write::file_name_of(records.files[i]->path()));
  }
  return names;
}

// A policy given as a file may be a copy that was changed and kept the id: nobody is to take one for the other.
std::vector<std::string> doubled_ids(const OpenedPolicies& policies) {
  std::vector<std::string> sentences;
  for (const policy::Plan* plan : policies.plans()) {
    for (const PolicyFile& other : policies.library.policies()) {
      if (other.source.text == plan->source.text || other.source.text.find(plan->id) == std::string::npos) continue;
      const Result<policy::Plan> compiled = policies.library.compile(other.source);
      if (!compiled || compiled->id != plan->id) continue;
      sentences.push_back("The policy file " + std::string(write::file_name_of(plan->source.name)) + " has the id " +
                          plan->id + " of another policy at hand. Give it an id of its own.");
    }
  }
  return sentences;
}

write::RunSummary summary_of(const OpenedRun& run, const tally::Tally& tally, const Rejects& rejects,
                             std::uint64_t rows_out) {
  const RecordFiles& records = run.records;
  write::RunSummary summary;
  summary.version = std::string(version());
  summary.as_of = run.policies.facts.as_of;
  summary.county = run.policies.facts.county;
  for (std::size_t i = 0; i < records.files.size(); ++i) {
    const intake::FileTotals& totals = records.index.files[i];
    summary.inputs.push_back({records.files[i]->path(), records.bytes[i].size(), records.sums->of(i), totals.rows,
                              totals.rejects, totals.empty_lines, totals.has_header,
                              std::string(scan::encoding_name(records.encodings[i]))});
    summary.rows_in += totals.records;
    summary.empty_lines += totals.empty_lines;
  }
  summary.worth_checking = worth_checking(tally, summary.county, summary.as_of, cut_off_files(records));
  for (std::string& sentence : doubled_ids(run.policies)) summary.worth_checking.push_back(std::move(sentence));
  summary.rows_out = rows_out;
  summary.rows_rejected = records.index.rejects.size();
  summary.rows_unusable = rejects.unusable_count();
  summary.rejects_by_cause = rejects.by_cause();
  summary.facts_files = run.facts_files;
  summary.supplied_facts = run.supplied.used;
  summary.fact_questions = run.policies.formats.fact_questions;
  return summary;
}

write::GoverningFile governing(std::string id, const policy::SourceText& source) {
  return {std::move(id), source.name, write::sha256_hex(source.text)};
}

std::vector<write::ParameterText> parameters_of(const policy::Plan& plan) {
  std::vector<write::ParameterText> parameters;
  for (const policy::Parameter& parameter : plan.parameters)
    parameters.push_back({parameter.name, policy::value_text(parameter), parameter.is_chosen});
  return parameters;
}

// Office, statute, further ones; then the criteria that they took over from others, each once.
std::vector<write::GoverningPolicy> governing_policies(const OpenedPolicies& policies) {
  const policy::Plan& office = policies.office;
  std::vector<write::GoverningPolicy> governed = {
      {"office", {}, governing(office.id, office.source), parameters_of(office)}};
  for (const AskedBeside& asked : policies.beside()) {
    const policy::Plan& plan = *asked.plan;
    governed.push_back({asked.is_statute ? "statute" : "further", asked.is_statute ? std::string() : asked.choice,
                        governing(plan.id, plan.source), parameters_of(plan)});
  }
  std::set<std::string> seen;
  for (const policy::Plan* plan : policies.plans()) {
    if (!plan->criteria || !seen.insert(plan->same_as).second) continue;
    governed.push_back({"criteria", {}, governing(plan->same_as, *plan->criteria), {}});
  }
  return governed;
}

// The sets that the policies, the result columns or the reader used, in order of id.
std::vector<write::GoverningFile> used_sets(const OpenedPolicies& policies) {
  const RequiredSets& required = policies.sets;
  std::set<std::string> ids = {required.registration->id(), required.prop64->id(), required.related->id()};
  for (const policy::Plan* plan : policies.plans()) {
    for (const policy::PlanSet& set : plan->sets) ids.insert(set.set->id());
  }
  for (const model::ResultColumn& column : policies.formats.results.columns) {
    if (!column.set.empty()) ids.insert(column.set);
  }
  std::vector<write::GoverningFile> files;
  files.reserve(ids.size());
  for (const std::string& id : ids) files.push_back(governing(id, policies.library.find_set(id)->source));
  return files;
}

write::RunManifest manifest_of(const OpenedRun& run, const EvaluateRequest& request, const write::RunSummary& summary,
                               const tally::Tally& tally) {
  const OpenedPolicies& policies = run.policies;
  write::RunManifest manifest;
  manifest.version = summary.version;
  manifest.as_of = summary.as_of;
  manifest.county = summary.county;
  manifest.policies = governing_policies(policies);
  manifest.section_sets = used_sets(policies);
  for (const policy::SourceText& format : policies.formats.sources) manifest.formats.push_back(governing("", format));
  manifest.parameters = parameters_of(policies.office);
  for (const write::SummaryInput& input : summary.inputs)
    manifest.inputs.push_back({input.name, input.bytes, input.sha256});
  manifest.facts = run.facts_files;
  manifest.all_rows = request.all_rows == AllRows::kWrite;
  manifest.max_rejects = reject_limit_text(request.max_rejects);
  manifest.counts = {summary.rows_in,     summary.rows_out, summary.rows_rejected, summary.rows_unusable,
                     summary.empty_lines, tally.people,     tally.convictions,     tally.in_scope};
  return manifest;
}

// "LOS ANGELES (35 rows), KERN (2 rows)".
std::string counties_found(const tally::Tally& tally) {
  const std::vector<NamedCounty> counties = named_counties(tally.rows_by_county);
  const auto name_of = [](const NamedCounty& county) -> std::string {
    switch (county.kind) {
      case NamedCounty::Kind::kCounty: return county.name;
      case NamedCounty::Kind::kNone: return "no county";
      case NamedCounty::Kind::kOther: break;
    }
    return "what is no county's name";
  };
  std::string words;
  for (std::size_t i = 0; i < std::min(counties.size(), kMostCountiesNamed); ++i) {
    words += (words.empty() ? "" : ", ") + name_of(counties[i]) + " (" + std::to_string(counties[i].rows) +
             (counties[i].rows == 1 ? " row)" : " rows)");
  }
  if (counties.size() > kMostCountiesNamed) {
    words += " and " + std::to_string(counties.size() - kMostCountiesNamed) + " more";
  }
  return words;
}

}  // namespace

RunPapers run_papers(const OpenedRun& run, const EvaluateRequest& request, const RunTally& tally,
                     const Rejects& rejects, std::uint64_t rows_out) {
  RunPapers papers;
  papers.summary = summary_of(run, tally.office, rejects, rows_out);
  papers.manifest = manifest_of(run, request, papers.summary, tally.office);
  return papers;
}

Status check_sums(const RunPapers& papers, const RunTally& tally) {
  const write::RunSummary& summary = papers.summary;
  if (summary.rows_in != summary.rows_out + summary.rows_rejected || summary.rows_out != tally.office.rows) {
    Error error;
    error.code = "run.rows_lost";
    error.cause = "rows were lost: " + std::to_string(summary.rows_in) + " in, " + std::to_string(summary.rows_out) +
                  " out, " + std::to_string(summary.rows_rejected) + " rejected, " + std::to_string(tally.office.rows) +
                  " decided on";
    error.next_step = "This is a fault of the program; nothing was written. Please report it.";
    return error;
  }
  if (Status tie = tally::check_identities(tally.office); !tie) return tie;
  for (const tally::BesideTally& beside : tally.beside) {
    if (Status tie = tally::check_identities(beside.answers); !tie) return tie;
    if (Status tie = tally::check_identities(beside.against_office, tally.office, beside.answers); !tie) return tie;
  }
  return Done{};
}

Status check_county(const std::string& county, const tally::Tally& tally, const RecordFiles& records) {
  if (tally.rows_by_county.contains(county)) return Done{};
  std::vector<std::string> names;
  for (const auto& [name, rows] : tally.rows_by_county) {
    if (reads_as_county(name)) names.push_back(name);
  }
  Error error;
  error.kind = ErrorKind::kInput;
  error.code = "input.county_absent";
  if (records.files.size() == 1) error.place.file = records.files.front()->path();
  const bool none_named = tally.rows_by_county.size() == 1 && tally.rows_by_county.begin()->first.empty();
  error.cause = "no row is of the county " + county +
                (none_named ? "; no row names a county" : "; the counties found are " + counties_found(tally));
  const auto near = near_match(county, names);
  error.next_step = near && !near->empty() ? "Did you mean --county \"" + *near + "\"?"
                                           : "Give that county's file, or another --county or policy.";
  return error;
}

Status check_as_of(Date as_of, const tally::Tally& tally) {
  if (!tally.events.first || as_of >= *tally.events.first) return Done{};
  Error error;
  error.kind = ErrorKind::kInput;
  error.code = "input.as_of_before_events";
  error.cause = "the as-of date " + to_iso(as_of) + " is before every event in the files; the first is of " +
                to_iso(*tally.events.first);
  error.next_step = "Give as --as-of the day on which ages and years are to be measured.";
  return error;
}

}  // namespace redress::run
