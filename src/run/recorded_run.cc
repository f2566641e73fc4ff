#include "run/recorded_run.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string_view>
#include <system_error>
#include <utility>

#include "base/text.h"
#include "policy/policy.h"
#include "run/reject_limit.h"
#include "run/report_files.h"
#include "scan/input_file.h"
#include "write/checksum.h"

namespace redress::run {
namespace {

Error recorded_fault(std::string cause) {
  Error error;
  error.kind = ErrorKind::kInput;
  error.code = "manifest.key";
  error.cause = std::move(cause);
  error.next_step = "Give a results folder as a run wrote it.";
  return error;
}

class RecordedSearch {
 public:
  RecordedSearch(const write::RunManifest& manifest, const RecordedPlaces& places)
      : manifest_(manifest), places_(places) {}

  Result<RecordedRun> find() {
    EvaluateRequest& request = found_.request;
    request.as_of = manifest_.as_of;
    request.reports = has_reports() ? Reports::kWrite : Reports::kSkip;
    request.all_rows = manifest_.all_rows ? AllRows::kWrite : AllRows::kSkip;
    const Result<RejectLimit> limit = parse_reject_limit(manifest_.max_rejects);
    if (!limit || reject_limit_text(*limit) != manifest_.max_rejects)
      return recorded_fault("'max_rejects' is not what a run writes");
    request.max_rejects = *limit;
    for (const write::WrittenFile& input : manifest_.inputs) {
      if (const auto path = find_file(input, kInput)) request.inputs.push_back(*path);
    }
    for (const write::WrittenFile& facts : manifest_.facts) {
      if (const auto path = find_file(facts, kFacts)) request.facts.push_back(*path);
    }
    find_sets();
    for (const write::GoverningPolicy& policy : manifest_.policies) {
      if (Status status = find_policy(policy); !status) return status.error();
    }
    return std::move(found_);
  }

 private:
  bool has_reports() const {
    return std::any_of(manifest_.outputs.begin(), manifest_.outputs.end(),
                       [](const write::WrittenFile& file) { return file.name == kReportPdfName; });
  }

  struct FileKind {
    const char* missing_id;
    const char* changed_id;
    const char* words;
  };
  static constexpr FileKind kInput{"input_missing", "input_changed", "input"};
  static constexpr FileKind kFacts{"facts_missing", "facts_changed", "file of facts"};

  void add(std::string id, const std::string& file, std::string words) {
    VerifyFinding finding;
    finding.id = std::move(id);
    finding.place.file = file;
    finding.words = std::move(words);
    found_.findings.push_back(std::move(finding));
  }

  void add_missing(std::string id, const std::string& file, std::string words) {
    add(std::move(id), file, std::move(words));
    found_.is_whole = false;
  }

  // Every file of that plain name in the data folders, in their order.
  std::vector<std::string> paths_of(const std::string& name) const {
    std::vector<std::string> paths;
    for (const std::string& folder : places_.data_folders) {
      std::string path = folder;
      path.append("/").append(name);
      std::error_code error;
      if (std::filesystem::is_regular_file(path, error)) paths.push_back(std::move(path));
    }
    return paths;
  }

  // The file with the recorded size and checksum, or else the first of that name. Packed files are recorded unpacked.
  std::optional<std::string> find_file(const write::WrittenFile& recorded, const FileKind& kind) {
    const std::vector<std::string> paths = paths_of(recorded.name);
    if (paths.empty()) {
      const bool was_piped = recorded.name == scan::kStandardInputName;
      add_missing(kind.missing_id, recorded.name,
                  was_piped
                      ? "the run read standard input, which cannot be read again: save what it was given as a file "
                        "named \"standard input\", and give its folder with --data"
                      : "this " + std::string(kind.words) +
                            " of the run is in none of the folders looked into; give its folder with --data");
      return std::nullopt;
    }
    std::string cause;
    for (const std::string& path : paths) {
      const Result<std::unique_ptr<scan::InputFile>> file = scan::open_input(path);
      if (!file) {
        if (cause.empty()) cause = "this " + std::string(kind.words) + " cannot be read: " + file.error().cause;
        continue;
      }
      const std::string_view bytes = (*file)->bytes();
      if (bytes.size() == recorded.bytes && write::sha256_hex(bytes) == recorded.sha256) return path;
      if (cause.empty()) cause = changed_words(kind, bytes.size(), recorded.bytes);
    }
    add(kind.changed_id, recorded.name, cause);
    return paths.front();
  }

  static std::string changed_words(const FileKind& kind, std::uint64_t found, std::uint64_t recorded) {
    return "this " + std::string(kind.words) + " is not the one of the run: " +
           (found == recorded ? "it has other bytes" : "it has " + grouped(found) + " bytes, not " + grouped(recorded));
  }

  void find_sets() {
    for (const write::GoverningFile& recorded : manifest_.section_sets) {
      const policy::SectionSetFile* set = places_.library.find_set(recorded.id);
      if (set == nullptr) {
        add("set_missing", recorded.name, "there is no section set '" + recorded.id + "' among the policies at hand");
      } else if (write::sha256_hex(set->source.text) != recorded.sha256) {
        add("set_changed", recorded.name, "the section set '" + recorded.id + "' at hand has another text");
      }
    }
  }

  Status find_policy(const write::GoverningPolicy& recorded) {
    Result<std::optional<std::string>> name = policy_at_hand(recorded);
    if (!name) return name.error();
    if (!*name) return Done{};
    if (recorded.role == "office") return take_office(recorded, **name);
    if (recorded.role != "further") return Done{};  // the library gives the statute and the criteria
    Result<PolicyChoice> choice = parse_policy_choice(recorded.choice);
    if (!choice) return recorded_fault("the choice of a further policy is not what a run writes");
    choice->policy = **name;
    found_.request.further.push_back(*std::move(choice));
    return Done{};
  }

  // The id or the path by which a run finds the recorded text; nothing, and a finding, where it is nowhere.
  Result<std::optional<std::string>> policy_at_hand(const write::GoverningPolicy& recorded) {
    const write::GoverningFile& wanted = recorded.file;
    Result<std::optional<std::string>> carried = text_in_library(wanted.id);
    if (!carried) return carried.error();
    if (*carried && write::sha256_hex(**carried) == wanted.sha256) return std::optional(wanted.id);
    // A text beside the data is one that was given as a file: the statute and criteria never are.
    const bool may_be_file = recorded.role == "office" || recorded.role == "further";
    const std::vector<std::string> paths = may_be_file ? paths_of(wanted.name) : std::vector<std::string>();
    for (const std::string& path : paths) {
      const Result<policy::SourceText> text = read_text(path);
      if (text && write::sha256_hex(text->text) == wanted.sha256) return std::optional(path);
    }
    if (*carried || !paths.empty()) {
      add("policy_changed", wanted.name, "the policy '" + wanted.id + "' at hand has another text");
      return std::optional(*carried ? wanted.id : paths.front());
    }
    add_missing("policy_missing", wanted.name,
                "the policy '" + wanted.id +
                    "' is not among those at hand; give the folder of its file with --data, or the policies with "
                    "--policies");
    return std::optional<std::string>();
  }

  Result<std::optional<std::string>> text_in_library(const std::string& id) const {
    if (names_a_file(id)) return std::optional<std::string>();
    Result<PolicyFile> file = places_.library.find(id);
    if (file) return std::optional(std::move(file->source.text));
    if (file.error().code == "policy.unknown") return std::optional<std::string>();
    return file.error();
  }

  // An id of a policy is no path; a manifest that was tampered with may have one.
  static bool names_a_file(const std::string& id) {
    return id.find('/') != std::string::npos || id.ends_with(".toml");
  }

  // What was chosen is set again, be it the default, and nothing else: a default may change with the day.
  Status take_office(const write::GoverningPolicy& recorded, const std::string& name) {
    PolicyChoice& office = found_.request.policy;
    office.policy = name;
    office.policies_dir = places_.policies_dir;
    office.county = manifest_.county;
    for (const write::ParameterText& parameter : recorded.parameters) {
      if (parameter.is_chosen) office.parameters.emplace_back(parameter.name, parameter.value);
    }
    // A faulty policy at hand is an error of its own, not a run that cannot be done again.
    const Result<policy::Plan> plan = places_.library.compile(name);
    return plan ? Status(Done{}) : Status(plan.error());
  }

  const write::RunManifest& manifest_;
  const RecordedPlaces& places_;
  RecordedRun found_;
};

}  // namespace

Result<RecordedRun> find_recorded_run(const write::RunManifest& manifest, const RecordedPlaces& places) {
  return RecordedSearch(manifest, places).find();
}

}  // namespace redress::run
