#include "run/comparison_pass.h"

#include <algorithm>
#include <utility>

#include "evaluate/charge_answers.h"
#include "evaluate/evaluate.h"
#include "explain/reason.h"
#include "run/policy_answers.h"
#include "write/csv/comparison_rows.h"

namespace redress::run {
namespace {

// The words of one answer about a conviction.
struct AnswerTexts {
  AnswerTexts(const policy::Plan& plan, const model::Person& person, evaluate::Subject subject,
              const evaluate::Decision& decision) {
    const explain::Answered answered{plan, person, subject, decision};
    const bool speaks = decision.answer != evaluate::Answer::kOutOfScope;
    determination = speaks ? explain::determination_text(answered) : std::string(explain::kNotInScopeLabel);
    step = explain::deciding_step_text(answered);
    reason = explain::reason_text(answered);
  }

  operator write::ComparedAnswer() const { return {determination, step, reason}; }  // NOLINT: a view of the same

  std::string determination, step, reason;
};

}  // namespace

// What one thread needs for itself.
struct ComparisonPass::Worker {
  explicit Worker(const OpenedRun& run)
      : gatherer(run.gatherer(intake::GatherFor::kDeciding)), charges(run.policies.office, run.policies.facts) {
    counts.further.resize(run.policies.further.size());
    for (const auto& further : run.policies.further) further_charges.emplace_back(further.plan, run.policies.facts);
  }

  intake::Gatherer gatherer;
  evaluate::ChargeAnswers charges;                       // of the first policy
  std::vector<evaluate::ChargeAnswers> further_charges;  // of the further ones
  Counts counts;
};

void ComparisonPass::Counts::merge(const Counts& other) {
  record.merge(other.record);
  first.merge(other.first);
  further.resize(std::max(further.size(), other.further.size()));
  for (std::size_t i = 0; i < other.further.size(); ++i) further[i].merge(other.further[i]);
}

ComparisonPass::ComparisonPass(const OpenedRun& run, const std::vector<std::string>& names, EachConviction each,
                               unsigned workers)
    : run_(run), names_(names), each_(each) {
  for (unsigned i = 0; i < workers; ++i) workers_.push_back(std::make_unique<Worker>(run));
  batches_.resize((run.records.index.persons.size() + kPeopleInBatch - 1) / kPeopleInBatch);
}

ComparisonPass::~ComparisonPass() = default;

void ComparisonPass::decide(std::size_t batch, unsigned worker) {
  const std::size_t end = std::min(run_.records.index.persons.size(), (batch + 1) * kPeopleInBatch);
  for (std::size_t i = batch * kPeopleInBatch; i < end; ++i) decide_person(i, batches_[batch], *workers_[worker]);
}

std::string ComparisonPass::take(std::size_t batch) {
  return std::exchange(batches_[batch], {});
}

void ComparisonPass::decide_person(std::size_t number, std::string& lines, Worker& worker) const {
  const OpenedPolicies& policies = run_.policies;
  const model::Person& person = worker.gatherer.gather(number);
  worker.counts.record.add_record(person);
  const auto counted = [](const policy::Plan& plan, PolicyAnswers answers, tally::AnswerTally& tally) {
    for (const evaluate::Decision& decision : answers.convictions) tally.add_answer(plan, decision);
    return answers;
  };
  const evaluate::PersonEvaluation office(policies.office, person, policies.facts, evaluate::ScopeRule::kAsk,
                                          &worker.charges);
  const PolicyAnswers first = counted(policies.office, answers_of(office, person), worker.counts.first);
  for (std::size_t k = 0; k < policies.further.size(); ++k) {
    const policy::Plan& plan = policies.further[k].plan;
    tally::BesideTally& tally = worker.counts.further[k];
    const PolicyAnswers second = counted(
        plan,
        answers_beside(first, plan, policies.further[k].scope, person, policies.facts, &worker.further_charges[k]),
        tally.answers);
    tally.against_office.add_person(policies.office, first.convictions, plan, second.convictions);
    if (each_ == EachConviction::kSkip) continue;
    for (std::size_t i = 0; i < person.convictions.size(); ++i) {
      const evaluate::Decision& a = first.convictions[i];
      const evaluate::Decision& b = second.convictions[i];
      if (!tally::differ(policies.office, tally::policy_answer(policies.office, a), plan,
                         tally::policy_answer(plan, b)))
        continue;
      const evaluate::Subject subject{evaluate::SubjectKind::kConviction, static_cast<std::uint32_t>(i)};
      const AnswerTexts of_first(policies.office, person, subject, a);
      const AnswerTexts of_second(plan, person, subject, b);
      const std::string cases = scan::to_utf8(explain::case_numbers_of(person, subject));
      write::append_each_row(lines, names_[0], names_[k + 1],
                             {person.id, person.convictions[i].count, cases, of_first, of_second});
    }
  }
}

ComparisonPass::Counts ComparisonPass::merged() const {
  Counts merged;
  for (const auto& worker : workers_) merged.merge(worker->counts);
  return merged;
}

}  // namespace redress::run
