#include "run/reject_limit.h"

#include <doctest/doctest.h>

#include <string>

using namespace redress;  // NOLINT: the subject under test

TEST_CASE("a limit of rejects is a number of rows, a percentage, or the default") {
  const Result<RejectLimit> rows = parse_reject_limit("500");
  REQUIRE(rows.ok());
  CHECK(rows.value().kind == RejectLimit::Kind::kRows);
  CHECK(rows.value().rows == 500);
  const Result<RejectLimit> percent = parse_reject_limit("2.5%");
  REQUIRE(percent.ok());
  CHECK(percent.value().kind == RejectLimit::Kind::kPercent);
  CHECK(percent.value().percent == 2.5);
  CHECK(parse_reject_limit("").value().kind == RejectLimit::Kind::kDefault);
}

TEST_CASE("what a manifest writes of a limit reads back as the same limit") {
  for (const std::string text : {"default", "0", "500", "0%", "2.5%", "100%"}) {
    const Result<RejectLimit> limit = parse_reject_limit(text);
    REQUIRE(limit.ok());
    CHECK(run::reject_limit_text(limit.value()) == text);
  }
}

TEST_CASE("any other text is refused, also what is no number or outside 0 to 100 percent") {
  for (const std::string text : {"many", "-1", "5 %", "%", "-1%", "100.1%", "nan%", "inf%", "1e9%", "5%5"}) {
    CAPTURE(text);
    const Result<RejectLimit> limit = parse_reject_limit(text);
    REQUIRE(!limit.ok());
    CHECK(limit.error().code == "option.max_rejects");
  }
}
