#include "evaluate/dated_records.h"

#include <doctest/doctest.h>

#include <set>
#include <vector>

namespace redress::evaluate {
namespace {

constexpr Date kFirstOfMay{2001, 5, 1};
constexpr Date kFirstOfJune{2001, 6, 1};
constexpr Date kFirstOfJuly{2001, 7, 1};
constexpr Date kFirstOfAugust{2001, 8, 1};

TEST_CASE("the first record from a day on may be of a cycle that does not count") {
  const DatedRecords records({{kFirstOfJune, 1, 0}, {kFirstOfMay, 1, 1}, {kFirstOfJuly, 2, 2}, {kFirstOfMay, 1, 3}});
  CHECK(records.first_from(kFirstOfMay, {})->record == 1);
  CHECK(records.first_from(kFirstOfJune, {})->record == 0);
  CHECK(records.first_from(kFirstOfMay, 1)->record == 2);
  CHECK(records.first_from(kFirstOfMay, 2)->record == 1);
  CHECK(records.first_from(kFirstOfJuly, 2) == nullptr);
  CHECK(records.first_from(kFirstOfAugust, {}) == nullptr);
  CHECK(DatedRecords({}).first_from(kFirstOfMay, {}) == nullptr);
}

TEST_CASE("a day counts once, and not where only the cycle left out has records on it") {
  const DatedRecords records(
      {{kFirstOfMay, 1, 0}, {kFirstOfMay, 1, 1}, {kFirstOfJune, 1, 2}, {kFirstOfJune, 2, 3}, {kFirstOfJuly, 2, 4}});
  CHECK(records.days_before(kFirstOfMay, {}) == 0);
  CHECK(records.days_before(kFirstOfJune, {}) == 1);
  CHECK(records.days_before(kFirstOfAugust, {}) == 3);
  CHECK(records.days_before(kFirstOfAugust, 1) == 2);
  CHECK(records.days_before(kFirstOfAugust, 2) == 2);
  CHECK(records.days_before(kFirstOfAugust, 3) == 3);
  CHECK(records.days_before(kFirstOfJune, 1) == 0);
}

TEST_CASE("the table tells what going through the records tells") {
  std::vector<DatedRecord> all;
  for (std::uint32_t i = 0; i < 300; ++i) {
    all.push_back({{2000, 1, static_cast<std::uint8_t>(1 + i * 7 % 28)}, i * i % 5, i});
  }
  const DatedRecords records(all);
  for (std::uint8_t day = 1; day <= 29; ++day) {
    for (std::uint32_t without = 0; without < 6; ++without) {
      std::set<Date> days;
      bool is_any = false;
      for (const DatedRecord& record : all) {
        if (record.cycle == without) continue;
        if (record.day < Date{2000, 1, day}) days.insert(record.day);
        is_any = is_any || record.day >= Date{2000, 1, day};
      }
      CHECK(records.days_before({2000, 1, day}, without) == days.size());
      CHECK((records.first_from({2000, 1, day}, without) != nullptr) == is_any);
    }
  }
}

}  // namespace
}  // namespace redress::evaluate
