// Short ways to write an invented person, a plan with one step for each kind of relief, and answers under it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "citation/section_set.h"
#include "evaluate/evaluate.h"
#include "model/person.h"
#include "policy/plan/plan.h"
#include "tally/tally.h"

namespace redress::tally {

inline std::shared_ptr<const citation::SectionSet> set_of(std::string id, std::vector<std::string_view> sections) {
  std::vector<citation::SetEntry> entries;
  for (const std::string_view section : sections) {
    citation::SetEntry entry;
    entry.parts.push_back(*citation::parse_pattern(section));
    entries.push_back(std::move(entry));
  }
  return std::make_shared<const citation::SectionSet>(citation::SectionSet::build(std::move(id), std::move(entries)));
}

// Steps, and outcomes, in this order: dismiss, reduce, refuse, review. Needs Review is outcome 4.
inline constexpr std::size_t kDismiss = 0, kReduce = 1, kRefuse = 2, kReview = 3, kNeedsReview = 4;

// Days of conviction before and after the last seven years of the runs here.
inline constexpr Date kOld{2001, 5, 4};
inline constexpr Date kNew{2015, 5, 4};

inline policy::Plan small_plan() {
  policy::Plan plan;
  plan.id = "test.plan";
  plan.sets.push_back({"prop64", set_of("prop64", {"HSC 11357", "HSC 11358", "HSC 11359", "HSC 11360"})});
  plan.outcomes = {
      {"dismiss", "Eligible for Dismissal", policy::Relief::kDismissal},
      {"reduce", "Eligible for Reduction", policy::Relief::kReduction},
      {"refuse", "Not eligible", policy::Relief::kNone},
      {"review", "Hand Review", policy::Relief::kReview},
      {std::string(policy::kNeedsReviewId), std::string(policy::kNeedsReviewLabel), policy::Relief::kReview}};
  for (std::size_t i = 0; i < 4; ++i) {
    policy::Step step;
    step.id = "step-" + plan.outcomes[i].id;
    step.number = std::to_string(i + 1);
    step.outcome = i;
    step.reason = {{"because", std::nullopt, false}};
    plan.steps.push_back(std::move(step));
  }
  return plan;
}

inline model::Charge charge(std::string_view text) {
  model::Charge made;
  made.doubt = model::Doubt::kUnreadable;
  if (auto citation = citation::parse_charge(text)) made = {*std::move(citation), model::Doubt::kNone};
  return made;
}

inline constexpr Date kAsOf{2019, 11, 11};

// A felony in Los Angeles, in cycle 1.
inline model::Conviction felony(std::string_view charge_text, Date date) {
  model::Conviction conviction;
  conviction.charge = charge(charge_text);
  conviction.date = model::known_date(date);
  conviction.level = model::known(model::Level::kFelony);
  conviction.county = model::known<std::string>("LOS ANGELES");
  conviction.cycle = 1;
  return conviction;
}

inline model::Conviction misdemeanor(std::string_view charge_text, Date date) {
  model::Conviction conviction = felony(charge_text, date);
  conviction.level = model::known(model::Level::kMisdemeanor);
  return conviction;
}

inline model::Person person(std::vector<model::Conviction> convictions) {
  model::Person made;
  made.id = "1";
  made.sex = "F";
  made.race = "White";
  made.birth_date = model::known_date({1970, 1, 1});
  made.convictions = std::move(convictions);
  made.cycle_count = 1;
  for (std::size_t i = 0; i < made.convictions.size(); ++i) {
    model::RowRecord row;
    row.row = model::RowNumber{static_cast<std::uint32_t>(i)};
    row.county = "Los Angeles";
    made.convictions[i].rows = {row.row};
    made.rows.push_back(row);
  }
  return made;
}

inline evaluate::Decision decided(std::size_t step) {
  evaluate::Decision decision;
  decision.answer = evaluate::Answer::kDecided;
  decision.deciding_step = step;
  decision.possible = {step};
  return decision;
}

inline evaluate::Decision undecided(std::vector<std::size_t> outcomes, std::vector<evaluate::UnknownFact> facts) {
  evaluate::Decision decision;
  decision.answer = evaluate::Answer::kUndecided;
  decision.possible = std::move(outcomes);
  decision.deciding = std::move(facts);
  return decision;
}

inline evaluate::Decision unanswered(evaluate::Answer answer, std::vector<evaluate::UnknownFact> facts = {}) {
  evaluate::Decision decision;
  decision.answer = answer;
  decision.deciding = std::move(facts);
  return decision;
}

inline evaluate::UnknownFact fact(evaluate::FactKind kind, model::Doubt doubt, std::uint32_t conviction = 0) {
  return {kind, doubt, {evaluate::SubjectKind::kConviction, conviction}, {}};
}

// A plan and a run, and tallies under them.
struct Desk {
  policy::Plan plan = small_plan();
  evaluate::RunFacts run{kAsOf, "LOS ANGELES"};
  std::shared_ptr<const citation::SectionSet> prop64 = plan.sets.front().set;
  std::shared_ptr<const citation::SectionSet> related = set_of("related", {"PC 148", "BPC 4060"});

  TallyContext context() const { return {plan, run, *prop64, *related}; }

  Tally count(const model::Person& one, std::vector<evaluate::Decision> decisions,
              std::vector<evaluate::Decision> unusable = {}) const {
    Tally tally;
    tally.add_person(context(), one, decisions, unusable);
    return tally;
  }
};

}  // namespace redress::tally
