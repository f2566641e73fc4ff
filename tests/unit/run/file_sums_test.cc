#include "run/file_sums.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace redress::run {
namespace {

// Of FIPS 180: the sum of "abc", and of a million letters a; and of no byte at all.
constexpr std::string_view kSumOfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
constexpr std::string_view kSumOfMillion = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0";
constexpr std::string_view kSumOfNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

bool always() {
  return true;
}

TEST_CASE("the sums that are asked for are made, the others stay empty") {
  FileSums sums({"abc", "not asked for", ""});
  sums.ask(0);
  sums.ask(2);
  sums.make_left(always);
  CHECK(sums.of(0) == kSumOfAbc);
  CHECK(sums.of(1).empty());
  CHECK(sums.of(2) == kSumOfNothing);
}

TEST_CASE("a sum that is left unfinished comes out the same when it is gone on with") {
  const std::string million(1'000'000, 'a');
  const std::string long_file(20'000'000, 'a');
  FileSums at_once({long_file});
  at_once.ask(0);
  at_once.make(0, always);
  FileSums sums({long_file, million});
  sums.ask(0);
  sums.ask(1);
  int pieces = 0;
  sums.make(0, [&] { return ++pieces <= 2; });
  CHECK(sums.of(0).empty());
  sums.make(1, [] { return false; });
  sums.make_left(always);
  CHECK(sums.of(0) == at_once.of(0));
  CHECK(sums.of(1) == kSumOfMillion);
}

}  // namespace
}  // namespace redress::run
