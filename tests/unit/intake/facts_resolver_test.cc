#include "intake/facts_resolver.h"

#include <doctest/doctest.h>

#include <functional>

#include "intake/counts.h"
#include "intake/facts_desk.h"

using namespace redress;           // NOLINT: the subject under test
using namespace redress::testing;  // NOLINT
using model::Level;

namespace {

const std::string kMan = "18675309";
const std::vector<std::string> kFactsNames = {"facts.csv"};
const std::vector<std::string> kRecordNames = {"county.csv"};

DojRow in_case(DojRow row, std::string_view number) {
  return row.with(RowFact::kCaseNumber, number);
}

Result<intake::SuppliedFacts> resolve(const std::vector<DojRow>& record, const std::string& lines) {
  Records records(record);
  const auto rows = rows_of(std::string(kFactsHeader) + lines);
  if (!rows) FAIL(to_string(rows.error()));
  return intake::resolve_facts(*rows, known_to_tests(), kFactsNames,
                               {records.index(), records.bytes(), kRecordNames,
                                [&](std::size_t person) -> const model::Person& { return records.person(person); }});
}

const intake::PersonFacts& accepted(const Result<intake::SuppliedFacts>& facts) {
  if (!facts) FAIL(to_string(facts.error()));
  REQUIRE(facts->by_person.size() == 1);
  return facts->by_person.begin()->second;
}

// The error; it names the line, and no cell of anybody.
Error refused(const std::vector<DojRow>& record, const std::string& lines, std::uint64_t line = 2) {
  const auto facts = resolve(record, lines);
  REQUIRE(!facts.ok());
  const Error& error = facts.error();
  CHECK(error.kind == ErrorKind::kInput);
  CHECK(error.place.file == "facts.csv");
  CHECK(error.place.line_1based == line);
  for (const std::string& cell : {kMan, kCount, std::string("98776"), std::string("1960")}) {
    CHECK(to_string(error).find(cell) == std::string::npos);
  }
  return error;
}

std::string refusal(const std::vector<DojRow>& record, const std::string& fact, const std::string& value,
                    const std::string& count = kCount) {
  return refused(record, fact_line(kMan, fact == "birth_date" ? "" : count, fact, value)).code;
}

std::vector<std::uint32_t> supplied_to(const std::vector<DojRow>& record, const std::string& place,
                                       const std::string& fact, const std::string& value) {
  const auto facts = resolve(record, fact_line(kMan, place, fact, value));
  std::vector<std::uint32_t> convictions;
  if (!facts) FAIL(to_string(facts.error()));
  for (const auto& [person, of_person] : facts->by_person) {
    for (const intake::ConvictionFact& one : of_person.facts) convictions.push_back(one.conviction);
  }
  return convictions;
}

DojRow without(RowFact fact) {
  return convicted_row(kCount, "11358 HS").with(fact, "");
}

}  // namespace

TEST_CASE("the faults of all people are told at once, in the order of the lines") {
  const std::string other = "18675310";
  const std::vector<DojRow> record = {convicted_row(kCount, "11358 HS"), convicted_row(kOther, "11358 HS", other)};
  const Error error = refused(record,
                              fact_line(other, kCount, "plants", "6") + fact_line(kMan, kCount, "plants", "6") +
                                  fact_line("1", kCount, "plants", "6") + fact_line(kMan, kOther, "plants", "6") +
                                  fact_line(other, kOther, "level", "misdemeanor"),
                              2);
  CHECK(error.code == "facts.count_unknown");
  REQUIRE(error.further.size() == 3);
  CHECK(error.further[0].code == "facts.person_unknown");
  CHECK(error.further[0].place.line_1based == 4);
  CHECK(error.further[1].code == "facts.count_unknown");
  CHECK(error.further[1].place.line_1based == 5);
  CHECK(error.further[2].code == "facts.contradicts");
  CHECK(error.further[2].place.line_1based == 6);
}

TEST_CASE("a fact goes to the count it names, with who said so") {
  const std::vector<DojRow> record = {convicted_row(kCount, "11358 HS"), convicted_row(kOther, "11358 HS")};
  const auto facts = resolve(record, fact_line(kMan, kOther, "plants", "6"));
  const intake::PersonFacts& of_person = accepted(facts);
  REQUIRE(of_person.facts.size() == 1);
  CHECK(of_person.facts[0].conviction == 1);
  CHECK(of_person.facts[0].from == model::Provenance{"police report", "J. Doe", Date{2019, 10, 1}});
  CHECK(facts->used.at("plants") == 1);
}

TEST_CASE("a count is found without the zeros in front that a spreadsheet takes away") {
  const std::vector<DojRow> record = {convicted_row("001001001000", "11358 HS")};
  CHECK(supplied_to(record, "1001001000", "plants", "6") == std::vector<std::uint32_t>{0});
  CHECK(supplied_to(record, "001001001000", "plants", "6") == std::vector<std::uint32_t>{0});
}

TEST_CASE("a case number stands for every conviction of the case that the fact is asked about") {
  const std::vector<DojRow> record = {in_case(convicted_row(kCount, "11358 HS"), "A98776"),
                                      in_case(convicted_row(kOther, "11359 HS"), "A98776"),
                                      in_case(convicted_row("101001003000", "11358 HS"), "A98776"),
                                      in_case(convicted_row("102001001000", "11358 HS"), "B1")};
  CHECK(supplied_to(record, "a98776", "plants", "6") == std::vector<std::uint32_t>{0, 2});
  CHECK(refusal(record, "plants", "6", "C3") == "facts.count_unknown");
  CHECK(refusal(record, "force", "yes", "A98776") == "facts.suits_nobody");
}

TEST_CASE("a fact of the record by case number goes to the convictions that leave it unknown") {
  const std::vector<DojRow> record = {
      in_case(convicted_row(kCount, "11358 HS"), "A98776"),
      in_case(convicted_row(kOther, "11359 HS").with(RowFact::kConvictionLevel, ""), "A98776")};
  CHECK(supplied_to(record, "A98776", "level", "misdemeanor") == std::vector<std::uint32_t>{1});
}

TEST_CASE("a person, a count or a case that is not in the data is refused") {
  const std::vector<DojRow> record = {convicted_row(kCount, "11358 HS")};
  CHECK(refused(record, fact_line("11111111", kCount, "plants", "6")).code == "facts.person_unknown");
  CHECK(refused(record, fact_line(kMan, kCount, "plants", "6") + fact_line(kMan, "999001001000", "plants", "6"), 3)
            .code == "facts.count_unknown");
  CHECK(refusal(record, "plants", "6", "1.01001E+11") == "facts.count_unknown");
}

TEST_CASE("a fact of the record fills in what is unknown") {
  CHECK(accepted(resolve({without(RowFact::kConvictionLevel)}, fact_line(kMan, kCount, "level", "felony")))
            .facts.size() == 1);
  CHECK(accepted(resolve({without(RowFact::kCounty)}, fact_line(kMan, kCount, "county", "Kern"))).facts.size() == 1);
  CHECK(accepted(resolve({without(RowFact::kOffense)}, fact_line(kMan, kCount, "charge", "11358 HS"))).facts.size() ==
        1);
  CHECK(accepted(resolve({without(RowFact::kEventDate)}, fact_line(kMan, kCount, "conviction_date", "2015-02-14")))
            .facts.size() == 1);
  const auto birth = resolve({convicted_row(kCount, "11358 HS")}, fact_line(kMan, "", "birth_date", "1960-03-14"));
  REQUIRE(accepted(birth).birth_date.has_value());
  CHECK(birth->used.at("birth_date") == 1);
}

TEST_CASE("a partial date is narrowed, and a day outside it is refused") {
  const std::vector<DojRow> record = {convicted_row(kCount, "11358 HS").with(RowFact::kEventDate, "20150200")};
  CHECK(supplied_to(record, kCount, "conviction_date", "2015-02-28") == std::vector<std::uint32_t>{0});
  const Error outside = refused(record, fact_line(kMan, kCount, "conviction_date", "2015-03-01"));
  CHECK(outside.code == "facts.contradicts");
  CHECK(outside.cause ==
        "the research file has a partial date for 'conviction_date', and that day is not in it (county.csv, row 1)");
  const std::vector<DojRow> born = {convicted_row(kCount, "11358 HS").with(RowFact::kBirthDate, "19600000")};
  CHECK(accepted(resolve(born, fact_line(kMan, "", "birth_date", "1960-12-31"))).birth_date.has_value());
  CHECK(refusal(born, "birth_date", "1961-01-01") == "facts.contradicts");
}

TEST_CASE("what the file says already changes nothing") {
  const std::vector<DojRow> record = {convicted_row(kCount, "11358(A) HS").with(RowFact::kBirthDate, "19600314")};
  const auto facts = resolve(
      record, fact_line(kMan, kCount, "level", "felony") + fact_line(kMan, kCount, "county", "los angeles") +
                  fact_line(kMan, kCount, "conviction_date", "02/14/2015") +
                  fact_line(kMan, kCount, "charge", "11358 HS") + fact_line(kMan, "", "birth_date", "1960-03-14"));
  CHECK(accepted(facts).facts.empty());
  CHECK(!accepted(facts).birth_date);
  CHECK(facts->used.empty());
}

TEST_CASE("where the file is certain and says otherwise, the line and the row are named") {
  const std::vector<DojRow> record = {convicted_row(kCount, "11358 HS").with(RowFact::kBirthDate, "19600314")};
  CHECK(refusal(record, "level", "misdemeanor") == "facts.contradicts");
  CHECK(refusal(record, "county", "Kern") == "facts.contradicts");
  CHECK(refusal(record, "charge", "11359 HS") == "facts.contradicts");
  CHECK(refusal(record, "birth_date", "1961-01-01") == "facts.contradicts");
  const Error error = refused(record, fact_line(kMan, kCount, "conviction_date", "2015-02-15"));
  CHECK(error.code == "facts.contradicts");
  CHECK(error.cause == "the research file is certain of 'conviction_date' and says otherwise (county.csv, row 1)");
}

TEST_CASE("days between rows that disagree, and those of a sentence, are not said to be certain") {
  const std::vector<DojRow> born = {convicted_row(kCount, "11358 HS").with(RowFact::kBirthDate, "19700314"),
                                    convicted_row(kOther, "11359 HS").with(RowFact::kBirthDate, "19720314")};
  CHECK(refused(born, fact_line(kMan, "", "birth_date", "1975-01-01"))
            .cause.starts_with("that day is not one of those that the research file leaves possible for 'birth_date'"));
}

TEST_CASE("a charge is filled in further, never against what the file says") {
  const std::vector<DojRow> record = {convicted_row(kCount, "11357(A) HS")};
  CHECK(supplied_to(record, kCount, "charge", "11357(a)(2) HS") == std::vector<std::uint32_t>{0});
  CHECK(refusal(record, "charge", "11357(b) HS") == "facts.contradicts");
  CHECK(refusal(record, "charge", "664/11357(a) HS") == "facts.contradicts");
}

TEST_CASE("the same fact twice is one, with different values it is refused with both lines") {
  const std::vector<DojRow> record = {in_case(convicted_row(kCount, "11358 HS"), "A98776")};
  const auto facts = resolve(record, fact_line(kMan, kCount, "plants", "6") + fact_line(kMan, "A98776", "plants", "6"));
  CHECK(accepted(facts).facts.size() == 1);
  const Error error =
      refused(record, fact_line(kMan, kCount, "plants", "6") + fact_line(kMan, "A98776", "plants", "7"), 3);
  CHECK(error.code == "facts.twice");
  CHECK(error.cause.find("line 2") != std::string::npos);
  CHECK(refused(record,
                fact_line(kMan, "", "birth_date", "1960-01-01") + fact_line(kMan, "", "birth_date", "1960-01-02"), 3)
            .code == "facts.twice");
}

TEST_CASE("convictions that are of one day cannot be given two") {
  const std::vector<DojRow> record = {without(RowFact::kEventDate),
                                      convicted_row(kOther, "11359 HS").with(RowFact::kEventDate, "")};
  const Error error = refused(record,
                              fact_line(kMan, kCount, "conviction_date", "2015-02-14") +
                                  fact_line(kMan, kOther, "conviction_date", "2015-02-15"),
                              3);
  CHECK(error.code == "facts.twice");
  CHECK(error.cause.find("line 2") != std::string::npos);
}

TEST_CASE("a birth that is not before every arrest and conviction is refused, and so is a day before the birth") {
  // Convicted on 2015-02-14, arrested on 2015-01-01.
  const DojRow row =
      convicted_row(kCount, "11358 HS").with(RowFact::kCycleDate, "20150101").with(RowFact::kBirthDate, "");
  CHECK(refusal({row}, "birth_date", "2015-02-14") == "facts.order");
  CHECK(refusal({row}, "birth_date", "2015-01-01") == "facts.order");
  const auto before = resolve({row}, fact_line(kMan, "", "birth_date", "2014-12-31"));
  REQUIRE(accepted(before).birth_date.has_value());

  const DojRow born =
      convicted_row(kCount, "11358 HS").with(RowFact::kBirthDate, "19900300").with(RowFact::kEventDate, "");
  CHECK(refusal({born}, "conviction_date", "1990-03-01") == "facts.order");
  CHECK(supplied_to({born}, kCount, "conviction_date", "1990-03-02") == std::vector<std::uint32_t>{0});
  const std::string birth = fact_line(kMan, "", "birth_date", "1990-03-20");
  CHECK(refused({born}, birth + fact_line(kMan, kCount, "offense_date", "1990-03-20"), 3).code == "facts.order");
}

TEST_CASE("an offense after the arrest, an arrest after the conviction and the like are refused") {
  const std::vector<DojRow> record = {convicted_row(kCount, "11358 HS").with(RowFact::kCycleDate, "20150101")};
  CHECK(refusal(record, "offense_date", "2015-01-02") == "facts.order");
  CHECK(refusal(record, "charging_date", "2014-12-31") == "facts.order");
  CHECK(refusal(record, "charging_date", "2015-02-15") == "facts.order");
  CHECK(supplied_to(record, kCount, "offense_date", "2015-01-01") == std::vector<std::uint32_t>{0});
  CHECK(supplied_to(record, kCount, "charging_date", "2015-02-14") == std::vector<std::uint32_t>{0});
  const std::vector<DojRow> no_arrest = {convicted_row(kCount, "11358 HS")};
  CHECK(refusal(no_arrest, "arrest_date", "2015-02-15") == "facts.order");
  CHECK(supplied_to(no_arrest, kCount, "arrest_date", "2015-02-14") == std::vector<std::uint32_t>{0});
}

// Two convictions, so that the row is not the first one.
TEST_CASE("a date out of order is told with the date that it clashes with, and with its row or its line") {
  const std::string other = "101001001000";
  const auto born = [&](std::string_view day) {
    return std::vector<DojRow>{
        convicted_row("100001001000", "459 PC").with(RowFact::kEventDate, "20100101").with(RowFact::kBirthDate, day),
        convicted_row(other, "11358 HS").with(RowFact::kCycleDate, "20150101").with(RowFact::kBirthDate, day)};
  };
  const auto cause_of = [&](const std::vector<DojRow>& record, const std::string& lines) {
    const Error error = refused(record, lines);
    CHECK(error.code == "facts.order");
    return error.cause;
  };
  const std::vector<DojRow> record = born("19900314");
  CHECK(cause_of(record, fact_line(kMan, other, "offense_date", "2015-01-02")) ==
        "'offense_date' cannot be that day: it is after the 'arrest_date' of the conviction in county.csv, row 2");
  CHECK(cause_of(record, fact_line(kMan, other, "charging_date", "2014-12-31")) ==
        "'charging_date' cannot be that day: it is before the 'arrest_date' of the conviction in county.csv, row 2");
  CHECK(cause_of(record, fact_line(kMan, other, "offense_date", "1990-03-14")) ==
        "'offense_date' cannot be that day: it is not after the 'birth_date' in county.csv, row 1");
  CHECK(
      cause_of(born(""), fact_line(kMan, "", "birth_date", "2010-01-01")) ==
      "'birth_date' cannot be that day: it is not before the 'conviction_date' of the conviction in county.csv, row 1");
  CHECK(cause_of(record, fact_line(kMan, other, "offense_date", "2014-12-20") +
                             fact_line(kMan, other, "charging_date", "2014-12-19")) ==
        "'offense_date' cannot be that day: it is after the 'charging_date' in line 3");
}

TEST_CASE("a case number that courts of two counties, or two cases that the fact suits, have is refused") {
  const DojRow first = in_case(convicted_row(kCount, "11358 HS"), "A98776");
  const std::string in_other_case = "102001001000";
  const std::vector<DojRow> two_cases = {first, in_case(convicted_row(in_other_case, "11358 HS"), "A98776")};
  const Error error = refused(two_cases, fact_line(kMan, "A98776", "plants", "6"));
  CHECK(error.code == "facts.case_ambiguous");
  CHECK(error.next_step == "Give the count (CNT_ORDER) instead.");
  CHECK(supplied_to(two_cases, in_other_case, "plants", "6") == std::vector<std::uint32_t>{1});
  const std::vector<DojRow> one_suits = {first, in_case(convicted_row(in_other_case, "11359 HS"), "A98776")};
  CHECK(supplied_to(one_suits, "A98776", "plants", "6") == std::vector<std::uint32_t>{0});
  const std::vector<DojRow> two_courts = {
      first, in_case(convicted_row(in_other_case, "11359 HS").with(RowFact::kCounty, "KERN"), "A98776")};
  CHECK(refusal(two_courts, "plants", "6", "A98776") == "facts.case_ambiguous");
}

TEST_CASE("a text that is the count of one conviction and the case number of another is refused") {
  const DojRow other = convicted_row("102001001000", "11358 HS");
  const std::vector<DojRow> record = {convicted_row(kCount, "11358 HS"), in_case(other, kCount)};
  CHECK(refusal(record, "plants", "6", kCount) == "facts.case_ambiguous");
  CHECK(supplied_to(record, "0" + kCount, "plants", "6") == std::vector<std::uint32_t>{0});
  const std::vector<DojRow> own = {in_case(convicted_row(kCount, "11358 HS"), kCount), other};
  CHECK(supplied_to(own, kCount, "plants", "6") == std::vector<std::uint32_t>{0});
}

TEST_CASE("a date of conviction before the arrest is refused, whether file or facts have the arrest") {
  const auto arrested = [](std::string_view day) {
    return without(RowFact::kEventDate).with(RowFact::kCycleDate, day);
  };
  CHECK(refusal({arrested("20150101")}, "conviction_date", "2014-12-31") == "facts.order");
  CHECK(supplied_to({arrested("20150101")}, kCount, "conviction_date", "2015-01-01") == std::vector<std::uint32_t>{0});
  // Arrested in March, on no day that is known.
  CHECK(refusal({arrested("20150300")}, "conviction_date", "2015-02-28") == "facts.order");
  CHECK(supplied_to({arrested("20150300")}, kCount, "conviction_date", "2015-03-01") == std::vector<std::uint32_t>{0});
  // The other conviction of the same unknown day is given the arrest.
  const std::vector<DojRow> same_day = {without(RowFact::kEventDate),
                                        convicted_row(kOther, "11359 HS").with(RowFact::kEventDate, "")};
  CHECK(refused(same_day, fact_line(kMan, kCount, "conviction_date", "2015-01-01") +
                              fact_line(kMan, kOther, "arrest_date", "2015-01-02"))
            .code == "facts.order");
}

TEST_CASE("the end of a sentence without a length may be supplied, and not before the conviction") {
  DojRow conviction = convicted_row(kCount, "11358 HS").with(RowFact::kEventDate, "20150214");
  const std::vector<DojRow> record = {conviction.with(RowFact::kSentencePlace, "PRISON")};
  CHECK(supplied_to(record, kCount, "sentence_end", "2021-10-01") == std::vector<std::uint32_t>{0});
  const Error before = refused(record, fact_line(kMan, kCount, "sentence_end", "2015-02-13"));
  CHECK(before.code == "facts.contradicts");
  CHECK(before.cause.find("certain") == std::string::npos);
  const std::vector<DojRow> fined = {conviction.with(RowFact::kSentencePlace, "FINE")};
  CHECK(refused(fined, fact_line(kMan, kCount, "sentence_end", "2021-10-01")).code == "facts.contradicts");
}

// 90 days from 2015-02-14: 14 to the end of February, 31, 30, and 15 of May.
TEST_CASE("the end of a sentence must be the one that the sentence and a supplied date of conviction fix") {
  const std::vector<DojRow> record = {without(RowFact::kEventDate)
                                          .with(RowFact::kSentencePlace, "JAIL")
                                          .with(RowFact::kSentenceLength, "90")
                                          .with(RowFact::kSentenceUnit, "D")};
  const std::string date = fact_line(kMan, kCount, "conviction_date", "2015-02-14");
  const auto same = resolve(record, fact_line(kMan, kCount, "sentence_end", "2015-05-15") + date);
  REQUIRE(accepted(same).facts.size() == 1);
  CHECK(accepted(same).facts[0].name == "conviction_date");
  CHECK(refused(record, date + fact_line(kMan, kCount, "sentence_end", "2015-05-16"), 3).code == "facts.contradicts");
  CHECK(refused(record, fact_line(kMan, kCount, "sentence_end", "2015-05-14") + date).code == "facts.contradicts");
  CHECK(supplied_to(record, kCount, "sentence_end", "2015-05-16") == std::vector<std::uint32_t>{0});
}

TEST_CASE("one cycle's arrest cannot be on two days") {
  const std::vector<DojRow> record = {convicted_row(kCount, "11358 HS"), convicted_row("101002001000", "11359 HS"),
                                      convicted_row("102001001000", "11359 HS")};
  const std::string first = fact_line(kMan, kCount, "arrest_date", "2015-01-01");
  const Error error = refused(record, first + fact_line(kMan, "101002001000", "arrest_date", "2015-01-02"), 3);
  CHECK(error.code == "facts.twice");
  CHECK(error.cause.find("line 2") != std::string::npos);
  CHECK(accepted(resolve(record, first + fact_line(kMan, "102001001000", "arrest_date", "2015-01-02"))).facts.size() ==
        2);
}

TEST_CASE("an offense after the charge or the conviction is refused where the arrest is unknown") {
  const std::vector<DojRow> record = {convicted_row(kCount, "11358 HS")};
  const std::string charged = fact_line(kMan, kCount, "charging_date", "2015-01-15");
  CHECK(refused(record, fact_line(kMan, kCount, "offense_date", "2015-01-16") + charged).code == "facts.order");
  CHECK(accepted(resolve(record, fact_line(kMan, kCount, "offense_date", "2015-01-15") + charged)).facts.size() == 2);
  CHECK(refusal(record, "offense_date", "2015-02-15") == "facts.order");
}

TEST_CASE("a declared fact that no policy asks for is left out, and refused where its line then says nothing") {
  Records records({in_case(convicted_row(kCount, "11358 HS"), "A98776"),
                   in_case(convicted_row(kOther, "11358 HS"), "A98776")});
  const auto resolve_where = [&](const std::string& place, std::function<bool(std::uint32_t, std::string_view)> asks) {
    const auto rows = rows_of(std::string(kFactsHeader) + fact_line(kMan, place, "plants", "6") +
                              fact_line(kMan, kOther, "force", "yes"));
    REQUIRE(rows.ok());
    return intake::resolve_facts(
        *rows, known_to_tests(), kFactsNames,
        {records.index(), records.bytes(), kRecordNames,
         [&](std::size_t person) -> const model::Person& { return records.person(person); },
         [&](const model::Person& person, std::uint32_t conviction, std::string_view fact) {
           // The record is without what is asked for, not without what a section set needs.
           for (const model::SuppliedFact& supplied : person.convictions[conviction].supplied) {
             CHECK(supplied.name == "force");
           }
           return asks(conviction, fact);
         }});
  };
  const auto of_second = [](std::uint32_t conviction, std::string_view fact) {
    return conviction == 1 && fact == "plants";
  };
  const auto facts = resolve_where("A98776", of_second);
  CHECK(accepted(facts).facts.size() == 2);
  for (const intake::ConvictionFact& fact : accepted(facts).facts) CHECK(fact.conviction == 1);
  CHECK(facts->used.at("plants") == 1);
  const auto nobody = resolve_where(kCount, of_second);
  REQUIRE(!nobody.ok());
  CHECK(nobody.error().code == "facts.suits_nobody");
  CHECK(nobody.error().place.line_1based == 2);
}
