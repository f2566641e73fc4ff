// Policies held against each other on a small invented county, and two deliveries of it. What differs is worked out by
// hand from the texts of the policies, as of 2019-11-11:
//
//   1  born 1965-01-01, 11359 HS felony of 2001 and 484 PC felony of 2015: Los Angeles dismisses by age (step 5), and
//      with 60 as the age leaves it to hand review (11), because a conviction is of the past 10 years. Sacramento
//      reduces it (5): several convictions, one of the past 10 years.
//   2  born 1955-01-01, 11360 HS felony of 2005 and 484 PC felony of 2006: dismissed by age at 50 and at 60, and by
//      Sacramento, because no conviction is of the past 10 years (4).
//   3  born 1965-06-01, 11359 HS felony of 2001 and 11358 HS felony of 2014: dismissed by age; with 60 as the age by
//      having only such charges (7), which is the same determination. Sacramento reduces both (5).
//   4  born 1985-01-01, 11357 HS misdemeanor of 2008: Los Angeles leaves it to the city attorneys (0), Sacramento
//      dismisses it (2).
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "redress/compare.h"
#include "support/csv_table.h"
#include "support/doj_rows.h"
#include "support/scratch_folder.h"

using namespace redress;           // NOLINT: the subject under test
using namespace redress::testing;  // NOLINT

namespace {

constexpr const char* kFirstCount = "101002001000";
constexpr const char* kSecondCount = "102002001000";
constexpr const char* kCounty = "us-ca.prop64.los-angeles";
constexpr const char* kAt60 = "us-ca.prop64.los-angeles with dismiss_at_age=60";

DojRow conviction_row(std::string_view person, std::string_view born, std::string_view count, std::string_view charge,
                      std::string_view date, std::string_view level = "FELONY") {
  return convicted_row(count, charge, person)
      .with(RowFact::kBirthDate, born)
      .with(RowFact::kEventDate, date)
      .with(RowFact::kConvictionLevel, level);
}

std::vector<DojRow> first_delivery() {
  return {conviction_row("1", "19650101", kFirstCount, "11359 HS", "20010504"),
          conviction_row("1", "19650101", kSecondCount, "484 PC", "20150214"),
          conviction_row("2", "19550101", kFirstCount, "11360 HS", "20050504"),
          conviction_row("2", "19550101", kSecondCount, "484 PC", "20060504"),
          conviction_row("3", "19650601", kFirstCount, "11359 HS", "20010504"),
          conviction_row("3", "19650601", kSecondCount, "11358 HS", "20140211"),
          conviction_row("4", "19850101", kFirstCount, "11357 HS", "20080504", "MISDEMEANOR")};
}

// Person 2 is gone and person 5 is new; 3 was born in 1999, so that youth dismisses (step 6); 4 was convicted of a
// felony, which is another charge of 11357 (2b).
std::vector<DojRow> second_delivery() {
  return {conviction_row("1", "19650101", kFirstCount, "11359 HS", "20010504"),
          conviction_row("1", "19650101", kSecondCount, "484 PC", "20150214"),
          conviction_row("3", "19990601", kFirstCount, "11359 HS", "20010504"),
          conviction_row("3", "19990601", kSecondCount, "11358 HS", "20140211"),
          conviction_row("4", "19850101", kFirstCount, "11357 HS", "20080504"),
          conviction_row("5", "19550101", kFirstCount, "11360 HS", "20050504")};
}

std::string delivered(const ScratchFolder& folder, const std::string& name, const std::vector<DojRow>& rows) {
  std::ofstream(folder.at(name), std::ios::binary) << file_of(rows);
  return folder.at(name);
}

PolicyChoice chosen(const std::string& text) {
  const Result<PolicyChoice> choice = parse_policy_choice(text);
  REQUIRE(choice);
  return *choice;
}

CompareRequest asked(const std::string& input, const std::vector<std::string>& further) {
  CompareRequest request;
  request.inputs = {input};
  request.policy = chosen(kCounty);
  for (const std::string& text : further) request.further.push_back(chosen(text));
  request.as_of = Date{2019, 11, 11};
  request.threads = 2;
  return request;
}

CompareReport compared(const CompareRequest& request) {
  Result<CompareReport> report = compare_policies(request, nullptr);
  if (!report) FAIL(to_string(report.error()));
  return *std::move(report);
}

void check_affected(const Affected& found, std::uint64_t convictions, std::uint64_t people) {
  CHECK(found.convictions == convictions);
  CHECK(found.people == people);
}

void check_pair(const AnswerPair& pair, const std::string& first, const std::string& second) {
  CHECK(pair.first.determination + " by " + pair.first.step == first);
  CHECK(pair.second.determination + " by " + pair.second.step == second);
}

std::string results_of(const ScratchFolder& folder, const std::string& input, const std::string& name) {
  EvaluateRequest request;
  request.inputs = {input};
  request.policy.policy = kCounty;
  request.as_of = Date{2019, 11, 11};
  request.out = folder.at(name);
  const auto done = evaluate_files(request, nullptr);
  if (!done) FAIL(to_string(done.error()));
  return request.out;
}

}  // namespace

TEST_CASE("two policies differ for the people and by the steps that their texts say") {
  const ScratchFolder folder;
  const std::string input = delivered(folder, "county.csv", first_delivery());
  const CompareReport report = compared(asked(input, {kAt60, "us-ca.prop64.sacramento"}));
  CHECK(report.county == "LOS ANGELES");
  CHECK(report.people == 4);
  CHECK(report.convictions == 7);
  REQUIRE(report.policies.size() == 3);
  CHECK(report.policies[1].choice == kAt60);
  REQUIRE(report.comparisons.size() == 2);

  const PolicyComparison& age = report.comparisons[0];
  check_affected(age.in_either, 5, 4);
  check_affected(age.differing, 1, 1);
  check_affected(age.other_relief, 1, 1);
  REQUIRE(age.pairs.front().differs);
  check_pair(age.pairs.front(), "Eligible for Dismissal by 5 older-than-age", "Hand Review by 11 otherwise");
  CHECK_FALSE(age.pairs[1].differs);

  const PolicyComparison& county = report.comparisons[1];
  check_affected(county.in_either, 5, 4);
  check_affected(county.differing, 4, 3);
  check_affected(county.other_relief, 4, 3);
  check_pair(county.pairs[0], "Eligible for Dismissal by 5 older-than-age",
             "Eligible for Reduction by 5 recent-conviction");
  check_affected(county.pairs[0].affected, 3, 2);
  check_pair(county.pairs[1], "To be reviewed by City Attorneys by 0 lesser-offense",
             "Eligible for Dismissal by 2 lesser-offense");
  check_affected(county.pairs[1].affected, 1, 1);
}

TEST_CASE("a conviction of which one policy does not speak says so") {
  const ScratchFolder folder;
  std::vector<DojRow> rows = first_delivery();
  rows.push_back(conviction_row("4", "19850101", kFirstCount, "4060 BP", "20080504", "MISDEMEANOR")
                     .with(RowFact::kCountOrder, "101002002000"));
  const std::string input = delivered(folder, "county.csv", rows);
  const CompareReport report = compared(asked(input, {"us-ca.prop64.dismiss-all-and-related"}));
  const auto& pairs = report.comparisons.front().pairs;
  const auto silent = std::find_if(pairs.begin(), pairs.end(),
                                   [](const AnswerPair& pair) { return pair.first.determination == "Not in scope"; });
  REQUIRE(silent != pairs.end());
  CHECK(silent->differs);
  CHECK(silent->first.step.empty());
  check_affected(silent->affected, 1, 1);
}

TEST_CASE("the tables of a comparison hold every pair and every conviction that differs, for their owner only") {
  const ScratchFolder folder;
  const std::string input = delivered(folder, "county.csv", first_delivery());
  CompareRequest request = asked(input, {kAt60});
  request.files = {folder.at("pairs.csv"), folder.at("each.csv")};
  const CompareReport report = compared(request);

  const CsvTable pairs = CsvTable::read(request.files.pairs);
  REQUIRE(pairs.size() == report.comparisons.front().pairs.size());
  CHECK(pairs.cell(0, "First") == kCounty);
  CHECK(pairs.cell(0, "Second") == kAt60);
  CHECK(pairs.cell(0, "Second Step") == "11 otherwise");
  CHECK(pairs.cell(0, "Differs") == "Yes");
  CHECK(pairs.cell(1, "Differs") == "-");

  const CsvTable each = CsvTable::read(request.files.each);
  REQUIRE(each.size() == 1);
  CHECK(each.cell(0, "Person") == "1");
  CHECK(each.cell(0, "Count") == kFirstCount);
  CHECK(each.cell(0, "First Reason") == "50 years or older");
  CHECK(each.cell(0, "Second Determination") == "Hand Review");
  CHECK(each.cell(0, "Second Reason") == "No applicable eligibility criteria");
  namespace fs = std::filesystem;
  for (const std::string& file : {request.files.pairs, request.files.each}) {
    CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
  }
}

TEST_CASE("a comparison does not depend on the threads") {
  const ScratchFolder folder;
  const std::string input = delivered(folder, "county.csv", first_delivery());
  std::vector<std::string> texts;
  for (const unsigned threads : {1U, 3U}) {
    CompareRequest request = asked(input, {kAt60, "us-ca.prop64.sacramento"});
    request.threads = threads;
    const std::string name = std::to_string(threads);
    request.files = {folder.at("pairs" + name), folder.at("each" + name)};
    compared(request);
    texts.push_back(file_bytes(request.files.pairs) + file_bytes(request.files.each));
  }
  CHECK(texts[0] == texts[1]);
}

TEST_CASE("a comparison needs two policies, and leaves nothing behind where it fails") {
  const ScratchFolder folder;
  const std::string input = delivered(folder, "county.csv", first_delivery());
  const auto alone = compare_policies(asked(input, {}), nullptr);
  REQUIRE_FALSE(alone.ok());
  CHECK(alone.error().code == "compare.one_policy");
  CompareRequest request = asked(folder.at("nowhere.csv"), {kAt60});
  request.files = {folder.at("pairs.csv"), folder.at("each.csv")};
  CHECK_FALSE(compare_policies(request, nullptr).ok());
  CHECK_FALSE(std::filesystem::exists(request.files.pairs));
  CHECK_FALSE(std::filesystem::exists(request.files.pairs + ".unfinished"));
  request.inputs = {input};
  request.files.each = input;  // something stands there
  const auto taken = compare_policies(request, nullptr);
  REQUIRE_FALSE(taken.ok());
  CHECK(taken.error().code == "output.exists");
  CHECK_FALSE(std::filesystem::exists(request.files.pairs));
}

TEST_CASE("a second delivery is held against the first by person and count") {
  const ScratchFolder folder;
  const std::string first = results_of(folder, delivered(folder, "first.csv", first_delivery()), "results-1");
  const std::string second = results_of(folder, delivered(folder, "second.csv", second_delivery()), "results-2");
  const ComparisonFiles files{folder.at("pairs.csv"), folder.at("each.csv")};
  const auto report = compare_results({first, second, files});
  if (!report) FAIL(to_string(report.error()));
  check_affected(report->in_first, 5, 4);
  check_affected(report->in_second, 5, 4);
  check_affected(report->same, 3, 2);
  check_affected(report->same_by_other_step, 2, 1);
  check_affected(report->other_determination, 1, 1);
  check_affected(report->only_first, 1, 1);
  check_affected(report->only_second, 1, 1);
  REQUIRE(report->pairs.size() == 1);
  check_pair(report->pairs[0], "To be reviewed by City Attorneys by 0 lesser-offense",
             "Hand Review by 2b other-possession");
  REQUIRE(report->differences.size() == 2);
  CHECK(report->differences[0].what == "input first.csv");
  CHECK(report->differences[0].second == "none");
  CHECK(report->differences[1].what == "input second.csv");
  CHECK(report->differences[1].first == "none");

  const CsvTable each = CsvTable::read(files.each);
  REQUIRE(each.size() == 3);
  CHECK(each.cell(0, "Person") == "2");
  CHECK(each.cell(0, "Second Determination") == "Not in the results");
  CHECK(each.cell(1, "Person") == "4");
  CHECK(each.cell(1, "Second Reason") == "Other 11357");
  CHECK(each.cell(2, "Person") == "5");
  CHECK(each.cell(2, "First Determination") == "Not in the results");
}

TEST_CASE("a folder that is no results folder, or was changed since, is refused") {
  const ScratchFolder folder;
  const std::string input = delivered(folder, "first.csv", first_delivery());
  const std::string first = results_of(folder, input, "results");
  for (const std::string& other : {folder.at("nowhere"), folder.at(""), input}) {
    const auto report = compare_results({first, other, {}});
    REQUIRE_FALSE(report.ok());
    CHECK(report.error().code == "results.no_folder");
    CHECK(report.error().kind == ErrorKind::kInput);
  }
  const std::string second = results_of(folder, input, "again");
  CHECK(compare_results({first, second, {}}).ok());
  std::ofstream(second + "/convictions.csv", std::ios::app) << "\n";
  const auto report = compare_results({first, second, {}});
  REQUIRE_FALSE(report.ok());
  CHECK(report.error().code == "results.changed");
}

TEST_CASE("convictions that the manifest does not list are not the run's") {
  const ScratchFolder folder;
  const std::string input = delivered(folder, "first.csv", first_delivery());
  const std::string first = results_of(folder, input, "results");
  const std::string second = results_of(folder, input, "again");
  std::ifstream whole(second + "/manifest.json");
  std::string manifest((std::istreambuf_iterator<char>(whole)), {});
  const std::size_t listed = manifest.find("\"convictions.csv\"");
  REQUIRE(listed != std::string::npos);
  manifest.replace(listed, 17, "\"elsewhere.csv\"");
  std::ofstream(second + "/manifest.json") << manifest;
  const auto report = compare_results({first, second, {}});
  REQUIRE_FALSE(report.ok());
  CHECK(report.error().code == "results.changed");
}
