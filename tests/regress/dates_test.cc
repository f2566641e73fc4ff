// The faults of dates and sentences. What each number stands for, and where the others are: README.md beside this file.
#include "whole_run.h"

namespace redress::regress {
namespace {

constexpr const char* kServing = "Hand Review: Currently serving sentence";
constexpr const char* kAfterTheChange = "Not eligible: Occurred after 11/09/2016";
constexpr const char* kReduced = "Eligible for Reduction: Reduce all HS 11359 convictions";

// A conviction of 2012 under review and a later one for another offense: of Los Angeles only steps about the person's
// age can hold.
std::vector<DojRow> only_age_decides(std::string_view birth_date) {
  return {felony(kFirst, "11359 HS", "20120601").with(RowFact::kBirthDate, birth_date),
          felony(kSecond, "459 PC", "20150601").with(RowFact::kBirthDate, birth_date)};
}

WholeRun one_sentence(std::string_view date, std::string_view length, std::string_view unit,
                      Date as_of = {2019, 11, 11}) {
  return WholeRun({with_sentence(felony(kFirst, "11359 HS", date), length, unit)}, on(as_of));
}

TEST_CASE("B01: a year of sentence is a calendar year and a month a calendar month") {
  CHECK(one_sentence("20150214", "5", "Y", {2020, 2, 16}).answer(kFirst) == kCompleted);
  CHECK(one_sentence("20150214", "5", "Y", {2020, 2, 14}).answer(kFirst) == kCompleted);
  CHECK(one_sentence("20150214", "5", "Y", {2020, 2, 13}).answer(kFirst) == kServing);
  CHECK(one_sentence("20150214", "60", "M", {2020, 2, 14}).answer(kFirst) == kCompleted);
  CHECK(one_sentence("20150214", "60", "M", {2020, 2, 13}).answer(kFirst) == kServing);
}

TEST_CASE("B02: a further sentence row is added to its own count, not to the one read last") {
  const auto rows = [](std::string_view own_of_second, std::string_view further_of_first) {
    return std::vector<DojRow>{
        with_sentence(felony(kFirst, "11359 HS", "20160101"), "90", "D"),
        with_sentence(felony(count_of(1, 2), "459 PC", "20160101"), own_of_second, "Y"),
        with_sentence(felony(kFirst, "11359 HS", "20160101"), further_of_first, "Y"),
    };
  };
  // The first count ends on March 31, 2019, the second on January 1, 2018.
  CHECK(WholeRun(rows("2", "3")).answer(kFirst) == kNothingApplies);
  CHECK(WholeRun(rows("2", "3"), on({2019, 3, 31})).answer(kFirst) == kNothingApplies);
  CHECK(WholeRun(rows("2", "3"), on({2019, 3, 30})).answer(kFirst) == kServing);
  CHECK(WholeRun(rows("4", "1")).answer(kFirst) == kServing);
}

TEST_CASE("B03: an exact repeat of a row adds no sentence, a further part does") {
  const DojRow five_years = with_sentence(felony(kFirst, "11359 HS", "20130601"), "5", "Y");
  CHECK(WholeRun({five_years, five_years}).answer(kFirst) == kCompleted);
  DojRow probation = five_years;
  probation.with(RowFact::kSentencePlace, "PROBATION");
  CHECK(WholeRun({five_years, probation}).answer(kFirst) == kServing);
}

TEST_CASE("B04: a sentence whose length cannot be read is neither completed nor open") {
  for (const auto& [length, unit] : {
           std::pair{"LIFE", ""},
           {"LIFE", "Y"},
           {"", "Y"},
           {"5", "N"},
           {"5", ""},
           {"-5", "Y"},
           {"1.5", "Y"},
       }) {
    const std::string shown = std::string(length) + " " + unit;
    CAPTURE(shown);
    const WholeRun run = one_sentence("20150214", length, unit);
    CHECK(run.answer(kFirst) == "Needs Review");
    CHECK(run.cell(kFirst, "Possible Determinations") == "Eligible for Dismissal; Hand Review");
    CHECK(run.cell(kFirst, "Deciding Facts").find("sentence") != std::string::npos);
  }
}

TEST_CASE("B04: blanks around a length do not hide it, and a very long sentence ends late") {
  CHECK(one_sentence("20150214", " 36 ", " M ").answer(kFirst) == kCompleted);
  CHECK(one_sentence("20150214", " 72 ", "M").answer(kFirst) == kServing);
  CHECK(one_sentence("20150214", "292", "Y").answer(kFirst) == kServing);
  CHECK(one_sentence("20150214", "3501", "M").answer(kFirst) == kServing);
  CHECK(one_sentence("20150214", "999", "Y").answer(kFirst) == kServing);
  CHECK(one_sentence("20150214", "99999999999999999999", "Y").answer(kFirst) == kServing);
}

TEST_CASE("B06: an unknown conviction date is never old enough") {
  const std::vector<std::vector<std::pair<std::string, std::string>>> choices = {
      {{"reduce", "11359"}, {"years_since_conviction", "10"}},
      {{"reduce", "11359"}, {"under_21_at_conviction", "yes"}},
      {{"reduce", "11359"}, {"crime_free_years", "10"}}};
  for (const auto& choice : choices) {
    CAPTURE(choice[1].first);
    for (const char* date : {"", "00000000", "20050231", "2005061", "NOT KNOWN"}) {
      CAPTURE(std::string(date));
      const WholeRun run({felony(kFirst, "11359 HS", date)}, configured(choice));
      CHECK(run.answer(kFirst) == "Needs Review");
      CHECK(run.cell(kFirst, "Possible Determinations") == "Eligible for Dismissal; Eligible for Reduction");
    }
    // A partial date is as good as its days allow: no day of 2018 is ten years old.
    CHECK(WholeRun({felony(kFirst, "11359 HS", "20180000")}, configured(choice)).answer(kFirst) == kReduced);
  }
}

TEST_CASE("B06: an unknown conviction date is not before November 9, 2016") {
  const WholeRun run({felony(kFirst, "11359 HS", "00000000"), felony(kSecond, "11359 HS", "20160000"),
                      felony(kThird, "11359 HS", "20180000")});
  CHECK(run.answer(kFirst) == "Needs Review");
  CHECK(run.cell(kFirst, "Occurred after 11/9/2016").empty());
  CHECK(run.cell(kFirst, "Date of Conviction").empty());
  CHECK(run.cell(kFirst, "Years Since This Conviction").empty());
  CHECK(run.answer(kSecond) == "Needs Review");
  CHECK(run.answer(kThird) == kAfterTheChange);
  CHECK(run.cell(kThird, "Occurred after 11/9/2016") == "Y");
}

TEST_CASE("B07: when the only dates are unknown, every policy leaves the latest conviction open") {
  const auto rows = [](std::string_view county) {
    return std::vector<DojRow>{felony(kFirst, "11359 HS", "00000000").with(RowFact::kCounty, county),
                               felony(kSecond, "459 PC", "20050231").with(RowFact::kCounty, county)};
  };
  const WholeRun san_joaquin(rows("SAN JOAQUIN"), in_county("san-joaquin"));
  CHECK(san_joaquin.answer(kFirst) == "Needs Review");
  CHECK(san_joaquin.cell(kFirst, "Possible Determinations") ==
        "Not eligible; Eligible for Dismissal; Maybe Eligible - Flag for Review");
  CHECK(san_joaquin.cell(kFirst, "Years Since Any Conviction").empty());
  const WholeRun sacramento(rows("SACRAMENTO"), in_county("sacramento"));
  CHECK(sacramento.answer(kFirst) == "Needs Review");
  const auto crime_free = configured({{"reduce", "11359"}, {"crime_free_years", "5"}});
  CHECK(WholeRun(rows("LOS ANGELES"), crime_free).answer(kFirst) == "Needs Review");
}

TEST_CASE("B07: a recent conviction settles the latest one whatever the unknown date is") {
  const std::vector<DojRow> rows = {felony(kFirst, "11359 HS", "20050601"), felony(kSecond, "459 PC", "00000000"),
                                    felony(kThird, "459 PC", "20180601")};
  CHECK(WholeRun(rows, configured({{"reduce", "11359"}, {"crime_free_years", "5"}})).answer(kFirst) == kReduced);
}

TEST_CASE("B08: an unknown birth date makes nobody old, and a partial one only who is old on each of its days") {
  for (const char* birth_date : {"", "00000000", "19600231"}) {
    CAPTURE(std::string(birth_date));
    const WholeRun los_angeles(only_age_decides(birth_date));
    CHECK(los_angeles.answer(kFirst) == "Needs Review");
    CHECK(los_angeles.cell(kFirst, "Possible Determinations") == "Eligible for Dismissal; Hand Review");
    const auto older = configured({{"reduce", "11359"}, {"dismiss_at_age", "57"}});
    CHECK(WholeRun(only_age_decides(birth_date), older).answer(kFirst) == "Needs Review");
  }
  CHECK(WholeRun(only_age_decides("19600000")).answer(kFirst) == "Eligible for Dismissal: 50 years or older");
  CHECK(WholeRun(only_age_decides("19690000")).answer(kFirst) == "Needs Review");
  CHECK(WholeRun(only_age_decides("19700000")).answer(kFirst) == kNothingApplies);
}

TEST_CASE("B09: a birth date in the future is unknown, not an age below zero") {
  const WholeRun run(only_age_decides("20650101"));
  CHECK(run.answer(kFirst) == "Needs Review");
  CHECK(run.cell(kFirst, "Deciding Facts").find("birth date") != std::string::npos);
}

TEST_CASE("B10: the youth age of Los Angeles is the age at conviction, unless the office asks for the other") {
  const std::vector<DojRow> rows = {felony(kFirst, "11359 HS", "20140601").with(RowFact::kBirthDate, "19950301"),
                                    felony(kSecond, "459 PC", "20180601").with(RowFact::kBirthDate, "19950301")};
  CHECK(WholeRun(rows).answer(kFirst) == "Eligible for Dismissal: 21 years or younger");
  Setup as_of;
  as_of.set = {{"age_test", "as-of"}};
  CHECK(WholeRun(rows, as_of).answer(kFirst) == kNothingApplies);
}

TEST_CASE("B11: on the 21st birthday Los Angeles still says young, the configurable rule for under 21 does not") {
  const auto convicted_on = [](std::string_view date) {
    return std::vector<DojRow>{felony(kFirst, "11359 HS", date).with(RowFact::kBirthDate, "19910601"),
                               felony(kSecond, "459 PC", "20150601").with(RowFact::kBirthDate, "19910601")};
  };
  constexpr const char* kYoung = "Eligible for Dismissal: 21 years or younger";
  CHECK(WholeRun(convicted_on("20120601")).answer(kFirst) == kYoung);
  CHECK(WholeRun(convicted_on("20120602")).answer(kFirst) == kNothingApplies);
  const auto under_21 = configured({{"reduce", "11359"}, {"under_21_at_conviction", "yes"}});
  CHECK(WholeRun(convicted_on("20120531"), under_21).answer(kFirst) == kYoung);
  CHECK(WholeRun(convicted_on("20120601"), under_21).answer(kFirst) == kReduced);
}

TEST_CASE("B12: years and ages end on the anniversary, whatever the leap days") {
  const std::vector<DojRow> born_1970 = only_age_decides("19700101");
  CHECK(WholeRun(born_1970, on({2020, 1, 1})).answer(kFirst) == "Eligible for Dismissal: 50 years or older");
  CHECK(WholeRun(born_1970, on({2019, 12, 31})).answer(kFirst) == kNothingApplies);
  const auto latest = [](std::string_view date, Date as_of) {
    Setup setup = in_county("san-joaquin");
    setup.as_of = as_of;
    return WholeRun({felony(kFirst, "11359 HS", "20000601").with(RowFact::kCounty, "SAN JOAQUIN"),
                     felony(kSecond, "459 PC", date)},
                    setup)
        .answer(kFirst);
  };
  constexpr const char* kNone = "Eligible for Dismissal: No convictions in past 5 years";
  constexpr const char* kSome = "Maybe Eligible - Flag for Review: Has convictions in past 5 years";
  CHECK(latest("20080201", {2013, 2, 1}) == kSome);
  CHECK(latest("20080201", {2013, 2, 2}) == kNone);
  CHECK(latest("20141111", {2019, 11, 11}) == kSome);
  CHECK(latest("20141110", {2019, 11, 11}) == kNone);
}

TEST_CASE("B32: November 9, 2016 itself is after the change of law in every county's rule and in the column") {
  for (const auto& [policy, county] : {std::pair{"los-angeles", "LOS ANGELES"},
                                       {"san-joaquin", "SAN JOAQUIN"},
                                       {"contra-costa", "CONTRA COSTA"},
                                       {"sacramento", "SACRAMENTO"}}) {
    const std::string shown = policy;
    CAPTURE(shown);
    const WholeRun run({felony(kFirst, "11359 HS", "20161109").with(RowFact::kCounty, county),
                        felony(kSecond, "11359 HS", "20161108").with(RowFact::kCounty, county)},
                       in_county(policy));
    CHECK(run.answer(kFirst) == kAfterTheChange);
    CHECK(run.cell(kFirst, "Occurred after 11/9/2016") == "Y");
    CHECK(run.answer(kSecond) != kAfterTheChange);
    CHECK(run.cell(kSecond, "Occurred after 11/9/2016") == "N");
  }
}

TEST_CASE("B32: each test on the very day of its border answers as the policies say") {
  // A sentence that ends on the as-of date is no longer open in Los Angeles, and not yet completed in the other two.
  CHECK(one_sentence("20141111", "5", "Y").answer(kFirst) == kCompleted);
  for (const auto& [policy, county, answer] :
       {std::tuple{"san-joaquin", "SAN JOAQUIN", "Maybe Eligible - Flag for Review: Sentence not Completed"},
        {"sacramento", "SACRAMENTO", "Eligible for Reduction: Sentence not Completed"}}) {
    const auto ends_on_as_of = with_sentence(felony(kFirst, "11359 HS", "20141111"), "5", "Y");
    CHECK(WholeRun({DojRow(ends_on_as_of).with(RowFact::kCounty, county)}, in_county(policy)).answer(kFirst) == answer);
  }
  const std::vector<DojRow> ten_years_ago = {felony(kFirst, "11359 HS", "20091111")};
  CHECK(WholeRun(ten_years_ago, configured({{"reduce", "11359"}, {"years_since_conviction", "10"}})).answer(kFirst) ==
        "Eligible for Dismissal: Conviction occurred 10 or more years ago");
  CHECK(WholeRun(ten_years_ago, configured({{"reduce", "11359"}, {"crime_free_years", "10"}})).answer(kFirst) ==
        kReduced);
}

TEST_CASE("B33: the age is measured on the civil as-of date, not on a moment of the day") {
  const std::vector<DojRow> born_1969 = only_age_decides("19691111");
  CHECK(WholeRun(born_1969, on({2019, 11, 10})).answer(kFirst) == kNothingApplies);
  CHECK(WholeRun(born_1969, on({2019, 11, 11})).answer(kFirst) == "Eligible for Dismissal: 50 years or older");
}

TEST_CASE("B34: the last seven years are counted back from the as-of date") {
  const auto without_recent = [](Date as_of) {
    const WholeRun run({felony(kFirst, "11359 HS", "20121111")}, on(as_of));
    const auto& now = run.table("people", "no_recent_conviction_left").at(0);
    CHECK(now.at("scenario") == "now");
    CHECK(now.at("at_least") == now.at("at_most"));
    return now.at("at_least").get<int>();
  };
  CHECK(without_recent({2019, 11, 10}) == 0);
  CHECK(without_recent({2019, 11, 11}) == 1);
  CHECK(without_recent({2025, 1, 1}) == 1);
}

}  // namespace
}  // namespace redress::regress
