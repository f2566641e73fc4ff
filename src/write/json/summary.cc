#include "write/json/summary.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "explain/reason.h"
#include "explain/words.h"
#include "policy/policy.h"
#include "tally/figure.h"
#include "write/file_name.h"
#include "write/json/json_text.h"

namespace redress::write {
namespace {

using tally::Figure;
using tally::Tally;
using Json = nlohmann::ordered_json;

constexpr std::string_view kCaution =
    "These figures are what these files alone show under the policy named here, on the as-of date; a person's record "
    "in "
    "them is never the whole record. Relief is what would follow if the court grants it.";

void put(Json& section, Figure figure, std::uint64_t value) {
  const tally::FigureWords& words = tally::words_of(figure);
  section[std::string(words.id)] = {{"value", value}, {"definition", words.definition}};
}

void put(Json& section, Figure figure, const tally::Bounds& bounds) {
  const tally::FigureWords& words = tally::words_of(figure);
  section[std::string(words.id)] = {
      {"at_least", bounds.at_least}, {"at_most", bounds.at_most}, {"definition", words.definition}};
}

void put_table(Json& section, Figure figure, Json table) {
  const tally::FigureWords& words = tally::words_of(figure);
  section[std::string(words.id)] = {{"definition", words.definition}, {"table", std::move(table)}};
}

// A value of the file as it is; null where its cell is empty.
Json or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

template <class Key>
std::uint64_t count_of(const std::map<Key, std::uint64_t>& counts, const Key& key) {
  const auto found = counts.find(key);
  return found == counts.end() ? 0 : found->second;
}

Json policy_section(const policy::Plan& plan) {
  Json parameters = Json::array();
  for (const policy::Parameter& parameter : plan.parameters) {
    parameters.push_back(
        {{"name", parameter.name}, {"label", parameter.label}, {"value", policy::value_text(parameter)}});
  }
  return {{"id", plan.id},
          {"title", plan.title},
          {"version", plan.version},
          {"kind", plan.kind},
          {"cites", plan.cites},
          {"legal_review", plan.legal_review},
          {"parameters", std::move(parameters)}};
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
  return {{"program_version", run.version},
          {"as_of", to_iso(run.as_of)},
          {"county", run.county},
          {"policy", policy_section(plan)},
          {"inputs", std::move(inputs)}};
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

Json record_section(const Tally& tally) {
  Json section;
  put(section, Figure::kPeople, tally.people);
  put(section, Figure::kPeopleIncomplete, tally.people_incomplete);
  put(section, Figure::kCycles, tally.cycles);
  put(section, Figure::kConvictions, tally.convictions);
  put(section, Figure::kEqualRows, tally.equal_rows);
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
  return section;
}

Json outcome_table(const policy::Plan& plan, const Tally& tally) {
  Json table = Json::array();
  for (std::size_t i = 0; i < plan.outcomes.size(); ++i) {
    const policy::Outcome& outcome = plan.outcomes[i];
    table.push_back({{"outcome", outcome.id},
                     {"label", outcome.label},
                     {"relief", tally::id_of(outcome.relief)},
                     {"convictions", count_of(tally.by_outcome, i)}});
  }
  return table;
}

Json step_table(const policy::Plan& plan, const Tally& tally) {
  Json table = Json::array();
  for (std::size_t i = 0; i < plan.steps.size(); ++i) {
    const policy::Step& step = plan.steps[i];
    table.push_back({{"step", step.id},
                     {"number", step.number},
                     {"question", step.question},
                     {"outcome", plan.outcomes[step.outcome].id},
                     {"reason", explain::general_step_reason(plan, i)},
                     {"convictions", count_of(tally.by_step, i)}});
  }
  return table;
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
  put_table(section, Figure::kByOutcome, outcome_table(plan, tally));
  put_table(section, Figure::kBySection, section_table(tally));
  Json levels = Json::array();
  for (std::size_t i = 0; i < tally::kLevelCount; ++i) {
    levels.push_back({{"level", tally::level_id(i)}, {"convictions", tally.by_level[i]}});
  }
  put_table(section, Figure::kByLevel, std::move(levels));
  put_table(section, Figure::kByStep, step_table(plan, tally));
  Json causes = Json::array();
  for (std::size_t i = 0; i < tally::kReviewCauseCount; ++i) {
    causes.push_back({{"cause", tally::id_of(static_cast<tally::ReviewCause>(i))}, {"convictions", tally.reviews[i]}});
  }
  put_table(section, Figure::kReviewsByCause, std::move(causes));
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
  put(section, Figure::kPeopleWithRelief, tally.people_with_relief);
  constexpr std::array<Figure, tally::kLeftCount> kFigures = {Figure::kNoFelonyLeft, Figure::kNoConvictionLeft,
                                                              Figure::kNoRecentConvictionLeft};
  for (std::size_t i = 0; i < kFigures.size(); ++i) {
    put_table(section, kFigures[i], scenario_table(tally.nothing_left[i]));
  }
  return section;
}

Json impact_row(std::string_view key, Json value, const tally::ReliefCount& count) {
  return {{std::string(key), std::move(value)}, {"in_scope", count.in_scope}, {"with_relief", count.with_relief}};
}

Json impact_section(const Tally& tally) {
  Json section;
  Json races = Json::array();
  for (const auto& [race, count] : tally.by_race) races.push_back(impact_row("race", or_null(race), count));
  put_table(section, Figure::kByRace, std::move(races));
  Json sexes = Json::array();
  for (const auto& [sex, count] : tally.by_sex) sexes.push_back(impact_row("sex", or_null(sex), count));
  put_table(section, Figure::kBySex, std::move(sexes));
  Json ages = Json::array();
  for (std::size_t i = 0; i < tally::kAgeBandCount; ++i) {
    ages.push_back(impact_row("age", tally::id_of(static_cast<tally::AgeBand>(i)), tally.by_age[i]));
  }
  put_table(section, Figure::kByAge, std::move(ages));
  return section;
}

}  // namespace

std::string summary_json(const RunSummary& run, const policy::Plan& plan, const tally::Tally& tally) {
  Json summary;
  summary["format"] = "redress.summary";
  summary["format_version"] = 1;
  summary["caution"] = kCaution;
  summary["run"] = run_section(run, plan);
  summary["rows"] = rows_section(run);
  summary["record"] = record_section(tally);
  summary["decisions"] = decisions_section(plan, tally);
  summary["people"] = people_section(tally);
  summary["impact"] = impact_section(tally);
  return json_text(summary);
}

}  // namespace redress::write
