#include "intake/decided_rows.h"

#include <doctest/doctest.h>

#include <string>

#include "intake/layout_reader.h"
#include "support/doj_rows.h"

using namespace redress;          // NOLINT: test
using namespace redress::intake;  // NOLINT: test

namespace {

const model::ResultLayout& our_columns() {
  static const model::ResultLayout layout = [] {
    auto read = read_result_layout("results.csv", redress::testing::file_text("formats/us-ca/results.csv"));
    if (!read) FAIL(to_string(read.error()));
    return *std::move(read);
  }();
  return layout;
}

// A file of a few columns, in an order of its own.
constexpr const char* kHeader =
    "Deciding Step,CNT_ORDER,Other,Eligibility Determination,SUBJECT_ID,Case Number,Eligibility Reason\n";

Result<DecidedRows> read(const std::string& bytes) {
  return read_decided_rows(bytes, "results/convictions.csv", redress::testing::doj_layout(), our_columns());
}

}  // namespace

TEST_CASE("columns are found by their names, whatever their order and what stands between") {
  const std::string bytes = std::string(kHeader) +
                            "5 older-than-age,101001001000,x,Eligible for Dismissal, 17 ,A1; B2,50 years or older\n"
                            ",101002001000,,Needs Review,18,,\"Undecided: birth date (missing), \"\"a\"\"\"\n";
  const auto decided = read(bytes);
  REQUIRE(decided.ok());
  REQUIRE(decided->rows.size() == 2);
  CHECK(decided->rows[0].person == "17");
  CHECK(decided->rows[0].count == "101001001000");
  CHECK(decided->rows[0].case_numbers == "A1; B2");
  CHECK(decided->rows[0].determination == "Eligible for Dismissal");
  CHECK(decided->rows[0].reason == "50 years or older");
  CHECK(decided->rows[0].step == "5 older-than-age");
  CHECK(decided->rows[1].reason == "Undecided: birth date (missing), \"a\"");
  CHECK(decided->rows[1].step.empty());
}

TEST_CASE("a file with a header alone has no rows") {
  const auto decided = read(kHeader);
  REQUIRE(decided.ok());
  CHECK(decided->rows.empty());
}

TEST_CASE("a column that is missing is named") {
  const auto decided = read("SUBJECT_ID,CNT_ORDER\n1,2\n");
  REQUIRE_FALSE(decided.ok());
  CHECK(decided.error().code == "results.column");
  CHECK(decided.error().kind == ErrorKind::kInput);
  CHECK(decided.error().place.file == "results/convictions.csv");
  CHECK(decided.error().cause.find("'Case Number'") != std::string::npos);
  CHECK_FALSE(read("").ok());
}

TEST_CASE("a row that cannot be split is named by its row, and its content is not repeated") {
  const auto decided = read(std::string(kHeader) + "a,b,c,d,e,f,g\nSECRET,b\n");
  REQUIRE_FALSE(decided.ok());
  CHECK(decided.error().code == "results.row");
  CHECK(decided.error().place.row_1based == 3);
  CHECK(to_string(decided.error()).find("SECRET") == std::string::npos);
}
