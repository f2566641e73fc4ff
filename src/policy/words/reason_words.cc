#include "policy/words/reason_words.h"

#include "policy/policy.h"
#include "policy/words/condition_words.h"

namespace redress::policy {

std::string_view relief_words(Relief relief) {
  switch (relief) {
    case Relief::kDismissal: return "dismissal";
    case Relief::kReduction: return "reduction";
    case Relief::kNone: return "no relief";
    case Relief::kReview: return "a person looks at the conviction";
  }
  return "";
}

std::string reason_pattern(const Plan& plan, const Step& step) {
  return reason_pattern(plan, step.reason);
}

std::string reason_pattern(const Plan& plan, const std::vector<ReasonPiece>& reason) {
  std::string text;
  for (const ReasonPiece& piece : reason) {
    text += piece.text;
    if (piece.is_citation) text += "(the charge as the file writes it)";
    if (!piece.parameter) continue;
    const Parameter& parameter = plan.parameters[*piece.parameter];
    if (parameter.type == ParameterType::kCharges) {
      text += "(the first entry of " + parameter.name + " that fits)";
    } else if (value_words(parameter) == kOffWords) {
      text += "(" + parameter.name + ")";
    } else {
      text += value_words(parameter);
    }
  }
  return text;
}

std::string reason_words(const Plan& plan, const Step& step, std::optional<std::size_t> charge_choice,
                         std::string_view citation, Certainty certainty) {
  std::string text;
  const bool in_doubt = certainty == Certainty::kEarlierMayHold && !step.reason_in_doubt.empty();
  for (const ReasonPiece& piece : in_doubt ? step.reason_in_doubt : step.reason) {
    text += piece.text;
    if (piece.is_citation) text += citation;
    if (!piece.parameter) continue;
    const Parameter& parameter = plan.parameters[*piece.parameter];
    const bool chose = parameter.type == ParameterType::kCharges && charge_choice.has_value();
    text += chose ? parameter.charges[*charge_choice].words : value_text(parameter);
  }
  return text;
}

}  // namespace redress::policy
