#include "explain/answer_block.h"

#include <fmt/format.h>

#include "explain/near_miss.h"
#include "explain/reason.h"
#include "explain/record_words.h"
#include "explain/step_words.h"
#include "explain/text_table.h"

namespace redress::explain {
namespace {

using evaluate::Answer;

constexpr std::size_t kIndent = 2;
constexpr std::size_t kStepIndent = 4;

// "11358 HS, 2014-02-11, Los Angeles, case 98776 (row 8)".
std::string heading(const ExplainRequest& request, const Answered& answered) {
  const model::Conviction& conviction = conviction_of(request.person, answered.subject);
  std::string cases;
  for (const model::CaseNumbers& entry : request.person.case_numbers) {
    if (answered.subject.kind == evaluate::SubjectKind::kUnusable || entry.case_key != conviction.case_key) continue;
    for (const std::string& number : entry.numbers)
      cases.append(cases.empty() ? "" : "; ").append(request.to_utf8(number));
  }
  std::string words = citation_words(conviction.charge) + ", " + date_words(conviction.date) + ", " +
                      county_words(request, conviction.county);
  if (!cases.empty()) words += ", case " + cases;
  return words + in_rows(request, conviction.rows);
}

std::string step_name(const policy::Step& step) {
  return step.number.empty() ? step.id : step.number;
}

// The answer and, on the same line where there is room, the policy it comes from.
std::string answer_line(const Answered& answered) {
  const std::string answer = determination_text(answered) + ": " + reason_text(answered);
  std::string policy = fmt::format("{}, version {}", answered.plan.title, answered.plan.version);
  if (answered.decision.answer == Answer::kDecided) {
    policy += ", step " + step_name(answered.plan.steps[answered.decision.deciding_step]);
  }
  constexpr std::size_t kBetween = 3;
  if (kIndent + columns_of(answer) + kBetween + columns_of(policy) <= kPageColumns) {
    return std::string(kIndent, ' ') + answer + std::string(kBetween, ' ') + policy + "\n";
  }
  return paragraph(answer, kIndent, kIndent + 2) + paragraph(policy, kIndent, kIndent + 2);
}

std::string steps_table(const ExplainRequest& request, const Answered& answered) {
  TextTable table;
  for (const evaluate::StepTrace& trace : answered.decision.steps) {
    const policy::Step& step = answered.plan.steps[trace.step];
    table.add({step.number, step.question.empty() ? step.id : step.question, std::string(truth_words(trace.truth)),
               step.when ? step_words(request, answered.subject, trace) : std::string("nothing before it decided")});
  }
  return table.text(kStepIndent);
}

std::string labels(const policy::Plan& plan, const std::vector<std::size_t>& outcomes) {
  std::string joined;
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    const bool is_last = i + 1 == outcomes.size();
    joined.append(i == 0 ? "" : is_last ? " and " : ", ").append(plan.outcomes[outcomes[i]].label);
  }
  return joined;
}

// What the answer would be if the deciding step were not there.
std::string without_deciding_step(const Answered& answered) {
  const evaluate::Decision& decision = answered.decision;
  if (!decision.otherwise_step || decision.otherwise_possible.empty()) return {};
  const policy::Plan& plan = answered.plan;
  const std::string start = "Without step " + step_name(plan.steps[decision.deciding_step]) + ": ";
  if (decision.otherwise_possible.size() > 1) {
    return start + std::string(policy::kNeedsReviewLabel) + ", between " + labels(plan, decision.otherwise_possible) +
           ".";
  }
  const policy::Step& other = plan.steps[*decision.otherwise_step];
  return fmt::format("{}{} ({}), step {}.", start, plan.outcomes[other.outcome].label,
                     step_reason(answered, *decision.otherwise_step, nullptr), step_name(other));
}

// Days as a person would say them: what is missed by years is not near.
std::string days_words(std::int64_t days) {
  constexpr std::int64_t kMostDaysAsDays = 730;
  if (days <= kMostDaysAsDays) return fmt::format("{} day{}", days, days == 1 ? "" : "s");
  return fmt::format("about {} years", (days + 182) / 365);
}

std::string closest_other_step(const Answered& answered) {
  const auto miss = nearest_miss(answered.plan, answered.decision);
  if (!miss) return {};
  const policy::Step& step = answered.plan.steps[miss->step];
  return fmt::format("Closest other step: {} ({}), missed by {}.", step_name(step),
                     answered.plan.outcomes[step.outcome].label, days_words(miss->days));
}

void add_line(std::string& text, const std::string& line) {
  if (!line.empty()) text += paragraph(line, kIndent, kIndent + 2);
}

void add_decided(std::string& text, const ExplainRequest& request, const Answered& answered) {
  text += steps_table(request, answered);
  add_line(text, without_deciding_step(answered));
  add_line(text, closest_other_step(answered));
  const std::string law = citation_text(answered);
  if (!law.empty()) add_line(text, "Law: " + law + ".");
  const std::string& note = answered.plan.steps[answered.decision.deciding_step].note;
  if (!note.empty()) add_line(text, "Note: " + note);
}

void add_undecided(std::string& text, const ExplainRequest& request, const Answered& answered) {
  text += steps_table(request, answered);
  add_line(text, "Possible: " + possible_text(answered) + ".");
  add_line(text, "What would settle it: " + deciding_facts_text(answered) + ".");
  add_line(text, closest_other_step(answered));
}

}  // namespace

std::string answer_text(const ExplainRequest& request, const Answered& answered) {
  const std::string title = heading(request, answered);
  if (answered.decision.answer == Answer::kOutOfScope) return paragraph(title + ": not in this policy's scope", 0, 2);
  std::string text = paragraph(title, 0, 2) + answer_line(answered);
  switch (answered.decision.answer) {
    case Answer::kOutOfScope: break;
    case Answer::kDecided: add_decided(text, request, answered); break;
    case Answer::kUndecided: add_undecided(text, request, answered); break;
    case Answer::kScopeUnknown: {
      const std::string looked_at = uses_words(request, answered.subject, answered.decision.scope_uses);
      add_line(text, "Whether the policy speaks of this conviction is not known, so no step was looked at.");
      if (!looked_at.empty()) add_line(text, "Looked at: " + looked_at + ".");
      add_line(text, "What would settle it: " + deciding_facts_text(answered) + ".");
      break;
    }
    case Answer::kIncomplete: add_line(text, "No step was looked at: what is missing might hold what decides."); break;
  }
  return text;
}

}  // namespace redress::explain
