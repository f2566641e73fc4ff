// redress/verify.h: a results folder proved: its run done again from what its manifest names, and every byte compared.
// Not here: the run itself (evaluate.h). Public face; std only.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "redress/date.h"
#include "redress/error.h"
#include "redress/memory_limit.h"
#include "redress/run_observer.h"

namespace redress {

struct VerifyRequest {
  std::string results;  // the results folder, with its manifest.json; only read
  // Where the inputs, the files of facts and policies that were given as files are looked for by their names; of
  // several of one name the one with the recorded checksum is taken. Empty: the current folder.
  std::vector<std::string> data_folders;
  std::string policies_dir;  // replaces the policies that the program carries; empty: those
  unsigned threads = 0;      // 0: as many as the machine has
  MemoryLimit memory;
};

// One thing that is not as it was when the results were written. Texts are plain words and never hold a cell's content.
struct VerifyFinding {
  // Stable: "version", "format_changed", "policy_missing", "policy_changed", "set_missing", "set_changed",
  // "input_missing", "input_changed", "facts_missing", "facts_changed"; of the results folder "file_missing",
  // "file_extra", "file_changed" (not as the manifest records it), "file_differs" (as recorded, or the manifest itself,
  // but not what the run gives), "mode_changed" (its bytes aside: a file or the folder is open to others, or has not
  // the permissions that a run leaves), "folder_unlisted" (what is too much in it cannot be seen), "review_changed"
  // (the review that it keeps is not of this run, or not counted rightly); "not_recomputed" (the run does not go
  // through).
  std::string id;
  // The file; where two texts differ: the row of a table (its header is the first) or the line, and the byte.
  Place place;
  std::string column;  // the name of the column, or the key on the line; may be empty
  std::string words;   // what it is, without the place
};

struct VerifyReport {
  bool agrees = false;       // everything is as recorded, and every byte was made again
  bool is_recomputed = false;  // the run was done again
  std::string policy_id, county, program_version;  // as recorded
  Date as_of;                                      // as recorded
  std::uint64_t inputs = 0;  // files that the run read
  std::uint64_t files = 0;   // of results that were made again, the manifest included
  std::uint64_t bytes = 0;   // of these
  std::vector<VerifyFinding> findings;
  std::string json;  // the same for machines
};

// Does the recorded run again, with the same files, policies, parameters, county and as-of date, and compares what it
// gives with what stands in the folder, without writing anything. What differs is a finding, never an error.
// Errors (kind): kInput where there is no manifest that can be read, and for a data folder that does not exist; kUsage
// for faulty policies in `policies_dir`; kCancelled. `observer` may be null. Cost: that of evaluate_files, and each
// file of results is read twice.
Result<VerifyReport> verify_results(const VerifyRequest& request, RunObserver* observer);

}  // namespace redress
