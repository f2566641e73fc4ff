#include "explain/short_answer.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/wrapped_text.h"
#include "explain/answer_words.h"
#include "explain/person_lookup.h"
#include "explain/reason.h"
#include "explain/supplied_words.h"

namespace redress::explain {
namespace {

using evaluate::Answer;
using evaluate::Decision;
using evaluate::StepTrace;

constexpr std::size_t kPolicyIndent = 2;
constexpr std::size_t kLabelIndent = 4;
constexpr std::size_t kTextColumn = 16;

class ShortAnswer {
 public:
  ShortAnswer(const ShownRecord& record, const policy::Plan& plan, evaluate::Subject subject,
              const PolicyAnswer& answer)
      : record_(record), plan_(plan), subject_(subject), answer_(answer), decision_(answer.decision) {}

  std::string text() {
    add("Answer", {answer_words()});
    const bool lacks_rows = decision_.answer == Answer::kIncomplete;
    add(lacks_rows ? "Missing" : "Turns on", settling_facts(record_, plan_, subject_, decision_));
    add("Open law", open_questions(plan_, decision_));
    add("Supplied", supplied());
    if (answer_.later) add("Changes", {later_words(plan_, *answer_.later)});
    add("Law", {law()});
    add_beside();
    return text_;
  }

 private:
  Answered answered() const { return {plan_, record_.person, subject_, decision_}; }

  // One text stands beside its label, several below each other, each with a dash.
  void add(const std::string& label, const std::vector<std::string>& texts) {
    const bool is_list = texts.size() > 1;
    std::string block;
    for (const std::string& words : texts) {
      if (words.empty()) continue;
      block += is_list ? paragraph("- " + words, kTextColumn, kTextColumn + 2)
                       : paragraph(words, kTextColumn, kTextColumn);
    }
    if (block.empty()) return;
    const std::string head = std::string(kLabelIndent, ' ') + label;
    text_ += block.replace(0, head.size(), head);
  }

  // Neighbors of one kind share their label.
  void add_beside() {
    std::vector<std::string> texts;
    const auto lines = beside_lines(plan_, decision_, answer_.beside);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      texts.push_back(lines[i].second);
      if (i + 1 < lines.size() && lines[i + 1].first == lines[i].first) continue;
      add(lines[i].first, texts);
      texts.clear();
    }
  }

  bool may_lead_to(const StepTrace& trace, std::size_t outcome) const {
    return trace.truth != Truth::kNo && plan_.steps[trace.step].outcome == outcome;
  }

  // "Dismiss and seal (step 58-1)".
  std::string possible_outcome(std::size_t outcome) const {
    std::vector<std::string> steps;
    for (const StepTrace& trace : decision_.steps) {
      if (may_lead_to(trace, outcome)) steps.push_back(short_step_name(plan_, trace.step));
    }
    return fmt::format("{} ({} {})", plan_.outcomes[outcome].label, steps.size() == 1 ? "step" : "steps",
                       joined_by_or(steps));
  }

  std::string answer_words() const {
    switch (decision_.answer) {
      case Answer::kOutOfScope: return std::string(kNotInScopeLabel);
      case Answer::kDecided:
        return fmt::format("{}, {} ({})", determination_text(answered()), deciding_steps(plan_, decision_),
                           reason_text(answered()));
      case Answer::kUndecided: {
        std::vector<std::string> possible;
        for (const std::size_t outcome : decision_.possible) possible.push_back(possible_outcome(outcome));
        return determination_text(answered()) + ": " + joined_by_or(possible);
      }
      case Answer::kScopeUnknown:
        return determination_text(answered()) + ": it is not known whether it speaks of this conviction";
      case Answer::kIncomplete: return determination_text(answered()) + ": the record is not whole";
    }
    return {};
  }

  // The facts of the record that somebody filled in, and the declared ones that a step asked for.
  std::vector<std::string> supplied() const {
    if (decision_.steps.empty()) return {};
    const model::Conviction& conviction = conviction_of(record_.person, subject_);
    std::vector<std::string> texts = filled_lines(record_, conviction);
    for (const StepTrace& trace : decision_.steps) {
      for (const evaluate::Use& use : trace.uses) {
        if (use.expression->operation != policy::Operation::kDeclaredFact) continue;
        const policy::DeclaredFact& fact = plan_.facts[use.expression->index];
        if (!evaluate::supplied_value(conviction, fact)) continue;
        std::string words = supplied_words(*evaluate::supplied_fact(conviction, fact.name), fact.unit);
        if (std::find(texts.begin(), texts.end(), words) == texts.end()) texts.push_back(std::move(words));
      }
    }
    return texts;
  }

  // Of the deciding step, or of every step that may decide, each once.
  std::string law() const {
    if (decision_.answer == Answer::kDecided) return citation_text(answered());
    std::vector<std::string_view> said;
    std::string words;
    for (const std::size_t outcome : decision_.possible) {
      for (const StepTrace& trace : decision_.steps) {
        const std::string& cite = plan_.steps[trace.step].cite;
        const bool is_new = std::find(said.begin(), said.end(), cite) == said.end();
        if (!may_lead_to(trace, outcome) || cite.empty() || !is_new) continue;
        said.push_back(cite);
        words.append(words.empty() ? "" : "; ").append(cite);
      }
    }
    return words;
  }

  const ShownRecord& record_;
  const policy::Plan& plan_;
  evaluate::Subject subject_;
  const PolicyAnswer& answer_;
  const Decision& decision_;
  std::string text_;
};

// Whose answer it is: the statute by its title, a further policy as it was asked for.
std::string policy_line(const AskedPolicy& asked) {
  const std::string title = fmt::format("{}, version {}", asked.plan->title, asked.plan->version);
  if (asked.role != PolicyRole::kFurther) return "Statute: " + title;
  return "Beside it: " + asked.choice + " (" + title + ")";
}

}  // namespace

std::string short_answer_text(const ShownRecord& record, const AskedPolicy& asked, evaluate::Subject subject,
                              const PolicyAnswer& answer) {
  return paragraph(policy_line(asked), kPolicyIndent, kPolicyIndent + 2) +
         ShortAnswer(record, *asked.plan, subject, answer).text();
}

}  // namespace redress::explain
