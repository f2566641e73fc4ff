#include "write/json/check_json.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/json_schema.h"

using namespace redress;
using namespace redress::write;
using nlohmann::json;

namespace {

using Faults = std::vector<std::string>;

CheckReport small_report() {
  CheckReport report;
  report.files = {{"/home/office/county.dat", 1234, 7, 2, 1, true, "ASCII"}};
  report.columns = 95;
  report.rows = 7;
  report.first_event = Date{1979, 6, 1};
  report.rejects_by_cause = {{"wrong number of cells", 2, "wrong_cell_count"}};
  report.counties = {{"LOS ANGELES", 6, "LOS ANGELES"}, {"(none given)", 1, ""}};
  report.quality = {{"date missing", 3, "date_missing"}};
  return report;
}

}  // namespace

TEST_CASE("what check says for machines is what its schema says, and the schema describes every key") {
  const json schema = redress::testing::read_schema("check.schema.json");
  CHECK(redress::testing::faults_against(schema, json::parse(check_json(small_report()))) == Faults{});
  CHECK(redress::testing::faults_against(schema, json::parse(check_json({}))) == Faults{});
  CHECK(redress::testing::undescribed_properties(schema) == Faults{});
}

TEST_CASE("a day that is not there is null, and so is a county that the file does not name") {
  const json check = json::parse(check_json(small_report()));
  CHECK(check.at("first_event") == "1979-06-01");
  CHECK(check.at("last_event").is_null());
  CHECK(check.at("rows_by_county").at(0) == json({{"county", "LOS ANGELES"}, {"rows", 6}}));
  CHECK(check.at("rows_by_county").at(1) == json({{"county", nullptr}, {"rows", 1}}));
}

TEST_CASE("causes and notes have stable ids beside their words") {
  const json check = json::parse(check_json(small_report()));
  CHECK(check.at("rejects_by_cause").at(0) ==
        json({{"cause", "wrong_cell_count"}, {"words", "wrong number of cells"}, {"count", 2}}));
  CHECK(check.at("quality").at(0) == json({{"note", "date_missing"}, {"words", "date missing"}, {"count", 3}}));
}
