// The faults of who and which count a row belongs to. What each number stands for, and where the others are: README.md
// beside this file.
#include "whole_run.h"

namespace redress::regress {
namespace {

constexpr std::string_view kOther = "20000001";

std::string options(const std::string& dismiss) {
  return R"({"baselineEligibility": {"dismiss": [")" + dismiss + R"("], "reduce": []}, "additionalRelief": {}})";
}

TEST_CASE("B13: a section in the options that is not one to choose is an error at the start, with the near match") {
  Setup setup = configured({});
  setup.options = options("11361");
  // No file of records is there to be read: the options are refused before any is looked for.
  const Error error = refusal({}, setup);
  CHECK(error.kind == ErrorKind::kUsage);
  CHECK(error.cause.find("11361") != std::string::npos);
  CHECK(error.next_step.find("1136") != std::string::npos);
  setup.options = options("11357(a)");
  CHECK(WholeRun({felony(kFirst, "11357(A) HS", "20050601")}, setup).answer(kFirst) ==
        "Eligible for Dismissal: Dismiss all HS 11357(a) convictions");
}

TEST_CASE("B14: a row with a short count is reported and reviewed, and the run goes on") {
  for (const char* count : {"", "1", "101", "10100", "1010020A1"}) {
    CAPTURE(std::string(count));
    const WholeRun run({felony(count, "11359 HS", "20050601").with(RowFact::kCaseNumber, "BA1"),
                        felony(kFirst, "11358 HS", "20050601"), felony(kFirst, "11359 HS", "20050601", kOther)});
    CHECK(run.answer(count) == "Needs Review");
    CHECK(run.answer(kFirst) == "Needs Review");  // the row might hold what decides
    CHECK(run.cell(kFirst, "# of convictions on record") == "1");
    CHECK(run.answer(kFirst, kOther) == kCompleted);
    CHECK(run.figure("rows", "rows_out") == 3);
    CHECK(run.figure("rows", "rows_unusable") == 1);
    CHECK(Table(run.written("rejects.csv")).size() == 1);
  }
}

TEST_CASE("B14: a short count does no harm where no count is needed") {
  const WholeRun run({felony(kFirst, "11359 HS", "20050601"), other_step("DECEASED", "", "20180101"),
                      other_step("REGISTRATION", "101", "20100101").with(RowFact::kOffense, "290 PC")});
  CHECK(run.answer(kFirst) == kCompleted);
  CHECK(run.figure("rows", "rows_unusable") == 0);
}

TEST_CASE("B15: a row without a person is rejected, never joined with others") {
  const DojRow nobody = felony(kFirst, "11359 HS", "20050601", "");
  const DojRow blank = felony(kSecond, "187 PC", "20000601", "   ");
  const WholeRun run({nobody, nobody, blank, felony(kFirst, "11359 HS", "20050601")});
  CHECK(run.figure("record", "people") == 1);
  CHECK(run.figure("record", "convictions") == 1);
  CHECK(run.figure("rows", "rows_in") == 4);
  CHECK(run.figure("rows", "rows_rejected") == 3);
  CHECK(run.answer(kFirst) == kCompleted);
  const Table rejects(run.written("rejects.csv"));
  REQUIRE(rejects.size() == 3);
  CHECK(rejects.cell(0, "Reason").find("no person identifier") != std::string::npos);
}

TEST_CASE("B16: a person in two files is one person") {
  const std::string prop64 = numbered({felony(kFirst, "11359 HS", "20050601")});
  const std::string murder = numbered({felony(kSecond, "187(A) PC", "20000601")});
  for (const auto& files : {std::vector<std::string>{prop64, murder}, std::vector<std::string>{murder, prop64}}) {
    const WholeRun run(files);
    CHECK(run.answer(kFirst) == kSuperstrike);
    CHECK(run.cell(kFirst, "# of convictions on record") == "2");
    CHECK(run.figure("record", "people") == 1);
  }
  const WholeRun configurable(std::vector<std::string>{prop64, murder},
                              configured({{"reduce", "11359"}, {"only_prop64", "yes"}}));
  CHECK(configurable.answer(kFirst) == "Eligible for Reduction: Reduce all HS 11359 convictions");
}

TEST_CASE("B17: a county without a Proposition 64 conviction gives empty figures, another county's file an error") {
  const WholeRun run({felony(kFirst, "459 PC", "20050601")});
  CHECK(run.figure("decisions", "convictions_in_scope") == 0);
  CHECK(run.figure("people", "people_in_scope") == 0);
  CHECK(run.table("decisions", "by_decade").empty());
  const Error error = refusal({numbered({felony(kFirst, "11359 HS", "20050601").with(RowFact::kCounty, "LAKE")})}, {});
  CHECK(error.kind == ErrorKind::kInput);
  CHECK((error.cause + error.next_step).find("LAKE") != std::string::npos);
}

TEST_CASE("B18: an extra comma at the end of each row moves no result under another header") {
  const std::vector<DojRow> rows = {felony(kFirst, "11359 HS", "20050601").with(RowFact::kRecord, "1"),
                                    felony(kSecond, "459 PC", "20000601").with(RowFact::kRecord, "2")};
  const WholeRun plain(rows);
  std::string with_commas;
  for (const DojRow& row : rows) with_commas += row.line() + ",\n";
  const WholeRun extra(std::vector<std::string>{with_commas});
  CHECK(extra.answer(kFirst) == "Eligible for Dismissal: No convictions in past 10 years");
  CHECK(extra.written("all_rows.csv") == plain.written("all_rows.csv"));
  CHECK(extra.written("convictions.csv") == plain.written("convictions.csv"));
}

TEST_CASE("B18: a row that is shorter or longer is a reject, and a file of such rows another format") {
  const std::string good = felony(kFirst, "11359 HS", "20050601").line();
  const std::string shorter = good.substr(0, good.rfind(',', good.size() - 2));
  const WholeRun run(
      std::vector<std::string>{good + "\n" + shorter.substr(0, shorter.size() - 1) + "\n" + good + ",x\n"});
  CHECK(run.figure("rows", "rows_rejected") == 2);
  const Error error = refusal({"a,b,c\n1,2,3\n"}, {});
  CHECK(error.kind == ErrorKind::kInput);
  CHECK(error.cause.find("3 columns") != std::string::npos);
}

TEST_CASE("B19: a bad row is skipped and reported with its line, the header counted") {
  const std::string good = felony(kFirst, "11359 HS", "20050601", kOther).line();
  const WholeRun run(std::vector<std::string>{testing::header_line() + ",\n" + "one,two\n" + good + ",\n"});
  CHECK(run.answer(kFirst, kOther) == kCompleted);
  CHECK(run.figure("rows", "rows_in") == 2);
  CHECK(run.figure("rows", "rows_out") == 1);
  const Table rejects(run.written("rejects.csv"));
  REQUIRE(rejects.size() == 1);
  CHECK(rejects.cell(0, "Line") == "2");
  CHECK(rejects.cell(0, "Row") == "2");
  CHECK(rejects.cell(0, "As Read") == "one,two");
}

TEST_CASE("Gap 1: the fullest of the offense columns is the charge, and two that disagree are doubtful") {
  const auto answer = [](std::string_view offense, std::string_view convicted_of) {
    return WholeRun({felony(kFirst, offense, "20050601").with(RowFact::kConvictionOffense, convicted_of)})
        .answer(kFirst);
  };
  CHECK(answer("11357 HS", "11357(B) HS") == "Eligible for Dismissal: 11357(a) or 11357(b)");
  CHECK(answer("11357 HS", "NOT A CHARGE") == "Hand Review: Other 11357");
  CHECK(answer("11359 HS", "459 PC") == "Needs Review");
}

TEST_CASE("Gap 2: relief already entered is noted, an attempt is read from the charge") {
  const WholeRun run({felony(kFirst, "664/11359 HS", "20050601").with(RowFact::kComment, "DISM PER 1203.4 PC")});
  CHECK(run.answer(kFirst) == kCompleted);
  CHECK(run.cell(kFirst, "Data Notes").find("relief may already be entered") != std::string::npos);
}

TEST_CASE("Gap 4: the conviction date is that of the event; the date of the disposition is only shown") {
  const WholeRun run({felony(kFirst, "11359 HS", "20161108").with(RowFact::kDispositionDate, "20170101")});
  CHECK(run.answer(kFirst) == kCompleted);
  CHECK(run.cell(kFirst, "Date of Conviction") == "11/08/2016");
  CHECK(run.cell(kFirst, "DISP_DATE") == "20170101");
}

TEST_CASE("Gap 5: probation is a part of the sentence like any other") {
  DojRow row = with_sentence(felony(kFirst, "11359 HS", "20150601"), "5", "Y");
  row.with(RowFact::kSentencePlace, "PROBATION");
  CHECK(WholeRun({row}).answer(kFirst) == "Hand Review: Currently serving sentence");
}

TEST_CASE("Gap 6: the birth date is read from all rows of a person, and where they differ it is doubtful") {
  const auto answer = [](std::string_view of_second) {
    return WholeRun({felony(kFirst, "11359 HS", "20120601").with(RowFact::kBirthDate, "19600101"),
                     felony(kSecond, "459 PC", "20150601").with(RowFact::kBirthDate, of_second)})
        .answer(kFirst);
  };
  CHECK(answer("") == "Eligible for Dismissal: 50 years or older");
  CHECK(answer("19610101") == "Eligible for Dismissal: 50 years or older");
  CHECK(answer("19800101") == "Needs Review");
}

TEST_CASE("Gap 7: an arrest has no decision of its own") {
  const WholeRun run(
      {felony(kFirst, "11359 HS", "20050601"),
       other_step("ARREST/DETAINED/CITED", count_of(1, 1, 1), "20050501").with(RowFact::kOffense, "11359 HS")});
  const std::string arrest = count_of(1, 1, 1);
  CHECK(run.answer(arrest).empty());
  CHECK(run.cell(arrest, "Eligibility Reason").empty());
  CHECK(run.cell(arrest, "# of convictions on record").empty());
  CHECK(run.figure("decisions", "convictions_in_scope") == 1);
}

}  // namespace
}  // namespace redress::regress
