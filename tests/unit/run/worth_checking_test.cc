#include "run/worth_checking.h"

#include <doctest/doctest.h>

namespace redress::run {
namespace {

constexpr Date kAsOf{2019, 11, 11};

tally::Tally of_events(Date first, Date last) {
  tally::Tally tally;
  tally.rows_by_county = {{"LOS ANGELES", 100}};
  tally.events = {first, last};
  return tally;
}

std::vector<std::string> told(const tally::Tally& tally, const std::vector<std::string>& cut_off = {}) {
  return worth_checking(tally, "LOS ANGELES", kAsOf, cut_off);
}

TEST_CASE("nothing is told of files that fit the county and the day") {
  CHECK(told(of_events({1970, 1, 2}, {2019, 11, 11})).empty());
  CHECK(told(of_events({1970, 1, 2}, {2020, 11, 11})).empty());
  CHECK(told(of_events({1970, 1, 2}, {2016, 11, 11})).empty());
  CHECK(told({}).empty());
}

TEST_CASE("a county with more rows than the run's is named, with the rows of both") {
  tally::Tally tally = of_events({1970, 1, 2}, kAsOf);
  tally.rows_by_county["KERN"] = 101;
  CHECK(told(tally) == std::vector<std::string>{"More rows are of KERN (101 rows) than of LOS ANGELES (100 rows). Check "
                                                "the county and the files."});
  tally.rows_by_county["KERN"] = 100;
  CHECK(told(tally).empty());
}

TEST_CASE("of the files of every county, none of which has a third of the rows, no other county is named") {
  tally::Tally tally = of_events({1970, 1, 2}, kAsOf);
  tally.rows_by_county["KERN"] = 10'001;
  tally.rows = 40'000;
  tally.people = 10'000;
  // A county with hardly a row among many may be a wrong one.
  CHECK(told(tally) == std::vector<std::string>{"More rows are of KERN (10,001 rows) than of LOS ANGELES (100 rows). "
                                                "Check the county and the files."});
  tally.rows_by_county["KERN"] = 10'000;
  CHECK(told(tally).empty());
  tally.rows_by_county["KERN"] = 1000;
  tally.rows = 3000;
  tally.people = 1000;
  CHECK(told(tally).empty());
  tally.rows = 2999;
  CHECK(told(tally) == std::vector<std::string>{"More rows are of KERN (1,000 rows) than of LOS ANGELES (100 rows). "
                                                "Check the county and the files."});
}

// In a file whose cells are shifted anything may stand in the place of the county.
TEST_CASE("what is no county's name is not repeated, and rows without one are none of another") {
  tally::Tally tally = of_events({1970, 1, 2}, kAsOf);
  tally.rows_by_county[""] = 500;
  tally.rows_by_county["19560314"] = 900;
  CHECK(told(tally).empty());
}

TEST_CASE("an event long after the as-of date is told, and a last event long before it") {
  CHECK(told(of_events({1970, 1, 2}, {2020, 11, 12})) ==
        std::vector<std::string>{"The last event in the files is of 2020-11-12, more than a year after the as-of date "
                                 "2019-11-11. Check that date: ages and years are measured on it."});
  CHECK(told(of_events({1970, 1, 2}, {2016, 11, 10})) ==
        std::vector<std::string>{"The last event in the files is of 2016-11-10, more than 3 years before the as-of date "
                                 "2019-11-11. Check that date; what came after the files were made is in no answer."});
}

constexpr const char* kUnreadable =
    "In 11 of 100 rows the date cannot be read. A spreadsheet may have written the file anew: use it as the Department of "
    "Justice sent it.";
constexpr const char* kContradictory =
    "10 of 50 people have birth dates that contradict each other. Check whether the files are one data set: an id may "
    "stand for another person in each.";
constexpr const char* kMoved =
    "Nearly every row is of another person (95 of 100 rows). Check whether the columns stand in their order: a record has "
    "several rows.";

TEST_CASE("what many rows or people have in common is told, and of single ones nothing") {
  tally::Tally tally = of_events({1970, 1, 2}, kAsOf);
  tally.rows = 100;
  tally.people = 50;
  const auto note = [&](model::Note of) -> tally::NoteCount& { return tally.notes[static_cast<std::size_t>(of)]; };
  note(model::Note::kDateUnreadable).rows = 10;
  note(model::Note::kBirthDateContradictory).people = 9;
  CHECK(told(tally).empty());
  note(model::Note::kDateUnreadable).rows = 11;
  note(model::Note::kBirthDateContradictory).people = 10;
  CHECK(told(tally) == std::vector<std::string>{kUnreadable, kContradictory});
}

TEST_CASE("many repeated rows are told, and counts that stand in several files") {
  tally::Tally tally = of_events({1970, 1, 2}, kAsOf);
  tally.rows = 2000;
  tally.people = 500;
  const auto note = [&](model::Note of) -> tally::NoteCount& { return tally.notes[static_cast<std::size_t>(of)]; };
  note(model::Note::kEqualRow).rows = 200;
  note(model::Note::kCountInSeveralFiles).rows = 9;
  CHECK(told(tally).empty());
  note(model::Note::kEqualRow).rows = 1001;
  note(model::Note::kCountInSeveralFiles).rows = 10;
  CHECK(
      told(tally) ==
      std::vector<std::string>{
          "1,001 of 2,000 rows repeat an earlier row, and count once. Check whether a file was given twice in another "
          "form.",
          "10 rows are of counts that stand in another file too. Where deliveries overlap, every part of a sentence "
          "counts as often as it stands there: give the newest delivery alone."});
}

TEST_CASE("a file in which nearly every row is of another person is told, and a short one not") {
  tally::Tally tally = of_events({1970, 1, 2}, kAsOf);
  tally.rows = 100;
  tally.people = 89;
  CHECK(told(tally).empty());
  tally.people = 95;
  CHECK(told(tally) == std::vector<std::string>{kMoved});
  tally.rows = 99;
  CHECK(told(tally).empty());
}

TEST_CASE("a file that ends inside a row is told by its name") {
  CHECK(told(of_events({1970, 1, 2}, kAsOf), {"torn.csv"}) ==
        std::vector<std::string>{"torn.csv ends inside a row: it may have been cut off. Compare its size with the "
                                 "source's."});
}

}  // namespace
}  // namespace redress::run
