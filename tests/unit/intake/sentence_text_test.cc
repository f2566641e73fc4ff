#include "intake/sentence_text.h"

#include <doctest/doctest.h>

#include <string>

using namespace redress::intake;  // NOLINT: the subject under test
using redress::model::Doubt;
using redress::model::SentenceUnit;

namespace {

bool is_unknown(std::string_view length, std::string_view unit) {
  const auto part = read_sentence_part(length, unit);
  return part && part->doubt == Doubt::kUnreadable;
}

void check_part(std::string_view length, std::string_view unit, std::int64_t number, SentenceUnit known) {
  const auto part = read_sentence_part(length, unit);
  REQUIRE(part);
  CHECK(part->doubt == Doubt::kNone);
  CHECK(part->length == number);
  CHECK(part->unit == known);
}

std::string words_of(std::string_view place, std::string_view length, std::string_view unit) {
  std::string words;
  add_sentence_words(words, place, length, unit);
  return words;
}

}  // namespace

TEST_CASE("a whole number with D, M or Y is days, months or years") {
  check_part("90", "D", 90, SentenceUnit::kDays);
  check_part("6", "M", 6, SentenceUnit::kMonths);
  check_part("5", "Y", 5, SentenceUnit::kYears);
}

TEST_CASE("units are read in any case") {
  check_part("5", "y", 5, SentenceUnit::kYears);
}
TEST_CASE("a length may be nothing, or begin with zeros") {
  check_part("0", "D", 0, SentenceUnit::kDays);
  check_part("007", "M", 7, SentenceUnit::kMonths);
}
TEST_CASE("999 years are a known length") {
  check_part("999", "Y", 999, SentenceUnit::kYears);
}
TEST_CASE("a number of any number of digits is a length, at least beyond the calendar") {
  const auto part = read_sentence_part("99999999999999999999999999", "Y");
  REQUIRE(part);
  CHECK(part->doubt == Doubt::kNone);
  CHECK(part->length >= 10'000);
}

TEST_CASE("a row without length and unit has no part") {
  CHECK(!read_sentence_part("", ""));
}

TEST_CASE("LIFE, another unit, and any other text are a part of unknown length") {
  CHECK(is_unknown("LIFE", "Y"));
  CHECK(is_unknown("LIFE", ""));
  CHECK(is_unknown("25", "N"));
  CHECK(is_unknown("-5", "Y"));
  CHECK(is_unknown("+5", "Y"));
  CHECK(is_unknown("1.5", "Y"));
  CHECK(is_unknown("1 6", "M"));
  CHECK(is_unknown("5", "YY"));
}

TEST_CASE("a length without a unit, or a unit without a length, is unknown") {
  CHECK(is_unknown("5", ""));
  CHECK(is_unknown("", "Y"));
}

TEST_CASE("the words of a part are its place, length and unit") {
  CHECK(words_of("JAIL", "90", "D") == "JAIL 90 days");
  CHECK(words_of("PROBATION", "1", "Y") == "PROBATION 1 year");
  CHECK(words_of("PROBATION", "6", "m") == "PROBATION 6 months");
  CHECK(words_of("", "2", "M") == "2 months");
}

TEST_CASE("the words of an unknown length are what the file says") {
  CHECK(words_of("PRISON", "LIFE", "") == "PRISON LIFE");
  CHECK(words_of("PRISON", "25", "N") == "PRISON 25 N");
}

TEST_CASE("a place without a length is told too, and nothing is told of nothing") {
  CHECK(words_of("FINE", "", "") == "FINE");
  CHECK(words_of("", "", "").empty());
}

TEST_CASE("parts are told one after the other") {
  std::string words;
  add_sentence_words(words, "JAIL", "90", "D");
  add_sentence_words(words, "", "", "");
  add_sentence_words(words, "PROBATION", "3", "Y");
  CHECK(words == "JAIL 90 days; PROBATION 3 years");
}
