// The faults of output, figures and runs. What each number stands for, and where the others are: README.md beside this
// file.
#include <cerrno>
#include <filesystem>
#include <fstream>

#include "redress/check.h"
#include "unit/write/results_builder.h"
#include "whole_run.h"
#include "write/results_folder.h"

namespace redress::regress {
namespace {

using write::testing::Call;
using write::testing::Calls;

std::string one_conviction(std::string_view date = "20050601", std::string_view person = kPerson) {
  return numbered({felony(kFirst, "11359 HS", date, person)});
}

TEST_CASE("B45: a missing folder for the results is told as that, and the fault of a policy before it") {
  Setup setup;
  setup.make_out_parent = false;
  const Error error = refusal({one_conviction()}, setup);
  CHECK(error.kind == ErrorKind::kOutput);
  CHECK(error.code == "output.no_parent");
  CHECK(error.place.file.find("results") != std::string::npos);
  setup.policy = "us-ca.prop64.los-angelos";
  CHECK(refusal({one_conviction()}, setup).code == "policy.unknown");
}

TEST_CASE("B46: a disk that is full while writing, keeping or closing is an error, and no folder is left") {
  for (const Call call : {Call::kWrite, Call::kSync, Call::kClose}) {
    const write::testing::Scratch scratch;
    const auto state = std::make_shared<Calls>();
    state->failing = call;
    state->reason = ENOSPC;
    auto folder = write::ResultsFolder::begin(scratch.at("results"), write::testing::failing_calls(state));
    REQUIRE(folder);
    auto file = (*folder)->open("convictions.csv");
    REQUIRE(file);
    REQUIRE((*file)->write("text"));  // buffered: the failure comes with the end
    const Status finished = (*folder)->finish();
    REQUIRE_FALSE(finished);
    CHECK(finished.error().code == "output.disk_full");
    CHECK(finished.error().place.file.find("results") != std::string::npos);
    folder->reset();
    CHECK(scratch.is_empty());
    CHECK(state->open_files == 0);
  }
}

TEST_CASE("B47: one file that fails leaves no results at all, rather than a part") {
  Desk desk({one_conviction()}, {});
  desk.request().inputs.push_back(desk.at("missing.csv"));
  const auto report = desk.evaluate();
  REQUIRE_FALSE(report.ok());
  CHECK(report.error().kind == ErrorKind::kInput);
  CHECK(report.error().place.file.find("missing.csv") != std::string::npos);
  CHECK_FALSE(desk.has_left_something());
}

TEST_CASE("B48: the first event is that of all files, and a bad date in between changes nothing") {
  const std::string early = one_conviction("19850601", "1");
  const std::string bad = one_conviction("19851345", "2");
  const std::string late = one_conviction("19900601", "3");
  for (const auto& files : {std::vector<std::string>{early, bad, late}, std::vector<std::string>{late, bad, early}}) {
    Desk desk(files, {});
    const auto report = check_files({desk.request().inputs, {2019, 11, 11}, 1}, nullptr);
    REQUIRE(report);
    REQUIRE(report->first_event);
    CHECK(*report->first_event == Date{1985, 6, 1});
  }
  Desk desk({bad}, {});
  const auto report = check_files({desk.request().inputs, {2019, 11, 11}, 1}, nullptr);
  REQUIRE(report);
  CHECK_FALSE(report->first_event.has_value());
}

TEST_CASE("B49: every conviction stands in the figures, misdemeanors too, and the sums agree") {
  DojRow misdemeanor = felony(kSecond, "11359 HS", "20060601");
  misdemeanor.with(RowFact::kConvictionLevel, "MISDEMEANOR");
  const WholeRun run({felony(kFirst, "11359 HS", "20050601"), misdemeanor,
                      felony(count_of(3, 1), "11360 HS", "00000000"), felony(count_of(4, 1), "459 PC", "20000601")},
                     configured({{"reduce", "11359"}, {"years_since_conviction", "10"}}));
  std::map<std::string, int> by_outcome;
  std::map<std::string, int> by_level;
  int outcomes = 0;
  int levels = 0;
  for (const auto& row : run.table("decisions", "by_outcome"))
    outcomes += by_outcome[row.at("label")] = row.at("convictions");
  for (const auto& row : run.table("decisions", "by_level"))
    levels += by_level[row.at("level")] = row.at("convictions");
  CHECK(run.figure("decisions", "convictions_in_scope") == 3);
  CHECK(outcomes == 3);
  CHECK(levels == 3);
  CHECK(by_level["misdemeanor"] == 1);
  CHECK(by_outcome["Eligible for Dismissal"] == 2);
  CHECK(by_outcome["Needs Review"] == 1);
}

TEST_CASE("B50: figures of the county leave out other counties, and those of relief are counted") {
  std::vector<DojRow> rows;
  for (const char* county : {"SAN JOAQUIN", "KERN"}) {
    const int cycle = rows.empty() ? 1 : 2;
    rows.push_back(felony(count_of(cycle, 1), "11357(A) HS", "20050601").with(RowFact::kCounty, county));
    rows.push_back(felony(count_of(cycle, 2), "602(L) PC", "20050601").with(RowFact::kCounty, county));
  }
  const WholeRun run(rows, in_county("san-joaquin"));
  CHECK(run.figure("record", "convictions") == 4);
  CHECK(run.figure("decisions", "convictions_in_scope") == 2);
  CHECK(run.figure("people", "people_in_scope") == 1);
  const auto summary = nlohmann::json::parse(run.written("summary.json"));
  CHECK(summary.at("people").at("people_with_relief").at("at_least") == 1);
}

TEST_CASE("B51: a header is no person, whatever its mark, quotes or case; a first row without one is") {
  std::string quoted;
  std::string small = testing::header_line();
  for (const model::Column& column : testing::doj_layout().columns) {
    quoted += (quoted.empty() ? "" : ",") + testing::in_quotes(column.name);
  }
  for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  for (const std::string& header : {"\xEF\xBB\xBF" + testing::header_line(), quoted, small, "\xEF\xBB\xBF" + quoted}) {
    const WholeRun run(std::vector<std::string>{header + "\n" + one_conviction()});
    CHECK(run.figure("rows", "rows_in") == 1);
    CHECK(run.figure("record", "people") == 1);
    CHECK(run.all_rows().size() == 1);
  }
  CHECK(WholeRun(std::vector<std::string>{"\xEF\xBB\xBF" + one_conviction()}).figure("rows", "rows_in") == 1);
}

TEST_CASE("B52: a comma in a path is a letter like any other, and the same file twice is refused by name") {
  Desk desk({one_conviction()}, {});
  const std::string with_comma = desk.at("Lake, north.csv");
  std::filesystem::rename(desk.request().inputs[0], with_comma);
  desk.request().inputs = {with_comma};
  CHECK(desk.evaluate().ok());

  Desk twice({one_conviction()}, {});
  twice.request().inputs.push_back(twice.request().inputs[0]);
  const auto report = twice.evaluate();
  REQUIRE_FALSE(report.ok());
  CHECK(report.error().code == "input.same_content");
  CHECK(report.error().place.file.find("county-1.csv") != std::string::npos);
  CHECK_FALSE(twice.has_left_something());
}

TEST_CASE("B53: a threshold out of its range is an error, and 0 is off only where the policy says so") {
  const auto refused = [](Setup setup, const std::string& name, const std::string& value) {
    setup.set = {{name, value}};
    const Error error = refusal({one_conviction()}, std::move(setup));
    CHECK(error.kind == ErrorKind::kUsage);
    CHECK(error.cause.find(name) != std::string::npos);
  };
  for (const char* value : {"-1", "0", "x"}) {
    refused({}, "dismiss_at_age", value);
    refused({}, "conviction_free_years", value);
    refused(in_county("san-joaquin"), "conviction_free_years", value);
  }
  for (const char* value : {"-1", "39", "66"}) refused(configured({}), "dismiss_at_age", value);
  for (const char* value : {"-1", "16"}) {
    refused(configured({}), "years_since_conviction", value);
    refused(configured({}), "crime_free_years", value);
  }
  const WholeRun off(std::vector<std::string>{one_conviction()},
                     configured({{"reduce", "11359"}, {"dismiss_at_age", "0"}, {"crime_free_years", "0"}}));
  CHECK(off.answer(kFirst) == "Eligible for Reduction: Reduce all HS 11359 convictions");
}

}  // namespace
}  // namespace redress::regress
