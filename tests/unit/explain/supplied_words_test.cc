#include "explain/supplied_words.h"

#include <doctest/doctest.h>

#include "explain/record_builder.h"

using namespace redress;
using namespace redress::explain;
using namespace redress::explain::testing;

TEST_CASE("a source is told with what is known of it") {
  CHECK(provenance_words({}) == "supplied");
  CHECK(provenance_words({"police report", "", {}}) == "supplied: police report");
  CHECK(provenance_words({"", "J. Ortiz", {}}) == "supplied: said by J. Ortiz");
  CHECK(provenance_words({"police report", "J. Ortiz", Date{2019, 10, 1}}) ==
        "supplied: police report, said by J. Ortiz, 2019-10-01");
}

TEST_CASE("a supplied value is yes, no or its number") {
  CHECK(supplied_words({"use_of_force", true, {}}) == "use of force: yes (supplied)");
  CHECK(supplied_words({"use_of_force", false, {}}) == "use of force: no (supplied)");
  CHECK(supplied_words({"grams", std::int64_t{28500}, {}}, "g") == "grams: 28.5 g (supplied)");
}

TEST_CASE("a fact comes from its rows, or from who filled it in") {
  PersonBuilder builder;
  model::Conviction& conviction = builder.conviction("11358 HS", day(2014, 2, 11));
  conviction.filled = {{model::RecordFact::kLevel, {"docket", "", {}}}};
  builder.person.birth_date_rows = {model::RowNumber{0}};
  const BuiltRecord record{builder};
  CHECK(where_from(record.shown(), conviction, model::RecordFact::kCounty) == " (row 2)");
  CHECK(where_from(record.shown(), conviction, model::RecordFact::kLevel) == " (supplied: docket)");
  CHECK(birth_date_where_from(record.shown()) == " (row 2)");
  builder.person.birth_date_from = model::Provenance{"birth certificate", "", {}};
  CHECK(birth_date_where_from(record.shown()) == " (supplied: birth certificate)");
}

TEST_CASE("everything supplied of a person is listed, each with the conviction it is of") {
  PersonBuilder builder;
  model::Conviction& conviction = builder.conviction("11358 HS", day(2014, 2, 11));
  conviction.filled = {{model::RecordFact::kLevel, {"docket", "", {}}}};
  conviction.supplied = {{"plants", std::int64_t{6000}, {"plea form", "", {}}}};
  builder.person.birth_date_from = model::Provenance{"birth certificate", "", {}};
  const BuiltRecord record{builder};
  CHECK(supplied_lines(record.shown()) ==
        std::vector<std::string>{"birth date 1960-03-14 (supplied: birth certificate)",
                                 "11358 HS of 2014-02-11 in row 2: felony (supplied: docket)",
                                 "11358 HS of 2014-02-11 in row 2: plants: 6 (supplied: plea form)"});
}
