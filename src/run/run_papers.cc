#include "run/run_papers.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "base/text.h"
#include "policy/policy.h"
#include "redress/near_match.h"
#include "redress/version.h"
#include "write/checksum.h"

namespace redress::run {
namespace {

constexpr std::size_t kMostCountiesNamed = 8;

write::RunSummary summary_of(const RunParts& parts, const Rejects& rejects, std::uint64_t rows_out) {
  const RecordFiles& records = parts.records;
  write::RunSummary summary;
  summary.version = std::string(version());
  summary.as_of = parts.facts.as_of;
  summary.county = parts.facts.county;
  for (std::size_t i = 0; i < records.files.size(); ++i) {
    const intake::FileTotals& totals = records.index.files[i];
    summary.inputs.push_back({records.files[i]->path(), records.bytes[i].size(), records.sha256[i], totals.rows,
                              totals.rejects, totals.empty_lines, totals.has_header,
                              std::string(scan::encoding_name(records.encodings[i]))});
    summary.rows_in += totals.records;
    summary.empty_lines += totals.empty_lines;
  }
  summary.rows_out = rows_out;
  summary.rows_rejected = records.index.rejects.size();
  summary.rows_unusable = rejects.unusable_count();
  summary.rejects_by_cause = rejects.by_cause();
  return summary;
}

write::GoverningFile governing(std::string id, const policy::SourceText& source) {
  return {std::move(id), source.name, write::sha256_hex(source.text)};
}

// The sets that the policy, the result columns or the reader used, in order of id.
std::vector<write::GoverningFile> used_sets(const RunParts& parts) {
  std::set<std::string> ids = {parts.sets.registration->id(), parts.sets.prop64->id(), parts.sets.related->id()};
  for (const policy::PlanSet& set : parts.plan.sets) ids.insert(set.set->id());
  for (const model::ResultColumn& column : parts.formats.results.columns) {
    if (!column.set.empty()) ids.insert(column.set);
  }
  std::vector<write::GoverningFile> files;
  files.reserve(ids.size());
  for (const std::string& id : ids) files.push_back(governing(id, parts.library.find_set(id)->source));
  return files;
}

write::RunManifest manifest_of(const RunParts& parts, const write::RunSummary& summary, const tally::Tally& tally) {
  write::RunManifest manifest;
  manifest.version = summary.version;
  manifest.as_of = summary.as_of;
  manifest.county = summary.county;
  manifest.policies.push_back(governing(parts.plan.id, parts.plan.source));
  if (parts.plan.criteria) manifest.policies.push_back(governing(parts.plan.same_as, *parts.plan.criteria));
  manifest.section_sets = used_sets(parts);
  for (const policy::SourceText& format : parts.formats.sources) manifest.formats.push_back(governing("", format));
  for (const policy::Parameter& parameter : parts.plan.parameters) {
    manifest.parameters.push_back({parameter.name, policy::value_text(parameter)});
  }
  for (const write::SummaryInput& input : summary.inputs)
    manifest.inputs.push_back({input.name, input.bytes, input.sha256});
  manifest.counts = {summary.rows_in,     summary.rows_out, summary.rows_rejected, summary.rows_unusable,
                     summary.empty_lines, tally.people,     tally.convictions,     tally.in_scope};
  return manifest;
}

// "LOS ANGELES (35 rows), KERN (2 rows)".
std::string counties_found(const tally::Tally& tally) {
  std::vector<std::pair<std::string, std::uint64_t>> counties(tally.rows_by_county.begin(), tally.rows_by_county.end());
  std::stable_sort(counties.begin(), counties.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string words;
  for (std::size_t i = 0; i < std::min(counties.size(), kMostCountiesNamed); ++i) {
    const auto& [county, rows] = counties[i];
    words += (words.empty() ? "" : ", ") + (county.empty() ? "no county" : county) + " (" + std::to_string(rows) +
             (rows == 1 ? " row)" : " rows)");
  }
  if (counties.size() > kMostCountiesNamed) {
    words += " and " + std::to_string(counties.size() - kMostCountiesNamed) + " more";
  }
  return words;
}

}  // namespace

RunPapers run_papers(const RunParts& parts, const tally::Tally& tally, const Rejects& rejects, std::uint64_t rows_out) {
  RunPapers papers;
  papers.summary = summary_of(parts, rejects, rows_out);
  papers.manifest = manifest_of(parts, papers.summary, tally);
  return papers;
}

Status check_sums(const RunPapers& papers, const tally::Tally& tally) {
  const write::RunSummary& summary = papers.summary;
  if (summary.rows_in != summary.rows_out + summary.rows_rejected || summary.rows_out != tally.rows) {
    Error error;
    error.code = "run.rows_lost";
    error.cause = "rows were lost: " + std::to_string(summary.rows_in) + " in, " + std::to_string(summary.rows_out) +
                  " out, " + std::to_string(summary.rows_rejected) + " rejected, " + std::to_string(tally.rows) +
                  " decided on";
    error.next_step = "This is a fault of the program; nothing was written. Please report it.";
    return error;
  }
  return tally::check_identities(tally);
}

Status check_county(const std::string& county, const tally::Tally& tally, const RecordFiles& records) {
  if (tally.rows_by_county.contains(county)) return Done{};
  std::vector<std::string> names;
  for (const auto& [name, rows] : tally.rows_by_county) names.push_back(name);
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

}  // namespace redress::run
