// run/standing_results.h: a results folder that stands, opened for what is made of it later, as its run wrote it.
// Not here: doing the run again (verify_run.cc). Part of the corridor.
#pragma once

#include <memory>
#include <string>

#include "redress/error.h"
#include "scan/input_file.h"
#include "write/json/manifest.h"

namespace redress::run {

// Names in a results folder.
inline constexpr const char* kConvictionsName = "convictions.csv";
inline constexpr const char* kSummaryName = "summary.json";

struct StandingResults {
  write::RunManifest manifest;
  std::unique_ptr<scan::InputFile> convictions;  // convictions.csv
};

// `if_none`: the next step where the folder is none of ours. Errors (kInput): results.no_folder; of read_manifest;
// results.changed where convictions.csv is not as the manifest says. Cost: reads that file once.
Result<StandingResults> standing_results(const std::string& folder, const std::string& if_none);

// The text of its summary.json. Errors (kInput): results.changed; of write::standing_text.
Result<std::string> standing_summary(const std::string& folder, const write::RunManifest& manifest);

}  // namespace redress::run
