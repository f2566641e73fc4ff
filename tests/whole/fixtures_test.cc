// Two invented counties whose every decision was worked out by hand from the specification (tests/fixtures).
#include <doctest/doctest.h>

#include <cstdint>
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

std::size_t count_of(const CsvTable& expected, const char* column, const std::string& text) {
  std::size_t count = 0;
  for (std::size_t row = 0; row < expected.size(); ++row) count += expected.cell(row, column) == text ? 1U : 0U;
  return count;
}

// The figures are those of the expected table; and the table leaves no determination and no step of the policy out.
void check_figures(const EvaluateReport& report, const CsvTable& expected) {
  std::size_t determinations = 0;
  for (const Figure& figure : report.by_determination) {
    CAPTURE(figure.label);
    // A row whose count cannot be identified is answered and is no conviction.
    const std::uint64_t unidentified = figure.label == "Needs Review" ? report.unidentified_in_review : 0;
    CHECK(figure.convictions > 0);
    CHECK(figure.convictions + unidentified == count_of(expected, "Eligibility Determination", figure.label));
    determinations += figure.convictions;
  }
  CHECK(determinations == report.in_scope);
  CHECK(report.by_step.size() >= 10);
  for (const Figure& figure : report.by_step) {
    CAPTURE(figure.label);
    const std::string step = figure.label.substr(0, figure.label.find(':'));
    CHECK(figure.convictions > 0);
    CHECK(figure.convictions == count_of(expected, "Deciding Step", step));
  }
}

}  // namespace

TEST_CASE("the Los Angeles policy decides every record of its fixture as worked out by hand") {
  const ScratchFolder scratch;
  EvaluateRequest request = los_angeles();
  request.out = scratch.at("results");
  const EvaluateReport report = evaluated(request);
  check_decisions(request.out, project_path("tests/fixtures/los-angeles/expected.csv"));
  check_figures(report, CsvTable::read(project_path("tests/fixtures/los-angeles/expected.csv")));
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
  check_figures(report, CsvTable::read(project_path("tests/fixtures/configurable/expected.csv")));
  CHECK(report.rows_in == CsvTable::read(request.inputs.front()).size());
  CHECK(report.rows_rejected == 1);  // 97 cells
  CHECK(report.rows_unusable == 1);  // CNT_ORDER 1
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
