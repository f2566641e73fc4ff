#include "synth/dice.h"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>

namespace redress::synth {

TEST_CASE("dice give the published first numbers of splitmix64") {
  Dice dice(1234567);
  for (const std::uint64_t expected : {6457827717110365317U, 3203168211198807973U, 9817491932198370423U,
                                       4593380528125082431U, 16408922859458223821U}) {
    CHECK(dice.next() == expected);
  }
}

TEST_CASE("a throw between two numbers reaches both and nothing beyond") {
  Dice dice(3);
  std::array<int, 5> seen{};
  for (int i = 0; i < 1000; ++i) {
    const std::int64_t number = dice.between(-2, 2);
    REQUIRE(number >= -2);
    REQUIRE(number <= 2);
    ++seen[static_cast<std::size_t>(number + 2)];
  }
  for (const int times : seen) CHECK(times > 100);
}

TEST_CASE("a chance of none never comes and a chance of ten thousand always does") {
  Dice dice(4);
  for (int i = 0; i < 1000; ++i) {
    CHECK_FALSE(dice.chance(0));
    CHECK(dice.chance(10'000));
  }
}

TEST_CASE("people and purposes of one seed start apart") {
  CHECK(start_of(7, 0, 1) != start_of(7, 1, 1));
  CHECK(start_of(7, 0, 1) != start_of(7, 0, 2));
  CHECK(start_of(7, 0, 1) != start_of(8, 0, 1));
}

}  // namespace redress::synth
