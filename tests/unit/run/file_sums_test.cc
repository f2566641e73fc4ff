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

TEST_CASE("sums go on while outputs are summed, and what is left then is made later") {
  const std::string million(1'000'000, 'a');
  FileSums sums({"abc", "not asked for", "", million});
  for (const std::size_t file : {0U, 2U, 3U}) sums.ask(file);
  write::Sha256 output;
  for (const std::size_t bytes : {2U, 100U, 0U, 70'000U}) sums.add(output, std::string(bytes, 'b'));
  CHECK(output.hex() == write::sha256_hex(std::string(70'102, 'b')));
  CHECK(sums.of(0) == kSumOfAbc);
  CHECK(sums.of(3).empty());
  sums.make_left(always);
  CHECK(sums.of(1).empty());
  CHECK(sums.of(2) == kSumOfNothing);
  CHECK(sums.of(3) == kSumOfMillion);
}

TEST_CASE("an output that is longer than all input is summed to its end") {
  FileSums sums({"abc"});
  sums.ask(0);
  write::Sha256 output;
  sums.add(output, std::string(1'000'000, 'a'));
  CHECK(output.hex() == kSumOfMillion);
  CHECK(sums.of(0) == kSumOfAbc);
}

}  // namespace
}  // namespace redress::run
