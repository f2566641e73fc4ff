// run/run_papers.h: what a run says about itself: summary and manifest filled in, the county and the sums checked.
// Not here: their text (write/json), the figures (tally). Part of the corridor.
#pragma once

#include <cstdint>
#include <string>

#include "redress/error.h"
#include "redress/evaluate.h"
#include "run/decision_pass.h"
#include "run/rejects.h"
#include "tally/tally.h"
#include "write/json/manifest.h"
#include "write/json/summary.h"

namespace redress::run {

struct RunPapers {
  write::RunSummary summary;
  write::RunManifest manifest;  // its outputs are filled in when they are written
};

// `request` is the one that the run was opened for.
RunPapers run_papers(const OpenedRun& run, const EvaluateRequest& request, const RunTally& tally,
                     const Rejects& rejects, std::uint64_t rows_out);

// Errors (kInternal): run.rows_lost when rows in are not rows out and rejects; those of tally::check_identities.
Status check_sums(const RunPapers& papers, const RunTally& tally);

// Errors (kInput): input.county_absent when no row is of the run's county, with the counties that are there.
Status check_county(const std::string& county, const tally::Tally& tally, const RecordFiles& records);

// Errors (kInput): input.as_of_before_events when every event of the files is after that day: no age and no number of
// years would be one.
Status check_as_of(Date as_of, const tally::Tally& tally);

}  // namespace redress::run
