#include "write/json/impact_tables.h"

#include <string>
#include <string_view>
#include <utility>

#include "tally/figure.h"
#include "tally/keys.h"
#include "write/json/answer_tables.h"

namespace redress::write {
namespace {

using tally::Figure;
using Json = nlohmann::ordered_json;

Json people_row(std::string_view key, Json group, const tally::ReliefCount& count) {
  return {{std::string(key), std::move(group)}, {"in_scope", count.in_scope}, {"with_relief", count.with_relief}};
}

// Outcomes and steps that answered none of the group's convictions are left out.
Json answers_row(std::string_view key, Json group, const policy::Plan& plan, const tally::GroupAnswers& answers) {
  Json outcomes = Json::array();
  for (std::size_t i = 0; i < answers.by_outcome.size(); ++i) {
    if (answers.by_outcome[i] == 0) continue;
    outcomes.push_back({{"outcome", plan.outcomes[i].id}, {"convictions", answers.by_outcome[i]}});
  }
  Json steps = Json::array();
  for (std::size_t i = 0; i < answers.by_step.size(); ++i) {
    if (answers.by_step[i] == 0) continue;
    steps.push_back({{"step", plan.steps[i].id}, {"convictions", answers.by_step[i]}});
  }
  return {{std::string(key), std::move(group)}, {"by_outcome", std::move(outcomes)}, {"by_step", std::move(steps)}};
}

template <class Groups, class Row>
Json rows_of(const Groups& groups, Row row) {
  Json table = Json::array();
  for (const auto& [group, count] : groups) table.push_back(row(group.empty() ? Json(nullptr) : Json(group), count));
  return table;
}

void put_people(Json& section, const tally::Tally& tally) {
  const auto row_of = [](std::string_view key) {
    return [key](Json group, const tally::ReliefCount& count) { return people_row(key, std::move(group), count); };
  };
  put_table(section, Figure::kByRace, rows_of(tally.by_race, row_of("race")));
  put_table(section, Figure::kBySex, rows_of(tally.by_sex, row_of("sex")));
  Json ages = Json::array();
  for (std::size_t i = 0; i < tally::kAgeBandCount; ++i) {
    ages.push_back(people_row("age", tally::id_of(static_cast<tally::AgeBand>(i)), tally.by_age[i]));
  }
  put_table(section, Figure::kByAge, std::move(ages));
}

void put_answers(Json& section, const policy::Plan& plan, const tally::Tally& tally) {
  const auto row_of = [&](std::string_view key) {
    return [&plan, key](Json group, const tally::GroupAnswers& answers) {
      return answers_row(key, std::move(group), plan, answers);
    };
  };
  put_table(section, Figure::kAnswersByRace, rows_of(tally.answers_by_race, row_of("race")));
  put_table(section, Figure::kAnswersBySex, rows_of(tally.answers_by_sex, row_of("sex")));
  Json ages = Json::array();
  for (std::size_t i = 0; i < tally::kAgeBandCount; ++i) {
    const std::string_view band = tally::id_of(static_cast<tally::AgeBand>(i));
    ages.push_back(answers_row("age", band, plan, tally.answers_by_age[i]));
  }
  put_table(section, Figure::kAnswersByAge, std::move(ages));
  Json decades = Json::array();
  for (const auto& [decade, answers] : tally.answers_by_decade) {
    decades.push_back(answers_row("decade", decade ? Json(*decade) : Json(nullptr), plan, answers));
  }
  put_table(section, Figure::kAnswersByDecade, std::move(decades));
}

}  // namespace

Json impact_section(const policy::Plan& plan, const tally::Tally& tally) {
  Json section;
  put_people(section, tally);
  put_answers(section, plan, tally);
  return section;
}

}  // namespace redress::write
