#include "policy/words/policy_difference.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "base/wrapped_text.h"
#include "policy/policy.h"
#include "policy/words/condition_words.h"
#include "policy/words/difference_page.h"
#include "policy/words/list_difference.h"
#include "policy/words/name_match.h"
#include "policy/words/reason_words.h"
#include "policy/words/same_meaning.h"
#include "policy/words/step_difference.h"

namespace redress::policy {
namespace {

std::string number_of(std::size_t count, std::string_view what) {
  return std::to_string(count) + " " + std::string(what) + (count == 1 ? "" : "s");
}

bool asks_for_parameter(const Expression& e, std::size_t parameter) {
  const bool names_one = e.operation == Operation::kParameter || e.operation == Operation::kChargeInChoices;
  if (names_one && e.index == parameter) return true;
  return std::any_of(e.children.begin(), e.children.end(),
                     [&](const Expression& child) { return asks_for_parameter(child, parameter); });
}

// " with dismiss_at_age=60": what was chosen, so that one policy under two choices can be told apart.
std::string with_chosen(const Plan& plan) {
  std::string text;
  for (const Parameter& parameter : plan.parameters) {
    if (parameter.is_chosen) text += (text.empty() ? " with " : ", ") + parameter.name + "=" + value_text(parameter);
  }
  return text;
}

class Comparer {
 public:
  Comparer(const Plan& a, const Plan& b) : a_(a), b_(b) {}

  PolicyDifference compare() {
    compare_heads();
    compare_scopes();
    compare_parameters();
    compare_lists(a_, b_, page_);
    compare_facts();
    compare_questions();
    compare_outcomes();
    counts_ = compare_steps(a_, b_, page_);
    compare_beside(a_, b_, page_);
    compare_dates();
    return {head() + page_.text(), page_.has_criteria()};
  }

 private:
  std::string head() const {
    const std::string title = "Two policies compared";
    std::string text = title + "\n" + std::string(title.size(), '=') + "\n\n";
    for (const auto& [label, plan] : {std::pair{"A", &a_}, std::pair{"B", &b_}}) {
      text += labeled_paragraph(
          label, plan->id + with_chosen(*plan) + ", version " + plan->version + ": " + plan->title, 2, 6);
    }
    return text + "\n" + paragraph(summary(), 2, 2);
  }

  std::string summary() const {
    if (page_.text().empty()) return "No difference.";
    if (!page_.has_criteria()) return "No difference in criteria. What differs is named below.";
    return number_of(counts_.only_a, "step") + " only in A, " + std::to_string(counts_.only_b) + " only in B, " +
           std::to_string(counts_.changed) + " in both but changed, " + std::to_string(counts_.same) +
           " the same. Whatever is not named below is the same in both.";
  }

  void compare_heads() {
    page_.section("What they are");
    const auto differ = [&](std::string_view label, const std::string& x, const std::string& y) {
      page_.sides(label, x, y, Weight::kWording);
    };
    differ("Policy", a_.id, b_.id);
    differ("Title", a_.title, b_.title);
    differ("Version", a_.version, b_.version);
    differ("Kind", a_.kind, b_.kind);
    differ("County", county_of(a_), county_of(b_));
    differ("Law", listed(a_.cites), listed(b_.cites));
    differ("Question answered", a_.about, b_.about);
    differ("Author", a_.author, b_.author);
    differ("Legal review", a_.legal_review, b_.legal_review);
  }

  static std::string county_of(const Plan& plan) { return plan.county.empty() ? "named for each run" : plan.county; }

  void compare_scopes() {
    page_.section("Convictions that they speak of");
    if (!have_same_meaning(a_, a_.scope, b_, b_.scope)) {
      page_.conditions("Those of which", condition_paragraphs(a_, a_.scope), condition_paragraphs(b_, b_.scope));
    }
    const PlanSet& in_a = a_.sets[a_.charge_set];
    const PlanSet& in_b = b_.sets[b_.charge_set];
    if (in_a.alias != in_b.alias && !have_same_entries(*in_a.set, *in_b.set)) {
      page_.sides("The list that names their section", in_a.alias, in_b.alias, Weight::kCriteria);
    }
  }

  void compare_parameters() {
    page_.section("What an office can choose, and what is chosen");
    match_by_name(
        a_.parameters, b_.parameters, [](const Parameter& p) { return p.name; },
        [&](const Parameter& x, const Parameter& y) {
          page_.item(x.name);
          page_.sides("Value", dated_value_words(x), dated_value_words(y), Weight::kCriteria);
          if (dated_value_words(x) != dated_value_words(y))
            page_.line("Asked for by", steps_asking_for(x), Weight::kWording);
          page_.sides("In force", dates_words(x.in_force), dates_words(y.in_force), Weight::kCriteria);
          page_.sides("Choices", charges_of(x), charges_of(y), Weight::kCriteria);
          page_.sides("Meaning", x.label, y.label, Weight::kWording);
          page_.sides("Note", x.help, y.help, Weight::kWording);
        },
        [&](std::string_view where, const Parameter& p) {
          page_.item(p.name);
          page_.line(where, dated_value_words(p) + ": " + p.label, Weight::kCriteria);
        });
  }

  static std::string dated_value_words(const Parameter& parameter) {
    std::vector<std::string> texts;
    for (const DatedValue& dated : parameter.dated) {
      Parameter on_that_day = parameter;
      on_that_day.value = dated.value;
      texts.push_back(value_words(on_that_day) + " " + in_force_words(dated.in_force));
    }
    return texts.empty() ? value_words(parameter) : listed(texts);
  }

  // Of A: the steps of B that ask for it differ otherwise.
  std::string steps_asking_for(const Parameter& parameter) const {
    const auto index = static_cast<std::size_t>(&parameter - a_.parameters.data());
    std::vector<std::string> names;
    for (std::size_t i = 0; i < a_.steps.size(); ++i) {
      if (a_.steps[i].when && asks_for_parameter(*a_.steps[i].when, index)) names.push_back(step_name(a_, i));
    }
    return listed(names);
  }

  static std::string charges_of(const Parameter& parameter) {
    std::vector<std::string> texts;
    for (const ChargeChoice& charge : parameter.charges) {
      const std::string_view fit = charge.fit == ChargeChoice::Fit::kNoSubdivision ? " without a subdivision" : "";
      texts.push_back(charge.value + " (" + citation::to_text(charge.section) + std::string(fit) + ")");
    }
    return texts.empty() ? listed(parameter.choices) : listed(texts);
  }

  void compare_facts() {
    page_.section("Facts that no file has, and that somebody may supply");
    match_by_name(
        a_.facts, b_.facts, [](const DeclaredFact& f) { return f.name; },
        [&](const DeclaredFact& x, const DeclaredFact& y) {
          page_.item(x.name);
          page_.sides("Answer", answer_of(x), answer_of(y), Weight::kCriteria);
          page_.sides("Question", x.question, y.question, Weight::kWording);
          page_.sides("Note", x.help, y.help, Weight::kWording);
        },
        [&](std::string_view where, const DeclaredFact& f) {
          page_.item(f.name);
          page_.line(where, f.question, Weight::kCriteria);
        });
  }

  static std::string answer_of(const DeclaredFact& fact) {
    const std::string_view type = fact.type == DeclaredType::kYesNo    ? "yes or no"
                                  : fact.type == DeclaredType::kNumber ? "a whole number"
                                                                       : "a number";
    return std::string(type) + (fact.unit.empty() ? "" : " of " + fact.unit);
  }

  void compare_questions() {
    page_.section("Open questions of law");
    match_by_name(
        a_.questions, b_.questions, [](const OpenQuestion& q) { return q.id; },
        [&](const OpenQuestion& x, const OpenQuestion& y) {
          page_.item(x.id);
          page_.sides("Question", x.text, y.text, Weight::kWording);
          page_.sides("Source", x.source, y.source, Weight::kWording);
        },
        [&](std::string_view where, const OpenQuestion& q) {
          page_.item(q.id);
          page_.line(where, q.text, Weight::kWording);
        });
  }

  // Their labels and what they give stand with the steps.
  void compare_outcomes() {
    page_.section("Determinations");
    match_by_name(
        a_.outcomes, b_.outcomes, [](const Outcome& o) { return o.label; }, [](const Outcome&, const Outcome&) {},
        [&](std::string_view where, const Outcome& o) {
          page_.item(o.label);
          page_.line(where, relief_words(o.relief), Weight::kCriteria);
        });
  }

  void compare_dates() {
    page_.section("Dates");
    page_.sides("In force", dates_words(a_.in_force), dates_words(b_.in_force), Weight::kCriteria);
    const auto anniversary = [](const Plan& plan) {
      return plan.leap == LeapRule::kMarch1 ? std::string("March 1") : std::string("February 28");
    };
    page_.sides("Anniversary of February 29 in other years", anniversary(a_), anniversary(b_), Weight::kCriteria);
  }

  const Plan& a_;
  const Plan& b_;
  StepCounts counts_;
  DifferencePage page_;
};

}  // namespace

PolicyDifference difference_of(const Plan& a, const Plan& b) {
  return Comparer(a, b).compare();
}

}  // namespace redress::policy
