// The faults of matching charges. What each number stands for, and where the others are: README.md beside this file.
#include "whole_run.h"

namespace redress::regress {
namespace {

constexpr const char* kSexOffense = "Not eligible: PC 290";
// Of a conviction of 2005 after one of 2000 that bars nothing.
constexpr const char* kBarsNothing = "Eligible for Dismissal: No convictions in past 10 years";

std::vector<ChargeCase> each_of(const std::vector<std::string>& charges, const std::string& expected) {
  std::vector<ChargeCase> cases;
  for (const std::string& charge : charges) cases.push_back({charge, expected});
  return cases;
}

std::vector<ChargeCase> each_shown(const std::vector<std::string>& charges) {
  std::vector<ChargeCase> cases;
  for (const std::string& charge : charges) cases.push_back({charge, charge});
  return cases;
}

// One count of each charge in one case, after the others given.
std::vector<DojRow> one_case(const std::vector<std::string>& charges, std::string_view county) {
  std::vector<DojRow> rows;
  for (std::size_t i = 0; i < charges.size(); ++i) {
    rows.push_back(felony(count_of(1, static_cast<int>(i) + 1), charges[i], "20050601").with(RowFact::kCounty, county));
  }
  return rows;
}

TEST_CASE("B05: a charge is read past a hyphen that joins its sections") {
  const WholeRun attempt({felony(kFirst, "664-11359 HS-ATTEMPT", "20050601")});
  CHECK(attempt.answer(kFirst) == kCompleted);
  CHECK(attempt.cell(kFirst, "# of HS 11359 convictions") == "1");
  const std::string pair = "136.1-186.22(B)(4) PC-INTIMIDATE WITNESS FOR GANG";
  check_priors({{pair, kSuperstrike}, {"187-664 PC", kSuperstrike}});
  check_priors({{pair, "136.1-186.22(B)(4) PC"}, {"187-664 PC", "187-664 PC"}}, "Superstrike Code Section(s)");
}

TEST_CASE("B20: offenses of PC 290 are found with the subdivisions that DOJ writes") {
  const std::vector<std::string> listed = {"288(A) PC",    "288(B)(1) PC", "288(C)(1) PC", "314.1 PC",
                                           "287(B)(1) PC", "287 PC",       "288.5(A) PC"};
  check_priors(each_shown(listed), "PC290 Code Section(s)");
  // What also is a superstrike is answered by the earlier step.
  check_priors({{"288(C)(1) PC", kSexOffense},
                {"314.1 PC", kSexOffense},
                {"314(2) PC", kSexOffense},
                {"288(A) PC", kSuperstrike},
                {"288(B)(1) PC", kSuperstrike},
                {"287(B)(1) PC", kSuperstrike}});
}

TEST_CASE("B20: PC 220 and PC 290 itself are not on the Los Angeles list of PC 290 offenses") {
  check_priors(each_of({"220 PC", "220(A)(1) PC", "290 PC", "290(B) PC"}, "-"), "PC290 Code Section(s)");
  check_priors({{"220 PC", kSuperstrike}, {"290 PC", kBarsNothing}});
}

TEST_CASE("B21: superstrikes are found with the subdivisions that DOJ writes") {
  const std::vector<std::string> listed = {"187(A) PC",    "664/187(A) PC", "191.5(A) PC", "207(A) PC",
                                           "209(A) PC",    "220(A)(1) PC",  "264.1(A) PC", "269(A)(1) PC",
                                           "287(C)(1) PC", "451.5(A) PC",   "653F(B) PC",  "191(A) PC",
                                           "217.1(A) PC",  "4500(A) PC",    "18745(A) PC", "667.61(A) PC"};
  check_priors(each_of(listed, kSuperstrike));
  check_priors(each_shown(listed), "Superstrike Code Section(s)");
}

TEST_CASE("B22: a section is not a superstrike because its number ends or goes on like one") {
  const std::vector<std::string> others = {"537 PC",  "1037 PC", "937 PC",  "187.37 PC", "236.37 PC", "1205 PC",
                                           "1207 PC", "1209 PC", "1218 PC", "1188 PC",   "1190 PC",   "1191 PC",
                                           "1261 PC", "1269 PC", "1287 PC", "3219 PC",   "14500 PC",  "15128 PC"};
  check_priors(each_of(others, kBarsNothing));
  check_priors(each_of(others, "-"), "Superstrike Code Section(s)");
}

TEST_CASE("B23: a section is not of PC 290 because its number ends or goes on like one") {
  const std::vector<std::string> others = {"261.5(C) PC", "261.6 PC", "1266 PC", "1267 PC", "1269B PC", "1272 PC",
                                           "1285 PC",     "1288 PC",  "2860 PC", "2890 PC", "243.45 PC"};
  check_priors(each_of(others, kBarsNothing));
  check_priors(each_of(others, "-"), "PC290 Code Section(s)");
  // On the county's list though they are no sex offenses, and PC 272 only without a subdivision.
  check_priors({{"451.5 PC", "451.5 PC"}, {"653F(B) PC", "653F(B) PC"}, {"272 PC", "272 PC"}, {"272(A)(1) PC", "-"}},
               "PC290 Code Section(s)");
}

TEST_CASE("B24: a Proposition 64 section is the whole number in the Health and Safety Code") {
  const std::vector<std::string> others = {"211357 VC",  "113570 HS", "11357.5 HS",
                                           "11360.5 HS", "11359 BP",  "66411359 HS"};
  const WholeRun run(one_case(others, "LOS ANGELES"));
  for (std::size_t i = 0; i < others.size(); ++i) {
    CAPTURE(others[i]);
    CHECK(run.answer(count_of(1, static_cast<int>(i) + 1)).empty());
  }
  CHECK(run.figure("decisions", "convictions_in_scope") == 0);
}

TEST_CASE("B25: related charges are found in capitals and with subdivisions, and only by the whole number") {
  const std::vector<std::string> related = {"11359 HS",  "647(F) PC",   "148(A)(1) PC", "148.9(A) PC",
                                            "602(L) PC", "11550(A) HS", "11364(A) HS",  "40508(A) VC"};
  for (const auto& [policy, county] : {std::pair{"san-joaquin", "SAN JOAQUIN"}, {"contra-costa", "CONTRA COSTA"}}) {
    const WholeRun run(one_case(related, county), in_county(policy));
    for (std::size_t i = 1; i < related.size(); ++i) {
      CHECK(run.answer(count_of(1, static_cast<int>(i) + 1)) == "Eligible for Dismissal: " + related[i]);
    }
  }
  const std::vector<std::string> others = {"11359 HS", "1602 PC",   "1466 PC",  "3148 PC",
                                           "21320 PC", "647(A) PC", "1320.5 PC"};
  const WholeRun run(one_case(others, "SAN JOAQUIN"), in_county("san-joaquin"));
  for (std::size_t i = 1; i < others.size(); ++i) {
    CAPTURE(others[i]);
    CHECK(run.answer(count_of(1, static_cast<int>(i) + 1)).empty());
  }
}

TEST_CASE("B25: of a bare PC 647 nobody can say whether it is subdivision (f)") {
  const WholeRun run(one_case({"11359 HS", "647 PC"}, "SAN JOAQUIN"), in_county("san-joaquin"));
  CHECK(run.answer(count_of(1, 2)) == "Needs Review");
}

TEST_CASE("B26: subdivision (b) is found in capitals") {
  const std::vector<DojRow> rows = {felony(kFirst, "11357(B) HS", "20100601").with(RowFact::kCounty, "SACRAMENTO"),
                                    felony(kSecond, "459 PC", "20150601").with(RowFact::kCounty, "SACRAMENTO")};
  CHECK(WholeRun(rows, in_county("sacramento")).answer(kFirst) == "Eligible for Dismissal: HS 11357(b)");
}

TEST_CASE("B27: 4060 BP is flagged however it is spaced and described") {
  const WholeRun run(
      one_case({"11359 HS", "4060 BP", "4060 BP - POSS", "4060  BP", " 4060 BP-POSS CNTL SUB"}, "SAN JOAQUIN"),
      in_county("san-joaquin"));
  for (int count = 2; count <= 5; ++count) {
    CAPTURE(count);
    CHECK(run.answer(count_of(1, count)) == "Maybe Eligible - Flag for Review: 4060 BP");
  }
}

TEST_CASE("B28: an attempt or a prefix does not hide section 11357") {
  const std::vector<std::string> charges = {"664/11357 HS", "CHRG 11357(A) HS", "664/11357(B) HS", "CHRG: 11357(C) HS"};
  const WholeRun san_joaquin(one_case(charges, "SAN JOAQUIN"), in_county("san-joaquin"));
  const WholeRun los_angeles(one_case(charges, "LOS ANGELES"));
  const std::vector<std::string> expected = {"Hand Review: Other 11357", "Eligible for Dismissal: 11357(a) or 11357(b)",
                                             "Eligible for Dismissal: 11357(a) or 11357(b)",
                                             "Hand Review: Other 11357"};
  for (std::size_t i = 0; i < charges.size(); ++i) {
    CAPTURE(charges[i]);
    const std::string count = count_of(1, static_cast<int>(i) + 1);
    CHECK(san_joaquin.answer(count) == "Eligible for Dismissal: 11357 HS");
    CHECK(los_angeles.answer(count) == expected[i]);
  }
  const WholeRun sacramento(one_case(charges, "SACRAMENTO"), in_county("sacramento"));
  CHECK(sacramento.answer(count_of(1, 3)) == "Eligible for Dismissal: HS 11357(b)");
}

TEST_CASE("B35: a subdivision of 11357 is parsed, and its absence is one too") {
  const std::vector<std::string> charges = {"11357 HS",     "11357(a) HS", "11357(E) HS", "11357B2 HS",
                                            "11357(AB) HS", "11357.5 HS",  "113570 HS"};
  const WholeRun run(one_case(charges, "LOS ANGELES"),
                     configured({{"dismiss", "11357(a);11357(b);11357(no-sub-section)"}}));
  const std::vector<std::string> expected = {
      "Eligible for Dismissal: Dismiss all HS 11357 convictions (when no sub-section is specified)",
      "Eligible for Dismissal: Dismiss all HS 11357(a) convictions",
      "Needs Review: No choice of the office covers this conviction",
      "Eligible for Dismissal: Dismiss all HS 11357(b) convictions",
      "Needs Review: No choice of the office covers this conviction",
      "",
      ""};
  for (std::size_t i = 0; i < charges.size(); ++i) {
    CAPTURE(charges[i]);
    CHECK(run.answer(count_of(1, static_cast<int>(i) + 1)) == expected[i]);
  }
}

TEST_CASE("B36: texts are compared without regard to case and to blanks around them") {
  DojRow row = felony(kFirst, " 11359 hs-possess ", "20050601");
  row.with(RowFact::kDisposition, "Convicted").with(RowFact::kConvictionLevel, "FELONY ");
  row.with(RowFact::kStepType, " Court Action ")
      .with(RowFact::kCounty, "Los Angeles ")
      .with(RowFact::kCaseNumber, "BA1 ");
  const WholeRun run({row, other_step(" registration ", count_of(3, 1), "20100101").with(RowFact::kOffense, "290 pc"),
                      other_step("Deceased ", count_of(4, 1), "20180101")});
  CHECK(run.answer(kFirst) == kCompleted);
  CHECK(run.cell(kFirst, "Case Number") == "BA1");
  CHECK(run.cell(kFirst, "PC290 Registration") == "Yes");
  CHECK(run.cell(kFirst, "Deceased") == "Deceased");
}

TEST_CASE("B37: a registration is one under PC 290 or a decimal of it, also where the comment names it") {
  const auto registered = [](const DojRow& registration) {
    return WholeRun({felony(kFirst, "11359 HS", "20050601"), registration}).cell(kFirst, "PC290 Registration");
  };
  const DojRow step = other_step("REGISTRATION", kSecond, "20000101");
  for (const char* charge : {"290 PC-REGISTRATION OF SEX OFFENDER", "290(B) PC", "290.5 PC", "290.011 PC"}) {
    CAPTURE(std::string(charge));
    CHECK(registered(DojRow(step).with(RowFact::kOffense, charge)) == "Yes");
    CHECK(registered(DojRow(step).with(RowFact::kComment, charge)) == "Yes");
    CHECK(registered(DojRow(step).with(RowFact::kOffense, "SEE COMMENT FOR CHARGE").with(RowFact::kComment, charge)) ==
          "Yes");
  }
  for (const char* charge : {"2900.5 PC", "2903 BP", "290 BP", "11590 HS"}) {
    CAPTURE(std::string(charge));
    CHECK(registered(DojRow(step).with(RowFact::kOffense, charge)) == "-");
  }
}

}  // namespace
}  // namespace redress::regress
