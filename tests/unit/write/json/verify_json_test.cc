#include "write/json/verify_json.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/json_schema.h"

using namespace redress;
using namespace redress::write;
using nlohmann::json;

namespace {

VerifyReport differing_report() {
  VerifyReport report;
  report.is_recomputed = true;
  report.policy_id = "t.office";
  report.county = "KERN";
  report.program_version = "0.1.0";
  report.as_of = {2019, 11, 11};
  report.inputs = 2;
  report.files = 6;
  report.bytes = 1234;
  VerifyFinding finding;
  finding.id = "file_changed";
  finding.place.file = "results/convictions.csv";
  finding.place.row_1based = 3;
  finding.place.byte_0based = 77;
  finding.column = "Sex";
  finding.words = "changed";
  report.findings = {finding, {"version", {}, "", "another version"}};
  return report;
}

}  // namespace

TEST_CASE("what verify says for machines is what its schema says, and the schema describes every key") {
  const json schema = redress::testing::read_schema("verify.schema.json");
  VerifyReport agreeing = differing_report();
  agreeing.findings.clear();
  agreeing.agrees = true;
  for (const VerifyReport& report : {differing_report(), agreeing}) {
    CHECK(redress::testing::faults_against(schema, json::parse(verify_json(report))) == std::vector<std::string>{});
  }
  CHECK(redress::testing::undescribed_properties(schema) == std::vector<std::string>{});
}

TEST_CASE("a finding names its place, and null where it has none") {
  const json found = json::parse(verify_json(differing_report())).at("findings");
  CHECK(found.at(0) == json({{"id", "file_changed"},
                             {"file", "convictions.csv"},
                             {"row", 3},
                             {"line", nullptr},
                             {"byte", 77},
                             {"column", "Sex"},
                             {"words", "changed"}}));
  CHECK(found.at(1).at("row").is_null());
  CHECK(found.at(1).at("column").is_null());
  CHECK(found.at(1).at("file") == "");
}
