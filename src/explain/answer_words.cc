#include "explain/answer_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "explain/step_words.h"

namespace redress::explain {
namespace {

using evaluate::FactKind;
using evaluate::UnknownFact;
using policy::BesideKind;

void add_once(std::vector<std::string>& texts, std::string text) {
  if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(std::move(text));
}

template <class Named>
const Named* find_named(const std::vector<Named>& list, std::string Named::*name, std::string_view wanted) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const Named& entry) { return entry.*name == wanted; });
  return found == list.end() ? nullptr : &*found;
}

// The fact as its own words say it, and for what the policy declares or leaves open, the question.
std::string settling_fact(const ShownRecord& record, const policy::Plan& plan, evaluate::Subject subject,
                          const UnknownFact& fact) {
  if (fact.kind == FactKind::kDeclared && fact.subject == subject) {
    const policy::DeclaredFact* declared = find_named(plan.facts, &policy::DeclaredFact::name, fact.needed);
    std::string name(fact.needed);
    std::replace(name.begin(), name.end(), '_', ' ');
    return declared == nullptr ? name : name + ": " + declared->question;
  }
  std::string words = missing_words(record, subject, {&fact, 1}).front();
  if (fact.kind != FactKind::kQuestion) return words;
  const policy::OpenQuestion* question = find_named(plan.questions, &policy::OpenQuestion::id, fact.needed);
  return question == nullptr ? words : words + ": " + question->text;
}

bool settles(const evaluate::Decision& decision, std::string_view question) {
  return std::any_of(decision.deciding.begin(), decision.deciding.end(), [&](const UnknownFact& fact) {
    return fact.kind == FactKind::kQuestion && fact.needed == question;
  });
}

bool may_decide(const policy::Plan& plan, const evaluate::Decision& decision, const evaluate::StepTrace& trace) {
  if (decision.answer == evaluate::Answer::kDecided) return trace.step == decision.deciding_step;
  const std::size_t outcome = plan.steps[trace.step].outcome;
  return trace.truth != Truth::kNo &&
         std::find(decision.possible.begin(), decision.possible.end(), outcome) != decision.possible.end();
}

std::string_view label_of(BesideKind kind) {
  switch (kind) {
    case BesideKind::kRoute: return "Route";
    case BesideKind::kFinding: return "Act on";
    case BesideKind::kGround: return "Not judged";
  }
  return {};
}

std::string beside_words(const policy::Beside& entry, Truth truth) {
  std::string words = truth == Truth::kUnknown ? "perhaps: " + entry.label : entry.label;
  if (!entry.cite.empty()) words += " (" + entry.cite + ")";
  if (!entry.note.empty()) words += ". " + entry.note;
  return as_sentence(std::move(words));
}

}  // namespace

std::string joined_by_or(std::span<const std::string> texts) {
  std::string joined;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string_view before = i == 0 ? "" : i + 1 == texts.size() ? " or " : ", ";
    joined.append(before).append(texts[i]);
  }
  return joined;
}

std::string as_sentence(std::string text) {
  if (!text.empty() && std::string_view(".?!").find(text.back()) == std::string_view::npos) text += '.';
  return text;
}

std::string outcome_labels(const policy::Plan& plan, std::span<const std::size_t> outcomes) {
  std::vector<std::string> labels;
  for (const std::size_t outcome : outcomes) labels.push_back(plan.outcomes[outcome].label);
  return joined_by_or(labels);
}

std::string short_step_name(const policy::Plan& plan, std::size_t step) {
  const policy::Step& named = plan.steps[step];
  return named.number.empty() ? named.id : named.number;
}

std::string deciding_steps(const policy::Plan& plan, const evaluate::Decision& decision) {
  if (decision.one_of_steps.size() < 2) return "step " + short_step_name(plan, decision.deciding_step);
  std::vector<std::string> names;
  for (const std::size_t step : decision.one_of_steps) names.push_back(short_step_name(plan, step));
  return "one of the steps " + joined_by_or(names);
}

std::string later_words(const policy::Plan& plan, const LaterAnswer& later) {
  if (!later.outcome) return "from " + to_iso(later.from) + " on no answer: the policy ends before";
  std::string words = "from " + to_iso(later.from) + " on " + plan.outcomes[*later.outcome].label;
  if (later.step) words += " (step " + short_step_name(plan, *later.step) + ")";
  return words;
}

std::vector<std::string> settling_facts(const ShownRecord& record, const policy::Plan& plan, evaluate::Subject subject,
                                        const evaluate::Decision& decision) {
  std::vector<std::string> facts;
  if (decision.answer == evaluate::Answer::kDecided) return facts;
  for (const UnknownFact& fact : decision.deciding) add_once(facts, settling_fact(record, plan, subject, fact));
  return facts;
}

std::vector<std::string> open_questions(const policy::Plan& plan, const evaluate::Decision& decision) {
  std::vector<std::string> texts;
  for (const evaluate::StepTrace& trace : decision.steps) {
    if (!may_decide(plan, decision, trace)) continue;
    for (const std::size_t index : plan.steps[trace.step].questions) {
      const policy::OpenQuestion& question = plan.questions[index];
      if (settles(decision, question.id)) continue;
      const std::string source = question.source.empty() ? std::string{} : " (" + question.source + ")";
      add_once(texts, fmt::format("{}: {}{}", question.id, question.text, source));
    }
  }
  return texts;
}

std::vector<std::pair<std::string, std::string>> beside_lines(const policy::Plan& plan,
                                                              const evaluate::Decision& decision,
                                                              std::span<const Truth> beside) {
  const bool is_without_relief =
      decision.answer == evaluate::Answer::kDecided &&
      plan.outcomes[plan.steps[decision.deciding_step].outcome].relief == policy::Relief::kNone;
  std::vector<std::pair<std::string, std::string>> lines;
  for (const BesideKind kind : {BesideKind::kRoute, BesideKind::kFinding, BesideKind::kGround}) {
    for (std::size_t i = 0; i < beside.size(); ++i) {
      const policy::Beside& entry = plan.beside[i];
      if (entry.kind != kind || beside[i] == Truth::kNo) continue;
      if (kind == BesideKind::kRoute && is_without_relief) continue;
      lines.emplace_back(label_of(kind), beside_words(entry, beside[i]));
    }
  }
  return lines;
}

}  // namespace redress::explain
