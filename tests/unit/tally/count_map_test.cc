#include "tally/count_map.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace redress::tally {
namespace {

using Counts = CountMap<std::size_t, std::uint64_t>;

TEST_CASE("what is counted by a remembered place is what a plain map counts, in the order of the keys") {
  CountMap<std::string, std::uint64_t> counts;
  std::map<std::string, std::uint64_t, std::less<>> expected;
  // More keys than places to remember, each met again after others took its place.
  for (std::size_t i = 0; i < 5000; ++i) {
    const std::string key = "COUNTY " + std::to_string(i * i % 331);
    counts.count_of(std::string_view(key)) += i;
    expected[key] += i;
  }
  CHECK(counts.size() > 100);
  CHECK(counts == expected);
}

TEST_CASE("keys that share a place do not share a count") {
  Counts counts;
  for (const std::size_t key : {1U, 65U, 129U, 1U, 65U, 1U}) counts.count_of(key) += 1;
  CHECK(counts == Counts{{1, 3}, {65, 2}, {129, 1}});
}

TEST_CASE("an unknown year is a key of its own") {
  CountMap<std::optional<int>, std::uint64_t> counts;
  for (const std::optional<int> year : {std::optional(1990), std::optional<int>(), std::optional(1990)}) {
    counts.count_of(year) += 1;
  }
  CHECK(counts.at(1990) == 2);
  CHECK(counts.at(std::nullopt) == 1);
}

TEST_CASE("a count that was taken away is counted anew") {
  Counts counts;
  counts.count_of(std::size_t{7}) = 3;
  counts.erase(counts.begin());
  CHECK(counts.empty());
  counts.count_of(std::size_t{7}) += 1;
  CHECK(counts == Counts{{7, 1}});
}

TEST_CASE("a copy counts for itself") {
  Counts counts;
  counts.count_of(std::size_t{7}) = 1;
  Counts copy = counts;
  copy.count_of(std::size_t{7}) += 1;
  Counts assigned;
  assigned.count_of(std::size_t{7}) = 9;
  assigned = counts;
  assigned.count_of(std::size_t{7}) += 2;
  CHECK(counts.at(7) == 1);
  CHECK(copy.at(7) == 2);
  CHECK(assigned.at(7) == 3);
}

TEST_CASE("counts that moved away are counted on where they are, and anew where they were") {
  Counts counts;
  counts.count_of(std::size_t{7}) = 1;
  Counts moved = std::move(counts);
  moved.count_of(std::size_t{7}) += 1;
  counts = {};
  counts.count_of(std::size_t{7}) += 5;
  CHECK(moved.at(7) == 2);
  CHECK(counts.at(7) == 5);

  std::vector<Counts> many(1);
  many.front().count_of(std::size_t{3}) = 1;
  for (int i = 0; i < 40; ++i) many.emplace_back();  // which moves them all
  many.front().count_of(std::size_t{3}) += 1;
  CHECK(many.front() == Counts{{3, 2}});
}

}  // namespace
}  // namespace redress::tally
