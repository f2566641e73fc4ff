#include "write/difference_place.h"

#include <doctest/doctest.h>

#include <string>

namespace redress::write {
namespace {

DifferencePlace place_after(std::string_view name, std::string_view before) {
  PlaceFinder finder(name);
  // In two pieces: blocks end anywhere.
  finder.add(before.substr(0, before.size() / 2));
  finder.add(before.substr(before.size() / 2));
  return finder.place();
}

TEST_CASE("a byte of a table has the row counted from the header and the column named by the header") {
  struct Expected {
    std::string before;
    std::uint64_t row;
    std::string column;
  };
  for (const Expected& expected : {Expected{"", 1, ""},  // the header itself differs
                                   {"A,B", 1, ""},
                                   {"A,B\n", 2, "A"},
                                   {"A,B\nx", 2, "A"},
                                   {"A,B\nx,", 2, "B"},
                                   {"A,B\nx,y\n", 3, "A"},
                                   {"A,\"B, too\"\nx,", 2, "B, too"},
                                   {"A,B\n\"one\ntwo, three\",", 2, "B"},
                                   {"A,B\n\"say \"\"no\"\"\",", 2, "B"},
                                   {"A,B\nx,y,", 2, ""}}) {
    CAPTURE(expected.before);
    const DifferencePlace place = place_after("rows.csv", expected.before);
    CHECK(place.is_table);
    CHECK(place.byte_0based == expected.before.size());
    CHECK(place.row_1based == expected.row);
    CHECK(place.column == expected.column);
  }
}

TEST_CASE("a byte of a JSON file has its line and the key that stands on it") {
  const std::string text = "{\n  \"people\": 12,\n  \"county\"";
  const DifferencePlace value = place_after("summary.json", text.substr(0, 15));
  CHECK(!value.is_table);
  CHECK(value.row_1based == 2);
  CHECK(value.column == "people");
  const DifferencePlace key = place_after("summary.json", text.substr(0, 6));
  CHECK(key.row_1based == 2);
  CHECK(key.column.empty());
  CHECK(place_after("summary.json", text).row_1based == 3);
  CHECK(place_after("summary.json", text).column.empty());
  CHECK(place_after("summary.json", "").row_1based == 1);
}

}  // namespace
}  // namespace redress::write
