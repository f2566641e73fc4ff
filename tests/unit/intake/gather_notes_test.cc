// What is worth knowing about rows and people, each exactly when it is true.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "intake/counts.h"
#include "intake/gather.h"
#include "support/doj_rows.h"

using namespace redress;           // NOLINT: the subject under test
using namespace redress::testing;  // NOLINT
using model::Note;

namespace {

using Notes = std::vector<Note>;


// By row.
std::vector<Notes> notes_of(const std::vector<DojRow>& rows) {
  Records records(rows);
  std::vector<Notes> notes;
  for (const model::RowRecord& row : records.person().rows) notes.push_back(row.notes);
  return notes;
}

Notes notes_of(const DojRow& row) {
  return notes_of(std::vector{row}).front();
}
Notes person_notes_of(const DojRow& row) {
  return Records({row}).person().notes;
}

DojRow good() {
  return convicted_row(kCount, "11359 HS");
}
DojRow with(RowFact fact, std::string_view text) {
  return good().with(fact, text);
}

DojRow later(std::string_view disposition) {
  return court_row(kCount).with(RowFact::kDisposition, disposition).with(RowFact::kEventDate, "20180101");
}

}  // namespace

TEST_CASE("nothing is noted about a good row") {
  CHECK(notes_of(good()).empty());
}

TEST_CASE("a repeated row is noted as such, and nothing else of it twice") {
  const DojRow row = with(RowFact::kCounty, "");
  CHECK(notes_of({row, row}) == std::vector<Notes>{{Note::kCountyMissing}, {Note::kEqualRow}});
}

TEST_CASE("a conviction on another step is noted") {
  CHECK(notes_of(with(RowFact::kStepType, "PROBATION")) == Notes{Note::kConvictedElsewhere});
}

TEST_CASE("the doubt of a date is noted") {
  CHECK(notes_of(with(RowFact::kEventDate, "")) == Notes{Note::kDateMissing});
  CHECK(notes_of(with(RowFact::kEventDate, "20150231")) == Notes{Note::kDateUnreadable});
  CHECK(notes_of(with(RowFact::kEventDate, "20150000")) == Notes{Note::kDatePartial});
  CHECK(notes_of(court_row(kCount).with(RowFact::kEventDate, "20150000")) == Notes{Note::kDatePartial});
}

TEST_CASE("what rows of a count contradict is noted once, on the row that carries the results") {
  CHECK(notes_of({good(), with(RowFact::kEventDate, "20150215")}) ==
        std::vector<Notes>{{Note::kDateContradictory}, {}});
  CHECK(notes_of({good(), with(RowFact::kConvictionLevel, "MISDEMEANOR")}) ==
        std::vector<Notes>{{Note::kLevelContradictory}, {}});
  CHECK(notes_of({good(), with(RowFact::kCounty, "KERN")}) == std::vector<Notes>{{Note::kCountyContradictory}, {}});
  CHECK(notes_of({good(), with(RowFact::kOffense, "459 PC")}) == std::vector<Notes>{{Note::kChargeContradictory}, {}});
}

TEST_CASE("what another row of the count makes good is not noted") {
  CHECK(notes_of({with(RowFact::kEventDate, ""), good()}) == std::vector<Notes>{{}, {}});
  CHECK(notes_of({good(), with(RowFact::kCounty, "")}) == std::vector<Notes>{{}, {}});
}

TEST_CASE("an unknown level is noted, missing or unreadable") {
  CHECK(notes_of(with(RowFact::kConvictionLevel, "")) == Notes{Note::kLevelUnknown});
  CHECK(notes_of(with(RowFact::kConvictionLevel, "WOBBLER")) == Notes{Note::kLevelUnknown});
}

TEST_CASE("a missing county is noted on a conviction, and not on other rows") {
  CHECK(notes_of(with(RowFact::kCounty, "")) == Notes{Note::kCountyMissing});
  CHECK(notes_of(court_row(kCount)).empty());
}

TEST_CASE("the doubt of a charge is noted") {
  CHECK(notes_of(with(RowFact::kOffense, "")) == Notes{Note::kChargeMissing});
  CHECK(notes_of(with(RowFact::kOffense, "POSSESSION")) == Notes{Note::kChargeUnreadable});
  CHECK(notes_of(with(RowFact::kOffense, "11359")) == Notes{Note::kChargeCodeUnknown});
  CHECK(notes_of(with(RowFact::kOffense, "11359 MARIJUANA")).empty());
}

TEST_CASE("a charge from another offense column is noted where it is the fuller one") {
  CHECK(notes_of(with(RowFact::kOffense, "").with(RowFact::kConvictionOffense, "11359 HS")) ==
        Notes{Note::kChargeFromOtherColumn});
  CHECK(notes_of(with(RowFact::kConvictionOffense, "11359 HS")).empty());
}

TEST_CASE("the charge of an arrest is noted where it says something that cannot be read") {
  CHECK(notes_of(court_row(kCount).with(RowFact::kOffense, "POSSESSION")) == Notes{Note::kChargeUnreadable});
  CHECK(notes_of(court_row(kCount).with(RowFact::kOffense, "11359")) == Notes{Note::kChargeCodeUnknown});
  CHECK(notes_of(court_row(kCount)).empty());
}

TEST_CASE("a registration without a charge is noted") {
  CHECK(notes_of(DojRow("1").with(RowFact::kStepType, "REGISTRATION").with(RowFact::kEventDate, "20100101")) ==
        Notes{Note::kChargeMissing});
}

TEST_CASE("an unreadable length of sentence is noted on its row") {
  CHECK(notes_of({good(), with(RowFact::kSentenceLength, "LIFE")}) ==
        std::vector<Notes>{{}, {Note::kSentenceUnreadable}});
}

TEST_CASE("prison, jail or probation without a length is noted, a fine is not") {
  for (const char* place : {"PRISON", "JAIL", "probation", "CO JAIL"}) {
    CHECK(notes_of({good(), with(RowFact::kSentencePlace, place)}) ==
          std::vector<Notes>{{}, {Note::kSentenceLengthMissing}});
  }
  CHECK(notes_of(with(RowFact::kSentencePlace, "FINE")).empty());
  CHECK(notes_of(with(RowFact::kDisposition, "CONVICTED-PRISON")) == Notes{Note::kSentenceLengthMissing});
  CHECK(notes_of(with(RowFact::kDisposition, "CONVICTED-PROB/JAIL")) == Notes{Note::kSentenceLengthMissing});
  const DojRow with_length = with(RowFact::kDisposition, "CONVICTED-JAIL")
                                 .with(RowFact::kSentencePlace, "JAIL")
                                 .with(RowFact::kSentenceLength, "30")
                                 .with(RowFact::kSentenceUnit, "D");
  CHECK(notes_of(with_length).empty());
  CHECK(notes_of({with_length, with(RowFact::kDisposition, "CONVICTED-JAIL").with(RowFact::kSentencePlace, "FINE")}) ==
        std::vector<Notes>{{}, {}});
}

TEST_CASE("a row of a count that began in another file is noted") {
  const DojRow heavier = with(RowFact::kCountOrder, kCount).with(RowFact::kSentencePlace, "FINE");
  Records records(std::vector<std::string>{file_of({good()}), file_of({heavier, convicted_row(kOther, "459 PC")})});
  const auto& rows = records.person().rows;
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].notes.empty());
  CHECK(rows[1].notes == Notes{Note::kCountInSeveralFiles});
  CHECK(rows[2].notes.empty());
}

TEST_CASE("a row whose count cannot be identified is noted, with what else is wrong with it") {
  CHECK(notes_of(convicted_row("", "11359 HS")) == Notes{Note::kCountUnidentified});
  CHECK(notes_of(convicted_row("", "").with(RowFact::kCounty, "")) ==
        Notes{Note::kCountyMissing, Note::kChargeMissing, Note::kCountUnidentified});
  CHECK(notes_of(court_row("12")) == Notes{Note::kCountUnidentified});
}

TEST_CASE("relief in the conviction's own row is noted") {
  CHECK(notes_of(with(RowFact::kComment, "RESENTENCED 2017")) == Notes{Note::kReliefEntered});
  CHECK(notes_of(with(RowFact::kDisposition, "CONVICTED, SET ASIDE")) == Notes{Note::kReliefEntered});
}

TEST_CASE("relief in a later row of the count is noted there and on the row that carries the results") {
  CHECK(notes_of({good(), later("DISM PER 1203.4 PC")}) ==
        std::vector<Notes>{{Note::kReliefEntered}, {Note::kReliefEntered}});
}

TEST_CASE("relief in an earlier row, or in another count's, says nothing of the conviction") {
  CHECK(notes_of({later("RECORD SEALED"), good()}) == std::vector<Notes>{{}, {}});
  CHECK(notes_of({good(), later("RECORD SEALED").with(RowFact::kCountOrder, "101001002000")}) ==
        std::vector<Notes>{{}, {}});
}

TEST_CASE("the doubt of a birth date is noted about the person") {
  const auto born = [](std::string_view date) { return person_notes_of(with(RowFact::kBirthDate, date)); };
  CHECK(born("19600314").empty());
  CHECK(born("") == Notes{Note::kBirthDateMissing});
  CHECK(born("19600231") == Notes{Note::kBirthDateUnreadable});
  CHECK(born("20650101") == Notes{Note::kBirthDateAfterAsOf});
  CHECK(born("19600000") == Notes{Note::kBirthDatePartial});
  CHECK(Records({with(RowFact::kBirthDate, "19600314"), with(RowFact::kBirthDate, "19610314")}).person().notes ==
        Notes{Note::kBirthDateContradictory});
}

TEST_CASE("an incomplete person is noted") {
  CHECK(person_notes_of(court_row("").with(RowFact::kBirthDate, "19600314")) == Notes{Note::kPersonIncomplete});
}
