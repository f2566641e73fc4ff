// The faults of the order of questions. What each number stands for, and where the others are: README.md beside this
// file.
#include "whole_run.h"

namespace redress::regress {
namespace {

constexpr const char* kTwoPriors = "Not eligible: Two priors";
constexpr const char* kNoRelated = "Maybe Eligible - Flag for Review: No Related Prop64 Charges";

DojRow in(std::string_view county, DojRow row) {
  return row.with(RowFact::kCounty, county);
}

TEST_CASE("B29: a registration after the conviction does not bar it, one before it does") {
  const auto registered_on = [](std::string_view date) {
    return WholeRun({felony(kFirst, "11359 HS", "20050601"),
                     other_step("REGISTRATION", kSecond, date).with(RowFact::kOffense, "290 PC")});
  };
  CHECK(registered_on("20100601").answer(kFirst) == kCompleted);
  CHECK(registered_on("20050601").answer(kFirst) == kCompleted);
  CHECK(registered_on("20050531").answer(kFirst) == "Not eligible: PC 290");
  CHECK(registered_on("20100601").cell(kFirst, "PC290 Registration") == "Yes");
  CHECK(registered_on("00000000").answer(kFirst) == "Needs Review");
}

TEST_CASE("B30: a gang pair of two counts has its own date") {
  const auto pair_on = [](std::string_view date) {
    return WholeRun({felony(kFirst, "11359 HS", "20050601"), felony(count_of(2, 1), "246 PC", date),
                     felony(count_of(2, 2), "186.22(B)(4) PC", date)});
  };
  CHECK(pair_on("20120601").answer(kFirst) == kNothingApplies);
  CHECK(pair_on("20000601").answer(kFirst) == kSuperstrike);
  CHECK(pair_on("00000000").answer(kFirst) == "Needs Review");
  for (const char* date : {"20120601", "20000601"}) {
    CHECK(pair_on(date).cell(kFirst, "Superstrike Code Section(s)") == "246 PC + 186.22(B)(4) PC");
  }
}

TEST_CASE("B30: counts of two cases are no gang pair") {
  const WholeRun run({felony(kFirst, "11359 HS", "20050601"), felony(kSecond, "246 PC", "20000601"),
                      felony(kThird, "186.22(B)(4) PC", "20010601")});
  CHECK(run.answer(kFirst) == "Eligible for Dismissal: No convictions in past 10 years");
  CHECK(run.cell(kFirst, "Superstrike Code Section(s)") == "-");
}

TEST_CASE("B31: superstrikes are listed in the order of the file, the same at any number of threads") {
  const std::vector<DojRow> rows = {
      felony(count_of(4, 1), "664/187(A) PC", "20040601"), felony(count_of(2, 1), "207(A) PC", "20020601"),
      felony(count_of(3, 1), "4500 PC", "20030601"),       felony(count_of(1, 1), "11359 HS", "20050601"),
      felony(count_of(5, 1), "207(A) PC", "20060601"),
  };
  Setup setup;
  const WholeRun one(rows, setup);
  CHECK(one.cell(kFirst, "Superstrike Code Section(s)") == "664/187(A) PC;207(A) PC;4500 PC");
  setup.threads = 3;
  CHECK(WholeRun(rows, setup).written("all_rows.csv") == one.written("all_rows.csv"));
}

TEST_CASE("B31: every gang pair of a case is listed") {
  const WholeRun run({felony(kFirst, "11359 HS", "20050601"), felony(count_of(2, 1), "136.1 PC", "20000601"),
                      felony(count_of(2, 2), "186.22(B)(4) PC", "20000601"),
                      felony(count_of(2, 3), "246 PC", "20000601"),
                      felony(count_of(2, 4), "186.22(B)(4) PC", "20000601")});
  CHECK(run.cell(kFirst, "Superstrike Code Section(s)") == "136.1 PC + 186.22(B)(4) PC;246 PC + 186.22(B)(4) PC");
}

std::string third_answer(const std::string& first, const std::string& second, const std::string& third) {
  return WholeRun({felony(kFirst, first, "20000601"), felony(kSecond, second, "20010601"),
                   felony(kThird, third, "20050601")})
      .answer(kThird);
}

TEST_CASE("B38: two priors are two of the same section, however it is written") {
  CHECK(third_answer("664/11358 HS", "664/11360 HS", "664/11359 HS") == kCompleted);
  CHECK(third_answer("11358 HS", "11360 HS", "11359 HS") == kCompleted);
  CHECK(third_answer("11359 HS", "11359 HS", "CHRG 11359 HS") == kTwoPriors);
  CHECK(third_answer("11360(A) HS", "CHRG: 11360 HS", "11360A HS") == kTwoPriors);
  CHECK(third_answer("664/11359 HS", "664/11359 HS", "11359 HS") == kCompleted);
}

TEST_CASE("B39: two counts of one day are one prior, and a misdemeanor is one too") {
  const WholeRun one_day({felony(count_of(1, 1), "11359 HS", "20000101"),
                          felony(count_of(1, 2), "11359 HS", "20000101"), felony(kThird, "11359 HS", "20050601")});
  CHECK(one_day.answer(kThird) == kCompleted);
  DojRow misdemeanor = felony(kFirst, "11359 HS", "20000101");
  misdemeanor.with(RowFact::kConvictionLevel, "MISDEMEANOR");
  CHECK(WholeRun({misdemeanor, felony(kSecond, "11359 HS", "20010601"), felony(kThird, "11359 HS", "20050601")})
            .answer(kThird) == kTwoPriors);
}

TEST_CASE("B40: the open sentence of a dead person is asked before the death, as the Los Angeles steps stand") {
  const DojRow death = other_step("DECEASED", count_of(9, 1), "20180101");
  const WholeRun serving({with_sentence(felony(kFirst, "11359 HS", "20160101"), "10", "Y"), death});
  CHECK(serving.answer(kFirst) == "Hand Review: Currently serving sentence");
  CHECK(serving.cell(kFirst, "Deceased") == "Deceased");
  const WholeRun completed({felony(kFirst, "11359 HS", "20120601"), felony(kSecond, "459 PC", "20150601"), death});
  CHECK(completed.answer(kFirst) == "Eligible for Dismissal: Deceased");
}

TEST_CASE("B41: a section in no list of the office is reviewed, with the reason") {
  const WholeRun run({felony(kFirst, "11360 HS", "20050601")}, configured({{"dismiss", "11358"}, {"reduce", "11359"}}));
  CHECK(run.answer(kFirst) == "Needs Review: No choice of the office covers this conviction");
  CHECK(run.report().needs_review == 0);  // decided by a step, not by a doubt
}

TEST_CASE("B42: a related charge counts with a Proposition 64 count of its own cycle, whatever became of that") {
  const DojRow trespass = in("SAN JOAQUIN", felony(count_of(1, 1), "602(L) PC", "20050601"));
  const auto beside = [&](const DojRow& other, const char* policy) {
    return WholeRun({trespass, other}, in_county(policy, "SAN JOAQUIN")).answer(kFirst);
  };
  DojRow arrest =
      other_step("ARREST/DETAINED/CITED", count_of(1, 1, 1), "20050501").with(RowFact::kOffense, "11359 HS");
  DojRow dismissed = felony(count_of(1, 2), "11359 HS", "20050601").with(RowFact::kDisposition, "DISMISSED");
  const DojRow other_cycle = in("SAN JOAQUIN", felony(kSecond, "11359 HS", "20050601"));
  constexpr const char* kAll = "Eligible for Dismissal: Dismiss all Prop 64 and related charges";
  for (const DojRow& same_cycle : {arrest, dismissed}) {
    CHECK(beside(same_cycle, "san-joaquin") == "Eligible for Dismissal: 602(L) PC");
    CHECK(beside(same_cycle, "dismiss-all-and-related") == kAll);
  }
  CHECK(beside(other_cycle, "san-joaquin") == kNoRelated);
  CHECK(beside(other_cycle, "dismiss-all-and-related").empty());
  CHECK(beside(in("SAN JOAQUIN", felony(kSecond, "459 PC", "20050601")), "dismiss-all-and-related").empty());
  CHECK(beside(arrest, "dismiss-all").empty());
}

TEST_CASE("B42: a charge that is both related and of Proposition 64 is asked as one of Proposition 64") {
  const WholeRun run({in("SAN JOAQUIN", felony(kFirst, "11359 HS/602(L) PC", "20050601"))}, in_county("san-joaquin"));
  CHECK(run.answer(kFirst) == "Eligible for Dismissal: Sentence Completed");
}

TEST_CASE("B43: a conviction is one count, however many rows it has, and one on another step is noted") {
  DojRow elsewhere = felony(kSecond, "459 PC", "20150601").with(RowFact::kStepType, "DECEASED");
  const DojRow conviction = felony(kFirst, "11359 HS", "20050601");
  const WholeRun run({with_sentence(conviction, "90", "D"), with_sentence(conviction, "1", "Y"), elsewhere});
  CHECK(run.cell(kFirst, "# of convictions on record") == "2");
  CHECK(run.figure("record", "convictions") == 2);
  CHECK(run.cell(kSecond, "Data Notes").find("convicted on a step other than a court action") != std::string::npos);
  CHECK(run.answer(kFirst) == "Eligible for Dismissal: Deceased");
}

TEST_CASE("B43: a later step with a number of its own is a count of its own") {
  const WholeRun run(
      {felony(count_of(1, 1, 2), "11359 HS", "20050601"), felony(count_of(1, 1, 3), "11359 HS", "20060601")});
  CHECK(run.figure("record", "convictions") == 2);
}

TEST_CASE("Gap 3: the configurable policy shows superstrikes and registrations, and does not decide by them") {
  const WholeRun run({felony(kFirst, "187(A) PC", "20000601"), felony(kSecond, "11359 HS", "20170601"),
                      other_step("REGISTRATION", kThird, "20010101").with(RowFact::kOffense, "290 PC")},
                     configured({{"dismiss", "11359"}}));
  CHECK(run.answer(kSecond) == "Eligible for Dismissal: Dismiss all HS 11359 convictions");
  CHECK(run.cell(kSecond, "Superstrike Code Section(s)") == "187(A) PC");
  CHECK(run.cell(kSecond, "PC290 Registration") == "Yes");
  CHECK(run.cell(kSecond, "Occurred after 11/9/2016") == "Y");
}

}  // namespace
}  // namespace redress::regress
