#include "write/json/criteria_json.h"

#include <doctest/doctest.h>

#include "write/json/json_builder.h"

using namespace redress;
using namespace redress::write;

TEST_CASE("the criteria name every step in order, with its determination, its reason and what is asked") {
  const nlohmann::ordered_json criteria = criteria_json("office", redress::write::testing::whole_plan());
  CHECK(criteria.at("role") == "office");
  CHECK(criteria.at("policy") == "test.plan");
  REQUIRE(criteria.at("steps").size() == 4);
  const nlohmann::ordered_json& first = criteria.at("steps").at(0);
  CHECK(first.at("number") == "1");
  CHECK(first.at("question") == "50 or older?");
  CHECK(first.at("determination") == "Eligible for Dismissal");
  CHECK(first.at("relief") == "dismissal");
  CHECK(first.at("reason") == "50 years or older");
  CHECK(first.at("holds_when").at(0) == "no step above has decided");
  CHECK(first.at("measured_from").empty());
}
