#include "write/json/manifest.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/json_schema.h"
#include "write/json/json_builder.h"

using namespace redress;
using namespace redress::write;
using namespace redress::write::testing;
using nlohmann::json;

namespace {

using Faults = std::vector<std::string>;

json manifest() {
  return json::parse(manifest_json(small_manifest()));
}

}  // namespace

TEST_CASE("the manifest is what its schema says, and the schema describes every key") {
  const json schema = redress::testing::read_schema("manifest.schema.json");
  CHECK(redress::testing::faults_against(schema, manifest()) == Faults{});
  CHECK(redress::testing::undescribed_properties(schema) == Faults{});
}

TEST_CASE("the manifest names files without their folders") {
  CHECK(manifest_json(small_manifest()).find('/') == std::string::npos);
  CHECK(manifest().at("policies").at(0).at("name") == "small.toml");
  CHECK(manifest().at("inputs").at(0) == json({{"name", "county.dat"}, {"bytes", 1234}, {"sha256", kSum}}));
}

TEST_CASE("every policy stands with its role and parameters, a further one with the choice as it was given") {
  const json policies = manifest().at("policies");
  CHECK(policies.at(0) == json({{"role", "office"},
                                {"id", "test.plan"},
                                {"name", "small.toml"},
                                {"sha256", kSum},
                                {"parameters", {{{"name", "dismiss_at_age"}, {"value", "50"}}}}}));
  CHECK(policies.at(1).at("choice") == "other.toml with dismiss_at_age=60");
  CHECK(policies.at(2).at("role") == "criteria");
  CHECK(policies.at(2).at("parameters") == json::array());
}

TEST_CASE("a parameter that was chosen says so, whatever its value") {
  RunManifest chosen = small_manifest();
  chosen.policies.front().parameters.front().is_chosen = true;
  chosen.parameters.front().is_chosen = true;
  const json all = json::parse(manifest_json(chosen));
  const json said = {{"name", "dismiss_at_age"}, {"value", "50"}, {"chosen", true}};
  CHECK(all.at("policies").at(0).at("parameters").at(0) == said);
  CHECK(all.at("parameters").at(0) == said);
  CHECK(redress::testing::faults_against(redress::testing::read_schema("manifest.schema.json"), all) == Faults{});
}

TEST_CASE("the manifest has the options that changed what was written") {
  CHECK(manifest().at("facts").at(0) == json({{"name", "facts.csv"}, {"bytes", 12}, {"sha256", kSum}}));
  CHECK(manifest().at("all_rows") == true);
  CHECK(manifest().at("max_rejects") == "default");
}

TEST_CASE("the manifest has what a replay needs: day, county, parameters, checksums and counts") {
  const json all = manifest();
  CHECK(all.at("as_of") == "2019-11-11");
  CHECK(all.at("county") == "LOS ANGELES");
  CHECK(all.at("parameters").at(0) == json({{"name", "dismiss_at_age"}, {"value", "50"}}));
  CHECK(all.at("outputs").at(0) == json({{"name", "convictions.csv"}, {"bytes", 99}, {"sha256", kSum}}));
  CHECK(all.at("formats").at(0) == json({{"name", "doj.csv"}, {"sha256", kSum}}));
  CHECK(all.at("counts") == json({{"rows_in", 9},
                                  {"rows_out", 7},
                                  {"rows_rejected", 2},
                                  {"rows_unusable", 1},
                                  {"empty_lines", 1},
                                  {"people", 2},
                                  {"convictions", 6},
                                  {"convictions_in_scope", 6}}));
}

TEST_CASE("lists keep the order given, and keys the order of the format") {
  RunManifest two = small_manifest();
  two.inputs = {{"b.dat", 1, kSum}, {"a.dat", 2, kSum}};
  CHECK(json::parse(manifest_json(two)).at("inputs").at(0).at("name") == "b.dat");
  CHECK(manifest_json(two).find("{\n  \"format\": \"redress.manifest\",\n  \"format_version\": 1,\n") == 0);
}
