#include "model/sentence.h"

#include <doctest/doctest.h>

#include <vector>

using namespace redress;         // NOLINT: the subject under test
using namespace redress::model;  // NOLINT

namespace {

constexpr SentencePart days(std::int64_t length) {
  return {length, SentenceUnit::kDays, Doubt::kNone};
}
constexpr SentencePart months(std::int64_t length) {
  return {length, SentenceUnit::kMonths, Doubt::kNone};
}
constexpr SentencePart years(std::int64_t length) {
  return {length, SentenceUnit::kYears, Doubt::kNone};
}
constexpr SentencePart kLife{0, SentenceUnit::kDays, Doubt::kUnreadable};

DateFact end_of(Date from, std::vector<SentencePart> parts) {
  return sentence_end(known_date(from), parts);
}
DateFact earliest_of(Date from, std::vector<SentencePart> parts) {
  return sentence_end_earliest(known_date(from), parts);
}

void check_day(const DateFact& date, Date day) {
  CHECK(date.is_known());
  CHECK(to_iso(date.span.first) == to_iso(day));
  CHECK(date.span.is_exact());
}

}  // namespace

TEST_CASE("a count without parts ends on its event date") {
  check_day(end_of({2015, 2, 14}, {}), {2015, 2, 14});
}

TEST_CASE("five years from 2015-02-14 end on 2020-02-14, by the calendar") {
  check_day(end_of({2015, 2, 14}, {years(5)}), {2020, 2, 14});
}

TEST_CASE("six months are calendar months") {
  check_day(end_of({2014, 8, 31}, {months(6)}), {2015, 3, 1});
}
TEST_CASE("ninety days are days") {
  check_day(end_of({2015, 2, 14}, {days(90)}), {2015, 5, 15});
}

TEST_CASE("a day that the month does not have becomes the 1st of the next month") {
  check_day(end_of({2015, 1, 31}, {months(1)}), {2015, 3, 1});
  check_day(end_of({2016, 1, 31}, {months(1)}), {2016, 3, 1});
  check_day(end_of({2015, 3, 31}, {months(1)}), {2015, 5, 1});
  check_day(end_of({2015, 1, 28}, {months(1)}), {2015, 2, 28});
}

TEST_CASE("29 February and one year is 1 March; and four years is 29 February again") {
  check_day(end_of({2016, 2, 29}, {years(1)}), {2017, 3, 1});
  check_day(end_of({2016, 2, 29}, {years(4)}), {2020, 2, 29});
}

TEST_CASE("parts are laid end to end in the order given") {
  check_day(end_of({2016, 1, 1}, {days(90), years(3)}), {2019, 3, 31});
  check_day(end_of({2015, 1, 31}, {months(1), days(1)}), {2015, 3, 2});
  check_day(end_of({2015, 1, 31}, {days(1), months(1)}), {2015, 3, 1});
}

TEST_CASE("a length of nothing ends on the event date") {
  check_day(end_of({2015, 2, 14}, {days(0)}), {2015, 2, 14});
}

TEST_CASE("999 years end long after, never before") {
  const DateFact end = end_of({2015, 2, 14}, {years(999)});
  check_day(end, {3014, 2, 14});
}

TEST_CASE("a length beyond the calendar ends on its last day") {
  check_day(end_of({2015, 2, 14}, {years(1'000'000'000)}), kLastDay);
  check_day(end_of({2015, 2, 14}, {days(1'000'000'000), years(1'000'000'000)}), kLastDay);
}

TEST_CASE("an unknown part leaves the end unknown, but not before the known parts end") {
  const DateFact end = end_of({2015, 2, 14}, {years(5), kLife});
  CHECK(end.doubt == Doubt::kUnreadable);
  CHECK(end.span == DateSpan{{2020, 2, 14}, kLastDay});
}

TEST_CASE("an unknown date leaves the end unknown") {
  const DateFact end = sentence_end({kEveryDay, Doubt::kMissing, 0}, std::vector{years(5)});
  CHECK(!end.is_known());
  CHECK(end.span.is_every_day());
}

TEST_CASE("a partial date moves as a whole") {
  const DateFact end = sentence_end({{{2015, 1, 1}, {2015, 12, 31}}, Doubt::kPartial, 0}, std::vector{years(5)});
  CHECK(end.doubt == Doubt::kPartial);
  CHECK(end.span == DateSpan{{2020, 1, 1}, {2020, 12, 31}});
}

TEST_CASE("without parts the end is the same day as the event; with parts no longer") {
  const DateFact event{kEveryDay, Doubt::kMissing, 7};
  CHECK(sentence_end(event, {}).identity == 7);
  CHECK(sentence_end_earliest(event, {}).identity == 7);
  CHECK(sentence_end(event, std::vector{years(5)}).identity == 0);
}

TEST_CASE("the earliest end takes the longest part only") {
  check_day(earliest_of({2016, 1, 1}, {days(90), years(3), months(6)}), {2019, 1, 1});
}

TEST_CASE("which part is longest is asked of the calendar") {
  check_day(earliest_of({2015, 2, 1}, {days(29), months(1)}), {2015, 3, 2});
  check_day(earliest_of({2015, 3, 1}, {days(29), months(1)}), {2015, 4, 1});
}

TEST_CASE("an unknown part leaves the earliest end unknown, but not before the longest known part") {
  const DateFact end = earliest_of({2015, 2, 14}, {years(5), kLife});
  CHECK(end.doubt == Doubt::kUnreadable);
  CHECK(end.span == DateSpan{{2020, 2, 14}, kLastDay});
}
