#include "write/xlsx/row_ids.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

namespace redress::write {
namespace {

TEST_CASE("the same rows have the same ids, which begin with a letter and hold no vowel") {
  RowIds first;
  RowIds second;
  for (RowIds* ids : {&first, &second}) {
    for (int i = 0; i < 1000; ++i) ids->add("7000" + std::to_string(i), "001001001000", "L" + std::to_string(i));
    REQUIRE(ids->finish().ok());
  }
  std::set<std::string> seen;
  for (std::uint64_t i = 0; i < first.size(); ++i) {
    const std::string id = first.id(i);
    CHECK(id == second.id(i));
    CHECK(id.size() == 8);
    CHECK((id.front() >= 'B' && id.front() <= 'Z'));
    CHECK(id.find_first_of("AEIOU01") == std::string::npos);
    CHECK(seen.insert(id).second);
  }
}

TEST_CASE("decisions of the same person, count and record are told apart by their order") {
  RowIds ids;
  for (int i = 0; i < 5; ++i) ids.add("70000001", "", "");
  REQUIRE(ids.finish().ok());
  std::set<std::string> seen;
  for (std::uint64_t i = 0; i < 5; ++i) CHECK(seen.insert(ids.id(i)).second);
}

TEST_CASE("a run so large that short ids meet has longer ones") {
  RowIds ids;
  for (int i = 0; i < 1'500'000; ++i) ids.add(std::to_string(i), "1", "2");
  REQUIRE(ids.finish().ok());
  CHECK(ids.characters() == 12);
  CHECK(ids.id(0).size() == 12);
}

}  // namespace
}  // namespace redress::write
