#include "explain/reason.h"

#include <algorithm>
#include <string_view>
#include <variant>
#include <vector>

#include "base/text.h"
#include "evaluate/evaluate.h"
#include "explain/words.h"
#include "policy/policy.h"
#include "policy/words/condition_words.h"

namespace redress::explain {
namespace {

using evaluate::Answer;

bool is_decided(const Answered& answered) {
  return answered.decision.answer == Answer::kDecided;
}

constexpr std::string_view kThisCharge = "this charge";

// The entries of a list of charges that the office chose, as their reasons name them.
std::string chosen_words(const policy::Parameter& parameter) {
  std::string words;
  for (const std::size_t chosen : std::get<std::vector<std::size_t>>(parameter.value)) {
    words.append(words.empty() ? "" : " or ").append(parameter.charges[chosen].words);
  }
  return words;
}

// The reason of a step that nobody walked: what the office did not choose leaves a gap, and says why.
std::string reason_for_any_choice(const policy::Plan& plan, const policy::Step& step, std::string_view citation) {
  std::string text;
  std::string_view gap;
  for (const policy::ReasonPiece& piece : step.reason) {
    text += piece.text;
    if (piece.is_citation) text += citation;
    if (!piece.parameter) continue;
    const policy::Parameter& parameter = plan.parameters[*piece.parameter];
    const bool is_list = parameter.type == policy::ParameterType::kCharges;
    const std::string words = is_list ? chosen_words(parameter) : policy::value_words(parameter);
    const bool is_gap = is_list ? words.empty() : words == policy::kOffWords;
    text += is_gap ? "…" : words;
    if (is_gap) gap = is_list ? " (nothing chosen)" : " (switched off)";
  }
  return text.append(gap);
}

// The deciding step, or each of those of which one decides.
bool decides(const evaluate::Decision& decision, std::size_t step) {
  const std::vector<std::size_t>& some = decision.one_of_steps;
  return some.empty() ? step == decision.deciding_step : std::find(some.begin(), some.end(), step) != some.end();
}

void append_joined(std::string& text, std::string_view more) {
  text.append(text.empty() ? "" : "; ").append(more);
}

// Where no step certainly holds, none of their reasons is certain by itself: one of them is.
std::string decided_reason(const Answered& answered) {
  std::string text;
  for (const evaluate::StepTrace& trace : answered.decision.steps) {
    if (decides(answered.decision, trace.step))
      text.append(text.empty() ? "" : "; or ").append(step_reason(answered, trace.step, &trace));
  }
  return text;
}

}  // namespace

std::string determination_text(const Answered& answered) {
  if (answered.decision.answer == Answer::kOutOfScope) return {};
  return answered.plan.outcomes[evaluate::outcome_of(answered.plan, answered.decision)].label;
}

std::string step_reason(const Answered& answered, std::size_t step, const evaluate::StepTrace* trace) {
  const model::Charge& charge = conviction_of(answered.person, answered.subject).charge;
  const std::string_view citation = charge.is_known() ? std::string_view(charge.citation->as_written) : kThisCharge;
  const policy::Step& reasoned = answered.plan.steps[step];
  if (trace == nullptr) return reason_for_any_choice(answered.plan, reasoned, citation);
  const bool in_doubt = answered.decision.earlier_may_hold && step == answered.decision.deciding_step;
  return policy::reason_words(answered.plan, reasoned, trace->charge_choice, citation,
                              in_doubt ? policy::Certainty::kEarlierMayHold : policy::Certainty::kCertain);
}

std::string reason_text(const Answered& answered) {
  switch (answered.decision.answer) {
    case Answer::kOutOfScope: return {};
    case Answer::kDecided: return decided_reason(answered);
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
  if (named.number.empty()) return named.id;
  return equals_ignoring_case(named.number, named.id) ? named.number : named.number + " " + named.id;
}

std::string general_step_reason(const policy::Plan& plan, std::size_t step) {
  return reason_for_any_choice(plan, plan.steps[step], kThisCharge);
}

std::string deciding_step_text(const Answered& answered) {
  if (!is_decided(answered)) return {};
  if (answered.decision.one_of_steps.empty()) return step_name(answered.plan, answered.decision.deciding_step);
  std::string text;
  for (std::size_t step = 0; step < answered.plan.steps.size(); ++step) {
    if (decides(answered.decision, step)) append_joined(text, step_name(answered.plan, step));
  }
  return text;
}

std::string citation_text(const Answered& answered) {
  if (!is_decided(answered)) return {};
  const std::vector<std::size_t>& some = answered.decision.one_of_steps;
  const std::string& only = answered.plan.steps[answered.decision.deciding_step].cite;
  if (some.empty() && !only.empty()) return only;
  std::vector<std::string> cites;
  for (std::size_t i = 0; !some.empty() && i < answered.plan.steps.size(); ++i) {
    const std::string& cite = answered.plan.steps[i].cite;
    const bool is_new = std::find(cites.begin(), cites.end(), cite) == cites.end();
    if (decides(answered.decision, i) && !cite.empty() && is_new) cites.push_back(cite);
  }
  std::string text;
  for (const std::string& cite : cites.empty() ? answered.plan.cites : cites) append_joined(text, cite);
  return text;
}

}  // namespace redress::explain
