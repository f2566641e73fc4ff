#include "write/json/summary.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string_view>
#include <utility>

#include "explain/words.h"
#include "tally/figure.h"
#include "write/file_name.h"
#include "write/json/answer_tables.h"
#include "write/json/criteria_json.h"
#include "write/json/impact_tables.h"
#include "write/json/json_text.h"
#include "write/json/questions_json.h"
#include "write/json/reconciliation_json.h"
#include "write/policy_questions.h"

namespace redress::write {
namespace {

using tally::Figure;
using tally::Tally;
using Json = nlohmann::ordered_json;

constexpr std::string_view kCaution =
    "These figures are what these files alone show under the policy named here, on the as-of date; a person's record "
    "in them is never the whole record. Relief is what would follow if the court grants it.";

void put_bounds(Json& section, Figure figure, const tally::Bounds& bounds) {
  const tally::FigureWords& words = tally::words_of(figure);
  section[std::string(words.id)] = {
      {"at_least", bounds.at_least}, {"at_most", bounds.at_most}, {"definition", words.definition}};
}

// A value of the file as it is; null where its cell is empty.
Json or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json policy_section(const policy::Plan& plan) {
  return {{"id", plan.id},
          {"title", plan.title},
          {"version", plan.version},
          {"kind", plan.kind},
          {"cites", plan.cites},
          {"legal_review", plan.legal_review},
          {"parameters", parameter_list(plan)}};
}

Json run_section(const RunSummary& run, const policy::Plan& plan) {
  Json inputs = Json::array();
  for (const SummaryInput& input : run.inputs) {
    inputs.push_back({{"name", file_name_of(input.name)},
                      {"bytes", input.bytes},
                      {"sha256", input.sha256},
                      {"rows", input.rows},
                      {"rejects", input.rejects},
                      {"empty_lines", input.empty_lines},
                      {"has_header", input.has_header},
                      {"encoding", input.encoding}});
  }
  Json facts = Json::array();
  for (const WrittenFile& file : run.facts_files)
    facts.push_back({{"name", file_name_of(file.name)}, {"bytes", file.bytes}, {"sha256", file.sha256}});
  return {{"program_version", run.version},    {"as_of", to_iso(run.as_of)},
          {"county", run.county},              {"policy", policy_section(plan)},
          {"inputs", std::move(inputs)},       {"facts", std::move(facts)},
          {"worth_checking", run.worth_checking}};
}

Json rows_section(const RunSummary& run) {
  Json section;
  put(section, Figure::kRowsIn, run.rows_in);
  put(section, Figure::kRowsOut, run.rows_out);
  put(section, Figure::kRowsRejected, run.rows_rejected);
  put(section, Figure::kRowsUnusable, run.rows_unusable);
  put(section, Figure::kEmptyLines, run.empty_lines);
  Json causes = Json::array();
  for (const CauseCount& count : run.rejects_by_cause) {
    causes.push_back({{"cause", count.id}, {"words", count.words}, {"rows", count.rows}});
  }
  put_table(section, Figure::kRejectsByCause, std::move(causes));
  return section;
}

Json record_section(const RunSummary& run, const Tally& tally) {
  Json section;
  put(section, Figure::kPeople, tally.people);
  put(section, Figure::kPeopleIncomplete, tally.people_incomplete);
  put(section, Figure::kCycles, tally.cycles);
  put(section, Figure::kConvictions, tally.convictions);
  put(section, Figure::kEqualRows, tally.equal_rows);
  put(section, Figure::kRowsOfConvictions, tally.rows_of_convictions);
  Json counties = Json::array();
  for (const auto& [county, rows] : tally.rows_by_county) {
    counties.push_back({{"county", or_null(county)}, {"rows", rows}});
  }
  put_table(section, Figure::kRowsByCounty, std::move(counties));
  Json notes = Json::array();
  for (std::size_t i = 0; i < model::kNoteCount; ++i) {
    const auto note = static_cast<model::Note>(i);
    notes.push_back({{"note", tally::id_of(note)},
                     {"words", explain::note_words(note)},
                     {"rows", tally.notes[i].rows},
                     {"people", tally.notes[i].people}});
  }
  put_table(section, Figure::kNotes, std::move(notes));
  put_supplied_facts(section, run.supplied_facts);
  return section;
}

Json section_table(const Tally& tally) {
  Json table = Json::array();
  for (const auto& [key, convictions] : tally.by_section) {
    Json row;
    switch (key.state) {
      case tally::SectionKey::State::kListed: row["section"] = key.code + " " + key.number; break;
      case tally::SectionKey::State::kOther: row["section"] = "other"; break;
      case tally::SectionKey::State::kUnknown: row["section"] = "unknown"; break;
    }
    row["convictions"] = convictions;
    table.push_back(std::move(row));
  }
  return table;
}

Json fact_table(const Tally& tally) {
  Json table = Json::array();
  for (const auto& [key, count] : tally::most_settling_first(tally)) {
    table.push_back({{"fact", tally::id_of(key.kind)},
                     {"needed", or_null(key.needed)},
                     {"doubt", tally::id_of(key.doubt)},
                     {"words", explain::fact_kind_words(key.kind, key.doubt, key.needed)},
                     {"settles_alone", count.settles_alone},
                     {"takes_part", count.takes_part}});
  }
  return table;
}

Json decisions_section(const policy::Plan& plan, const Tally& tally) {
  Json section;
  put(section, Figure::kInScope, tally.in_scope);
  put(section, Figure::kUnidentifiedInReview, tally.unidentified_in_review);
  put_outcomes(section, plan, tally);
  put_table(section, Figure::kBySection, section_table(tally));
  Json levels = Json::array();
  for (std::size_t i = 0; i < tally::kLevelCount; ++i) {
    levels.push_back({{"level", tally::level_id(i)}, {"convictions", tally.by_level[i]}});
  }
  put_table(section, Figure::kByLevel, std::move(levels));
  put_steps(section, plan, tally);
  put_review_causes(section, tally);
  put_table(section, Figure::kReviewsByFact, fact_table(tally));
  Json decades = Json::array();
  for (const auto& [decade, count] : tally.by_decade) {
    decades.push_back({{"decade", decade ? Json(*decade) : Json(nullptr)},
                       {"convictions", count.in_scope},
                       {"with_relief", count.with_relief}});
  }
  put_table(section, Figure::kByDecade, std::move(decades));
  return section;
}

Json scenario_table(const std::array<tally::Bounds, tally::kScenarioCount>& scenarios) {
  Json table = Json::array();
  for (std::size_t i = 0; i < scenarios.size(); ++i) {
    table.push_back({{"scenario", tally::id_of(static_cast<tally::Scenario>(i))},
                     {"at_least", scenarios[i].at_least},
                     {"at_most", scenarios[i].at_most}});
  }
  return table;
}

Json people_section(const Tally& tally) {
  Json section;
  put(section, Figure::kPeopleInScope, tally.people_in_scope);
  put_bounds(section, Figure::kPeopleWithRelief, tally.people_with_relief);
  put_table(section, Figure::kPeopleReached, scenario_table(tally.people_reached));
  put_table(section, Figure::kConvictionsDismissed, scenario_table(tally.convictions_dismissed));
  put_table(section, Figure::kFeloniesGone, scenario_table(tally.felonies_gone));
  constexpr std::array<Figure, tally::kLeftCount> kFigures = {Figure::kNoFelonyLeft, Figure::kNoConvictionLeft,
                                                              Figure::kNoRecentConvictionLeft};
  for (std::size_t i = 0; i < kFigures.size(); ++i) {
    put_table(section, kFigures[i], scenario_table(tally.nothing_left[i]));
  }
  return section;
}

Json one_policy(const RunSummary& run, std::string_view role, const std::string& choice, const policy::Plan& plan,
                const tally::AnswerTally& answers) {
  Json one = {{"role", role},        {"id", plan.id},           {"choice", choice},
              {"title", plan.title}, {"version", plan.version}, {"parameters", parameter_list(plan)}};
  put(one, Figure::kInScope, answers.in_scope);
  put_outcomes(one, plan, answers);
  put_steps(one, plan, answers);
  put_review_causes(one, answers);
  one["questions"] = questions_section(policy_questions(plan, answers, run.fact_questions));
  return one;
}

Json policies_section(const RunSummary& run, const policy::Plan& office, const tally::Tally& tally,
                      std::span<const BesideFigures> beside) {
  Json list = Json::array();
  list.push_back(one_policy(run, "office", office.id, office, tally));
  for (const BesideFigures& other : beside) {
    Json one = one_policy(run, other.role, other.choice, other.plan, other.tally.answers);
    put_against_office(one, office, other.plan, other.tally.against_office);
    list.push_back(std::move(one));
  }
  return list;
}

Json criteria_section(const policy::Plan& office, std::span<const BesideFigures> beside) {
  Json list = Json::array();
  list.push_back(criteria_json("office", office));
  for (const BesideFigures& other : beside) list.push_back(criteria_json(other.role, other.plan));
  return list;
}

}  // namespace

std::string summary_json(const RunSummary& run, const policy::Plan& plan, const tally::Tally& tally,
                         std::span<const BesideFigures> beside) {
  Json summary;
  summary["format"] = "redress.summary";
  summary["format_version"] = 1;
  summary["caution"] = kCaution;
  summary["run"] = run_section(run, plan);
  summary["rows"] = rows_section(run);
  summary["record"] = record_section(run, tally);
  summary["decisions"] = decisions_section(plan, tally);
  summary["policies"] = policies_section(run, plan, tally, beside);
  summary["people"] = people_section(tally);
  summary["impact"] = impact_section(plan, tally);
  put_table(summary, Figure::kReconciliation, reconciliation_table(run, plan, tally));
  summary["criteria"] = criteria_section(plan, beside);
  return json_text(summary);
}

}  // namespace redress::write
