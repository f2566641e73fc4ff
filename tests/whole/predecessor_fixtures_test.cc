// The records that an earlier public program was tested with, and its answers: ours are the same, save where the
// specification decides otherwise. The files are no part of the project; REDRESS_FIXTURES names the folder that holds
// them.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "expected_decisions.h"
#include "redress/check.h"
#include "redress/evaluate.h"
#include "support/csv_table.h"
#include "support/scratch_folder.h"

using namespace redress;           // NOLINT: the subject under test
using namespace redress::testing;  // NOLINT

namespace {

constexpr Date kAsOf{2019, 11, 11};
constexpr std::size_t kFirstLine = 2;  // the header is line 1

// The columns that offices know, as far as the earlier program had them: one fewer for Los Angeles.
constexpr std::array<std::string_view, 18> kKnownColumns = {"Case Number",
                                                            "# of convictions on record",
                                                            "Possible Other P64 Charges",
                                                            "Occurred after 11/9/2016",
                                                            "Superstrike Code Section(s)",
                                                            "PC290 Code Section(s)",
                                                            "PC290 Registration",
                                                            "Date of Conviction",
                                                            "Years Since This Conviction",
                                                            "Years Since Any Conviction",
                                                            "# of Prop 64 convictions",
                                                            "# of HS 11357 convictions",
                                                            "# of HS 11358 convictions",
                                                            "# of HS 11359 convictions",
                                                            "# of HS 11360 convictions",
                                                            "Deceased",
                                                            "Eligibility Determination",
                                                            "Eligibility Reason"};

// A cell where we answer otherwise, and why.
struct Exception {
  std::size_t line;
  std::string_view column;
  std::string_view theirs;
  std::string_view ours;
  std::string_view why;
};

constexpr std::string_view kNullIsEmpty = "doj-research-file, \"Facts of a row\": a case number of NULL is empty";

constexpr std::array kLosAngelesExceptions = {
    Exception{7, "Case Number", "NULL  ; 140192; 140193", "140192; 140193", kNullIsEmpty},
    Exception{
        27, "Eligibility Reason", "Only has 11357-60 charges and completed sentence", "21 years or younger",
        "county-policies, Los Angeles step 6: born 1989-03-14, convicted 1991-04-11; the age at conviction counts, "
        "not that of the as-of date, and step 6 comes before 7"},
    Exception{
        35, "Eligibility Determination", "Not eligible", "Hand Review",
        "county-policies, Los Angeles step 3: the gang pair of 136.1 and 186.22(b)(4) is dated at the later of the "
        "two, 2015-10-31, and so not before this conviction of 2015-05-19"},
    Exception{35, "Eligibility Reason", "PC 667(e)(2)(c)(iv)", "No applicable eligibility criteria",
              "the same: 46 years old, convicted in the last ten years, no open sentence, so step 11"},
};

constexpr std::array kConfigurableExceptions = {
    Exception{7, "Case Number", "NULL  ; 140192; 140193", "140192; 140193", kNullIsEmpty},
};

// The folder, or nothing: then it has said so.
std::optional<std::string> fixtures_folder() {
  const char* folder = std::getenv("REDRESS_FIXTURES");
  if (folder != nullptr && *folder != '\0') return folder;
  std::printf("SKIPPED: REDRESS_FIXTURES names no folder of the earlier program's fixtures\n");
  return std::nullopt;
}

template <std::size_t N>
const Exception* exception_for(const std::array<Exception, N>& exceptions, std::size_t line, std::string_view column) {
  const auto found = std::find_if(exceptions.begin(), exceptions.end(),
                                  [&](const Exception& e) { return e.line == line && e.column == column; });
  return found == exceptions.end() ? nullptr : &*found;
}

// Every known cell of every row, and every exception used.
template <std::size_t N>
void compare(const std::string& results, const std::string& expected_file, const std::array<Exception, N>& exceptions) {
  const CsvTable ours = CsvTable::read(results + "/all_rows.csv");
  const CsvTable theirs = CsvTable::read(expected_file);
  REQUIRE(ours.size() == theirs.size());
  std::size_t exceptions_used = 0;
  for (std::size_t row = 0; row < theirs.size(); ++row) {
    const std::size_t line = row + kFirstLine;
    CAPTURE(line);
    for (const std::string_view column : kKnownColumns) {
      if (!theirs.has_column(column)) continue;
      CAPTURE(column);
      const Exception* exception = exception_for(exceptions, line, column);
      if (exception == nullptr) {
        CHECK(ours.cell(row, column) == theirs.cell(row, column));
        continue;
      }
      ++exceptions_used;
      CAPTURE(exception->why);
      CHECK(theirs.cell(row, column) == exception->theirs);
      CHECK(ours.cell(row, column) == exception->ours);
    }
  }
  CHECK(exceptions_used == N);
}

EvaluateRequest configurable(const std::string& input, const std::string& county, const std::string& options) {
  EvaluateRequest request;
  request.inputs = {input};
  request.policy.policy = "us-ca.prop64.configurable";
  request.policy.county = county;
  request.policy.options_file = options;
  request.as_of = kAsOf;
  return request;
}

}  // namespace

TEST_CASE("the earlier program's Los Angeles records get its answers, save where the specification decides otherwise") {
  const auto folder = fixtures_folder();
  if (!folder) return;
  const ScratchFolder scratch;
  EvaluateRequest request;
  request.inputs = {*folder + "/los_angeles/input.csv"};
  request.policy.policy = "us-ca.prop64.los-angeles";
  request.as_of = kAsOf;
  request.out = scratch.at("results");
  const EvaluateReport report = evaluated(request);
  CHECK(report.rows_in == 35);
  CHECK(report.people == 10);
  CHECK(report.convictions == 28);
  CHECK(report.in_scope == 16);
  compare(request.out, *folder + "/los_angeles/expected_full.csv", kLosAngelesExceptions);
}

TEST_CASE(
    "the earlier program's configurable records get its answers, save where the specification decides otherwise") {
  const auto folder = fixtures_folder();
  if (!folder) return;
  const ScratchFolder scratch;
  const std::string base = *folder + "/configurable_flow_gogen/";
  EvaluateRequest request = configurable(base + "input.csv", "SACRAMENTO", base + "eligibility_options.json");
  request.out = scratch.at("results");
  const EvaluateReport report = evaluated(request);
  CHECK(report.rows_in == 38);
  CHECK(report.people == 13);
  CHECK(report.convictions == 30);
  CHECK(report.in_scope == 18);
  compare(request.out, base + "expected_full.csv", kConfigurableExceptions);
}

TEST_CASE("a header with an extra comma and a file without a header go through whole") {
  const auto folder = fixtures_folder();
  if (!folder) return;
  for (const std::string name : {"gogen_extra_comma.csv", "gogen_no_headers.csv"}) {
    CAPTURE(name);
    const ScratchFolder scratch;
    EvaluateRequest request = configurable(*folder + "/inputs_misc/" + name, "SAN JOAQUIN",
                                           *folder + "/inputs_misc/eligibility_options.json");
    request.out = scratch.at("results");
    const EvaluateReport report = evaluated(request);
    CHECK(report.rows_in == 38);
    CHECK(report.rows_out == 38);
    CHECK(report.rows_rejected == 0);
    const auto checked = check_files({request.inputs, kAsOf, 1}, nullptr);
    REQUIRE(checked);
    CHECK(checked->files.front().has_header == (name == "gogen_extra_comma.csv"));
  }
}

TEST_CASE("a file of 94 columns stops the run and is named as no research file") {
  const auto folder = fixtures_folder();
  if (!folder) return;
  const ScratchFolder scratch;
  const std::string input = *folder + "/inputs_misc/gogen_bad.csv";
  EvaluateRequest request = configurable(input, "SAN JOAQUIN", *folder + "/inputs_misc/eligibility_options.json");
  request.out = scratch.at("results");
  const auto report = evaluate_files(request, nullptr);
  REQUIRE_FALSE(report);
  CHECK(report.error().kind == ErrorKind::kInput);
  CHECK(report.error().code == "input.not_this_format");
  CHECK(report.error().place.file == input);
  CHECK(report.error().cause.find("94 columns") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(request.out));
}
