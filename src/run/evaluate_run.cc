// The main job: policies opened, then the results folder, then the files; decided and written, complete or absent.
#include <memory>
#include <utility>

#include "redress/evaluate.h"
#include "run/batches.h"
#include "run/evaluation.h"
#include "run/opened_run.h"
#include "write/results_folder.h"

namespace redress {

Result<EvaluateReport> evaluate_files(const EvaluateRequest& request, RunObserver* observer) {
  Result<run::OpenedPolicies> policies = run::open_policies(request.policy, request.further, request.as_of);
  if (!policies) return policies.error();
  Result<std::unique_ptr<write::ResultsFolder>> folder = write::ResultsFolder::begin(request.out);
  if (!folder) return folder.error();
  const unsigned threads = run::thread_count(request.threads);
  Result<run::OpenedRun> run = run::open_run(
      *std::move(policies),
      {request.inputs, request.facts, request.max_rejects, run::checksums_of(request, threads), request.memory},
      threads, observer);
  if (!run) return run.error();
  return run::evaluate_into(**folder, *run, request, threads, observer);
}

}  // namespace redress
