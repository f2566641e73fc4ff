// run/evaluation.h: an opened run decided, and its results given to a target: a folder, or a comparison with one.
// Not here: opening (opened_run.h), what one batch does (decision_pass.h). Part of the corridor.
#pragma once

#include "redress/error.h"
#include "redress/evaluate.h"
#include "redress/run_observer.h"
#include "run/opened_run.h"
#include "write/results_target.h"

namespace redress::run {

// Which sums of the input the run opens with, so that evaluate_into makes the others when it is best.
Checksums checksums_of(const EvaluateRequest& request, unsigned threads);

// Decides every conviction and writes the files of the results in their order, the manifest last; then the target is
// finished. `request` is the one that the run was opened for, with its checksums_of. Errors: as evaluate_files, and those
// of the target.
Result<EvaluateReport> evaluate_into(write::ResultsTarget& target, const OpenedRun& run, const EvaluateRequest& request,
                                     unsigned threads, RunObserver* observer);

}  // namespace redress::run
