// A results folder proved: its manifest read, what it names found, the run done again into a comparison.
#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "redress/verify.h"
#include "redress/version.h"
#include "run/batches.h"
#include "run/evaluation.h"
#include "run/kept_review.h"
#include "run/opened_run.h"
#include "run/recorded_run.h"
#include "run/review_check.h"
#include "run/standing_results.h"
#include "write/checksum.h"
#include "write/comparing_folder.h"
#include "write/json/manifest_reader.h"
#include "write/json/summary_reader.h"
#include "write/json/verify_json.h"
#include "write/results_folder.h"
#include "write/standing_file.h"
#include "write/xlsx/workbook_file.h"

namespace redress {
namespace {

Error folder_missing(const std::string& folder) {
  Error error;
  error.kind = ErrorKind::kInput;
  error.code = "verify.no_folder";
  error.place.file = folder;
  error.cause = "this is not a folder";
  error.next_step = "Give --data the folder that holds the files that the run read.";
  return error;
}

VerifyFinding finding_about(std::string id, std::string file, std::string words) {
  VerifyFinding finding;
  finding.id = std::move(id);
  finding.place.file = std::move(file);
  finding.words = std::move(words);
  return finding;
}

// "0644", as chmod takes it.
std::string mode_text(unsigned mode) {
  std::string digits(4, '0');
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, mode /= 8)
    *digit = static_cast<char>('0' + mode % 8);
  return digits;
}

class Verification {
 public:
  Verification(const VerifyRequest& request, RunObserver* observer) : request_(request), observer_(observer) {
    if (data_folders_.empty()) data_folders_.emplace_back(".");
  }

  Result<VerifyReport> verify() {
    const std::string shown = request_.results + "/" + write::kManifestName;
    const Result<std::string> text =
        write::standing_text(request_.results, write::kManifestName, write::kMostManifestBytes);
    if (!text) return text.error();
    Result<write::RunManifest> manifest = write::read_manifest(*text, shown);
    if (!manifest) return manifest.error();
    manifest_ = *std::move(manifest);
    for (const std::string& folder : data_folders_) {
      std::error_code error;
      if (!std::filesystem::is_directory(folder, error)) return folder_missing(folder);
    }
    fill_head();
    check_folder();
    check_modes();
    check_program();
    check_review();
    if (Status done = find_and_recompute(); !done) return done.error();
    report_.agrees = report_.is_recomputed && report_.findings.empty();
    report_.json = write::verify_json(report_);
    return std::move(report_);
  }

 private:
  void add(std::string id, std::string file, std::string words) {
    report_.findings.push_back(finding_about(std::move(id), std::move(file), std::move(words)));
  }

  void fill_head() {
    report_.policy_id = manifest_.policies.front().file.id;
    report_.county = manifest_.county;
    report_.program_version = manifest_.version;
    report_.as_of = manifest_.as_of;
    report_.inputs = manifest_.inputs.size();
  }

  // The folder against its own manifest: what is missing, what was changed, what is too much.
  void check_folder() {
    const auto is_listed = [&](const std::string& name) {
      return name == write::kManifestName ||
             std::any_of(manifest_.outputs.begin(), manifest_.outputs.end(),
                         [&](const write::WrittenFile& file) { return file.name == name; });
    };
    for (const write::WrittenFile& recorded : manifest_.outputs) {
      const Result<write::WrittenFile> standing = write::standing_file(request_.results, recorded.name);
      if (!standing && standing.error().code == "results.file_missing") {
        add("file_missing", recorded.name, "the manifest lists this file, and it is missing");
      } else if (!standing) {
        add("file_changed", recorded.name, standing.error().cause);
      } else if (standing->bytes != recorded.bytes || standing->sha256 != recorded.sha256) {
        add("file_changed", recorded.name, changed_words(recorded.name));
      }
    }
    const Result<std::vector<std::string>> names = write::standing_names(request_.results);
    if (!names) add("folder_unlisted", request_.results, names.error().cause + "; what is too much in it is not seen");
    for (const std::string& name : names ? *names : std::vector<std::string>()) {
      if (is_listed(name) || is_of_review(name)) continue;
      add("file_extra", name, "the manifest does not list this file: the run did not write it");
    }
  }

  // What people add to a results folder.
  static bool is_of_review(std::string_view name) { return name == run::kReviewName || name == run::kReviewCountsName; }

  static std::string changed_words(std::string_view name) {
    std::string words = "the file is not as the manifest records it: it was changed after the run";
    if (name == write::kWorkbookName) words += "; 'redress review' reads what people entered in it";
    return words;
  }

  // Criminal records are for their owner alone. Of a folder that is given by a link, the folder counts.
  void check_modes() {
    check_mode(request_.results + "/.", request_.results, write::kResultsFolderMode);
    check_mode(request_.results + "/" + write::kManifestName, write::kManifestName, write::kResultFileMode);
    for (const write::WrittenFile& recorded : manifest_.outputs)
      check_mode(request_.results + "/" + recorded.name, recorded.name, write::kResultFileMode);
  }

  void check_mode(const std::string& path, const std::string& shown, unsigned wanted) {
    const std::optional<unsigned> mode = write::standing_mode(path);
    if (!mode || *mode == wanted) return;
    constexpr unsigned kOthers = 077;
    const bool is_open = (*mode & kOthers) != 0;
    add("mode_changed", shown,
        std::string(is_open ? "others than its owner may read or change it: " : "") + "its permissions are " +
            mode_text(*mode) + ", and a run leaves " + mode_text(wanted));
  }

  void check_program() {
    if (manifest_.version != version()) {
      add("version", "",
          "the results were made by version " + manifest_.version + " of the program, and this is version " +
              std::string(version()) + ", which may be the cause of what differs");
    }
    const Result<run::Formats> formats = run::load_formats();
    if (!formats) return;
    for (const write::GoverningFile& recorded : manifest_.formats) {
      const bool is_same = std::any_of(formats->sources.begin(), formats->sources.end(), [&](const auto& source) {
        return source.name.ends_with("/" + recorded.name) && write::sha256_hex(source.text) == recorded.sha256;
      });
      if (!is_same) {
        add("format_changed", recorded.name, "this program has another table of columns of that name, or none");
      }
    }
  }

  // What people entered is in no manifest; but it must be about this run, and counted rightly. Of a folder whose
  // decisions were changed, nobody can say.
  void check_review() {
    const Result<run::Formats> formats = run::load_formats();
    const Result<run::StandingResults> results = run::standing_results(request_.results, "");
    if (!formats || !results) return;
    const Result<std::string> text = run::standing_summary(request_.results, results->manifest);
    if (!text) return;
    const Result<nlohmann::ordered_json> summary = write::read_summary(*text, run::kSummaryName);
    const Result<model::HandEntries> entries = run::kept_entries(request_.results, formats->workbook);
    if (!entries) return add("review_changed", run::kReviewName, entries.error().cause);
    if (!summary) return;
    const run::WorkbookSource source{*text, results->convictions->bytes(), *formats, &*entries,
                                     request_.memory.temporary_folder};
    const Status fits = run::check_kept_review(request_.results, source, *summary);
    if (!fits) add("review_changed", std::filesystem::path(fits.error().place.file).filename(), fits.error().cause);
  }

  Status find_and_recompute() {
    Result<run::PolicyLibrary> library = run::PolicyLibrary::load(request_.policies_dir);
    if (!library) return library.error();
    Result<run::RecordedRun> recorded =
        run::find_recorded_run(manifest_, {data_folders_, request_.policies_dir, *library});
    if (!recorded) return recorded.error();
    for (VerifyFinding& finding : recorded->findings) report_.findings.push_back(std::move(finding));
    if (!recorded->is_whole) return Done{};
    EvaluateRequest request = std::move(recorded->request);
    request.memory = request_.memory;
    request.out = request_.results;
    Status done = recompute(request);
    if (done || done.error().kind == ErrorKind::kCancelled || done.error().kind == ErrorKind::kInternal) return done;
    add("not_recomputed", done.error().place.file, "the run cannot be done again: " + done.error().cause);
    return Done{};
  }

  Status recompute(const EvaluateRequest& request) {
    const unsigned threads = run::thread_count(request_.threads);
    Result<run::OpenedPolicies> policies = run::open_policies(request.policy, request.further, request.as_of);
    if (!policies) return policies.error();
    Result<run::OpenedRun> opened = run::open_run(
        *std::move(policies),
        {request.inputs, request.facts, request.max_rejects, run::checksums_of(request, threads), request.memory},
        threads, observer_);
    if (!opened) return opened.error();
    write::ComparingFolder comparing(request_.results, run::kConvictionsName, request_.memory.temporary_folder);
    const Result<EvaluateReport> done = run::evaluate_into(comparing, *opened, request, threads, observer_);
    if (!done) return done.error();
    report_.is_recomputed = true;
    for (const write::FileComparison& comparison : comparing.comparisons()) take(comparison);
    return Done{};
  }

  void take(const write::FileComparison& comparison) {
    ++report_.files;
    report_.bytes += comparison.bytes;
    if (comparison.standing == write::FileComparison::Standing::kMissing) {
      const bool is_known = std::any_of(manifest_.outputs.begin(), manifest_.outputs.end(),
                                        [&](const write::WrittenFile& file) { return file.name == comparison.name; });
      if (!is_known) add("file_missing", comparison.name, "the run writes this file, and it is missing");
    }
    if (!comparison.first) return;
    place_difference(finding_of(comparison.name), *comparison.first);
  }

  // The finding that a changed file has already, or a new one for a file that only the run done again shows.
  VerifyFinding& finding_of(const std::string& file) {
    for (VerifyFinding& finding : report_.findings) {
      if (finding.id == "file_changed" && finding.place.file == file) return finding;
    }
    add("file_differs", file,
        file == write::kManifestName
            ? "the run done again gives another manifest"
            : "the file stands as the manifest records it, but the run done again gives another");
    return report_.findings.back();
  }

  static void place_difference(VerifyFinding& finding, const write::DifferencePlace& first) {
    (first.is_table ? finding.place.row_1based : finding.place.line_1based) = first.row_1based;
    finding.place.byte_0based = first.byte_0based;
    finding.column = first.column;
  }

  const VerifyRequest& request_;
  RunObserver* observer_;
  std::vector<std::string> data_folders_ = request_.data_folders;
  write::RunManifest manifest_;
  VerifyReport report_;
};

}  // namespace

Result<VerifyReport> verify_results(const VerifyRequest& request, RunObserver* observer) {
  return Verification(request, observer).verify();
}

}  // namespace redress
