#include "properties/answers.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <utility>
#include <variant>

#include "policy/policy.h"
#include "properties/record_dice.h"
#include "redress/policy.h"

namespace redress::testing {
namespace {

using evaluate::Answer;
using evaluate::Decision;
using evaluate::SubjectKind;

struct Choice {
  std::string_view policy;
  std::vector<policy::Setting> settings;
};

// Settings beside the defaults, so that every step of a policy with switches is walked.
std::vector<Choice> choices() {
  const auto set = [](std::string name, std::string value) {
    return policy::Setting{std::move(name), std::move(value), "--set"};
  };
  return {
      {"us-ca.prop64.los-angeles", {set("age_test", "as-of"), set("youth_age", "40"), set("dismiss_at_age", "57")}},
      {"us-ca.prop64.configurable",
       {set("dismiss", "11357(a);11358"), set("reduce", "11357;11359;11360"), set("under_21_at_conviction", "yes"),
        set("dismiss_at_age", "50"), set("crime_free_years", "5")}},
      {"us-ca.prop64.configurable",
       {set("reduce", "11357(no-sub-section);11358;11359;11360"), set("years_since_conviction", "10"),
        set("crime_free_years", "10"), set("only_prop64", "yes"), set("deceased", "yes")}},
  };
}

const run::PolicyLibrary& library() {
  static const run::PolicyLibrary loaded = [] {
    auto read = run::PolicyLibrary::load("");
    if (!read) FAIL(to_string(read.error()));
    return *std::move(read);
  }();
  return loaded;
}

policy::Plan compiled(const std::string& id) {
  auto plan = library().compile(id);
  if (!plan) FAIL(to_string(plan.error()));
  return *std::move(plan);
}

// The policy of Los Angeles as if its law changed with the calendar: a step that goes, an age that rises, an end.
PolicyUnderTest dated_policy() {
  auto file = library().find("us-ca.prop64.los-angeles");
  if (!file) FAIL(to_string(file.error()));
  std::string& text = file->source.text;
  const auto change = [&](std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    REQUIRE_MESSAGE(at != std::string::npos, from);
    text.replace(at, from.size(), to);
  };
  change("default = 50", "default = [{ value = 50, until = 2019-12-31 }, { value = 55, from = 2020-01-01 }]");
  change("[[step]]\nid       = \"youth\"", "[[step]]\nuntil = 2020-06-30\nid       = \"youth\"");
  change("version ", "until = 2021-03-31\nversion ");
  auto plan = library().compile(file->source);
  if (!plan) FAIL(to_string(plan.error()));
  return {"us-ca.prop64.los-angeles (dated)", *std::move(plan)};
}

std::string subject_name(const model::Person& person, const evaluate::UnknownFact& fact) {
  const std::size_t index = fact.subject.index;
  switch (fact.subject.kind) {
    case SubjectKind::kPerson: return "person";
    case SubjectKind::kConviction: return "conviction " + person.convictions[index].count;
    case SubjectKind::kUnusable: return "row without a count";
    case SubjectKind::kRegistration: {
      const DateSpan& span = person.registrations[index].date.span;
      return "registration " + to_iso(span.first) + " to " + to_iso(span.last);
    }
    case SubjectKind::kCycleCharge: return "count of cycle " + std::to_string(person.cycle_charges[index].cycle);
  }
  return "";
}

std::string named(const PolicyUnderTest& policy, const model::Person& person, const Decision& decision) {
  std::string text = in_words(policy, decision);
  if (decision.answer == Answer::kDecided) {
    text += " by step " + policy.plan.steps[decision.deciding_step].id;
    if (const auto choice = decision.steps.back().charge_choice) text += " by choice " + std::to_string(*choice);
  }
  std::set<std::string> facts;
  for (const evaluate::UnknownFact& fact : decision.deciding) {
    facts.insert(" fact " + std::to_string(static_cast<int>(fact.kind)) + "/" +
                 std::to_string(static_cast<int>(fact.doubt)) + " of " + subject_name(person, fact) +
                 std::string(fact.needed));
  }
  for (const std::string& fact : facts) text += fact;
  return text;
}

std::string_view answer_words(Answer answer) {
  switch (answer) {
    case Answer::kOutOfScope: return "out of scope";
    case Answer::kDecided: return "decided";
    case Answer::kUndecided: return "undecided";
    case Answer::kScopeUnknown: return "scope unknown";
    case Answer::kIncomplete: return "incomplete";
  }
  return "";
}

}  // namespace

const std::vector<PolicyUnderTest>& policies_under_test() {
  static const std::vector<PolicyUnderTest> policies = [] {
    std::vector<PolicyUnderTest> found;
    const auto entries = list_policies("");
    if (!entries) FAIL(to_string(entries.error()));
    for (const PolicyEntry& entry : *entries) {
      const policy::Plan plan = compiled(entry.id);
      found.push_back({plan.id, plan});
      for (const Choice& choice : choices()) {
        if (choice.policy != plan.id) continue;
        auto set = policy::with_settings(plan, choice.settings);
        if (!set) FAIL(to_string(set.error()));
        found.push_back({plan.id + " (" + choice.settings.front().value + ")", *std::move(set)});
      }
    }
    found.push_back(dated_policy());
    return found;
  }();
  return policies;
}

const std::vector<int>& years_asked() {
  static const std::vector<int> years = [] {
    std::set<int> found{21};  // stands in the text of some policies
    for (const PolicyUnderTest& policy : policies_under_test()) {
      for (const policy::Parameter& parameter : policy.plan.parameters) {
        const auto* number = std::get_if<std::int64_t>(&parameter.value);
        if (number != nullptr && *number > 0) found.insert(static_cast<int>(*number));
      }
    }
    return std::vector<int>(found.begin(), found.end());
  }();
  return years;
}

const run::RequiredSets& sets_of_figures() {
  static const run::RequiredSets sets = [] {
    const auto formats = run::load_formats();
    if (!formats) FAIL(to_string(formats.error()));
    const auto required = run::required_sets(library(), formats->results);
    if (!required) FAIL(to_string(required.error()));
    return *required;
  }();
  return sets;
}

const evaluate::RunFacts& run_facts() {
  static const evaluate::RunFacts facts{kDay, std::string(kHome)};
  return facts;
}

const Decision* PersonAnswers::find(std::string_view count) const {
  const auto found = std::find(counts.begin(), counts.end(), count);
  return found == counts.end() ? nullptr : &decisions[static_cast<std::size_t>(found - counts.begin())];
}

Answers answers_about(const model::Person& person) {
  Answers answers;
  for (const PolicyUnderTest& policy : policies_under_test()) {
    const evaluate::PersonEvaluation evaluation(policy.plan, person, run_facts());
    PersonAnswers& found = answers.emplace_back();
    for (std::size_t i = 0; i < person.convictions.size(); ++i) {
      found.counts.push_back(person.convictions[i].count);
      found.decisions.push_back(evaluation.decide(i, evaluate::Detail::kAnswer));
      found.contradicts_arrest.push_back(person.convictions[i].arrest_date.doubt == model::Doubt::kContradictory);
    }
  }
  return answers;
}

std::vector<std::string> named_answers(const model::Person& person, const Answers& answers) {
  std::vector<std::string> words;
  for (std::size_t p = 0; p < answers.size(); ++p) {
    const PolicyUnderTest& policy = policies_under_test()[p];
    for (std::size_t i = 0; i < answers[p].counts.size(); ++i) {
      words.push_back(policy.name + ", count " + answers[p].counts[i] + ": " +
                      named(policy, person, answers[p].decisions[i]));
    }
  }
  std::sort(words.begin(), words.end());
  return words;
}

std::vector<Answers> answers_of(const std::vector<Sketch>& sketches) {
  std::string file;
  for (std::size_t i = 0; i < sketches.size(); ++i) file += lines_of(sketches[i], std::to_string(i + 1));
  Records records({std::move(file)}, kDay);
  std::vector<Answers> answers;
  for (std::size_t i = 0; i < sketches.size(); ++i) answers.push_back(answers_about(records.person(i)));
  return answers;
}

std::string in_words(const PolicyUnderTest& policy, const Decision& decision) {
  std::string text(answer_words(decision.answer));
  for (const std::size_t outcome : decision.possible) text += " [" + policy.plan.outcomes[outcome].label + "]";
  return text;
}

bool is_within(const std::vector<std::size_t>& few, const std::vector<std::size_t>& many) {
  return std::all_of(few.begin(), few.end(),
                     [&](std::size_t outcome) { return std::find(many.begin(), many.end(), outcome) != many.end(); });
}

}  // namespace redress::testing
