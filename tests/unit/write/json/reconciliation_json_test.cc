#include "write/json/reconciliation_json.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>

#include "write/json/json_builder.h"

using namespace redress;
using namespace redress::write;
using namespace redress::write::testing;
using nlohmann::ordered_json;

namespace {

ordered_json table() {
  return reconciliation_table(summary_run(), whole_plan(), whole_tally());
}

std::uint64_t value(const ordered_json& lines, const std::string& id) {
  for (const ordered_json& line : lines) {
    if (line.at("id") == id) return line.at("value");
  }
  FAIL("no line " << id);
  return 0;
}

}  // namespace

TEST_CASE("every total is the one before it less what stands between, and its parts add up to it") {
  std::uint64_t total = 0, less = 0, parts = 0;
  bool has_total = false, has_parts = false;
  for (const ordered_json& line : table()) {
    const std::uint64_t here = line.at("value");
    if (line.at("kind") == "less") {
      less += here;
    } else if (line.at("kind") == "part") {
      parts += here;
      has_parts = true;
    } else {
      if (has_parts) CHECK(parts == total);
      if (has_total && less > 0) CHECK(here == total - less);
      total = here;
      less = parts = 0;
      has_total = true;
      has_parts = false;
    }
  }
  CHECK(has_total);
}

TEST_CASE("the account goes from the rows of the inputs to the convictions in scope, and to the people") {
  const ordered_json lines = table();
  CHECK(lines.front().at("id") == "rows_in");
  CHECK(lines.back().at("id") == "people_in_scope");
  CHECK(value(lines, "rows_rejected") == 2);
  CHECK(value(lines, "convictions") == 6);
  CHECK(value(lines, "convictions_in_scope") == 6);
  CHECK(value(lines, "outcome.dismiss") == 1);
  CHECK(value(lines, "people") == 2);
}
