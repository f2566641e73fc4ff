#include "expected_decisions.h"

#include <doctest/doctest.h>

#include <array>
#include <map>
#include <string_view>

#include "support/csv_table.h"

namespace redress::testing {
namespace {

constexpr std::string_view kRecord = "RECORD_ID";
constexpr std::string_view kWhy = "why";
constexpr std::array<std::string_view, 4> kDecision = {"Eligibility Determination", "Eligibility Reason",
                                                       "Possible Determinations", "Deciding Step"};

}  // namespace

std::string project_path(const std::string& path_in_project) {
  return std::string(REDRESS_SOURCE_DIR) + "/" + path_in_project;
}

EvaluateReport evaluated(const EvaluateRequest& request) {
  Result<EvaluateReport> report = evaluate_files(request, nullptr);
  if (!report) FAIL(to_string(report.error()));
  return *std::move(report);
}

void check_decisions(const std::string& results_folder, const std::string& expected_file) {
  const CsvTable found = CsvTable::read(results_folder + "/convictions.csv");
  const CsvTable expected = CsvTable::read(expected_file);
  std::map<std::string, std::size_t> row_of;
  for (std::size_t row = 0; row < found.size(); ++row) {
    const std::string& record = found.cell(row, kRecord);
    CAPTURE(record);
    CHECK_MESSAGE(row_of.emplace(record, row).second, "the record is decided twice");
  }
  for (std::size_t row = 0; row < expected.size(); ++row) {
    const std::string& record = expected.cell(row, kRecord);
    const std::string& why = expected.cell(row, kWhy);
    CAPTURE(record);
    CAPTURE(why);
    const auto decided = row_of.find(record);
    CHECK_MESSAGE(decided != row_of.end(), "the record has no decision");
    if (decided == row_of.end()) continue;
    for (const std::string_view column : kDecision)
      CHECK(found.cell(decided->second, column) == expected.cell(row, column));
    row_of.erase(decided);
  }
  for (const auto& left : row_of) {
    const std::string& record = left.first;
    CAPTURE(record);
    CHECK_MESSAGE(false, "the record is decided and should not be: " << found.cell(left.second, kDecision[0]));
  }
}

}  // namespace redress::testing
