// run/evaluate_report.h: what a run tells its caller, in words.
// Not here: the same as JSON (write/json/summary.h), printing (apps). Part of the corridor.
#pragma once

#include "redress/evaluate.h"
#include "run/decision_pass.h"
#include "run/opened_run.h"
#include "run/run_papers.h"

namespace redress::run {

// Without the text of summary.json.
EvaluateReport report_of(const EvaluateRequest& request, const RunPapers& papers, const OpenedRun& run,
                         const RunTally& tally);

}  // namespace redress::run
