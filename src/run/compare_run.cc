// Policies held against each other: opened, the files read, every person answered under each, the differences counted.
#include <utility>

#include "explain/reason.h"
#include "redress/compare.h"
#include "run/batches.h"
#include "run/comparison_files.h"
#include "run/comparison_pass.h"
#include "run/opened_run.h"
#include "run/policy_choice.h"
#include "run/progress.h"
#include "run/run_papers.h"

namespace redress {
namespace {

Error one_policy() {
  Error error;
  error.kind = ErrorKind::kUsage;
  error.code = "compare.one_policy";
  error.cause = "there is nothing to compare the policy with";
  error.next_step = "Give two policies, or one with other parameters: --policy A --policy \"A with name=value\".";
  return error;
}

Affected affected_by(const tally::Share& share) {
  return {share.convictions, share.people};
}

PolicyAnswer in_words(const policy::Plan& plan, const tally::PolicyAnswer& answer) {
  if (!answer.outcome) return {std::string(explain::kNotInScopeLabel), {}};
  return {plan.outcomes[*answer.outcome].label, answer.step ? explain::step_name(plan, *answer.step) : std::string()};
}

PolicyComparison comparison_of(const policy::Plan& first, const policy::Plan& second, const tally::Comparison& counts) {
  PolicyComparison comparison;
  comparison.in_either = affected_by(counts.in_either);
  comparison.differing = affected_by(counts.differing);
  comparison.other_relief = affected_by(counts.other_relief);
  for (const auto& [answers, share] : counts.by_answers) {
    comparison.pairs.push_back({in_words(first, answers.first), in_words(second, answers.second),
                                tally::differ(first, answers.first, second, answers.second), affected_by(share)});
  }
  run::sort_pairs(comparison.pairs);
  return comparison;
}

ComparedPolicy compared_policy(const policy::Plan& plan, std::string choice) {
  return {plan.id, plan.title, plan.version, std::move(choice)};
}

Status check_counts(const run::ComparisonPass::Counts& counts) {
  for (const tally::BesideTally& further : counts.further) {
    if (Status tie = tally::check_identities(further.answers); !tie) return tie;
    if (Status tie = tally::check_identities(further.against_office, counts.first, further.answers); !tie) return tie;
  }
  return tally::check_identities(counts.first);
}

// Answers everybody; the convictions that differ go to the tables in the order of the files.
Status answer_all(const run::OpenedRun& run, run::ComparisonPass& pass, run::ComparisonTables& tables, unsigned threads,
                  RunObserver* observer) {
  const std::uint64_t bytes = run.records.total_bytes();
  run::ProgressCount progress(observer, Progress::Stage::kDeciding, bytes);
  const run::BatchWork work{[&](std::size_t batch, unsigned worker) -> Status {
                              pass.decide(batch, worker);
                              return Done{};
                            },
                            {},
                            [&](std::size_t batch) -> Status {
                              const std::string lines = pass.take(batch);
                              if (tables.has_each()) {
                                if (Status written = tables.write_each(lines); !written) return written;
                              }
                              return progress.add(bytes / pass.batch_count());
                            }};
  if (Status done = run::run_batches(pass.batch_count(), threads, work); !done) return done;
  return progress.finish();
}

CompareReport report_on(const run::OpenedRun& run, const std::vector<std::string>& names,
                        const run::ComparisonPass::Counts& counts) {
  const run::OpenedPolicies& policies = run.policies;
  CompareReport report;
  report.county = policies.facts.county;
  report.as_of = policies.facts.as_of;
  report.people = counts.record.people;
  report.convictions = counts.record.convictions;
  report.policies.push_back(compared_policy(policies.office, names.front()));
  for (std::size_t i = 0; i < policies.further.size(); ++i) {
    const policy::Plan& plan = policies.further[i].plan;
    report.policies.push_back(compared_policy(plan, names[i + 1]));
    report.comparisons.push_back(comparison_of(policies.office, plan, counts.further[i].against_office));
  }
  return report;
}

}  // namespace

Result<CompareReport> compare_policies(const CompareRequest& request, RunObserver* observer) {
  if (request.further.empty()) return one_policy();
  Result<run::OpenedPolicies> policies = run::open_policies(request.policy, request.further, request.as_of);
  if (!policies) return policies.error();
  Result<run::ComparisonTables> tables = run::ComparisonTables::begin(request.files);
  if (!tables) return tables.error();
  const unsigned threads = run::thread_count(request.threads);
  Result<run::OpenedRun> run =
      run::open_run(*std::move(policies),
                    {request.inputs, request.facts, request.max_rejects, run::Checksums::kToTellApart, request.memory},
                    threads, observer);
  if (!run) return run.error();

  std::vector<std::string> names = {run::choice_text(request.policy)};
  for (const run::FurtherPolicy& further : run->policies.further) names.push_back(further.choice);
  run::ComparisonPass pass(*run, names, tables->has_each() ? run::EachConviction::kWrite : run::EachConviction::kSkip,
                           threads);
  if (Status done = answer_all(*run, pass, *tables, threads, observer); !done) return done.error();
  const run::ComparisonPass::Counts counts = pass.merged();
  Status present = run::check_county(run->policies.facts.county, counts.record, run->records);
  if (!present) return present.error();
  if (Status tie = check_counts(counts); !tie) return tie.error();
  CompareReport report = report_on(*run, names, counts);
  for (std::size_t i = 0; i < report.comparisons.size(); ++i) {
    Status written = tables->write_pairs(names.front(), names[i + 1], report.comparisons[i].pairs);
    if (!written) return written.error();
  }
  if (Status same = run::check_unchanged(run->records); !same) return same.error();
  if (Status finished = tables->finish(); !finished) return finished.error();
  return report;
}

}  // namespace redress
