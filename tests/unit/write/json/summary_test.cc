#include "write/json/summary.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "support/json_schema.h"
#include "tally/figure.h"
#include "write/json/json_builder.h"

using namespace redress;
using namespace redress::write;
using namespace redress::write::testing;
using nlohmann::json;

namespace {

using Faults = std::vector<std::string>;

json summary() {
  const policy::Plan other = other_plan();
  const tally::BesideTally tally = other_tally();
  const std::vector<BesideFigures> beside = {{"further", "test.other with dismiss_at_age=60", other, tally}};
  return json::parse(summary_json(summary_run(), whole_plan(), whole_tally(), beside));
}

// The line of a table whose `key` is `value`.
json line(const json& figure, const std::string& key, const json& value) {
  for (const json& one : figure.at("table")) {
    if (one.at(key) == value) return one;
  }
  return nullptr;
}

// Every object below that has a definition, with its key.
void collect_figures(const json& value, std::vector<std::pair<std::string, std::string>>& found) {
  if (!value.is_object()) return;
  for (const auto& [key, part] : value.items()) {
    if (part.is_object() && part.contains("definition")) found.emplace_back(key, part.at("definition"));
    collect_figures(part, found);
  }
}

}  // namespace

TEST_CASE("the summary is what its schema says") {
  CHECK(redress::testing::faults_against(redress::testing::read_schema("summary.schema.json"), summary()) == Faults{});
}

TEST_CASE("a summary of nothing is what its schema says") {
  const json empty = json::parse(summary_json({}, whole_plan(), {}));
  json schema = redress::testing::read_schema("summary.schema.json");
  CHECK(redress::testing::faults_against(schema, empty) == Faults{});
}

TEST_CASE("the schema of the summary knows every kind of policy") {
  for (const char* kind : {"county", "statute", "what-if"}) {
    CAPTURE(kind);
    policy::Plan plan = whole_plan();
    plan.kind = kind;
    const json summary = json::parse(summary_json({}, plan, {}));
    CHECK(redress::testing::faults_against(redress::testing::read_schema("summary.schema.json"), summary) == Faults{});
  }
}

TEST_CASE("the schema of the summary describes every key") {
  CHECK(redress::testing::undescribed_properties(redress::testing::read_schema("summary.schema.json")) == Faults{});
}

TEST_CASE("the schema names every id that a summary may hold") {
  const json schema = redress::testing::read_schema("summary.schema.json");
  const auto choices = [&](const std::string& section, const std::string& figure, const std::string& key) {
    return schema.at("properties")
        .at(section)
        .at("properties")
        .at(figure)
        .at("properties")
        .at("table")
        .at("items")
        .at("properties")
        .at(key)
        .at("enum");
  };
  json facts = json::array();
  for (std::size_t i = 0; i < evaluate::kFactKindCount; ++i)
    facts.push_back(tally::id_of(static_cast<evaluate::FactKind>(i)));
  CHECK(choices("decisions", "reviews_by_fact", "fact") == facts);
  json notes = json::array();
  for (std::size_t i = 0; i < model::kNoteCount; ++i) notes.push_back(tally::id_of(static_cast<model::Note>(i)));
  CHECK(choices("record", "notes", "note") == notes);
  json ages = json::array();
  for (std::size_t i = 0; i < tally::kAgeBandCount; ++i) ages.push_back(tally::id_of(static_cast<tally::AgeBand>(i)));
  CHECK(choices("impact", "by_age", "age") == ages);
}

TEST_CASE("every figure stands once, and once for each policy, with its own definition beside it") {
  std::vector<std::pair<std::string, std::string>> found, of_policy;
  const json all = summary();
  collect_figures(all, found);
  collect_figures(all.at("policies").at(1), of_policy);
  for (const auto& figure : of_policy) {
    if (std::find(found.begin(), found.end(), figure) == found.end()) found.push_back(figure);
  }
  std::vector<std::pair<std::string, std::string>> expected;
  for (std::size_t i = 0; i < tally::kFigureCount; ++i) {
    const tally::FigureWords& words = tally::words_of(static_cast<tally::Figure>(i));
    expected.emplace_back(words.id, words.definition);
  }
  std::sort(found.begin(), found.end());
  std::sort(expected.begin(), expected.end());
  CHECK(found == expected);
}

TEST_CASE("the run is named: program, day, county, policy with its parameters, inputs without their folders") {
  const json run = summary().at("run");
  CHECK(run.at("program_version") == "0.1.0");
  CHECK(run.at("as_of") == "2019-11-11");
  CHECK(run.at("county") == "LOS ANGELES");
  CHECK(run.at("policy").at("id") == "test.plan");
  CHECK(run.at("policy").at("parameters").at(0) ==
        json({{"name", "dismiss_at_age"}, {"label", "Dismiss at this age"}, {"value", "50"}}));
  CHECK(run.at("inputs").at(0).at("name") == "county.dat");
  CHECK(run.at("inputs").at(0).at("sha256") == kSum);
}

TEST_CASE("the office's policy is the first, and the other stands with what differs from the office's") {
  const json policies = summary().at("policies");
  REQUIRE(policies.size() == 2);
  CHECK(policies.at(0).at("role") == "office");
  CHECK_FALSE(policies.at(0).contains("differing"));
  const json& other = policies.at(1);
  CHECK(other.at("role") == "further");
  CHECK(other.at("choice") == "test.other with dismiss_at_age=60");
  CHECK(other.at("convictions_in_scope").at("value") == 2);
  CHECK(other.at("differing").at("convictions") == 3);
  CHECK(other.at("differing").at("people") == 1);
  CHECK(other.at("other_relief").at("convictions") == 2);  // Needs Review and Hand Review are both a review
  const json& table = other.at("against_office").at("table");
  REQUIRE(table.size() == 3);
  CHECK(line(other.at("against_office"), "outcome", nullptr) == json({{"office_outcome", "reduce"},
                                                                      {"office_label", "Eligible for Reduction"},
                                                                      {"outcome", nullptr},
                                                                      {"label", "Not in scope"},
                                                                      {"convictions", 1},
                                                                      {"people", 1}}));
}

TEST_CASE("every step stands in the policy's order, one that never decided with 0") {
  const json steps = summary().at("decisions").at("by_step").at("table");
  REQUIRE(steps.size() == 4);
  CHECK(steps[0] == json({{"step", "step-dismiss"},
                          {"number", "1"},
                          {"question", "50 or older?"},
                          {"outcome", "dismiss"},
                          {"reason", "50 years or older"},
                          {"convictions", 1},
                          {"alone", 1},
                          {"with_others", 0}}));
  CHECK(steps[2].at("step") == "step-refuse");
  CHECK(steps[2].at("convictions") == 0);
}

TEST_CASE("every determination stands with its relief, Needs Review last") {
  const json outcomes = summary().at("decisions").at("by_outcome").at("table");
  REQUIRE(outcomes.size() == 5);
  CHECK(outcomes[2] ==
        json({{"outcome", "refuse"}, {"label", "Not eligible"}, {"relief", "none"}, {"convictions", 0}}));
  CHECK(outcomes[4] ==
        json({{"outcome", "needs-review"}, {"label", "Needs Review"}, {"relief", "review"}, {"convictions", 3}}));
}

TEST_CASE("reviews stand by deciding fact, the one that would settle most first") {
  const json facts = summary().at("decisions").at("reviews_by_fact").at("table");
  CHECK(facts.at(0) == json({{"fact", "birth_date"},
                             {"needed", nullptr},
                             {"doubt", "missing"},
                             {"words", "birth date (missing)"},
                             {"settles_alone", 1},
                             {"takes_part", 2}}));
  CHECK(facts.at(1).at("settles_alone") == 0);
  const json needed = line(summary().at("decisions").at("reviews_by_fact"), "fact", "needed");
  CHECK(needed.at("needed") == "force");
}

TEST_CASE("convictions stand by section, level and decade, the unknown ones too") {
  const json decisions = summary().at("decisions");
  CHECK(line(decisions.at("by_section"), "section", "HSC 11359").at("convictions") == 1);
  CHECK(line(decisions.at("by_section"), "section", "other").at("convictions") == 1);
  CHECK(line(decisions.at("by_section"), "section", "unknown").at("convictions") == 1);
  CHECK(line(decisions.at("by_level"), "level", "infraction").at("convictions") == 0);
  CHECK(line(decisions.at("by_level"), "level", "unknown").at("convictions") == 1);
  CHECK(line(decisions.at("by_decade"), "decade", 2000) ==
        json({{"decade", 2000}, {"convictions", 3}, {"with_relief", 2}}));
  CHECK(line(decisions.at("by_decade"), "decade", nullptr).at("convictions") == 1);
}

TEST_CASE("people stand for now, this policy, the statute, all of Proposition 64, and related") {
  const json people = summary().at("people");
  CHECK(people.at("people_in_scope").at("value") == 2);
  CHECK(people.at("people_with_relief").at("at_least") == 1);
  CHECK(people.at("people_with_relief").at("at_most") == 2);
  const json scenarios = people.at("no_felony_left").at("table");
  REQUIRE(scenarios.size() == 5);
  CHECK(scenarios[0].at("scenario") == "now");
  CHECK(scenarios[4].at("scenario") == "prop64_and_related_dismissed");
}

TEST_CASE("an empty race, sex or county is null, and a missing birth date an age band of its own") {
  const json all = summary();
  CHECK(line(all.at("impact").at("by_race"), "race", nullptr).at("in_scope") == 1);
  CHECK(line(all.at("impact").at("by_sex"), "sex", nullptr).at("in_scope") == 1);
  CHECK(line(all.at("impact").at("by_age"), "age", "unknown").at("in_scope") == 1);
  CHECK(line(all.at("impact").at("by_age"), "age", "65_or_more").at("in_scope") == 0);
  CHECK(line(all.at("record").at("rows_by_county"), "county", nullptr).at("rows") == 1);
}

TEST_CASE("rejects stand by cause under a stable id") {
  CHECK(line(summary().at("rows").at("rejects_by_cause"), "cause", "wrong_cell_count") ==
        json({{"cause", "wrong_cell_count"}, {"words", "wrong number of cells"}, {"rows", 2}}));
}

TEST_CASE("the same summary is the same bytes, ends in LF, and survives bytes that are not UTF-8") {
  const std::string text = summary_json(summary_run(), whole_plan(), whole_tally());
  CHECK(text == summary_json(summary_run(), whole_plan(), whole_tally()));
  CHECK(text.substr(text.size() - 3) == "\n}\n");
  CHECK(text.find('\r') == std::string::npos);
  RunSummary odd = summary_run();
  odd.inputs[0].name =
      "PE\xD1"
      "A.dat";
  CHECK(summary_json(odd, whole_plan(), whole_tally())
            .find("PE\xEF\xBF\xBD"
                  "A.dat") != std::string::npos);
}
