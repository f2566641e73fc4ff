// Records with what somebody supplied filled in.
#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

#include "intake/counts.h"
#include "intake/facts_desk.h"
#include "intake/facts_resolver.h"
#include "intake/gather.h"

using namespace redress;           // NOLINT: the subject under test
using namespace redress::testing;  // NOLINT
using model::RecordFact;

namespace {

const std::string kWoman = "18675309";

// The record of rows with the facts of the lines.
class Filled {
 public:
  Filled(const std::vector<DojRow>& rows, const std::string& lines) : bytes_(file_of(rows)), views_{bytes_} {
    std::vector<intake::FilePiece> files;
    files.push_back(intake::index_file(bytes_, 0, doj_layout()));
    auto joined = intake::join(std::move(files));
    REQUIRE(joined.ok());
    index_ = *std::move(joined);
    const auto read = rows_of(std::string(kFactsHeader) + lines);
    if (!read) FAIL(to_string(read.error()));
    intake::Gatherer plain(index_, doj_layout(), views_, registration_set(), Records::kAsOf);
    auto facts = intake::resolve_facts(
        *read, known_to_tests(), facts_names_,
        {index_, views_, names_, [&](std::size_t person) -> const model::Person& { return plain.gather(person); }});
    if (!facts) FAIL(to_string(facts.error()));
    supplied_ = *std::move(facts);
    gatherer_ = std::make_unique<intake::Gatherer>(index_, doj_layout(), views_, registration_set(), Records::kAsOf,
                                                   &supplied_);
  }

  const model::Person& person(std::size_t number = 0) { return gatherer_->gather(number); }

 private:
  std::string bytes_;
  std::vector<std::string_view> views_;
  std::vector<std::string> names_ = {"county.csv"};
  std::vector<std::string> facts_names_ = {"facts.csv"};
  intake::RecordIndex index_;
  intake::SuppliedFacts supplied_;
  std::unique_ptr<intake::Gatherer> gatherer_;
};

std::string line(std::string_view fact, std::string_view value, std::string_view count = kCount) {
  return fact_line(kWoman, count, fact, value);
}

}  // namespace

TEST_CASE("a birth date is filled in, with who said so; the note of the file stays") {
  Filled filled({convicted_row(kCount, "11358 HS")}, fact_line(kWoman, "", "birth_date", "1960-03-14"));
  const model::Person& person = filled.person();
  CHECK(person.birth_date.is_known());
  CHECK(person.birth_date.span.first == Date{1960, 3, 14});
  REQUIRE(person.birth_date_from.has_value());
  CHECK(person.birth_date_from->who == "J. Doe");
  CHECK(person.notes == std::vector{model::Note::kBirthDateMissing});
}

TEST_CASE("a date of conviction moves the end of the sentence, and goes to the convictions of the same day") {
  DojRow row = convicted_row(kCount, "11358 HS").with(RowFact::kEventDate, "");
  row.with(RowFact::kSentencePlace, "JAIL").with(RowFact::kSentenceLength, "90").with(RowFact::kSentenceUnit, "D");
  Filled filled({row, convicted_row(kOther, "11359 HS").with(RowFact::kEventDate, "")},
                line("conviction_date", "2015-02-14"));
  const model::Person& person = filled.person();
  REQUIRE(person.convictions.size() == 2);
  CHECK(person.convictions[0].date.span.first == Date{2015, 2, 14});
  CHECK(person.convictions[1].date.span.first == Date{2015, 2, 14});
  CHECK(person.convictions[1].date.is_known());
  CHECK(person.convictions[0].date.identity == person.convictions[1].date.identity);
  CHECK(person.convictions[0].sentence_end.span.first == Date{2015, 5, 15});  // 14 + 31 + 30 + 15 = 90 days later
  REQUIRE(person.convictions[1].filled.size() == 1);
  CHECK(person.convictions[1].filled[0].fact == RecordFact::kConvictionDate);
}

TEST_CASE("an arrest that is known again once the conviction is later than it") {
  // The cycle's date is after every day that the partial conviction date may be but December.
  DojRow row =
      convicted_row(kCount, "11358 HS").with(RowFact::kEventDate, "20150000").with(RowFact::kCycleDate, "20151201");
  Filled filled({row}, line("conviction_date", "2015-12-15"));
  CHECK(filled.person().convictions[0].arrest_date.span.first == Date{2015, 12, 1});
}

TEST_CASE("level, county, charge, arrest and the dates that no file has are filled in") {
  DojRow row = convicted_row(kCount, "").with(RowFact::kConvictionLevel, "").with(RowFact::kCounty, "");
  Filled filled({row}, line("level", "infraction") + line("county", "Kern") + line("charge", "11357(b) HS") +
                           line("arrest_date", "2015-01-01") + line("offense_date", "2014-12-31") +
                           line("charging_date", "2015-01-15"));
  const model::Conviction& conviction = filled.person().convictions[0];
  CHECK(conviction.level.value == model::Level::kInfraction);
  CHECK(conviction.level.is_known());
  CHECK(conviction.county.value == "KERN");
  REQUIRE(conviction.charge.is_known());
  CHECK(citation::to_text(conviction.charge.citation->sections[0]) == "HSC 11357(b)");
  CHECK(conviction.arrest_date.span.first == Date{2015, 1, 1});
  CHECK(conviction.offense_date == Date{2014, 12, 31});
  CHECK(conviction.charging_date == Date{2015, 1, 15});
  CHECK(conviction.filled.size() == 6);
  CHECK(conviction.supplied.empty());
}

TEST_CASE("facts that no file has are kept with the conviction by their names") {
  Filled filled({convicted_row(kCount, "11358 HS")}, line("plants", "6") + line("grams", "7.5") + line("force", "no"));
  const model::Conviction& conviction = filled.person().convictions[0];
  REQUIRE(conviction.supplied.size() == 3);
  CHECK(conviction.supplied[0].name == "plants");
  CHECK(std::get<std::int64_t>(conviction.supplied[0].value) == 6000);
  CHECK(std::get<std::int64_t>(conviction.supplied[1].value) == 7500);
  CHECK(std::get<bool>(conviction.supplied[2].value) == false);
  CHECK(conviction.supplied[0].from.source == "police report");
  CHECK(conviction.filled.empty());
}

TEST_CASE("a person gathered after one with facts has none") {
  Filled filled({convicted_row(kCount, "11358 HS"), convicted_row(kCount, "11358 HS", "22222222")},
                line("plants", "6") + fact_line(kWoman, "", "birth_date", "1960-03-14"));
  CHECK(filled.person(0).convictions[0].supplied.size() == 1);
  const model::Person& other = filled.person(1);
  CHECK(other.convictions[0].supplied.empty());
  CHECK(!other.birth_date.is_known());
  CHECK(!other.birth_date_from);
}

TEST_CASE("an arrest goes to the convictions of the cycle that leave it unknown and do not come before it") {
  const std::vector<DojRow> rows = {convicted_row(kCount, "11358 HS"), convicted_row(kOther, "11359 HS"),
                                    convicted_row("101002001000", "11359 HS").with(RowFact::kEventDate, "20150131"),
                                    convicted_row("102001001000", "11359 HS")};
  Filled filled(rows, line("arrest_date", "2015-02-01") + line("arrest_date", "2015-02-01", kOther));
  const model::Person& person = filled.person();
  for (const std::size_t i : {0U, 1U}) {
    CHECK(person.convictions[i].arrest_date.span.first == Date{2015, 2, 1});
    REQUIRE(person.convictions[i].filled.size() == 1);
    CHECK(person.convictions[i].filled[0].fact == RecordFact::kArrestDate);
  }
  CHECK(!person.convictions[2].arrest_date.is_known());  // convicted the day before
  CHECK(!person.convictions[3].arrest_date.is_known());  // another cycle
  Filled alone(rows, line("arrest_date", "2015-02-01"));
  CHECK(alone.person().convictions[1].arrest_date.is_known());
}
