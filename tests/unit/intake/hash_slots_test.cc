#include "intake/hash_slots.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace redress::intake;  // NOLINT: the subject under test

TEST_CASE("an item is found again, and another of the same hash is not it") {
  const std::vector<std::string> texts = {"a", "b", "a"};
  HashSlots slots;
  slots.reset(texts.size());
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < texts.size(); ++i) {
    found.push_back(slots.find_or_add(7, i, [&](std::uint32_t earlier) { return texts[earlier] == texts[i]; }));
  }
  CHECK(found == std::vector<std::uint32_t>{0, 1, 0});
  CHECK(!slots.find(7, [](std::uint32_t) { return false; }));
}

TEST_CASE("a reset forgets all items") {
  HashSlots slots;
  slots.reset(1);
  slots.find_or_add(7, 0, [](std::uint32_t) { return true; });
  CHECK(slots.find(7, [](std::uint32_t) { return true; }) == 0);
  slots.reset(1);
  CHECK(!slots.find(7, [](std::uint32_t) { return true; }));
}

TEST_CASE("a smaller table after a larger one, and a larger after a smaller, forget and hold as they should") {
  HashSlots slots;
  for (const std::uint32_t many : {100U, 3U, 1U, 50U, 1000U, 7U}) {
    slots.reset(many);
    for (std::uint32_t i = 0; i < many; ++i) {
      CHECK(!slots.find(i, [](std::uint32_t) { return true; }));
      slots.find_or_add(i, i, [&](std::uint32_t item) { return item == i; });
    }
    for (std::uint32_t i = 0; i < many; ++i) CHECK(slots.find(i, [&](std::uint32_t item) { return item == i; }) == i);
  }
}

TEST_CASE("as many items fit as were announced, all with one hash") {
  constexpr std::uint32_t kMany = 1000;
  HashSlots slots;
  slots.reset(kMany);
  for (std::uint32_t i = 0; i < kMany; ++i) slots.find_or_add(3, i, [](std::uint32_t) { return false; });
  CHECK(slots.find(3, [](std::uint32_t item) { return item == kMany - 1; }) == kMany - 1);
}

TEST_CASE("texts that differ in case only have one hash") {
  CHECK(hash_ignoring_case("Ab-1") == hash_ignoring_case("aB-1"));
  CHECK(hash_ignoring_case("ab-1") != hash_ignoring_case("ab-2"));
}
