// Several policies in one run, on people whose answers are worked out by hand from the texts of the policies.
#include <doctest/doctest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "redress/compare.h"
#include "redress/evaluate.h"
#include "support/csv_table.h"
#include "support/doj_rows.h"
#include "support/scratch_folder.h"

using namespace redress;           // NOLINT: the subject under test
using namespace redress::testing;  // NOLINT
using nlohmann::json;

namespace {

constexpr const char* kStatute = "us-ca.prop64.statute";
constexpr const char* kDismissAll = "us-ca.prop64.dismiss-all";
constexpr const char* kDismissAllColumn = "Eligibility Determination: us-ca.prop64.dismiss-all";

DojRow born_1950(DojRow row, std::string_view date) {
  return row.with(RowFact::kBirthDate, "19500101")
      .with(RowFact::kEventDate, date)
      .with(RowFact::kCounty, "SAN JOAQUIN");
}

// Arrested in January and convicted in May 2001, at 51, of 11357(b) HS and of 148 PC, and of 459 PC in 2003.
std::vector<DojRow> three_charges() {
  const DojRow arrest = court_row("101001001000", "1").with(RowFact::kStepType, "ARREST/DETAINED/CITED");
  const auto charged = [](std::string_view count, std::string_view charge) {
    return convicted_row(count, charge, "1").with(RowFact::kConvictionLevel, "MISDEMEANOR");
  };
  return {born_1950(arrest, "20010102"), born_1950(charged("101002001000", "11357(B) HS"), "20010504"),
          born_1950(charged("101002002000", "148 PC"), "20010504"),
          born_1950(charged("102002001000", "459 PC"), "20030504")};
}

PolicyChoice choice_of(const std::string& policy, const std::string& county = {}) {
  PolicyChoice choice;
  choice.policy = policy;
  choice.county = county;
  return choice;
}

struct Run {
  ScratchFolder folder;
  EvaluateReport report;

  CsvTable table() const { return CsvTable::read(folder.at("results/all_rows.csv")); }
  json summary() const { return json::parse(file_bytes(folder.at("results/summary.json"))); }
};

void run_over(Run& run, const std::vector<DojRow>& rows, const PolicyChoice& office,
              const std::vector<std::string>& further = {}) {
  EvaluateRequest request;
  request.inputs = {run.folder.at("county.csv")};
  std::ofstream(request.inputs.front(), std::ios::binary) << file_of(rows);
  request.policy = office;
  for (const std::string& policy : further) request.further.push_back(choice_of(policy));
  request.as_of = Date{2019, 11, 11};
  request.out = run.folder.at("results");
  Result<EvaluateReport> done = evaluate_files(request, nullptr);
  if (!done) FAIL(to_string(done.error()));
  run.report = *std::move(done);
}

json figures_of(const json& summary, const std::string& role) {
  for (const json& one : summary.at("policies")) {
    if (one.at("role") == role) return one;
  }
  return nullptr;
}

std::uint64_t convictions_of(const json& policy, const std::string& outcome) {
  for (const json& one : policy.at("by_outcome").at("table")) {
    if (one.at("outcome") == outcome) return one.at("convictions");
  }
  return 0;
}

}  // namespace

TEST_CASE("the statute answers what the office speaks of, a further policy its own scope, and other rows stay empty") {
  Run run;
  run_over(run, three_charges(), choice_of("us-ca.prop64.san-joaquin"), {kDismissAll});
  const CsvTable table = run.table();
  REQUIRE(table.size() == 4);
  // 57B-1: 11357(b), 21 or older at the offense.
  CHECK(table.cell(1, "Eligibility Determination") == "Eligible for Dismissal");
  CHECK(table.cell(1, "Statutory Relief") == "Dismiss and seal");
  CHECK(table.cell(1, kDismissAllColumn) == "Eligible for Dismissal");
  // The office's related charge is no charge of the statute: ADJ-4.
  CHECK(table.cell(2, "Eligibility Reason") == "148 PC");
  CHECK(table.cell(2, "Statutory Relief") == "No statutory relief");
  CHECK(table.cell(2, kDismissAllColumn) == "Not in scope");
  for (const char* column : {"Eligibility Determination", "Answer Changes On", "Statutory Relief", kDismissAllColumn}) {
    CAPTURE(column);
    CHECK(table.cell(0, column).empty());
    CHECK(table.cell(3, column).empty());
  }
}

TEST_CASE("the summary has the figures of every policy and what differs from the office's") {
  Run run;
  run_over(run, three_charges(), choice_of("us-ca.prop64.san-joaquin"), {kDismissAll});
  const json summary = run.summary();
  const json statute = figures_of(summary, "statute");
  CHECK(statute.at("convictions_in_scope").at("value") == 2);
  CHECK(convictions_of(statute, "dismiss-and-seal") == 1);
  CHECK(convictions_of(statute, "no-relief") == 1);
  CHECK(statute.at("other_relief").at("convictions") == 1);  // of 148 PC
  const json further = figures_of(summary, "further");
  CHECK(further.at("convictions_in_scope").at("value") == 1);
  CHECK(further.at("differing").at("convictions") == 1);
  CHECK(further.at("differing").at("people") == 1);
  CHECK(further.at("against_office").at("table").size() == 2);
  REQUIRE(run.report.beside.size() == 2);
  CHECK(run.report.beside[0].role == BesideReport::Role::kStatute);
  CHECK(run.report.beside[0].other_relief.convictions == 1);
  CHECK(run.report.beside[1].choice == kDismissAll);
  CHECK(run.report.beside[1].differing.people == 1);
}

TEST_CASE("the statute given as a further policy has the one answer of its column, in compare too") {
  Run run;
  run_over(run, three_charges(), choice_of("us-ca.prop64.san-joaquin"), {kStatute});
  const CsvTable table = run.table();
  for (std::size_t row = 0; row < table.size(); ++row) {
    CAPTURE(row);
    CHECK(table.cell(row, std::string("Eligibility Determination: ") + kStatute) ==
          table.cell(row, "Statutory Relief"));
  }
  CHECK(table.cell(2, "Statutory Relief") == "No statutory relief");  // of 148 PC, ADJ-4, not "Not in scope"

  CompareRequest request;
  request.inputs = {run.folder.at("county.csv")};
  request.policy = choice_of("us-ca.prop64.san-joaquin");
  request.further = {choice_of(kStatute)};
  request.as_of = Date{2019, 11, 11};
  const Result<CompareReport> compared = compare_policies(request, nullptr);
  REQUIRE(compared.ok());
  CHECK(compared.value().comparisons.at(0).in_either.convictions == 2);
  CHECK(compared.value().comparisons.at(0).other_relief.convictions == 1);  // of 148 PC
}

TEST_CASE("where the office's policy is the statute, the column is its own determination") {
  Run run;
  run_over(run, three_charges(), choice_of(kStatute, "San Joaquin"));
  CHECK(run.report.beside.empty());
  const CsvTable table = run.table();
  CHECK(table.cell(1, "Eligibility Determination") == "Dismiss and seal");
  CHECK(table.cell(1, "Statutory Relief") == "Dismiss and seal");
  CHECK(table.cell(2, "Statutory Relief").empty());  // the statute does not speak of 148 PC by itself
}

// Born 1970-01-15, so 50 from 2020-01-15 on. A conviction of 2015 keeps the other steps from holding until then.
TEST_CASE("the day on which the answer changes by time alone is the fiftieth birthday") {
  const auto row = [](std::string_view count, std::string_view charge, std::string_view date) {
    return convicted_row(count, charge, "1").with(RowFact::kBirthDate, "19700115").with(RowFact::kEventDate, date);
  };
  Run run;
  run_over(run, {row("101002001000", "11359 HS", "20010504"), row("102002001000", "484 PC", "20150214")},
           choice_of("us-ca.prop64.los-angeles"));
  const CsvTable table = run.table();
  CHECK(table.cell(0, "Eligibility Determination") == "Hand Review");
  CHECK(table.cell(0, "Answer Changes On") == "01/15/2020");
}
