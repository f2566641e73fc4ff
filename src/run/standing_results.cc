#include "run/standing_results.h"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

#include "write/checksum.h"
#include "write/json/manifest_reader.h"
#include "write/standing_file.h"

namespace redress::run {
namespace {

constexpr std::uint64_t kMostSummaryBytes = std::uint64_t{256} << 20U;

Error folder_fault(std::string code, const std::string& place, std::string cause, std::string next_step) {
  Error error;
  error.kind = ErrorKind::kInput;
  error.code = std::move(code);
  error.place.file = place;
  error.cause = std::move(cause);
  error.next_step = std::move(next_step);
  return error;
}

Result<write::RunManifest> manifest_in(const std::string& folder, const std::string& if_none) {
  const Result<std::string> text = write::standing_text(folder, write::kManifestName, write::kMostManifestBytes);
  std::error_code error;
  const bool is_folder = std::filesystem::is_directory(folder, error);
  if (!text && (!is_folder || text.error().code == "results.file_missing")) {
    return folder_fault("results.no_folder", folder, "this is no results folder: there is no manifest.json in it",
                        if_none);
  }
  if (!text) return text.error();
  return write::read_manifest(*text, folder + "/" + write::kManifestName);
}

Status check_as_written(const write::RunManifest& manifest, const std::string& folder, const char* name,
                        std::string_view bytes) {
  const std::string sum = write::sha256_hex(bytes);
  const bool is_as_written =
      std::any_of(manifest.outputs.begin(), manifest.outputs.end(), [&](const write::WrittenFile& output) {
        return output.name == name && output.sha256 == sum;
      });
  if (is_as_written) return Done{};
  return folder_fault("results.changed", folder + "/" + name, "the file is no longer as the run wrote it",
                      "Give the folder as the run wrote it; 'redress verify' says more.");
}

}  // namespace

Result<StandingResults> standing_results(const std::string& folder, const std::string& if_none) {
  Result<write::RunManifest> manifest = manifest_in(folder, if_none);
  if (!manifest) return manifest.error();
  Result<std::unique_ptr<scan::InputFile>> file = scan::open_input(folder + "/" + kConvictionsName);
  if (!file) return file.error();
  if (Status same = check_as_written(*manifest, folder, kConvictionsName, (*file)->bytes()); !same) return same.error();
  return StandingResults{*std::move(manifest), *std::move(file)};
}

Result<std::string> standing_summary(const std::string& folder, const write::RunManifest& manifest) {
  Result<std::string> text = write::standing_text(folder, kSummaryName, kMostSummaryBytes);
  if (!text) return text;
  if (Status same = check_as_written(manifest, folder, kSummaryName, *text); !same) return same.error();
  return text;
}

}  // namespace redress::run
