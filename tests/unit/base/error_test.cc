#include "redress/error.h"

#include <doctest/doctest.h>

using namespace redress;

namespace {

Error missing_file() {
  Error error;
  error.kind = ErrorKind::kInput;
  error.code = "input.missing";
  error.place.file = "county.dat";
  error.cause = "there is no such file";
  error.next_step = "Check the path.";
  return error;
}

}  // namespace

TEST_CASE("an error reads as file, cause, and next step on a line of its own") {
  CHECK(to_string(missing_file()) == "county.dat: there is no such file\nCheck the path.");
}

TEST_CASE("a place in a policy is file, line and column, and its excerpt stands before the next step") {
  Error error = missing_file();
  error.place.file = "los-angeles.toml";
  error.place.line_1based = 12;
  error.place.column_1based = 8;
  error.excerpt = "when = \"conviction.leval is 'felony'\"\n       ^\n";
  CHECK(to_string(error) ==
        "los-angeles.toml:12:8: there is no such file\nwhen = \"conviction.leval is 'felony'\"\n       ^\nCheck the "
        "path.");
  error.excerpt.pop_back();
  CHECK(to_string(error) ==
        "los-angeles.toml:12:8: there is no such file\nwhen = \"conviction.leval is 'felony'\"\n       ^\nCheck the "
        "path.");
}

TEST_CASE("a place in a record is its row and column") {
  Error error = missing_file();
  error.place.row_1based = 7;
  error.place.column_1based = 51;
  CHECK(to_string(error) == "county.dat, row 7, column 51: there is no such file\nCheck the path.");
  error.place.byte_0based = 4096;
  CHECK(to_string(error) == "county.dat, row 7, column 51, byte 4096: there is no such file\nCheck the path.");
}

TEST_CASE("an error without a place or a next step is its cause") {
  Error error;
  error.cause = "the figures do not add up";
  CHECK(to_string(error) == "the figures do not add up");
}

TEST_CASE("of several faults of a file the first ten are told, and how many more there are") {
  Error error = missing_file();
  const std::string one = to_string(error);
  error.further.assign(1, missing_file());
  CHECK(to_string(error) == one + "\n" + one);
  std::string ten = one;
  for (int i = 1; i < 10; ++i) ten += "\n" + one;
  error.further.assign(9, missing_file());
  CHECK(to_string(error) == ten);
  error.further.assign(10, missing_file());
  CHECK(to_string(error) == ten + "\nand 1 more fault.");
  error.further.assign(11, missing_file());
  CHECK(to_string(error) == ten + "\nand 2 more faults.");
}

TEST_CASE("a result holds a value or an error") {
  const Result<int> good = 7;
  CHECK(good.ok());
  CHECK(*good == 7);
  const Result<int> bad = missing_file();
  CHECK_FALSE(bad);
  CHECK(bad.error().code == "input.missing");
  const Status done = Done{};
  CHECK(done.ok());
}
