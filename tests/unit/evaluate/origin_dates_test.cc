// The dates behind a conviction that no file tells to the day. Source: statute-policy, "Facts".
#include "evaluate/origin_dates.h"

#include <doctest/doctest.h>

#include "evaluate/case_records.h"

namespace redress::evaluate {
namespace {

using testing::Held;
using testing::kNo;
using testing::kUnknown;
using testing::kYes;
using testing::truth_of_condition;
using testing::unknown_of;
using Names = std::vector<std::string>;

// A conviction of 2005-06-01 with more keys, and other records.
std::string dated_record(std::string_view keys, std::string_view more = {}) {
  return "convictions = [ { section = \"11359 HS\", date = 2005-06-01" + std::string(keys) + " }" + std::string(more) +
         " ]\n";
}

const std::string kArrested = ", arrested = 2005-03-10";

TEST_CASE("the offense is any day from a year before the arrest to the arrest") {
  const std::string known = dated_record(kArrested);
  CHECK(truth_of_condition("conviction.offense_date is before 2004-03-10", known) == kNo);
  CHECK(truth_of_condition("conviction.offense_date is before 2004-03-11", known) == kUnknown);
  CHECK(truth_of_condition("conviction.offense_date is on or after 2005-03-10", known) == kUnknown);
  CHECK(truth_of_condition("conviction.offense_date is on or after 2005-03-11", known) == kNo);
  CHECK(unknown_of("conviction.offense_date is before 2005-01-01", known) == Names{"offense date of conviction 1"});
}

TEST_CASE("the offense is no later than the conviction, and of a partial arrest the whole interval counts") {
  const std::string partial = dated_record(", arrested = \"2005\"");
  CHECK(truth_of_condition("conviction.offense_date is before 2004-01-01", partial) == kNo);
  CHECK(truth_of_condition("conviction.offense_date is on or after 2004-01-01", partial) == kYes);
  CHECK(truth_of_condition("conviction.offense_date is after 2005-06-01", partial) == kNo);
  CHECK(truth_of_condition("conviction.offense_date is on or after 2005-06-01", partial) == kUnknown);
}

TEST_CASE("of an unknown arrest the offense is any day up to the conviction") {
  CHECK(truth_of_condition("conviction.offense_date is before 1950-01-01", dated_record("")) == kUnknown);
  CHECK(truth_of_condition("conviction.offense_date is after 2005-06-01", dated_record("")) == kNo);
  CHECK(unknown_of("conviction.offense_date is before 1950-01-01", dated_record("")) ==
        Names{"arrest date of conviction 1"});
  CHECK(truth_of_condition("conviction.offense_date is after 2005-06-01",
                           "convictions = [ { section = \"11359 HS\" } ]\n") == kUnknown);
}

TEST_CASE("the arrest is known, partial or unknown like any date") {
  CHECK(truth_of_condition("conviction.arrest_date is 2005-03-10", dated_record(kArrested)) == kYes);
  CHECK(unknown_of("conviction.arrest_date is 2005-03-10", dated_record(", arrested = \"2005-03\"")) ==
        Names{"arrest date of conviction 1"});
  CHECK(unknown_of("conviction.arrest_date is 2005-03-10", dated_record(", arrested = \"unreadable\"")) ==
        Names{"arrest date of conviction 1"});
  CHECK(truth_of_condition("conviction.arrest_date is before 2005-06-02", dated_record(", arrested = 2005-06-02")) ==
        kUnknown);
  CHECK(truth_of_condition("conviction.arrest_date is 2005-03-10", dated_record(", cycle_date = 2005-03-10")) == kYes);
  CHECK(truth_of_condition("conviction.arrest_date is 2005-03-10",
                           dated_record(kArrested + ", cycle_date = 2004-01-01")) == kYes);
}

TEST_CASE("convictions of one cycle share their arrest") {
  for (const std::string place : {"same_case", "same_cycle"}) {
    const Held held("conviction.arrest_date is 2005-03-10",
                    dated_record(kArrested, ", { section = \"11358 HS\", date = 2005-06-01, " + place + " = 1 }"));
    CHECK(held.see(1).truth == kYes);
  }
  const Held apart("conviction.arrest_date is 2005-03-10",
                   dated_record(kArrested, ", { section = \"11358 HS\", date = 2005-06-01 }"));
  CHECK(apart.see(1).truth == kUnknown);
}

struct Prior {
  std::string date;
  Truth truth;
};

TEST_CASE("what is before the arrest is before the charge, what is after the conviction is not, all else is unknown") {
  for (const Prior& prior : std::vector<Prior>{{"2005-03-09", kYes},
                                               {"2005-03-10", kUnknown},
                                               {"2005-06-01", kUnknown},
                                               {"2005-06-02", kNo},
                                               {"\"2004\"", kYes},
                                               {"\"2005\"", kUnknown}}) {
    CAPTURE(prior.date);
    const std::string other = ", { section = \"187 PC\", date = " + prior.date + " }";
    const std::string when = "any(person.convictions in sets.grave, it.date is before conviction.charging_date)";
    CHECK(truth_of_condition(when, dated_record(kArrested, other)) == prior.truth);
    const Truth of_unknown_arrest = prior.truth == kNo ? kNo : kUnknown;
    CHECK(truth_of_condition(when, dated_record("", other)) == of_unknown_arrest);
  }
  CHECK(unknown_of("conviction.charging_date is before 2005-04-01", dated_record(kArrested)) ==
        Names{"charging date of conviction 1"});
  CHECK(unknown_of("conviction.charging_date is before 2005-04-01", dated_record("")) ==
        Names{"arrest date of conviction 1"});
}

TEST_CASE("a record is of the conviction's own cycle or of another") {
  const std::string when = "any(person.convictions in sets.grave, it.is_of_same_cycle)";
  CHECK(truth_of_condition(when, dated_record("", ", { section = \"187 PC\", same_case = 1 }")) == kYes);
  CHECK(truth_of_condition(when, dated_record("", ", { section = \"187 PC\", same_cycle = 1 }")) == kYes);
  CHECK(truth_of_condition(when, dated_record("", ", { section = \"187 PC\" }")) == kNo);
  CHECK(truth_of_condition("any(person.convictions, not it.is_of_same_cycle)", dated_record("")) == kNo);
}

TEST_CASE("a gang pair is of the cycle of its case") {
  const std::string when = "any(person.convictions in sets.gang, it.is_of_same_cycle)";
  CHECK(truth_of_condition(when, dated_record("", ", { section = \"136.1 PC\", same_case = 1 }, "
                                            "{ section = \"186.22(B)(4) PC\", same_case = 1 }")) == kYes);
  CHECK(truth_of_condition(when, dated_record("", ", { section = \"136.1 PC\" }, "
                                            "{ section = \"186.22(B)(4) PC\", same_case = 2 }")) == kNo);
}

TEST_CASE("a registration is of its own cycle unless it shares one; of no cycle nobody can say") {
  const std::string when = "any(person.registrations, it.is_of_same_cycle)";
  const std::string own = "registrations = [ { is_pc290 = true, date = 2001-01-01 } ]\n";
  CHECK(truth_of_condition(when, dated_record("") + own) == kNo);
  CHECK(truth_of_condition(when, dated_record("") + "registrations = [ { is_pc290 = true, same_cycle = 1 } ]\n") ==
        kYes);
  Held held(when, dated_record("") + own);
  held.record.person.registrations[0].cycle = model::kNoCycle;
  CHECK(held.see().truth == kUnknown);
  CHECK(held.see().unknown == Names{"count of registration 1"});
}

TEST_CASE("relief is entered or not") {
  CHECK(truth_of_condition("conviction.relief_is_entered", dated_record(", relief_entered = true")) == kYes);
  CHECK(truth_of_condition("conviction.relief_is_entered", dated_record("")) == kNo);
}

}  // namespace
}  // namespace redress::evaluate
