#include "write/csv/comparison_rows.h"

#include <doctest/doctest.h>

#include <string>

using namespace redress;         // NOLINT: test
using namespace redress::write;  // NOLINT: test

TEST_CASE("a pair of answers is a line with both sides, whether they differ, and how many they are") {
  std::string text;
  append_pairs_header(text);
  AnswerPair pair{{"Eligible for Dismissal", "5 older-than-age"}, {"Needs Review", ""}, true, {19, 17}};
  append_pairs_row(text, "a", "a with b=1, c=2", pair);
  pair.differs = false;
  append_pairs_row(text, "a", "b", pair);
  CHECK(text ==
        "First,Second,First Determination,First Step,Second Determination,Second Step,Differs,Convictions,People\n"
        "a,\"a with b=1, c=2\",Eligible for Dismissal,5 older-than-age,Needs Review,,Yes,19,17\n"
        "a,b,Eligible for Dismissal,5 older-than-age,Needs Review,,-,19,17\n");
}

TEST_CASE("a conviction is a line with who and which, and a text that a spreadsheet would run is made harmless") {
  std::string text;
  append_each_header(text);
  append_each_row(text, "a", "b", {"17", "101", "=1+1; B2", {"Dismiss", "1 x", "why"}, {"Reduce", "2 y", "so"}});
  CHECK(text ==
        "First,Second,Person,Count,Case Number,First Determination,First Step,First Reason,Second Determination,"
        "Second Step,Second Reason\n"
        "a,b,17,101,'=1+1; B2,Dismiss,1 x,why,Reduce,2 y,so\n");
}
