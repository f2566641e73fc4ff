// The policy as a page that an office prints and signs.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "base/wrapped_text.h"
#include "policy/plan/expression_parts.h"
#include "policy/policy.h"
#include "policy/words/condition_words.h"
#include "policy/words/difference_page.h"
#include "policy/words/entry_words.h"
#include "policy/words/reason_words.h"

namespace redress::policy {
namespace {

constexpr std::size_t kIndent = 2;
constexpr std::size_t kTextColumn = 21;  // where texts start beside their labels
constexpr std::size_t kStepIndent = 4;

std::string heading(std::string_view text) {
  return "\n" + std::string(text) + "\n\n";
}

std::string labeled(std::string_view label, std::string_view text, std::size_t indent = kIndent) {
  return text.empty() ? "" : labeled_paragraph(label, text, indent, kTextColumn);
}

std::string_view kind_words(std::string_view kind) {
  if (kind == "county") return "The criteria of an office. What the statute gives by itself is another question.";
  if (kind == "statute") return "What the statute gives by itself, whatever an office's criteria are.";
  return "A question of what would follow, not the criteria of an office.";
}

std::string head(const Plan& plan) {
  std::string text =
      paragraph(plan.title, 0, 0) + std::string(std::min(columns_of(plan.title), kPageColumns), '=') + "\n\n";
  text += labeled("Policy", plan.id);
  text += labeled("Version", plan.version);
  text +=
      labeled("In force",
              plan.in_force.is_every_day() ? "" : in_force_words(plan.in_force) + "; it has no answer for other days");
  text += labeled("Kind", kind_words(plan.kind));
  text += labeled("County", plan.county.empty() ? "Named for each run" : plan.county);
  if (!plan.same_as.empty()) text += labeled("Criteria", "Those of " + plan.same_as + ", applied to this county.");
  text += labeled("Law", listed(plan.cites));
  text += labeled("Author", plan.author.empty() ? "Not stated" : plan.author);
  text += labeled("Legal review", plan.legal_review.empty() ? "Not stated" : plan.legal_review);
  if (!plan.about.empty()) text += heading("What this policy answers") + paragraph(plan.about, kIndent, kIndent);
  return text;
}

std::string determinations(const Plan& plan) {
  std::string text = heading("Determinations");
  for (const Outcome& outcome : plan.outcomes) {
    text += paragraph(outcome.label + ": " + std::string(relief_words(outcome.relief)), kIndent, kIndent + 2);
  }
  return text;
}

std::string bounds(const Parameter& parameter) {
  std::string text;
  if (parameter.min && parameter.max) {
    text = "From " + std::to_string(*parameter.min) + " to " + std::to_string(*parameter.max);
  } else if (parameter.min) {
    text = "At least " + std::to_string(*parameter.min);
  } else if (parameter.max) {
    text = "At most " + std::to_string(*parameter.max);
  }
  if (parameter.off) text += (text.empty() ? "" : "; ") + std::to_string(*parameter.off) + " switches it off";
  if (!parameter.choices.empty()) text = "One of: " + listed(parameter.choices);
  if (!parameter.charges.empty()) {
    std::vector<std::string> values;
    for (const ChargeChoice& charge : parameter.charges) values.push_back(charge.value);
    text = "Any of: " + listed(values);
  }
  return text.empty() ? "" : text + ".";
}

// "50 until 2019-12-31; 55 from 2020-01-01".
std::string dated_values(const Parameter& parameter) {
  std::vector<std::string> texts;
  Parameter one = parameter;
  for (const DatedValue& dated : parameter.dated) {
    one.value = dated.value;
    texts.push_back(value_words(one) + " " + in_force_words(dated.in_force));
  }
  return listed(texts);
}

std::string parameters(const Plan& plan) {
  if (plan.parameters.empty()) return "";
  std::string text = heading("What an office can choose, and what is chosen here");
  for (const Parameter& parameter : plan.parameters) {
    text += paragraph(parameter.name + ": " + value_words(parameter), kIndent, kIndent + 2);
    text += labeled("By date", dated_values(parameter), kStepIndent);
    text += labeled("In force", in_force_words(parameter.in_force), kStepIndent);
    text += labeled("Meaning", parameter.label, kStepIndent);
    text += labeled("Note", parameter.help, kStepIndent);
    text += labeled("Possible", bounds(parameter), kStepIndent);
  }
  return text;
}

std::string declared_facts(const Plan& plan) {
  if (plan.facts.empty()) return "";
  std::string text = heading("Facts that no file has, and that somebody may supply");
  for (const DeclaredFact& fact : plan.facts) {
    text += paragraph("\"" + with_blanks(fact.name) + "\": " + fact.question, kIndent, kIndent + 2);
    text += labeled("Unit", fact.unit, kStepIndent);
    text += labeled("Note", fact.help, kStepIndent);
  }
  return text;
}

std::string open_questions(const Plan& plan) {
  if (plan.questions.empty()) return "";
  std::string text = heading("Open questions of law");
  for (const OpenQuestion& question : plan.questions) {
    text += paragraph(question.id + ": " + question.text, kIndent, kIndent + 2);
    text += labeled("Source", question.source, kStepIndent);
  }
  return text;
}

std::string ids_of(const Plan& plan, const std::vector<std::size_t>& questions) {
  std::vector<std::string> ids;
  ids.reserve(questions.size());
  for (const std::size_t question : questions) ids.push_back(plan.questions[question].id);
  return listed(ids);
}

std::string section_sets(const Plan& plan, std::span<const SectionSetFile> files) {
  std::string text = heading("Lists of sections");
  for (const PlanSet& used : plan.sets) {
    text += paragraph("\"" + used.alias + "\"", kIndent, kIndent);
    const auto file =
        std::find_if(files.begin(), files.end(), [&](const SectionSetFile& f) { return f.id == used.set->id(); });
    if (file != files.end()) {
      text += labeled("Title", file->title, kStepIndent);
      text += labeled("Law", file->cite, kStepIndent);
      text += labeled("Source", file->origin, kStepIndent);
    }
    const std::size_t count = used.set->entries().size();
    text += labeled("Entries", std::to_string(count) + " (list " + used.set->id() + ")", kStepIndent);
    const auto is_dated = [](const citation::SetEntry& entry) { return !entry.in_force.is_every_day(); };
    const auto dated = std::count_if(used.set->entries().begin(), used.set->entries().end(), is_dated);
    if (dated > 0) text += labeled("With dates", std::to_string(dated) + " of the entries", kStepIndent);
    text += labeled("In force", in_force_words(used.set->in_force()), kStepIndent);
    for (const std::string& alike : entries_words(*used.set)) text += labeled("Sections", alike, kStepIndent);
  }
  return text;
}

std::string when_words(const Plan& plan, std::string_view label, const Expression& condition) {
  const std::vector<std::string> paragraphs = condition_paragraphs(plan, condition);
  std::string text = labeled(label, paragraphs.front(), kStepIndent);
  for (std::size_t i = 1; i < paragraphs.size(); ++i) text += paragraph(paragraphs[i], kTextColumn, kTextColumn + 4);
  return text;
}

std::string steps(const Plan& plan) {
  std::string text = heading("Steps");
  text += paragraph("For each conviction the steps are taken in this order. The first step that holds decides.",
                    kIndent, kIndent);
  std::size_t position = 0;
  for (const Step& step : plan.steps) {
    ++position;
    text += "\n" + paragraph("Step " + (step.number.empty() ? std::to_string(position) : step.number) + ", " + step.id,
                             kIndent, kIndent);
    text += labeled("Question", step.question, kStepIndent);
    text += labeled("In force", in_force_words(step.in_force), kStepIndent);
    text += step.when ? when_words(plan, "It holds when", *step.when)
                      : labeled("It holds when", "no step above has decided", kStepIndent);
    text += labeled("Determination", plan.outcomes[step.outcome].label, kStepIndent);
    text += labeled("Reason", reason_pattern(plan, step), kStepIndent);
    text += labeled("Reason in doubt", reason_pattern(plan, step.reason_in_doubt), kStepIndent);
    text += labeled("Law", step.cite, kStepIndent);
    text += labeled("Open questions", ids_of(plan, step.questions), kStepIndent);
    text += labeled("Note", step.note, kStepIndent);
  }
  return text;
}

std::string_view beside_kind_words(BesideKind kind) {
  switch (kind) {
    case BesideKind::kRoute: return "How relief is asked for";
    case BesideKind::kFinding: return "Worth acting on by itself";
    case BesideKind::kGround: return "What only the opponent can prove; not decided here";
  }
  return "";
}

std::string beside(const Plan& plan) {
  if (plan.beside.empty()) return "";
  std::string text = heading("Beside the determination");
  text += paragraph("Shown with the answer where it holds or may hold. It never decides.", kIndent, kIndent);
  for (const Beside& entry : plan.beside) {
    text += "\n" + paragraph("Beside the determination: " + entry.label + " (" + entry.id + ")", kIndent, kIndent + 2);
    text += labeled("Kind", beside_kind_words(entry.kind), kStepIndent);
    text +=
        entry.when ? when_words(plan, "It holds when", *entry.when) : labeled("It holds when", "always", kStepIndent);
    text += labeled("Law", entry.cite, kStepIndent);
    text += labeled("Note", entry.note, kStepIndent);
  }
  return text;
}

std::string scope(const Plan& plan) {
  return heading("Convictions that this policy speaks of") + when_words(plan, "Those of which", plan.scope) +
         paragraph(
             "It says nothing about any other conviction. The section of a conviction is the first in its charge "
             "that the list \"" +
                 plan.sets[plan.charge_set].alias + "\" holds, with the subdivisions written there.",
             kIndent, kIndent);
}

bool asks_for(const Plan& plan, Field field) {
  const auto asks = [&](const Expression& part) { return part.operation == Operation::kFact && part.field == field; };
  const auto has_part = [&](const auto& step) { return step.when && any_part(*step.when, asks); };
  return any_part(plan.scope, asks) || std::any_of(plan.steps.begin(), plan.steps.end(), has_part) ||
         std::any_of(plan.beside.begin(), plan.beside.end(), has_part);
}

// What stands for dates that no file has.
std::string dates_of_origin(const Plan& plan) {
  std::string text;
  if (asks_for(plan, Field::kOffenseDate)) {
    text += paragraph(
        "No file tells the date of an offense. It is any day from one year before the arrest to the arrest, and no "
        "later than the conviction.",
        kIndent, kIndent);
  }
  if (asks_for(plan, Field::kChargingDate)) {
    text += paragraph(
        "The date of charging is some day from the arrest to the day after the conviction. Only what is before the "
        "arrest is certainly before it, and only what is after the conviction certainly is not.",
        kIndent, kIndent);
  }
  return text;
}

std::string dates(const Plan& plan) {
  const std::string_view leap = plan.leap == LeapRule::kMarch1 ? "March 1" : "February 28";
  std::string text = heading("How dates are read");
  text += paragraph(
      "The date of a conviction is the date of the court's event, and the as-of date is stated for each run. "
      "Ages and numbers of years are counted by anniversaries of the calendar. An anniversary of February "
      "29 falls on " +
          std::string(leap) + " in a year without that day.",
      kIndent, kIndent);
  if (asks_for(plan, Field::kSentenceEnd)) {
    text += paragraph(
        "The end of a sentence is the date of the conviction and all parts of the sentence, one after the other: the "
        "latest day on which it can have ended, unless somebody supplied the true one. Prison, jail or probation "
        "without a length counts as no part, and the data notes of the conviction say so.",
        kIndent, kIndent);
  }
  text += dates_of_origin(plan);
  return text;
}

std::string doubt(const Plan& plan) {
  std::string text = heading("What \"" + std::string(kNeedsReviewLabel) + "\" means");
  for (
      const std::string_view part :
      {"A fact may be missing, unreadable, partial or contradictory. Then a step may be neither certain to hold nor "
       "certain not to. Its determination stays possible, and the steps after it are taken as well.",
       "Where all that is possible is one determination, that is the answer. Where several are possible, the answer is "
       "\"Needs Review\", with the possible determinations in the order of the steps and the facts that decide between "
       "them. No doubt by itself grants relief or denies it.",
       "\"Needs Review\" is also the answer where it is unknown whether this policy speaks of a conviction, and for "
       "the convictions of a person of whom a row of the file could not be used.",
       "A date of which only the year or the month is given stands for every day of it. The record in a file is never "
       "a person's whole record."}) {
    text += paragraph(part, kIndent, kIndent);
  }
  const bool says_so = std::any_of(plan.steps.begin(), plan.steps.end(),
                                   [&](const Step& s) { return s.outcome == plan.needs_review_outcome(); });
  if (says_so) text += paragraph("A step of this policy gives this answer too, with its own reason.", kIndent, kIndent);
  return text;
}

std::string signature() {
  return heading("Approved for use") +
         "  Name   ______________________________________   Title  ____________________________________\n\n"
         "  Signed ______________________________________   Date   ____________________________________\n";
}

}  // namespace

std::string policy_in_words(const Plan& plan, std::span<const SectionSetFile> sets) {
  return head(plan) + scope(plan) + parameters(plan) + declared_facts(plan) + open_questions(plan) +
         section_sets(plan, sets) + determinations(plan) + steps(plan) + beside(plan) +
         dates(plan) + doubt(plan) + signature();
}

}  // namespace redress::policy
