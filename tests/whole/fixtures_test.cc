// Two invented counties whose every decision was worked out by hand from the specification (tests/fixtures).
#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "expected_decisions.h"
#include "redress/evaluate.h"
#include "support/csv_table.h"
#include "support/scratch_folder.h"

using namespace redress;           // NOLINT: the subject under test
using namespace redress::testing;  // NOLINT

namespace {

EvaluateRequest los_angeles() {
  EvaluateRequest request;
  request.inputs = {project_path("tests/fixtures/los-angeles/input.csv")};
  request.policy.policy = "us-ca.prop64.los-angeles";
  request.as_of = {2020, 3, 1};
  return request;
}

EvaluateRequest configurable() {
  EvaluateRequest request;
  request.inputs = {project_path("tests/fixtures/configurable/input.csv")};
  request.policy.policy = "us-ca.prop64.configurable";
  request.policy.county = "Mendocino";
  request.policy.options_file = project_path("tests/fixtures/configurable/options.json");
  request.as_of = {2020, 3, 1};
  return request;
}

struct Fixture {
  EvaluateRequest request;
  std::string expected;
};

std::vector<Fixture> fixtures() {
  return {{los_angeles(), project_path("tests/fixtures/los-angeles/expected.csv")},
          {configurable(), project_path("tests/fixtures/configurable/expected.csv")}};
}

void check_every_step_decides(const EvaluateReport& report) {
  CHECK(report.by_step.size() >= 10);
  for (const Figure& step : report.by_step) {
    CAPTURE(step.label);
    CHECK(step.convictions > 0);
  }
}

}  // namespace

TEST_CASE("the Los Angeles policy decides every record of its fixture as worked out by hand") {
  const ScratchFolder scratch;
  EvaluateRequest request = los_angeles();
  request.out = scratch.at("results");
  const EvaluateReport report = evaluated(request);
  check_decisions(request.out, project_path("tests/fixtures/los-angeles/expected.csv"));
  check_every_step_decides(report);
  CHECK(report.rows_in == CsvTable::read(request.inputs.front()).size());
  CHECK(report.rows_rejected == 2);  // 94 cells, no person
  CHECK(report.rows_unusable == 3);  // CNT_ORDER 10100, empty, ABC
  CHECK(report.unidentified_in_review == 1);
}

TEST_CASE("the configurable policy decides every record of its fixture as worked out by hand") {
  const ScratchFolder scratch;
  EvaluateRequest request = configurable();
  request.out = scratch.at("results");
  const EvaluateReport report = evaluated(request);
  check_decisions(request.out, project_path("tests/fixtures/configurable/expected.csv"));
  check_every_step_decides(report);
  CHECK(report.rows_in == CsvTable::read(request.inputs.front()).size());
  CHECK(report.rows_rejected == 1);  // 97 cells
  CHECK(report.rows_unusable == 1);  // CNT_ORDER 1
}

TEST_CASE("the fixtures hold every determination of their policies") {
  for (Fixture& fixture : fixtures()) {
    const ScratchFolder scratch;
    fixture.request.out = scratch.at("results");
    const EvaluateReport report = evaluated(fixture.request);
    for (const Figure& determination : report.by_determination) {
      CAPTURE(determination.label);
      CHECK(determination.convictions > 0);
    }
  }
}

TEST_CASE("results without the all-rows files hold the same decisions") {
  for (Fixture& fixture : fixtures()) {
    const ScratchFolder scratch;
    fixture.request.out = scratch.at("results");
    fixture.request.all_rows = AllRows::kSkip;
    evaluated(fixture.request);
    check_decisions(fixture.request.out, fixture.expected);
    CHECK_FALSE(std::filesystem::exists(fixture.request.out + "/all_rows.csv"));
    CHECK_FALSE(std::filesystem::exists(fixture.request.out + "/condensed.csv"));
  }
}
