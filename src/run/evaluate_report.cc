#include "run/evaluate_report.h"

#include <cstddef>
#include <map>
#include <utility>

#include "base/text.h"
#include "explain/reason.h"
#include "explain/words.h"
#include "policy/policy.h"
#include "tally/merge_counts.h"

namespace redress::run {
namespace {

std::vector<Figure> by_determination(const policy::Plan& plan, const tally::AnswerTally& answers) {
  std::vector<Figure> figures;
  for (std::size_t i = 0; i < plan.outcomes.size(); ++i)
    figures.push_back({plan.outcomes[i].label, tally::counted(answers.by_outcome, i)});
  return figures;
}

Affected affected(const tally::Share& share) {
  return {share.convictions, share.people};
}

std::vector<BesideReport> beside_reports(const OpenedPolicies& policies, const RunTally& tally) {
  std::vector<BesideReport> reports;
  for (const AskedBeside& asked : policies.beside()) {
    const tally::BesideTally& counts = tally.beside[reports.size()];
    BesideReport report;
    report.role = asked.is_statute ? BesideReport::Role::kStatute : BesideReport::Role::kFurther;
    report.id = asked.plan->id;
    report.title = asked.plan->title;
    report.version = asked.plan->version;
    report.choice = asked.choice;
    report.by_determination = by_determination(*asked.plan, counts.answers);
    report.differing = affected(counts.against_office.differing);
    report.other_relief = affected(counts.against_office.other_relief);
    reports.push_back(std::move(report));
  }
  return reports;
}

}  // namespace

EvaluateReport report_of(const EvaluateRequest& request, const RunPapers& papers, const OpenedRun& run,
                         const RunTally& tally) {
  const policy::Plan& plan = run.policies.office;
  const tally::Tally& office = tally.office;
  EvaluateReport report;
  report.out = request.out;
  report.policy_id = plan.id;
  report.policy_title = plan.title;
  report.policy_version = plan.version;
  report.county = run.policies.facts.county;
  report.as_of = request.as_of;
  for (const policy::Parameter& p : plan.parameters) report.parameters.emplace_back(p.name, policy::value_text(p));
  report.rows_in = papers.summary.rows_in;
  report.rows_out = papers.summary.rows_out;
  report.rows_rejected = papers.summary.rows_rejected;
  report.rows_unusable = papers.summary.rows_unusable;
  report.empty_lines = papers.summary.empty_lines;
  report.worth_checking = papers.summary.worth_checking;
  report.facts_files = papers.summary.facts_files.size();
  for (const auto& [fact, used] : papers.summary.supplied_facts) report.supplied.push_back({with_blanks(fact), used});
  report.people = office.people;
  report.convictions = office.convictions;
  report.people_in_scope = office.people_in_scope;
  report.in_scope = office.in_scope;
  report.unidentified_in_review = office.unidentified_in_review;
  for (const std::uint64_t count : office.reviews) report.needs_review += count;
  report.by_determination = by_determination(plan, office);
  for (std::size_t i = 0; i < plan.steps.size(); ++i) {
    report.by_step.push_back({explain::step_name(plan, i) + ": " + explain::general_step_reason(plan, i),
                              tally::counted(office.by_step, i)});
  }
  report.beside = beside_reports(run.policies, tally);
  for (const auto& [key, count] : tally::most_settling_first(office)) {
    if (count.settles_alone == 0) continue;
    report.reviews_by_fact.push_back({explain::fact_kind_words(key.kind, key.doubt, key.needed), count.settles_alone});
  }
  return report;
}

}  // namespace redress::run
