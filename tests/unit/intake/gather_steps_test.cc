// What other rows say: case numbers, registrations, deaths, the charges of a cycle.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "intake/counts.h"
#include "intake/gather.h"
#include "support/doj_rows.h"

using namespace redress;           // NOLINT: the subject under test
using namespace redress::testing;  // NOLINT
using model::Doubt;
using model::RowNumber;

namespace {

DojRow numbered(std::string_view count, std::string_view number) {
  return court_row(count).with(RowFact::kCaseNumber, number);
}

DojRow registration(std::string_view charge) {
  DojRow row("18675309");
  return row.with(RowFact::kStepType, "REGISTRATION")
      .with(RowFact::kOffense, charge)
      .with(RowFact::kEventDate, "20100102");
}

DojRow charged_arrest(std::string_view count, std::string_view charge) {
  DojRow row("18675309");
  return row.with(RowFact::kStepType, "ARREST/DETAINED/CITED")
      .with(RowFact::kCountOrder, count)
      .with(RowFact::kOffense, charge);
}

std::vector<Truth> registered(std::string_view charge) {
  Records records({registration(charge)});
  std::vector<Truth> truths;
  for (const model::Registration& found : records.person().registrations) truths.push_back(found.is_pc290);
  return truths;
}

}  // namespace

// Case numbers.

TEST_CASE("case numbers are collected by cycle and step, in file order without repeats") {
  Records records({numbered(kCount, "B2"), numbered(kOther, "A1"),
                   numbered(kCount, "B2").with(RowFact::kCounty, "KERN"), numbered("101002001000", "C3"),
                   numbered(kOther, "b2")});
  const auto& cases = records.person().case_numbers;
  REQUIRE(cases.size() == 2);
  CHECK(cases[0].case_key == 101001);
  CHECK(cases[0].numbers == std::vector<std::string>{"B2", "A1"});
  CHECK(cases[1].case_key == 101002);
  CHECK(cases[1].numbers == std::vector<std::string>{"C3"});
}

TEST_CASE("one number in two cases stands in both") {
  Records records({numbered("101001001000", "A1"), numbered("102001001000", "A1")});
  CHECK(records.person().case_numbers.size() == 2);
}

TEST_CASE("the number of a convicted court action counts like that of any other") {
  Records records({convicted_row(kCount, "11359 HS").with(RowFact::kCaseNumber, "A1"), numbered(kOther, "B2")});
  REQUIRE(records.person().case_numbers.size() == 1);
  CHECK(records.person().case_numbers[0].numbers == std::vector<std::string>{"A1", "B2"});
}

TEST_CASE("empty numbers, NULL, and numbers of other steps are left out") {
  Records records({numbered(kCount, "NULL  "), numbered(kCount, " - "),
                   charged_arrest(kCount, "").with(RowFact::kCaseNumber, "A1")});
  CHECK(records.person().case_numbers.empty());
}

TEST_CASE("the number of a row whose count cannot be identified belongs to no case") {
  Records records({numbered("", "A1")});
  CHECK(records.person().case_numbers.empty());
}

// Registrations and deaths.

TEST_CASE("a registration under 290 or a decimal of it is one, with its date and row") {
  CHECK(registered("290 PC-REGISTRATION") == std::vector{Truth::kYes});
  CHECK(registered("290(A) PC") == std::vector{Truth::kYes});
  CHECK(registered("290.011 PC") == std::vector{Truth::kYes});
  Records records({registration("290 PC")});
  const model::Registration& found = records.person().registrations.front();
  CHECK(found.date.span.first == Date{2010, 1, 2});
  CHECK(found.row == RowNumber{0});
}

TEST_CASE("a registration under another section is none") {
  CHECK(registered("11590 HS").empty());
  CHECK(registered("2903 BP").empty());
  CHECK(registered("2900.5 PC").empty());
  CHECK(registered("290 HS").empty());
}

TEST_CASE("a registration whose charge is empty, unreadable, or 290 without a code is an unknown one") {
  CHECK(registered("") == std::vector{Truth::kUnknown});
  CHECK(registered("SEX OFFENDER") == std::vector{Truth::kUnknown});
  CHECK(registered("290") == std::vector{Truth::kUnknown});
}

TEST_CASE("a registration without a code under another number is none") {
  CHECK(registered("11590").empty());
}

TEST_CASE("a registration whose charge stands in the comment is found") {
  Records records({registration("").with(RowFact::kComment, "290 PC")});
  CHECK(records.person().registrations.front().is_pc290 == Truth::kYes);
}

TEST_CASE("a 290 charge on another step is no registration") {
  Records records({convicted_row(kCount, "290 PC"), charged_arrest(kOther, "290 PC")});
  CHECK(records.person().registrations.empty());
}

TEST_CASE("a registration in the cycle and step of a conviction shares its day") {
  Records records({convicted_row(kCount, "11359 HS").with(RowFact::kEventDate, "20100000"),
                   registration("290 PC").with(RowFact::kCountOrder, kOther).with(RowFact::kEventDate, "20100000"),
                   registration("290 PC").with(RowFact::kEventDate, "20100000")});
  const model::Person& person = records.person();
  REQUIRE(person.registrations.size() == 2);
  CHECK(person.registrations[0].date.identity == person.convictions[0].date.identity);
  CHECK(person.registrations[1].date.identity == 0);
}

TEST_CASE("a row of the step DECEASED records a death") {
  Records records({court_row(kCount), DojRow("18675309").with(RowFact::kStepType, "Deceased")});
  CHECK(records.person().is_deceased);
  CHECK(records.person().deceased_rows == std::vector{RowNumber{1}});
  CHECK(!Records({court_row(kCount)}).person().is_deceased);
}

// Charges of a cycle.

TEST_CASE("the charge text of any row that is no conviction counts for its cycle") {
  Records records({charged_arrest("101001001000", "11357 HS"),
                   court_row("102002001000").with(RowFact::kOffense, "459 PC"),
                   convicted_row("101002001000", "11359 HS")});
  const auto& charges = records.person().cycle_charges;
  REQUIRE(charges.size() == 2);
  CHECK(charges[0].cycle == 101);
  CHECK(charges[0].row == RowNumber{0});
  CHECK(charges[0].charge.citation->as_written == "11357 HS");
  CHECK(charges[1].cycle == 102);
}

TEST_CASE("a row without a charge text is no count for its cycle") {
  Records records({charged_arrest(kCount, " - ")});
  CHECK(records.person().cycle_charges.empty());
}

TEST_CASE("a row whose charge text is unreadable is an unknown count for its cycle") {
  Records records({charged_arrest(kCount, "POSSESSION")});
  REQUIRE(records.person().cycle_charges.size() == 1);
  CHECK(records.person().cycle_charges[0].charge.doubt == Doubt::kUnreadable);
}

TEST_CASE("the other offense columns of a row that is no conviction are not asked") {
  Records records({charged_arrest(kCount, "").with(RowFact::kDispositionOffense, "11357 HS")});
  CHECK(records.person().cycle_charges.empty());
}

TEST_CASE("a later row of a convicted count counts by its own charge text") {
  Records records({convicted_row(kCount, "459 PC"), charged_arrest(kCount, "11357 HS")});
  CHECK(records.person().cycle_charges.size() == 1);
}

TEST_CASE("a row whose count cannot be identified counts for no cycle") {
  Records records({charged_arrest("", "11357 HS")});
  CHECK(records.person().cycle_charges.empty());
}
