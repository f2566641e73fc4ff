#include "evaluate/condition.h"

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

std::string conviction(std::string_view keys) {
  return "convictions = [ { " + std::string(keys) + " } ]\n";
}

TEST_CASE("and, or and not follow Kleene's tables") {
  const std::string record = "person = { died = true }\n" + conviction("section = \"11359 HS\", date = 2005-06-01");
  const std::vector<std::pair<std::string, Truth>> parts = {
      {"person.is_deceased", kYes}, {"conviction.is_attempt", kNo}, {"conviction.level is 'felony'", kUnknown}};
  for (const auto& [a, truth_a] : parts) {
    CHECK(truth_of_condition("not " + a, record) == !truth_a);
    for (const auto& [b, truth_b] : parts) {
      const std::string pair = a + " / " + b;
      CAPTURE(pair);
      CHECK(truth_of_condition(a + " and " + b, record) == kleene_and(truth_a, truth_b));
      CHECK(truth_of_condition(a + " or " + b, record) == kleene_or(truth_a, truth_b));
    }
  }
}

TEST_CASE("a fact whose doubt does not matter is not missing") {
  const std::string record = "person = { died = true }\n" + conviction("section = \"11359 HS\"");
  CHECK(unknown_of("person.is_deceased or conviction.level is 'felony'", record) == Names{});
  CHECK(unknown_of("conviction.level is 'felony' or person.is_deceased", record) == Names{});
  CHECK(unknown_of("conviction.is_attempt and conviction.level is 'felony'", record) == Names{});
  CHECK(unknown_of("conviction.level is 'felony' and not person.is_deceased", record) == Names{});
  CHECK(unknown_of("(conviction.level is 'felony' or person.is_deceased) and conviction.date is before run.as_of",
                   record) == Names{"date of conviction 1"});
}

TEST_CASE("a missing fact is named once") {
  CHECK(unknown_of("conviction.level is 'felony' or conviction.level is 'misdemeanor'",
                   conviction("section = \"11359 HS\"")) == Names{"level of conviction 1"});
}

TEST_CASE("each fact of a conviction is read, and unknown for its own reason") {
  struct Row {
    std::string when, known, unknown, missing;
  };
  for (const Row& row : std::vector<Row>{
           {"conviction.level is 'felony'", "level = \"felony\"", "level = \"contradictory\"", "level of conviction 1"},
           {"conviction.county is run.county and not asked", "county = \"los angeles\"", "", "county of conviction 1"},
           {"conviction.date is before run.as_of", "date = 2005-06-01", "date = \"unreadable\"",
            "date of conviction 1"},
           {"conviction.section is '11359'", "section = \"11359 HS\"", "section = \"11359\"", "code of conviction 1"},
           {"conviction.section is '11359'", "section = \"11359 HS\"", "section = \"unreadable\"",
            "charge of conviction 1"},
           {"conviction.subdivision begins with '(a)'", "section = \"11357(A)(1) HS\"", "section = \"11357(A)\"",
            "code of conviction 1"},
           {"conviction.is_attempt", "section = \"664/11357 HS\"", "", "charge of conviction 1"},
           {"conviction.is_conspiracy", "section = \"182/11357 HS\"", "", "charge of conviction 1"},
           {"conviction.charge is in sets.plants and not asked", "section = \"11357 HS\"", "section = \"11357\"",
            "code of conviction 1"},
           {"conviction.sentence_end is before run.as_of", "date = 2005-06-01, sentence = [\"1 year\"]",
            "date = 2005-06-01, sentence = [\"life\"]", "sentence of conviction 1"},
           {"conviction.sentence_end_earliest is before run.as_of", "date = 2005-06-01", "sentence = [\"1 year\"]",
            "date of conviction 1"},
       }) {
    CAPTURE(row.when);
    CHECK(truth_of_condition(row.when, conviction(row.known)) == kYes);
    CHECK(truth_of_condition(row.when, conviction(row.unknown)) == kUnknown);
    CHECK(unknown_of(row.when, conviction(row.unknown)) == Names{row.missing});
  }
}

TEST_CASE("the section is the first that the policy's own list holds") {
  CHECK(truth_of_condition("conviction.section is '11358'", conviction("section = \"459/11358/11359 HS\"")) == kYes);
  CHECK(truth_of_condition("conviction.section is '11359'", conviction("section = \"11358/11359 HS\"")) == kNo);
  CHECK(truth_of_condition("conviction.section is '11359'", conviction("section = \"459 PC\"")) == kNo);
  CHECK(truth_of_condition("conviction.section is '11359'", conviction("section = \"11358\"")) == kNo);
}

TEST_CASE("a date may be compared with one that is moved") {
  const std::string record = "person = { born = 1960-02-29 }\n" + conviction("date = 2010-03-01");
  CHECK(truth_of_condition("conviction.date is person.birth_date + 50 years", record) == kYes);
  CHECK(truth_of_condition("conviction.date - 1 days is 2010-02-28", record) == kYes);
  CHECK(truth_of_condition("conviction.date + 10 months is 2011-01-01", record) == kYes);
  CHECK(truth_of_condition("conviction.date is person.birth_date + age years", record) == kYes);
}

TEST_CASE("the anniversary of February 29 is where the policy puts it") {
  Held held("person.birth_date + 50 years is on or before conviction.date",
            "person = { born = 1960-02-29 }\n" + conviction("date = 2010-02-28"));
  CHECK(held.see().truth == kNo);
  held.plan.leap = LeapRule::kFebruary28;
  CHECK(held.see().truth == kYes);
}

TEST_CASE("an unknown date stays every day when it is moved, and a partial one stays a span") {
  CHECK(truth_of_condition("person.birth_date + 9000 years is after run.as_of", conviction("date = 2010-03-01")) ==
        kUnknown);
  const std::string record = "person = { born = \"1969\" }\n" + conviction("date = 2010-03-01");
  CHECK(truth_of_condition("person.birth_date + 50 years is on or before run.as_of", record) == kUnknown);
  CHECK(truth_of_condition("person.birth_date + 49 years is on or before run.as_of", record) == kYes);
  CHECK(truth_of_condition("person.birth_date + 51 years is on or before run.as_of", record) == kNo);
}

TEST_CASE("a date moved by a number under doubt is a span") {
  const std::string record =
      "convictions = [ { section = \"11359 HS\", date = 2010-03-01, level = \"felony\" }, { section = \"11359 HS\", "
      "date = 2010-03-01 } ]\n";
  const std::string moved = "conviction.date + count(person.convictions, it.level is 'felony') years ";  // 1 or 2
  CHECK(truth_of_condition(moved + "is before 2011-03-01", record) == kNo);
  CHECK(truth_of_condition(moved + "is on or before 2011-03-01", record) == kUnknown);
  CHECK(truth_of_condition(moved + "is on or before 2012-03-01", record) == kYes);
  CHECK(unknown_of(moved + "is on or before 2011-03-01", record) == Names{"level of conviction 2"});
}

// Convictions: [0] 2005, felony; [1] of an unknown level; [2] misdemeanor.
std::string three(std::string_view second) {
  return "convictions = [\n { section = \"11359 HS\", date = 2005-06-01, level = \"felony\" },\n { " +
         std::string(second) + " },\n { section = \"459 PC\", date = 2001-01-01, level = \"misdemeanor\" } ]\n";
}

TEST_CASE("any, all and count under doubt are intervals, not guesses") {
  const std::string doubt = three("section = \"484 PC\", date = 2003-01-01");
  CHECK(truth_of_condition("any(person.convictions, it.level is 'felony')", doubt) == kYes);
  CHECK(truth_of_condition("any(person.convictions, it.level is 'infraction')", doubt) == kUnknown);
  CHECK(truth_of_condition("all(person.convictions, it.level is 'felony')", doubt) == kNo);
  CHECK(truth_of_condition("all(person.convictions, it.level is not 'infraction')", doubt) == kUnknown);
  CHECK(truth_of_condition("count(person.convictions, it.level is 'felony') is at least 1", doubt) == kYes);
  CHECK(truth_of_condition("count(person.convictions, it.level is 'felony') is at least 2", doubt) == kUnknown);
  CHECK(truth_of_condition("count(person.convictions, it.level is 'felony') is at least 3", doubt) == kNo);
  CHECK(truth_of_condition("count(person.convictions) is 3", doubt) == kYes);
  CHECK(unknown_of("count(person.convictions, it.level is 'felony') is at least 2", doubt) ==
        Names{"level of conviction 2"});
  CHECK(unknown_of("count(person.convictions, it.level is 'felony') is at least 3", doubt) == Names{});
}

TEST_CASE("the latest of an unknown date and a known one is certainly not before the known one") {
  const std::string record = three("section = \"484 PC\"");
  CHECK(truth_of_condition("latest(person.convictions) is before 2005-06-01", record) == kNo);
  CHECK(truth_of_condition("latest(person.convictions) is before 2005-06-02", record) == kUnknown);
  CHECK(truth_of_condition("earliest(person.convictions) is after 2001-01-01", record) == kNo);
  CHECK(truth_of_condition("earliest(person.convictions) is before 2001-01-01", record) == kUnknown);
  CHECK(unknown_of("latest(person.convictions) is before 2005-06-02", record) == Names{"date of conviction 2"});
}

TEST_CASE("the latest of records that may not count reaches from none to the last of them") {
  const std::string record = three("section = \"484 PC\", date = 2010-01-01");
  const std::string latest = "latest(person.convictions, it.level is 'infraction') ";
  CHECK(truth_of_condition(latest + "is on or before 2010-01-01", record) == kUnknown);  // there may be none
  CHECK(truth_of_condition(latest + "is after 2010-01-01", record) == kNo);
  const std::string felony = "latest(person.convictions, it.level is 'felony') ";
  CHECK(truth_of_condition(felony + "is on or after 2005-06-01", record) == kYes);
  CHECK(truth_of_condition(felony + "is on or before 2010-01-01", record) == kYes);
  CHECK(truth_of_condition(felony + "is on or before 2005-06-01", record) == kUnknown);
  CHECK(unknown_of(felony + "is on or before 2005-06-01", record) == Names{"level of conviction 2"});
}

TEST_CASE("every comparison with the latest of nothing is no") {
  const std::string record = three("level = \"felony\"");
  for (const std::string words : {"is before", "is after", "is on or before", "is on or after", "is", "is not"}) {
    CHECK(truth_of_condition("latest(person.convictions, it.level is 'infraction') " + words + " run.as_of", record) ==
          kNo);
  }
}

TEST_CASE("a list without records: none is any, all are all") {
  const std::string record = conviction("section = \"11359 HS\", date = 2005-06-01");
  CHECK(truth_of_condition("any(person.registrations)", record) == kNo);
  CHECK(truth_of_condition("all(person.registrations, it.date is before run.as_of)", record) == kYes);
  CHECK(truth_of_condition("count(person.registrations) is 0", record) == kYes);
}

TEST_CASE("a conviction is not before itself, whatever is unknown of its date") {
  for (const std::string date :
       {"", ", date = \"2005\"", ", date = \"unreadable\"", ", date = \"2004-01-01 or 2005-01-01\""}) {
    CAPTURE(date);
    const std::string record = conviction("section = \"11359 HS\"" + date);
    CHECK(truth_of_condition("any(person.convictions, it.date is before conviction.date)", record) == kNo);
    CHECK(truth_of_condition("all(person.convictions, it.date is conviction.date)", record) == kYes);
  }
}

TEST_CASE("counts of one case with the same date text are of the same day") {
  const std::string before = "any(person.convictions, it.date is before conviction.date)";
  const auto two = [](std::string_view first, std::string_view second) {
    return "convictions = [ { section = \"11359 HS\"" + std::string(first) + " }, { section = \"11358 HS\"" +
           std::string(second) + " } ]\n";
  };
  CHECK(truth_of_condition(before, two("", ", same_case = 1")) == kNo);
  CHECK(truth_of_condition(before, two(", date = \"2005\"", ", date = \"2005\", same_case = 1")) == kNo);
  CHECK(truth_of_condition(before, two(", date = \"2005\"", ", date = \"2005\", same_cycle = 1")) == kUnknown);
  CHECK(truth_of_condition(before, two(", date = \"2005\"", ", date = \"2005\"")) == kUnknown);
  CHECK(truth_of_condition(before, two(", date = \"2005\"", ", date = \"2005-03\", same_case = 1")) == kUnknown);
  CHECK(truth_of_condition(before, two(", date = \"2005-01-01 or 2005-02-01\"",
                                       ", date = \"2005-01-01 or 2005-02-01\", same_case = 1")) == kUnknown);
}

TEST_CASE("a registration counts when it is one, and is unknown where the record does not say") {
  const std::string before = "any(person.registrations, it.date is before conviction.date)";
  const auto with = [](std::string_view registration) {
    return conviction("section = \"11359 HS\", date = 2005-06-01") + "registrations = [ { " +
           std::string(registration) + " } ]\n";
  };
  CHECK(truth_of_condition(before, with("date = 2001-01-01, is_pc290 = true")) == kYes);
  CHECK(truth_of_condition(before, with("date = 2001-01-01, is_pc290 = false")) == kNo);
  CHECK(truth_of_condition(before, with("date = 2001-01-01")) == kUnknown);
  CHECK(unknown_of(before, with("date = 2001-01-01")) == Names{"charge of registration 1"});
  CHECK(unknown_of(before, with("is_pc290 = true")) == Names{"date of registration 1"});
  CHECK(unknown_of(before, with("")) == Names{"charge of registration 1", "date of registration 1"});
}

TEST_CASE("every count of the cycle is asked, convicted or not") {
  const std::string in_cycle = "any(conviction.cycle_counts in sets.grave)";
  const std::string one = conviction("section = \"11359 HS\", date = 2005-06-01");
  const auto other = [&](std::string_view section) {
    return one + "other_counts = [ { section = \"" + std::string(section) + "\", same_cycle = 1 } ]\n";
  };
  CHECK(truth_of_condition(in_cycle, one) == kNo);
  CHECK(truth_of_condition(in_cycle, other("187 PC")) == kYes);
  CHECK(truth_of_condition(in_cycle, other("459 PC")) == kNo);
  CHECK(truth_of_condition(in_cycle, other("unreadable")) == kUnknown);
  CHECK(truth_of_condition(in_cycle, other("contradictory")) == kUnknown);
  CHECK(unknown_of(in_cycle, other("unreadable")) == Names{"charge of other count 1"});
  CHECK(unknown_of(in_cycle, other("187")) == Names{"code of other count 1"});
  const auto convicted = [](std::string_view place) {
    return "convictions = [ { section = \"11359 HS\" }, { section = \"187 PC\"" + std::string(place) + " } ]\n";
  };
  CHECK(truth_of_condition(in_cycle, convicted(", same_case = 1")) == kYes);
  CHECK(truth_of_condition(in_cycle, convicted(", same_cycle = 1")) == kYes);
  CHECK(truth_of_condition(in_cycle, convicted("")) == kNo);
}

TEST_CASE("another count of another cycle is not of this one") {
  const std::string record =
      "convictions = [ { section = \"11359 HS\" }, { section = \"459 PC\" } ]\nother_counts = [ { section = \"187 "
      "PC\", same_cycle = 2 } ]\n";
  Held held("any(conviction.cycle_counts in sets.grave)", record);
  CHECK(held.see(0).truth == kNo);
  CHECK(held.see(1).truth == kYes);
}

TEST_CASE("different dates are counted by day, not by conviction") {
  const std::string dates = "different_dates(person.convictions, it.date is before conviction.date) is at least 2";
  const auto priors = [](std::string_view first, std::string_view second) {
    return "convictions = [ { section = \"11359 HS\", date = 2005-06-01 }, { date = " + std::string(first) +
           " }, { date = " + std::string(second) + " } ]\n";
  };
  CHECK(truth_of_condition(dates, priors("2001-01-01", "2001-01-01")) == kNo);
  CHECK(truth_of_condition(dates, priors("2001-01-01", "2001-01-02")) == kYes);
  CHECK(truth_of_condition(dates, priors("\"1976-10\"", "1977-07-11")) == kYes);
  CHECK(truth_of_condition(dates, priors("\"1977\"", "1977-07-11")) == kUnknown);
  CHECK(truth_of_condition(dates, priors("\"2005\"", "1977-07-11")) == kUnknown);
  CHECK(unknown_of(dates, priors("\"1977\"", "1977-07-11")) == Names{"date of conviction 2"});
}

TEST_CASE("a list of charges is looked through in the office's order") {
  Held held("conviction.charge is in chosen", conviction("section = \"11357(A) HS\""));
  CHECK(held.see().truth == kNo);
  held.plan = policy::testing::with(std::move(held.plan), "chosen", "11357;11357(a)");
  CHECK(held.see().truth == kYes);
  CHECK(held.see().charge_choice == 1);
  held.plan = policy::testing::with(std::move(held.plan), "chosen", "11357(none);11357(a);11357");
  CHECK(held.see().charge_choice == 0);
}

TEST_CASE("a charge without a letter fits no lettered choice, and one without a code is unknown") {
  Held bare("conviction.charge is in chosen", conviction("section = \"11357 HS\""));
  bare.plan = policy::testing::with(std::move(bare.plan), "chosen", "11357(a)");
  CHECK(bare.see().truth == kNo);
  Held codeless("conviction.charge is in chosen", conviction("section = \"11357\""));
  codeless.plan = policy::testing::with(std::move(codeless.plan), "chosen", "11357(a)");
  CHECK(codeless.see().truth == kUnknown);
  CHECK(codeless.see().unknown == Names{"code of conviction 1"});
}

TEST_CASE("what a condition looked at is kept for the explanation") {
  const Held held(
      "any(person.convictions in sets.grave, it.date is before conviction.date)",
      "convictions = [ { section = \"11359 HS\", date = 2005-06-01 }, { section = \"187 PC\", date = 2001-01-01 },"
      " { section = \"187 PC\", date = 2006-01-01 }, { section = \"187 PC\" } ]\n");
  const auto seen = held.see();
  REQUIRE(seen.uses.size() == 1);
  const Use& use = seen.uses.front();
  CHECK(use.kind == Use::Kind::kList);
  CHECK(use.truth == kYes);
  CHECK(use.looked_at == 3);
  REQUIRE(use.items.size() == 2);
  CHECK(use.items[0].first == Subject{SubjectKind::kConviction, 1});
  CHECK(use.items[0].truth == kYes);
  CHECK(use.items[1].first == Subject{SubjectKind::kConviction, 3});
  CHECK(use.items[1].truth == kUnknown);
}

TEST_CASE("a comparison of dates keeps both of its spans") {
  const Held held("person.birth_date + 50 years is on or before run.as_of",
                  "person = { born = \"1969\" }\n" + conviction("date = 2005-06-01"));
  const auto seen = held.see();
  REQUIRE(seen.uses.size() == 1);
  CHECK(seen.uses[0].kind == Use::Kind::kComparison);
  CHECK(seen.uses[0].left == DateSpan{{2019, 1, 1}, {2019, 12, 31}});
  CHECK(seen.uses[0].right == DateSpan{{2019, 11, 11}, {2019, 11, 11}});
}

}  // namespace
}  // namespace redress::evaluate
