// Two results folders held against each other: their manifests, and their decided convictions by person and count.
#include <algorithm>
#include <cassert>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

#include "intake/decided_rows.h"
#include "redress/compare.h"
#include "run/comparison_files.h"
#include "run/policy_library.h"
#include "scan/input_file.h"
#include "tally/decided_match.h"
#include "write/checksum.h"
#include "write/csv/comparison_rows.h"
#include "write/json/manifest_difference.h"
#include "write/json/manifest_reader.h"
#include "write/standing_file.h"

namespace redress {
namespace {

constexpr const char* kConvictionsName = "convictions.csv";
constexpr std::string_view kNotInResults = "Not in the results";

Error folder_fault(std::string code, const std::string& place, std::string cause, std::string next_step) {
  Error error;
  error.kind = ErrorKind::kInput;
  error.code = std::move(code);
  error.place.file = place;
  error.cause = std::move(cause);
  error.next_step = std::move(next_step);
  return error;
}

// A results folder, read. Views in the rows refer to the file.
struct ReadResults {
  write::RunManifest manifest;
  std::unique_ptr<scan::InputFile> file;
  intake::DecidedRows decided;
};

Result<write::RunManifest> manifest_in(const std::string& folder) {
  const Result<std::string> text = write::standing_text(folder, write::kManifestName, write::kMostManifestBytes);
  std::error_code error;
  const bool is_folder = std::filesystem::is_directory(folder, error);
  if (!text && (!is_folder || text.error().code == "results.file_missing")) {
    return folder_fault("results.no_folder", folder, "this is no results folder: there is no manifest.json in it",
                        "Give two folders that 'redress evaluate' wrote, or policies to compare with --policy.");
  }
  if (!text) return text.error();
  return write::read_manifest(*text, folder + "/" + write::kManifestName);
}

Result<ReadResults> read_results(const std::string& folder, const run::Formats& formats) {
  Result<write::RunManifest> manifest = manifest_in(folder);
  if (!manifest) return manifest.error();
  ReadResults read{*std::move(manifest), nullptr, {}};
  const std::string path = folder + "/" + kConvictionsName;
  Result<std::unique_ptr<scan::InputFile>> file = scan::open_input(path);
  if (!file) return file.error();
  read.file = *std::move(file);
  const std::string sum = write::sha256_hex(read.file->bytes());
  const auto& outputs = read.manifest.outputs;
  const bool is_as_written = std::any_of(outputs.begin(), outputs.end(), [&](const write::WrittenFile& output) {
    return output.name == kConvictionsName && output.sha256 == sum;
  });
  if (!is_as_written) {
    return folder_fault("results.changed", path, "the file is no longer as the run wrote it",
                        "Compare the folder as the run wrote it; 'redress verify' says more.");
  }
  Result<intake::DecidedRows> rows =
      intake::read_decided_rows(read.file->bytes(), path, formats.input, formats.results);
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
