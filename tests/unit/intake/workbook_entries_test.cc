#include "intake/workbook_entries.h"

#include <doctest/doctest.h>

namespace redress::intake {
namespace {

TEST_CASE("a day is read as people type it, and nothing is guessed") {
  CHECK(typed_day("2020-06-01") == Date{2020, 6, 1});
  CHECK(typed_day(" 6/1/2020 ") == Date{2020, 6, 1});
  CHECK(typed_day("06/01/2020") == Date{2020, 6, 1});
  CHECK(typed_day("2020-06-01 00:00:00") == Date{2020, 6, 1});
  for (const char* text : {"", "6/1/20", "2/30/2020", "13/1/2020", "June 1, 2020", "6/1", "6-1-2020", "6/1/20201"})
    CHECK(!typed_day(text));
}

TEST_CASE("a choice is known whatever its case, and only if the list or the run has it") {
  model::WorkbookLayout layout;
  layout.choices = {{"rulings", "Granted"}, {"yes-no", "Yes"}};
  CHECK(choice_of(layout, "rulings", "granted", {}) == "Granted");
  CHECK(!choice_of(layout, "rulings", "yes", {}));
  CHECK(choice_of(layout, "determinations", "NOT ELIGIBLE", {"Not eligible"}) == "Not eligible");
}

}  // namespace
}  // namespace redress::intake
