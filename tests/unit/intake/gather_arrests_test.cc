// The arrest behind a conviction, and relief that leaves nothing to ask for.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "intake/counts.h"
#include "intake/gather.h"
#include "support/doj_rows.h"

using namespace redress;           // NOLINT: the subject under test
using namespace redress::testing;  // NOLINT
using model::Doubt;

namespace {

// A row of an arrest in the cycle of kCount.
DojRow arrest(std::string_view date, std::string_view count = kOther) {
  DojRow row("18675309");
  return row.with(RowFact::kStepType, "ARREST/DETAINED/CITED")
      .with(RowFact::kCountOrder, count)
      .with(RowFact::kEventDate, date);
}

// Convicted on 2015-02-14, in a cycle of 2014-12-01.
DojRow conviction() {
  return convicted_row(kCount, "11359 HS").with(RowFact::kCycleDate, "20141201");
}

model::DateFact arrest_date_of(std::vector<DojRow> rows) {
  Records records(rows);
  REQUIRE(records.person().convictions.size() == 1);
  return records.person().convictions[0].arrest_date;
}

bool is_entered(std::vector<DojRow> rows) {
  Records records(rows);
  return records.person().convictions.at(0).relief_is_entered;
}

}  // namespace

TEST_CASE("the arrest date is that of the earliest arrest row of the cycle") {
  const model::DateFact date = arrest_date_of({conviction(), arrest("20150103"), arrest("20150102")});
  CHECK(date.span == DateSpan{{2015, 1, 2}, {2015, 1, 2}});
  CHECK(date.is_known());
}

TEST_CASE("an arrest of another cycle, a court action, and an arrest without a count are not asked") {
  const std::vector<DojRow> rows = {conviction(), arrest("20140102", "102001001000"), arrest("20140103", ""),
                                    court_row(kOther).with(RowFact::kEventDate, "20140104")};
  Records records(rows);
  REQUIRE(records.person().convictions.size() == 1);
  CHECK(records.person().convictions[0].arrest_date.span == DateSpan{{2014, 12, 1}, {2014, 12, 1}});
}

TEST_CASE("a blank arrest date is left out, an impossible one leaves the arrest unknown") {
  CHECK(arrest_date_of({conviction(), arrest(""), arrest("20150102")}).span == DateSpan{{2015, 1, 2}, {2015, 1, 2}});
  const model::DateFact unknown = arrest_date_of({conviction(), arrest("20150231"), arrest("20150102")});
  CHECK(unknown.doubt == Doubt::kUnreadable);
  CHECK(unknown.span.is_every_day());
  CHECK(arrest_date_of({conviction(), arrest("20150102"), arrest("20150231")}).doubt == Doubt::kUnreadable);
}

TEST_CASE("of partial arrest dates the smallest first and the smallest last day count") {
  const model::DateFact date = arrest_date_of({conviction(), arrest("20140000"), arrest("20140600")});
  CHECK(date.span == DateSpan{{2014, 1, 1}, {2014, 6, 30}});
  CHECK(date.doubt == Doubt::kPartial);
  const model::DateFact known = arrest_date_of({conviction(), arrest("20140101"), arrest("20140000")});
  CHECK(known.span == DateSpan{{2014, 1, 1}, {2014, 1, 1}});
  CHECK(known.is_known());
}

TEST_CASE("without an arrest row the date of the cycle stands in, of the first convicted row") {
  CHECK(arrest_date_of({conviction()}).span == DateSpan{{2014, 12, 1}, {2014, 12, 1}});
  CHECK(arrest_date_of({conviction(), convicted_row(kCount, "11359 HS").with(RowFact::kCycleDate, "20130101")}).span ==
        DateSpan{{2014, 12, 1}, {2014, 12, 1}});
  CHECK(arrest_date_of({convicted_row(kCount, "11359 HS")}).doubt == Doubt::kMissing);
}

TEST_CASE("an arrest later than the last day of the conviction leaves the arrest unknown") {
  CHECK(arrest_date_of({conviction(), arrest("20150214")}).span == DateSpan{{2015, 2, 14}, {2015, 2, 14}});
  const model::DateFact later = arrest_date_of({conviction(), arrest("20150215")});
  CHECK(!later.is_known());
  CHECK(later.span.is_every_day());
  CHECK(arrest_date_of({conviction().with(RowFact::kEventDate, "20150000"), arrest("20151231")}).is_known());
}

TEST_CASE("a registration knows its cycle where its count can be identified") {
  DojRow row("18675309");
  row.with(RowFact::kStepType, "REGISTRATION").with(RowFact::kOffense, "290 PC");
  Records records({DojRow(row).with(RowFact::kCountOrder, kOther), row});
  REQUIRE(records.person().registrations.size() == 2);
  CHECK(records.person().registrations[0].cycle == 101);
  CHECK(records.person().registrations[1].cycle == model::kNoCycle);
}

TEST_CASE("relief is entered where a convicted row of the count or a later row of it names what ends the matter") {
  for (const std::string words :
       {"RESENTENCED", "RESENTENCING 2017", "SEALED", "PER 11361.8 HS", "11361.9", "1170.18 PC"}) {
    CAPTURE(words);
    CHECK(is_entered({conviction().with(RowFact::kComment, words)}));
    CHECK(is_entered({conviction(), court_row(kCount).with(RowFact::kDisposition, words)}));
    CHECK(!is_entered({court_row(kCount).with(RowFact::kDisposition, words), conviction()}));
    CHECK(!is_entered({conviction(), court_row(kOther).with(RowFact::kDisposition, words)}));
  }
}

TEST_CASE("a dismissal under 1203.4, a reduction and words that only look like relief do not end the matter") {
  for (const std::string words : {"DISM PER 1203.4 PC", "CONV SET ASIDE", "17(B) PC", "REDUCED TO MISDEMEANOR",
                                  "UNSEALED", "11361 HS", "11361.85", "SENTENCED"}) {
    CAPTURE(words);
    CHECK(!is_entered({conviction().with(RowFact::kComment, words)}));
  }
}
