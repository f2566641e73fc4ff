// run/recorded_run.h: what a manifest names, found again: files in data folders, policies and sets in a library.
// Not here: reading the manifest (write/json), doing the run again (verify_run.cc). Part of the corridor.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "redress/error.h"
#include "redress/evaluate.h"
#include "redress/verify.h"
#include "run/policy_library.h"
#include "write/json/manifest.h"

namespace redress::run {

// Where to look. What it names must outlive the search.
struct RecordedPlaces {
  const std::vector<std::string>& data_folders;  // at least one; they exist
  const std::string& policies_dir;               // as the library was loaded from it
  const PolicyLibrary& library;
};

struct RecordedRun {
  EvaluateRequest request;              // of the recorded run; its `out` and `threads` are not set
  std::vector<VerifyFinding> findings;  // what is missing, and what is not as recorded
  bool is_whole = true;                 // nothing that the run needs is missing
};

// Errors (kUsage): of a faulty policy of the library; (kInput): manifest.key where the manifest holds a limit or a
// choice of policy that no run writes. Cost: reads every file that is found once.
Result<RecordedRun> find_recorded_run(const write::RunManifest& manifest, const RecordedPlaces& places);

}  // namespace redress::run
