#include "run/carried_results.h"

#include <doctest/doctest.h>

#include <string>

namespace redress::run {
namespace {

constexpr std::uint64_t kRoomForOne = sizeof(CarriedResult) + 10;

CarriedResult of_row(std::size_t row) {
  return {row, "ten bytes.", true, "raw"};
}

TEST_CASE("results wait for their batch in the order in which they came, and are taken once") {
  CarriedResults results(2, 1'000'000);
  results.keep(7, 0, false, of_row(70));
  results.keep(8, 0, false, of_row(80));
  results.keep(7, 1, false, of_row(71));
  const auto taken = results.take(7);
  REQUIRE(taken.size() == 2);
  CHECK(taken[0].row == 70);
  CHECK(taken[1].row == 71);
  CHECK(taken[1].cells == "ten bytes.");
  CHECK(results.take(7).empty());
  CHECK(results.take(8).size() == 1);
  CHECK(!results.has_undecided());
}

TEST_CASE("who finds no room is decided again, for every later row of theirs, even where there is room by then") {
  CarriedResults results(3, kRoomForOne);
  results.keep(1, 0, false, of_row(10));
  results.keep(1, 1, false, of_row(11));
  CHECK(results.has_undecided());
  CHECK(results.take(1).size() == 1);
  results.keep(2, 1, false, of_row(20));
  CHECK(results.take(2).empty());
  results.keep(2, 2, false, of_row(21));
  CHECK(results.take(2).size() == 1);
  std::vector<std::uint32_t> people = {0, 1, 2, 1};
  results.leave_undecided(people);
  CHECK(people == std::vector<std::uint32_t>{1, 1});
}

TEST_CASE("results of a long record are kept whatever the room, and nobody need be decided again") {
  CarriedResults results(1, 0);
  results.keep(1, 0, true, of_row(10));
  results.keep(2, 0, true, of_row(20));
  CHECK(results.take(1).size() == 1);
  CHECK(results.take(2).size() == 1);
  std::vector<std::uint32_t> people = {0};
  results.leave_undecided(people);
  CHECK(people.empty());
}

}  // namespace
}  // namespace redress::run
