#include "policy/words/step_difference.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policy/policy.h"
#include "policy/words/condition_words.h"
#include "policy/words/name_match.h"
#include "policy/words/reason_words.h"
#include "policy/words/same_meaning.h"

namespace redress::policy {
namespace {

std::vector<std::string> when_paragraphs(const Plan& plan, const std::optional<Expression>& when,
                                         std::string_view always) {
  if (!when) return {std::string(always)};
  return condition_paragraphs(plan, *when);
}

std::string determination_of(const Plan& plan, const Step& step) {
  const Outcome& outcome = plan.outcomes[step.outcome];
  return outcome.label + " (" + std::string(relief_words(outcome.relief)) + ")";
}

std::string open_question_ids(const Plan& plan, const Step& step) {
  std::vector<std::string> ids;
  for (const std::size_t question : step.questions) ids.push_back(plan.questions[question].id);
  return listed(ids);
}

// The values of parameters aside, which differ by themselves.
bool have_same_reason(const Plan& a, const Step& in_a, const Plan& b, const Step& in_b) {
  const auto name_of = [](const Plan& plan, const ReasonPiece& piece) {
    return piece.parameter ? std::string_view(plan.parameters[*piece.parameter].name) : std::string_view();
  };
  return std::equal(in_a.reason.begin(), in_a.reason.end(), in_b.reason.begin(), in_b.reason.end(),
                    [&](const ReasonPiece& x, const ReasonPiece& y) {
                      return x.text == y.text && x.is_citation == y.is_citation && name_of(a, x) == name_of(b, y);
                    });
}

class StepComparer {
 public:
  StepComparer(const Plan& a, const Plan& b, DifferencePage& page)
      : a_(a), b_(b), page_(page), b_of_a_(a.steps.size()), is_matched_(b.steps.size()) {
    match([](const Step& x, const Step& y) { return x.id == y.id; });
    match([&](const Step& x, const Step& y) {
      return have_same_meaning(a_, x.when, b_, y.when) && determination_of(a_, x) == determination_of(b_, y);
    });
  }

  StepCounts compare() {
    StepCounts counts;
    page_.section("Steps only in A");
    for (std::size_t i = 0; i < a_.steps.size(); ++i) {
      if (b_of_a_[i]) continue;
      show(a_, i);
      ++counts.only_a;
    }
    page_.section("Steps only in B");
    for (std::size_t k = 0; k < b_.steps.size(); ++k) {
      if (is_matched_[k]) continue;
      show(b_, k);
      ++counts.only_b;
    }
    page_.section("Steps in both, but changed");
    for (std::size_t i = 0; i < a_.steps.size(); ++i) {
      if (!b_of_a_[i]) continue;
      const std::size_t before = page_.text().size();
      compare_step(i, *b_of_a_[i]);
      ++(page_.text().size() > before ? counts.changed : counts.same);
    }
    compare_order();
    return counts;
  }

 private:
  template <class IsLike>
  void match(IsLike is_like) {
    for (std::size_t i = 0; i < a_.steps.size(); ++i) {
      for (std::size_t k = 0; k < b_.steps.size() && !b_of_a_[i]; ++k) {
        if (is_matched_[k] || !is_like(a_.steps[i], b_.steps[k])) continue;
        b_of_a_[i] = k;
        is_matched_[k] = true;
      }
    }
  }

  void show(const Plan& plan, std::size_t index) {
    const Step& step = plan.steps[index];
    page_.item(step_name(plan, index));
    page_.condition("It holds when", when_paragraphs(plan, step.when, kOtherwise));
    page_.line("Determination", determination_of(plan, step), Weight::kCriteria);
    page_.line("Reason", reason_pattern(plan, step), Weight::kWording);
    page_.line("Law", step.cite, Weight::kWording);
    page_.line("In force", in_force_words(step.in_force), Weight::kCriteria);
    page_.line("Open questions", open_question_ids(plan, step), Weight::kWording);
  }

  void compare_step(std::size_t in_a, std::size_t in_b) {
    const Step& x = a_.steps[in_a];
    const Step& y = b_.steps[in_b];
    const std::string name_in_a = step_name(a_, in_a);
    const std::string name_in_b = step_name(b_, in_b);
    page_.item(name_in_a + (name_in_a == name_in_b ? "" : "; in B: " + name_in_b));
    if (!have_same_meaning(a_, x.when, b_, y.when)) {
      page_.conditions("It holds when", when_paragraphs(a_, x.when, kOtherwise),
                       when_paragraphs(b_, y.when, kOtherwise));
    }
    page_.sides("Determination", determination_of(a_, x), determination_of(b_, y), Weight::kCriteria);
    page_.sides("In force", dates_words(x.in_force), dates_words(y.in_force), Weight::kCriteria);
    if (!have_same_reason(a_, x, b_, y)) {
      page_.sides("Reason", reason_pattern(a_, x), reason_pattern(b_, y), Weight::kWording);
    }
    page_.sides("Law", x.cite, y.cite, Weight::kWording);
    page_.sides("Open questions", open_question_ids(a_, x), open_question_ids(b_, y), Weight::kWording);
    page_.sides("Question", x.question, y.question, Weight::kWording);
    page_.sides("Note", x.note, y.note, Weight::kWording);
    // A position alone is no name: it changes with every step before it.
    if (x.id != y.id || (x.number != y.number)) page_.sides("Name", name_in_a, name_in_b, Weight::kWording);
  }

  void compare_order() {
    page_.section("Order of the steps that both have");
    std::vector<std::size_t> in_b;
    for (const auto& step : b_of_a_) {
      if (step) in_b.push_back(*step);
    }
    if (std::is_sorted(in_b.begin(), in_b.end())) return;
    std::vector<std::string> as_in_a;
    std::vector<std::string> as_in_b;
    as_in_a.reserve(in_b.size());
    as_in_b.reserve(in_b.size());
    for (const std::size_t step : in_b) as_in_a.push_back(b_.steps[step].id);
    std::sort(in_b.begin(), in_b.end());
    for (const std::size_t step : in_b) as_in_b.push_back(b_.steps[step].id);
    page_.sides("The first that holds decides", listed(as_in_a), listed(as_in_b), Weight::kCriteria);
  }

  static constexpr std::string_view kOtherwise = "no step above has decided";

  const Plan& a_;
  const Plan& b_;
  DifferencePage& page_;
  std::vector<std::optional<std::size_t>> b_of_a_;
  std::vector<bool> is_matched_;  // of B
};

std::string beside_words(const Beside& entry) {
  switch (entry.kind) {
    case BesideKind::kRoute: return "how relief is asked for: " + entry.label;
    case BesideKind::kFinding: return "worth acting on by itself: " + entry.label;
    case BesideKind::kGround: return "for the opponent to prove: " + entry.label;
  }
  return entry.label;
}

}  // namespace

std::string step_name(const Plan& plan, std::size_t step) {
  const std::string& number = plan.steps[step].number;
  return "Step " + (number.empty() ? std::to_string(step + 1) : number) + ", " + plan.steps[step].id;
}

std::string dates_words(DateSpan in_force) {
  return in_force.is_every_day() ? "always" : in_force_words(in_force);
}

StepCounts compare_steps(const Plan& a, const Plan& b, DifferencePage& page) {
  return StepComparer(a, b, page).compare();
}

void compare_beside(const Plan& a, const Plan& b, DifferencePage& page) {
  page.section("What stands beside the determination, and never decides");
  match_by_name(
      a.beside, b.beside, [](const Beside& entry) { return entry.id; },
      [&](const Beside& x, const Beside& y) {
        page.item(x.id);
        page.sides("Meaning", beside_words(x), beside_words(y), Weight::kWording);
        if (!have_same_meaning(a, x.when, b, y.when)) {
          page.conditions("It is said when", when_paragraphs(a, x.when, "always"), when_paragraphs(b, y.when, "always"),
                          Weight::kWording);
        }
        page.sides("Law", x.cite, y.cite, Weight::kWording);
        page.sides("Note", x.note, y.note, Weight::kWording);
      },
      [&](std::string_view where, const Beside& entry) {
        page.item(entry.id);
        page.line(where, beside_words(entry), Weight::kWording);
      });
}

}  // namespace redress::policy
