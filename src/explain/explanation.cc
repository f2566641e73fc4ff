#include "explain/explanation.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/wrapped_text.h"
#include "explain/answer_block.h"
#include "explain/decision_notes.h"
#include "explain/person_lookup.h"
#include "explain/short_answer.h"
#include "explain/timeline.h"

namespace redress::explain {
namespace {

bool is_out_of_scope(const PolicyAnswer& answer) {
  return answer.decision.answer == evaluate::Answer::kOutOfScope;
}

// A name may hold what moves a terminal's cursor or changes its colors (C0 and C1): blanks stand there instead.
std::string without_controls(std::string text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const auto next = static_cast<unsigned char>(i + 1 < text.size() ? text[i + 1] : 'x');
    const bool is_c1 = byte == 0xC2 && next >= 0x80 && next <= 0x9F;
    if (is_c1) text[i + 1] = ' ';
    if (is_c1 || (byte < ' ' && byte != '\n') || byte == 0x7F) text[i] = ' ';
  }
  return text;
}

std::string subject_text(const ShownRecord& record, std::span<const AskedPolicy> policies,
                         const SubjectAnswers& subject) {
  std::string text = paragraph(heading_text(record, subject.subject), 0, 2);
  // Relief may be entered already; what was read from the rows may be doubtful, and the answers rest on it.
  const std::string notes = decision_notes(record.person, conviction_of(record.person, subject.subject));
  if (!notes.empty()) text += paragraph("Data notes: " + notes + ".", 2, 4);
  for (const PolicyAnswer& answer : subject.answers) {
    const AskedPolicy& asked = policies[answer.policy];
    if (asked.role != PolicyRole::kOffice) {
      text += "\n" + short_answer_text(record, asked, subject.subject, answer);
    } else if (is_out_of_scope(answer)) {
      text += paragraph(asked.plan->title + ": not in its scope.", 2, 4);
    } else {
      text += answer_text(record, *asked.plan, subject.subject, answer);
    }
  }
  return text;
}

}  // namespace

std::string explanation_text(const ShownRecord& record, std::span<const AskedPolicy> policies,
                             std::span<const SubjectAnswers> answers) {
  std::string answered;
  std::string out_of_scope;
  for (const SubjectAnswers& subject : answers) {
    if (std::all_of(subject.answers.begin(), subject.answers.end(), is_out_of_scope)) {
      out_of_scope += paragraph(heading_text(record, subject.subject), 2, 4);
    } else {
      answered += "\n" + subject_text(record, policies, subject);
    }
  }
  std::string text = head_text(record) + timeline_text(record) + answered;
  if (!out_of_scope.empty()) {
    text += policies.size() > 1 && policies.back().role == PolicyRole::kFurther
                ? "\nNot in the scope of any of these policies\n"
                : "\nNot in this policy's scope\n";
    text += out_of_scope;
  }
  return without_controls(std::move(text)) + "\nThis file alone is not the whole record.\n";
}

std::string people_text(std::span<const std::string> texts, std::uint64_t found) {
  if (found == 1) return texts.front();
  const std::string rule = "\n" + std::string(kPageColumns, '-') + "\n\n";
  std::string all = fmt::format("{} people match.\n", found);
  for (const std::string& text : texts) all += rule + text;
  if (found == texts.size()) return all;
  constexpr std::string_view kMore = " more people match and are not shown. Search by more of the name, or by the id.";
  return all + rule + paragraph(fmt::format("{}{}", found - texts.size(), kMore), 0, 0);
}

}  // namespace redress::explain
