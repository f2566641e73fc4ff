// An invented run, plan and tally in which every table of the JSON files has a line.
#pragma once

#include <string>
#include <utility>

#include "tally/tally_builder.h"
#include "write/json/manifest.h"
#include "write/json/summary.h"

namespace redress::write::testing {

inline const std::string kSum(64, 'a');

inline RunSummary summary_run() {
  RunSummary run;
  run.version = "0.1.0";
  run.as_of = tally::kAsOf;
  run.county = "LOS ANGELES";
  run.inputs = {{"/home/office/county.dat", 1234, kSum, 7, 2, 1, true, "Windows-1252"}};
  run.rows_in = 9;
  run.rows_out = 7;
  run.rows_rejected = 2;
  run.rows_unusable = 1;
  run.empty_lines = 1;
  run.rejects_by_cause = {{"wrong_cell_count", "wrong number of cells", 2},
                          {"count_unidentified", "the count cannot be identified", 1}};
  return run;
}

// The tally's small plan, with what its builder leaves empty.
inline policy::Plan whole_plan() {
  policy::Plan plan = tally::small_plan();
  plan.title = "Small policy";
  plan.version = "1";
  plan.kind = "county";
  plan.cites = {"HSC 11361.8"};
  policy::Parameter age;
  age.name = "dismiss_at_age";
  age.type = policy::ParameterType::kYears;
  age.label = "Dismiss at this age";
  age.value = std::int64_t{50};
  plan.parameters.push_back(std::move(age));
  plan.steps[0].reason = {{"", std::size_t{0}, false}, {" years or older", std::nullopt, false}};
  plan.steps[0].question = "50 or older?";
  return plan;
}

// Of every kind of fact and doubt, two people, and gaps.
inline tally::Tally whole_tally() {
  using evaluate::Answer;
  const tally::Desk desk;
  model::Person ana = tally::person({tally::felony("11359 HS", {2001, 5, 4}), tally::felony("11358 HS", {1985, 5, 4}),
                                     tally::misdemeanor("11357", {1992, 5, 4}), tally::felony("148 PC", {2003, 5, 4}),
                                     tally::felony("11360 HS", {2003, 5, 4})});
  ana.convictions[1].date = {};
  ana.convictions[1].level = {};
  ana.rows[0].notes = {model::Note::kEqualRow};
  ana.rows[1].county = "";
  std::vector<evaluate::UnknownFact> facts;
  for (std::size_t i = 0; i < evaluate::kFactKindCount; ++i) {
    facts.push_back(tally::fact(static_cast<evaluate::FactKind>(i), static_cast<model::Doubt>(1 + i % 5)));
  }
  facts[static_cast<std::size_t>(evaluate::FactKind::kNeeded)].needed = "force";
  tally::Tally all =
      desk.count(ana, {tally::decided(tally::kDismiss),
                       tally::undecided({tally::kDismiss, tally::kRefuse},
                                        {tally::fact(evaluate::FactKind::kBirthDate, model::Doubt::kMissing)}),
                       tally::unanswered(Answer::kScopeUnknown, facts), tally::decided(tally::kReview),
                       tally::decided(tally::kReduce)});
  model::Person ben = tally::person({tally::felony("11357 HS", {2014, 5, 4})});
  ben.race = "";
  ben.sex = "";
  ben.birth_date = {};
  ben.missing_rows.push_back({});
  all.merge(desk.count(ben,
                       {tally::unanswered(Answer::kIncomplete,
                                          {tally::fact(evaluate::FactKind::kMissingRow, model::Doubt::kUnreadable)})},
                       {tally::unanswered(Answer::kIncomplete)}));
  return all;
}

// The answers of another policy about Ana: it refuses what the first dismisses, reviews what that refuses to decide,
// and is silent about the last two.
inline policy::Plan other_plan() {
  policy::Plan plan = whole_plan();
  plan.id = "test.other";
  plan.title = "Other policy";
  return plan;
}

inline tally::BesideTally other_tally() {
  using evaluate::Answer;
  const std::vector<evaluate::Decision> office = {
      tally::decided(tally::kDismiss), tally::unanswered(Answer::kScopeUnknown), tally::decided(tally::kReduce)};
  const std::vector<evaluate::Decision> other = {tally::decided(tally::kRefuse), tally::decided(tally::kReview),
                                                 tally::unanswered(Answer::kOutOfScope)};
  tally::BesideTally beside;
  for (const evaluate::Decision& decision : other) beside.answers.add_answer(other_plan(), decision);
  beside.against_office.add_person(whole_plan(), office, other_plan(), other);
  return beside;
}

inline RunManifest small_manifest() {
  RunManifest manifest;
  manifest.version = "0.1.0";
  manifest.as_of = tally::kAsOf;
  manifest.county = "LOS ANGELES";
  manifest.policies = {{"office", "", {"test.plan", "/etc/policies/small.toml", kSum}, {{"dismiss_at_age", "50"}}},
                       {"further",
                        "other.toml with dismiss_at_age=60",
                        {"test.other", "/etc/policies/other.toml", kSum},
                        {{"dismiss_at_age", "60"}}},
                       {"criteria", "", {"test.third", "/etc/policies/third.toml", kSum}, {}}};
  manifest.section_sets = {{"prop64", "sets/prop64.toml", kSum}};
  manifest.formats = {{"", "formats/doj.csv", kSum}};
  manifest.parameters = {{"dismiss_at_age", "50"}};
  manifest.inputs = {{"/home/office/county.dat", 1234, kSum}};
  manifest.facts = {{"/home/office/facts.csv", 12, kSum}};
  manifest.outputs = {{"convictions.csv", 99, kSum}};
  manifest.counts = {9, 7, 2, 1, 1, 2, 6, 6};
  return manifest;
}

}  // namespace redress::write::testing
