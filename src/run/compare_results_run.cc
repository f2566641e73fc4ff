// Two results folders held against each other: their manifests, and their decided convictions by person and count.
#include <cassert>
#include <memory>
#include <utility>

#include "intake/decided_rows.h"
#include "redress/compare.h"
#include "run/comparison_files.h"
#include "run/policy_library.h"
#include "run/standing_results.h"
#include "scan/input_file.h"
#include "tally/decided_match.h"
#include "write/csv/comparison_rows.h"
#include "write/json/manifest_difference.h"

namespace redress {
namespace {

constexpr std::string_view kNotInResults = "Not in the results";

// A results folder, read. Views in the rows refer to the file.
struct ReadResults {
  write::RunManifest manifest;
  std::unique_ptr<scan::InputFile> file;
  intake::DecidedRows decided;
};

constexpr const char* kIfNoFolder =
    "Give two folders that 'redress evaluate' wrote, or policies to compare with --policy.";

Result<ReadResults> read_results(const std::string& folder, const run::Formats& formats) {
  Result<run::StandingResults> standing = run::standing_results(folder, kIfNoFolder);
  if (!standing) return standing.error();
  ReadResults read{std::move(standing->manifest), std::move(standing->convictions), {}};
  Result<intake::DecidedRows> rows = intake::read_decided_rows(
      read.file->bytes(), folder + "/" + run::kConvictionsName, formats.input, formats.results);
  if (!rows) return rows.error();
  read.decided = *std::move(rows);
  return read;
}

Affected counted_as(const tally::DecidedMatch& match, tally::Fate fate) {
  const auto found = match.by_fate.find(fate);
  return found == match.by_fate.end() ? Affected{} : Affected{found->second.convictions, found->second.people};
}

std::string office_policy(const write::RunManifest& manifest) {
  return manifest.policies.empty() ? std::string() : manifest.policies.front().file.id;
}

CompareResultsReport report_on(const ReadResults& first, const ReadResults& second, const tally::DecidedMatch& match) {
  using tally::Fate;
  CompareResultsReport report;
  report.first_policy = office_policy(first.manifest);
  report.second_policy = office_policy(second.manifest);
  report.differences = write::manifest_difference(first.manifest, second.manifest);
  report.in_first = {match.in_first.convictions, match.in_first.people};
  report.in_second = {match.in_second.convictions, match.in_second.people};
  report.same = {match.same.convictions, match.same.people};
  report.same_by_other_step = counted_as(match, Fate::kSameByOtherStep);
  report.other_determination = counted_as(match, Fate::kOtherDetermination);
  report.only_first = counted_as(match, Fate::kOnlyFirst);
  report.only_second = counted_as(match, Fate::kOnlySecond);
  const auto words = [](const tally::DecidedMatch::AnswerText& answer) {
    return PolicyAnswer{std::string(answer.first), std::string(answer.second)};
  };
  for (const auto& [answers, share] : match.other_answers) {
    report.pairs.push_back({words(answers.first), words(answers.second), true, {share.convictions, share.people}});
  }
  run::sort_pairs(report.pairs);
  return report;
}

// The lines of the convictions whose fate is not the same.
Status write_convictions(run::ComparisonTables& tables, const CompareResultsReport& report, const ReadResults& first,
                         const ReadResults& second, const tally::DecidedMatch& match) {
  const auto answer = [](const model::DecidedRow* row) -> write::ComparedAnswer {
    if (row == nullptr) return {kNotInResults, {}, {}};
    return {row->determination, row->step, row->reason};
  };
  std::string lines;
  for (const tally::MatchedRows& rows : match.not_same) {
    const model::DecidedRow* one = rows.first ? &first.decided.rows[*rows.first] : nullptr;
    const model::DecidedRow* other = rows.second ? &second.decided.rows[*rows.second] : nullptr;
    assert(one != nullptr || other != nullptr);  // MatchedRows gives at least one
    const model::DecidedRow& any = one != nullptr ? *one : *other;
    write::append_each_row(lines, report.first_policy, report.second_policy,
                           {any.person, any.count, any.case_numbers, answer(one), answer(other)});
  }
  return tables.write_each(lines);
}

}  // namespace

Result<CompareResultsReport> compare_results(const CompareResultsRequest& request) {
  Result<run::Formats> formats = run::load_formats();
  if (!formats) return formats.error();
  Result<run::ComparisonTables> tables = run::ComparisonTables::begin(request.files);
  if (!tables) return tables.error();
  const Result<ReadResults> first = read_results(request.first, *formats);
  if (!first) return first.error();
  const Result<ReadResults> second = read_results(request.second, *formats);
  if (!second) return second.error();
  const tally::DecidedMatch match = tally::match_decided(first->decided.rows, second->decided.rows);
  CompareResultsReport report = report_on(*first, *second, match);
  if (Status written = tables->write_pairs(report.first_policy, report.second_policy, report.pairs); !written)
    return written.error();
  if (tables->has_each()) {
    if (Status written = write_convictions(*tables, report, *first, *second, match); !written) return written.error();
  }
  if (Status finished = tables->finish(); !finished) return finished.error();
  return report;
}

}  // namespace redress
