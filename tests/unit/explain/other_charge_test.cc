#include "explain/other_charge.h"

#include <doctest/doctest.h>

#include "explain/record_builder.h"

using namespace redress;
using namespace redress::explain;
using namespace redress::explain::testing;

namespace {

bool shown(std::string_view offense, std::string_view comment, std::string_view charge_text) {
  static const std::vector<policy::SectionSetFile> sets = small_sets();
  model::ResultColumn column;
  column.group_section = "11357";
  column.groups = {{"a", "b"}, {"c", "d"}};
  model::RowRecord row;
  row.offense = offense;
  row.comment = comment;
  row.charge_text = charge_text;
  return comment_cites_other_charge(row, column, *sets[0].set);
}

bool shown(std::string_view offense, std::string_view comment) {
  return shown(offense, comment, offense);
}

}  // namespace

TEST_CASE("a comment with another listed section is shown") {
  CHECK(shown("11358 HS-CULTIVATE CANNABIS", "11359 - Should be flagged as 11359 != 11358"));
  CHECK(shown("11358 HS-CULTIVATE CANNABIS", "11359 HS-OTHER CANNABIS"));
  CHECK(shown("466 PC-SOMETHING", "11358 - it's different"));
}

TEST_CASE("a comment with the section of the offense is not shown") {
  CHECK_FALSE(shown("11358 HS-CULTIVATE CANNABIS", "11358 - same as the offense"));
}

TEST_CASE("a section in the middle of a comment counts") {
  CHECK(shown("11358 HS", "ORIG 11359 HS DISM"));
}

TEST_CASE("a subdivision of the other group is shown, one of the same group is not") {
  CHECK(shown("11357(B) HS-POSSESS", "11357(D)"));
  CHECK(shown("11357(C) HS-POSSESS", "11357A HS"));
  CHECK_FALSE(shown("11357(C) HS-POSSESS", "11357(D) - same group"));
  CHECK_FALSE(shown("11357(C) HS-POSSESS", "11357(E) - in no group"));
}

TEST_CASE("a subdivision where the offense has none is shown") {
  CHECK(shown("11357 HS-POSSESS", "11357(B) HS"));
}

TEST_CASE("a comment without a subdivision is not shown") {
  CHECK_FALSE(shown("11357(B) HS-POSSESS", "11357 HS"));
}

TEST_CASE("subdivisions of other sections are no matter") {
  CHECK_FALSE(shown("11360(A) HS", "11360(B) HS"));
}

TEST_CASE("a section of another code is not listed") {
  CHECK_FALSE(shown("11358 HS", "11359 BP"));
}

TEST_CASE("the same number of another code in the offense is another section") {
  CHECK(shown("11359 BP-SOMETHING", "11359 HS"));
  CHECK(shown("11359 BP-SOMETHING", "11359"));
}

TEST_CASE("an offense without a code cites its section all the same") {
  CHECK_FALSE(shown("11359 POSSESS FOR SALE", "11359 HS"));
  CHECK(shown("11359 POSSESS FOR SALE", "11360 HS"));
}

TEST_CASE("an attempt or a list in the offense cites each of its sections") {
  CHECK_FALSE(shown("664/11358 HS-ATTEMPT", "11358 HS"));
  CHECK_FALSE(shown("11357(A)/11360 HS", "11360"));
  CHECK_FALSE(shown("11357(A)/11357(C) HS", "11357(D)"));
}

TEST_CASE("a subdivision of neither group contradicts nothing") {
  CHECK_FALSE(shown("11357(E) HS", "11357(A)"));
}

TEST_CASE("an offense text that cites nothing leaves every listed section of the comment to show") {
  CHECK(shown("POSS MARIJUANA FOR SALE", "11359 HS"));
}

TEST_CASE("a comment that stands for the offense is not shown") {
  CHECK_FALSE(shown("SEE COMMENT FOR CHARGE", "11358 HS-CULTIVATE", "11358 HS-CULTIVATE"));
  CHECK_FALSE(shown("  ", "11358 HS-CULTIVATE", "11358 HS-CULTIVATE"));
}

TEST_CASE("an empty comment is not shown") {
  CHECK_FALSE(shown("11358 HS", "  "));
}
