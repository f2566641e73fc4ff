#include "explain/answer_block.h"

#include <fmt/format.h>

#include "base/text.h"
#include "explain/answer_words.h"
#include "explain/near_miss.h"
#include "explain/person_lookup.h"
#include "explain/reason.h"
#include "explain/record_words.h"
#include "explain/step_words.h"
#include "explain/text_table.h"

namespace redress::explain {
namespace {

using evaluate::Answer;
using evaluate::Decision;

constexpr std::size_t kIndent = 2;
constexpr std::size_t kStepIndent = 4;
constexpr const char* kSettles = "What would settle it:";

// The parts of a block, each a few lines, made from one answer.
class AnswerBlock {
 public:
  AnswerBlock(const ShownRecord& record, const policy::Plan& plan, evaluate::Subject subject,
              const PolicyAnswer& answer)
      : record_(record), plan_(plan), subject_(subject), answer_(answer), decision_(answer.decision) {}

  std::string text() {
    add_answer();
    switch (decision_.answer) {
      case Answer::kOutOfScope: break;
      case Answer::kDecided: add_decided(); break;
      case Answer::kUndecided: add_undecided(); break;
      case Answer::kScopeUnknown: add_scope_unknown(); break;
      case Answer::kIncomplete: add_incomplete(); break;
    }
    add_later();
    for (const std::string& question : open_questions(plan_, decision_)) add_line("Open question of law " + question);
    for (const auto& [label, words] : beside_lines(plan_, decision_, answer_.beside)) {
      add_line(fmt::format("{}: {}", label, words));
    }
    return text_;
  }

 private:
  Answered answered() const { return {plan_, record_.person, subject_, decision_}; }

  void add_line(const std::string& line) {
    if (!line.empty()) text_ += paragraph(line, kIndent, kIndent + 2);
  }

  std::string answer_words() const {
    switch (decision_.answer) {
      case Answer::kOutOfScope: return {};
      case Answer::kDecided: return determination_text(answered()) + ": " + reason_text(answered());
      case Answer::kUndecided: return determination_text(answered()) + ": " + outcome_labels(plan_, decision_.possible);
      case Answer::kScopeUnknown:
        return determination_text(answered()) + ": it is not known whether the policy speaks of this conviction";
      case Answer::kIncomplete: return determination_text(answered()) + ": the record is not whole";
    }
    return {};
  }

  // The answer and, on the same line where there is room, the policy it comes from.
  void add_answer() {
    const std::string answer = answer_words();
    std::string policy = fmt::format("{}, version {}", plan_.title, plan_.version);
    if (decision_.answer == Answer::kDecided) policy += ", " + deciding_steps(plan_, decision_);
    constexpr std::size_t kBetween = 3;
    if (kIndent + columns_of(answer) + kBetween + columns_of(policy) <= kPageColumns) {
      text_ += std::string(kIndent, ' ') + answer + std::string(kBetween, ' ') + policy + "\n";
    } else {
      text_ += paragraph(answer, kIndent, kIndent + 2) + paragraph(policy, kIndent, kIndent + 2);
    }
  }

  void add_steps() {
    TextTable table;
    for (const evaluate::StepTrace& trace : decision_.steps) {
      const policy::Step& step = plan_.steps[trace.step];
      table.add({step.number, step.question.empty() ? step.id : step.question, std::string(truth_words(trace.truth)),
                 step_words(record_, plan_, subject_, trace)});
    }
    text_ += table.text(kStepIndent);
  }

  // Where steps go section by section, the last one, which always holds, is the last of its own section: of a
  // conviction of another section it tells nothing.
  bool would_be_of_another_section() const {
    const std::size_t other = *decision_.otherwise_step;
    const std::string& own = plan_.steps[decision_.deciding_step].only_section;
    if (own.empty() || other == 0 || plan_.steps[other].when) return false;
    const std::string& before = plan_.steps[other - 1].only_section;
    return !before.empty() && !equals_ignoring_case(before, own);
  }

  // What the answer would be if the deciding step were not there.
  void add_without_deciding_step() {
    if (!decision_.otherwise_step || decision_.otherwise_possible.empty()) return;
    if (would_be_of_another_section()) return;
    std::string line = "Without step " + short_step_name(plan_, decision_.deciding_step) + ": ";
    if (decision_.otherwise_possible.size() > 1) {
      line += std::string(policy::kNeedsReviewLabel) + ": " + outcome_labels(plan_, decision_.otherwise_possible);
    } else {
      const std::size_t other = *decision_.otherwise_step;
      line += fmt::format("{} ({}), step {}", plan_.outcomes[plan_.steps[other].outcome].label,
                          step_reason(answered(), other, nullptr), short_step_name(plan_, other));
    }
    if (answer_.otherwise_later) line += ", " + later_words(plan_, *answer_.otherwise_later);
    add_line(line + ".");
  }

  // Days as a person would say them: what is missed by years is not near.
  static std::string days_words(std::int64_t days) {
    constexpr std::int64_t kMostDaysAsDays = 730;
    if (days <= kMostDaysAsDays) return fmt::format("{} day{}", days, days == 1 ? "" : "s");
    return fmt::format("about {} years", (days + 182) / 365);
  }

  void add_closest_other_step() {
    const auto miss = nearest_miss(plan_, decision_);
    if (!miss) return;
    add_line(fmt::format("Closest other step: {} ({}), missed by {}.", short_step_name(plan_, miss->step),
                         plan_.outcomes[plan_.steps[miss->step].outcome].label, days_words(miss->days)));
  }

  // One fact stands on the line, several below it.
  void add_settling_facts(const std::string& start) {
    const std::vector<std::string> facts = settling_facts(record_, plan_, subject_, decision_);
    if (facts.size() == 1) {
      add_line(as_sentence(start + " " + facts.front()));
      return;
    }
    if (!facts.empty()) add_line(start);
    for (const std::string& fact : facts) text_ += paragraph("- " + fact, kStepIndent, kStepIndent + 2);
  }

  void add_later() {
    if (!answer_.later) return;
    std::string words = later_words(plan_, *answer_.later);
    words.front() = 'F';
    add_line(words + ".");
  }

  void add_decided() {
    add_steps();
    add_without_deciding_step();
    add_closest_other_step();
    const std::string law = citation_text(answered());
    if (!law.empty()) add_line("Law: " + law + ".");
    const std::string& note = plan_.steps[decision_.deciding_step].note;
    if (!note.empty()) add_line(as_sentence("Note: " + note));
  }

  void add_undecided() {
    add_steps();
    add_settling_facts(kSettles);
    add_closest_other_step();
  }

  void add_scope_unknown() {
    const std::string looked_at = uses_words(record_, plan_, subject_, decision_.scope_uses);
    add_line("No step was looked at." + (looked_at.empty() ? std::string{} : " Looked at: " + looked_at + "."));
    add_settling_facts(kSettles);
  }

  void add_incomplete() {
    add_line("No step was looked at: what is missing might hold what decides.");
    add_settling_facts("What is missing:");
  }

  const ShownRecord& record_;
  const policy::Plan& plan_;
  evaluate::Subject subject_;
  const PolicyAnswer& answer_;
  const Decision& decision_;
  std::string text_;
};

}  // namespace

std::string heading_text(const ShownRecord& record, evaluate::Subject subject) {
  const model::Conviction& conviction = conviction_of(record.person, subject);
  const std::string cases = record.to_utf8(case_numbers_of(record.person, subject));
  std::string words = citation_words(conviction.charge) + ", " + date_words(conviction.date) + ", " +
                      county_words(record, conviction.county);
  if (!cases.empty()) words += ", case " + cases;
  return words + in_rows(record, conviction.rows);
}

std::string answer_text(const ShownRecord& record, const policy::Plan& plan, evaluate::Subject subject,
                        const PolicyAnswer& answer) {
  return AnswerBlock(record, plan, subject, answer).text();
}

}  // namespace redress::explain
