#include "explain/reason.h"

#include <optional>
#include <string_view>

#include "evaluate/evaluate.h"
#include "explain/words.h"
#include "policy/policy.h"

namespace redress::explain {
namespace {

using evaluate::Answer;

bool is_decided(const Answered& answered) {
  return answered.decision.answer == Answer::kDecided;
}

void append_joined(std::string& text, std::string_view more) {
  text.append(text.empty() ? "" : "; ").append(more);
}

}  // namespace

std::string determination_text(const Answered& answered) {
  if (answered.decision.answer == Answer::kOutOfScope) return {};
  return answered.plan.outcomes[evaluate::outcome_of(answered.plan, answered.decision)].label;
}

std::string step_reason(const Answered& answered, std::size_t step, const evaluate::StepTrace* trace) {
  const model::Charge& charge = conviction_of(answered.person, answered.subject).charge;
  return policy::reason_words(answered.plan, answered.plan.steps[step],
                              trace == nullptr ? std::nullopt : trace->charge_choice,
                              charge.is_known() ? std::string_view(charge.citation.as_written) : "this charge");
}

std::string reason_text(const Answered& answered) {
  switch (answered.decision.answer) {
    case Answer::kOutOfScope: return {};
    case Answer::kDecided:
      return step_reason(answered, answered.decision.deciding_step, &deciding_trace(answered.decision));
    case Answer::kUndecided:
    case Answer::kScopeUnknown:
    case Answer::kIncomplete: break;
  }
  return "Undecided: " + deciding_facts_text(answered);
}

std::string possible_text(const Answered& answered) {
  std::string text;
  for (const std::size_t outcome : answered.decision.possible)
    append_joined(text, answered.plan.outcomes[outcome].label);
  return text;
}

std::string deciding_facts_text(const Answered& answered) {
  return is_decided(answered) ? std::string{}
                              : facts_words(answered.decision.deciding, answered.person, answered.subject);
}

std::string step_name(const policy::Plan& plan, std::size_t step) {
  const policy::Step& named = plan.steps[step];
  return named.number.empty() ? named.id : named.number + " " + named.id;
}

std::string general_step_reason(const policy::Plan& plan, std::size_t step) {
  // A record without a charge: the reason is worded for every conviction, not for one.
  model::Person nobody;
  nobody.convictions.emplace_back();
  const evaluate::Decision no_decision;
  return step_reason({plan, nobody, {evaluate::SubjectKind::kConviction, 0}, no_decision}, step, nullptr);
}

std::string deciding_step_text(const Answered& answered) {
  return is_decided(answered) ? step_name(answered.plan, answered.decision.deciding_step) : std::string{};
}

std::string citation_text(const Answered& answered) {
  if (!is_decided(answered)) return {};
  const policy::Step& step = answered.plan.steps[answered.decision.deciding_step];
  if (!step.cite.empty()) return step.cite;
  std::string text;
  for (const std::string& cite : answered.plan.cites) append_joined(text, cite);
  return text;
}

}  // namespace redress::explain
