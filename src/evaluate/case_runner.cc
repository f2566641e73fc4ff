#include "evaluate/case_runner.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "evaluate/case_coverage.h"
#include "evaluate/case_facts.h"
#include "evaluate/case_reader.h"
#include "policy/policy.h"

namespace redress::evaluate {
namespace {

void append(std::string& text, std::string_view joiner, std::string_view more) {
  text.append(text.empty() || more.empty() ? "" : joiner).append(more);
}

std::string_view truth_word(Truth truth) {
  switch (truth) {
    case Truth::kNo: return "no";
    case Truth::kYes: return "yes";
    case Truth::kUnknown: break;
  }
  return "unknown";
}

// One case under its plan.
class CaseRun {
 public:
  CaseRun(const policy::Plan& plan, const Case& one)
      : plan_(one.plan ? *one.plan : plan), case_(one), answers_(plan_, one.record.person, one.run) {}

  Decision decide(const Expectation& expected) const {
    const Subject subject = case_.record.convictions[expected.conviction];
    return subject.kind == SubjectKind::kUnusable ? answers_.decide_unusable(subject.index, Detail::kFull)
                                                  : answers_.decide(subject.index, Detail::kFull);
  }

  const policy::Plan& plan() const { return plan_; }

  // Expected and found beside the answer, where they differ; else empty. Nothing stands beside a row whose count cannot
  // be identified.
  std::string difference_beside(const Expectation& expected) const {
    const Subject subject = case_.record.convictions[expected.conviction];
    if (expected.beside.empty()) return {};
    std::vector<Truth> found(plan_.beside.size(), Truth::kUnknown);
    if (subject.kind == SubjectKind::kConviction) found = answers_.beside(subject.index);
    std::string text;
    for (const auto& [entry, truth] : expected.beside) {
      if (found[entry] == truth) continue;
      append(text, "; ",
             plan_.beside[entry].id + " is expected to be " + std::string(truth_word(truth)) + ", and is " +
                 std::string(truth_word(found[entry])));
    }
    if (text.empty()) return {};
    return "conviction " + std::to_string(expected.conviction + 1) + ", beside the determination: " + text;
  }

  // Expected and found, where they differ; else empty.
  std::string difference(const Expectation& expected, const Decision& found) const {
    const bool decided = found.answer == Answer::kDecided;
    const bool out_of_scope = found.answer == Answer::kOutOfScope;
    bool same = expected.outcome.has_value() != out_of_scope;
    if (same && !out_of_scope) same = *expected.outcome == outcome_of(plan_, found);
    if (expected.step) same = same && decided && found.deciding_step == *expected.step;
    if (expected.reason) same = same && decided && reason(expected, found) == *expected.reason;
    if (expected.possible) same = same && found.possible == *expected.possible;
    if (expected.missing) same = same && as_set(missing(found)) == as_set(*expected.missing);
    if (same) return {};
    return "conviction " + std::to_string(expected.conviction + 1) + ": expected " + expected_words(expected) +
           "; found " + found_words(expected, found);
  }

 private:
  static std::vector<std::string> as_set(std::vector<std::string> names) {
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
  }

  std::vector<std::string> missing(const Decision& decision) const {
    std::vector<std::string> names;
    for (const UnknownFact& fact : decision.deciding) names.push_back(case_fact_name(fact, case_.record.convictions));
    return names;
  }

  // REQUIRES: decided, so that the conviction is one of the person's.
  std::string reason(const Expectation& expected, const Decision& decision) const {
    const Subject subject = case_.record.convictions[expected.conviction];
    const model::Charge& charge = case_.record.person.convictions[subject.index].charge;
    const std::string_view citation = charge.is_known() ? std::string_view(charge.citation->as_written) : "this charge";
    const auto certainty = decision.earlier_may_hold ? policy::Certainty::kEarlierMayHold : policy::Certainty::kCertain;
    std::string text;
    for (const StepTrace& trace : decision.steps) {
      const std::vector<std::size_t>& some = decision.one_of_steps;
      const bool decides =
          trace.step == decision.deciding_step || std::find(some.begin(), some.end(), trace.step) != some.end();
      if (decides) {
        append(text, "; or ",
               policy::reason_words(plan_, plan_.steps[trace.step], trace.charge_choice, citation, certainty));
      }
    }
    return text;
  }

  std::string outcomes_words(const std::vector<std::size_t>& outcomes) const {
    std::string text;
    for (const std::size_t outcome : outcomes) append(text, ", ", plan_.outcomes[outcome].id);
    return text.empty() ? "nothing" : text;
  }

  static std::string names_words(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) append(text, ", ", name);
    return text.empty() ? "nothing" : text;
  }

  std::string expected_words(const Expectation& expected) const {
    std::string text = expected.outcome ? plan_.outcomes[*expected.outcome].id : "out-of-scope";
    if (expected.step) text += " by step " + plan_.steps[*expected.step].id;
    if (expected.reason) text += " because \"" + *expected.reason + "\"";
    if (expected.possible) text += ", possible: " + outcomes_words(*expected.possible);
    if (expected.missing) text += ", missing: " + names_words(*expected.missing);
    return text;
  }

  std::string found_words(const Expectation& expected, const Decision& found) const {
    if (found.answer == Answer::kOutOfScope) return "out-of-scope";
    std::string text = plan_.outcomes[outcome_of(plan_, found)].id;
    if (found.answer == Answer::kDecided) {
      return text + " by step " + plan_.steps[found.deciding_step].id + " because \"" + reason(expected, found) + "\"";
    }
    return text + ", possible: " + outcomes_words(found.possible) + ", missing: " + names_words(missing(found));
  }

  const policy::Plan& plan_;
  const Case& case_;
  PersonEvaluation answers_;
};

void count_coverage(const Decision& decision, std::vector<StepCoverage>& coverage) {
  for (const StepTrace& trace : decision.steps) {
    StepCoverage& step = coverage[trace.step];
    switch (trace.truth) {
      case Truth::kYes: step.seen_yes = true; break;
      case Truth::kNo: step.seen_no = true; break;
      case Truth::kUnknown: step.seen_unknown = true; break;
    }
  }
}

// What cases expect of an entry beside the determination.
struct BesideCoverage {
  bool yes = false;
  bool no = false;
};

void count_beside(const Expectation& expected, std::vector<BesideCoverage>& coverage) {
  for (const auto& [entry, truth] : expected.beside) {
    coverage[entry].yes = coverage[entry].yes || truth == Truth::kYes;
    coverage[entry].no = coverage[entry].no || truth == Truth::kNo;
  }
}

std::vector<std::string> missing_beside(const policy::Plan& plan, const std::vector<BesideCoverage>& coverage) {
  std::vector<std::string> missing;
  for (std::size_t i = 0; i < plan.beside.size(); ++i) {
    if (!plan.beside[i].when) continue;
    if (!coverage[i].yes) missing.push_back(plan.beside[i].id + " is never yes");
    if (!coverage[i].no) missing.push_back(plan.beside[i].id + " is never no");
  }
  return missing;
}

std::string place_of(const policy::SourceText& source, const Case& one) {
  const Place place = policy::error_at(source, one.extent, "", "", "").place;
  return place.file + ":" + std::to_string(place.line_1based.value_or(1));
}

}  // namespace

Result<CaseReport> run_cases(const policy::Plan& plan, const policy::SourceText& cases,
                             std::span<const std::string> counties) {
  Result<std::vector<Case>> read = read_cases(plan, cases, counties);
  if (!read) return read.error();
  CaseReport report;
  for (const policy::Step& step : plan.steps) report.coverage.push_back({step.id, false, false, false});
  BorderCoverage borders(plan);
  std::vector<BesideCoverage> beside(plan.beside.size());
  for (const Case& one : *read) {
    ++report.cases;
    const std::size_t failures_before = report.failures.size();
    const CaseRun run(plan, one);
    for (const Expectation& expected : one.expected) {
      const Decision found = run.decide(expected);
      count_coverage(found, report.coverage);
      borders.see(run.plan(), found);
      count_beside(expected, beside);
      std::string cause = run.difference(expected, found);
      append(cause, "; ", run.difference_beside(expected));
      if (!cause.empty())
        report.failures.push_back({place_of(cases, one), one.name, std::move(cause), one.name_extent});
    }
    if (report.failures.size() > failures_before) ++report.failed_cases;
  }
  for (std::size_t i = 0; i < plan.steps.size(); ++i) {
    const StepCoverage& step = report.coverage[i];
    const auto& when = plan.steps[i].when;
    if (!step.seen_yes) report.steps_not_covered.push_back(step.step + " is never yes");
    if (!step.seen_no && when) report.steps_not_covered.push_back(step.step + " is never no");
    if (!step.seen_unknown && when && can_be_unknown(plan, *when)) {
      report.steps_never_unknown.push_back(step.step + " is never unknown");
    }
  }
  report.borders_not_covered = borders.missing();
  report.beside_not_covered = missing_beside(plan, beside);
  return report;
}

}  // namespace redress::evaluate
