#include "write/text/questions_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "base/wrapped_text.h"

namespace redress::write {
namespace {

constexpr std::size_t kNameWidth = 23;
constexpr std::size_t kTextIndent = 5;

std::string amount_of(std::uint64_t number, std::string_view one, std::string_view many) {
  return grouped(number) + " " + std::string(number == 1 ? one : many);
}

std::string convictions_and_people(const Affected& affected) {
  return amount_of(affected.convictions, "conviction", "convictions") + " of " +
         amount_of(affected.people, "person", "people");
}

// "     1,204     980": convictions and people, right-aligned.
std::string pair_cells(const Affected& affected) {
  return fmt::format("{:>10}{:>8}", grouped(affected.convictions), grouped(affected.people));
}

std::string heading(const PolicyQuestions& policy, bool is_first) {
  switch (policy.role) {
    case PolicyQuestions::Role::kOffice: return "The office's policy";
    case PolicyQuestions::Role::kStatute: return is_first ? "The statute" : "The statute, beside the office's policy";
    case PolicyQuestions::Role::kFurther: break;
  }
  return "A further policy";
}

// "A step of the policy itself sends another 156 convictions to review, not counted below."
std::string sent_to_review(const PolicyQuestions& policy) {
  if (policy.sent_to_review == 0) return {};
  return paragraph("A step of the policy itself sends another " +
                       amount_of(policy.sent_to_review, "conviction", "convictions") +
                       " to review, not counted below.",
                   0, 0);
}

std::string head_of(const PolicyQuestions& policy, bool is_first) {
  const std::string words = heading(policy, is_first);
  std::string text = "\n" + words + "\n" + std::string(columns_of(words), '=') + "\n";
  text += paragraph(policy.title, 0, 0);
  text += paragraph(policy.choice + ", version " + policy.version, 0, 0);
  text += "\n";
  if (policy.in_review.convictions == 0) {
    return text +
           paragraph(std::string("Nothing that is unknown keeps ") + (policy.in_scope == 1 ? "the " : "any of the ") +
                         amount_of(policy.in_scope, "conviction", "convictions") + " in scope in review.",
                     0, 0) +
           sent_to_review(policy);
  }
  return text +
         paragraph("Of " + amount_of(policy.in_scope, "conviction", "convictions") + " in scope, " +
                       convictions_and_people(policy.in_review) +
                       " stay in review until a fact is known, a question of law is settled, or the file is mended.",
                   0, 0) +
         sent_to_review(policy);
}

// The names of two columns of two, over what pair_cells lays out.
std::string column_heads(std::string_view name, std::span<const std::string_view> pairs) {
  std::string first(kTextIndent + kNameWidth, ' ');
  std::string second = fmt::format("{:{}}{:{}}", "", kTextIndent, name, kNameWidth);
  for (const std::string_view pair : pairs) {
    first += fmt::format("{:>18}", pair);
    second += fmt::format("{:>10}{:>8}", "convict.", "people");
  }
  return first + "\n" + second + "\n";
}

// A name that is too long stands on a line of its own.
std::string name_cell(std::string_view name) {
  if (name.size() < kNameWidth) return fmt::format("{:<{}}", name, kNameWidth);
  return std::string(name) + "\n" + std::string(kTextIndent + kNameWidth, ' ');
}

std::string facts_table(const PolicyQuestions& policy, std::size_t top) {
  if (policy.facts.empty()) return {};
  constexpr std::string_view kPairs[] = {"settles further", "settled so far", "alone", "takes part in"};
  std::string text = "\nFacts to look up, in the order that settles the most together\n\n";
  text += column_heads("fact", kPairs);
  const std::size_t shown = std::min(top, policy.facts.size());
  for (std::size_t i = 0; i < shown; ++i) {
    const MissingFact& fact = policy.facts[i];
    text += fmt::format("{:>3}  ", i + 1) + name_cell(fact.fact) + pair_cells(fact.further) + pair_cells(fact.settled) +
            pair_cells(fact.alone) + pair_cells(fact.takes_part) + "\n";
    text +=
        paragraph(fact.unit.empty() ? fact.question : fact.question + " (" + fact.unit + ")", kTextIndent, kTextIndent);
  }
  if (shown < policy.facts.size()) {
    text += paragraph(amount_of(policy.facts.size() - shown, "more fact", "more facts") + ": --top " +
                          std::to_string(policy.facts.size()) + " shows all.",
                      kTextIndent, kTextIndent);
  }
  return text;
}

std::string matters_table(std::string_view title, std::string_view name, const std::vector<OpenMatter>& matters) {
  if (matters.empty()) return {};
  constexpr std::string_view kPairs[] = {"alone", "takes part in"};
  std::string text = "\n" + std::string(title) + "\n\n" + column_heads(name, kPairs);
  for (const OpenMatter& matter : matters) {
    text += std::string(kTextIndent, ' ') + name_cell(matter.id) + pair_cells(matter.alone) +
            pair_cells(matter.takes_part) + "\n";
    const std::string source = matter.source.empty() ? "" : " (" + matter.source + ")";
    text += paragraph(matter.text + source, kTextIndent, kTextIndent);
  }
  return text;
}

// NOLINTBEGIN(bugprone-suspicious-missing-comma): each is one paragraph of several lines.
constexpr std::string_view kLegend[] = {
    "Settles further: convictions settled once this fact and all above it are known wherever they are missing, and not "
    "before; people, once nothing more keeps any of their convictions in review. The order is greedy: each time the "
    "fact that settles the most further convictions comes next.",
    "Settled so far: the sum down to this line.",
    "Alone: convictions that nothing else keeps in review, and people with none but such.",
    "Takes part in: convictions that it keeps in review, alone or with others. A conviction that a question of law or "
    "a fault of the file keeps in review too is settled by no fact.",
    "All of them are what any value settles. A value that makes another fact matter no more settles more.",
};
// NOLINTEND(bugprone-suspicious-missing-comma)

}  // namespace

std::string questions_text(const QuestionsReport& report, std::size_t top) {
  std::string text =
      "What keeps convictions in review: county " + report.county + ", as of " + to_iso(report.as_of) + "\n";
  bool has_figures = false;
  for (const PolicyQuestions& policy : report.policies) {
    text += head_of(policy, &policy == report.policies.data());
    text += facts_table(policy, top);
    text += matters_table("Questions of law that are open", "question", policy.questions);
    text += matters_table("What else keeps convictions in review", "cause", policy.faults);
    has_figures = has_figures || policy.in_review.convictions > 0;
  }
  if (!has_figures) return text;
  text += "\nWhat the figures mean\n\n";
  for (const std::string_view line : kLegend) text += paragraph(line, 2, 4);
  return text;
}

}  // namespace redress::write
