// The check of the other tests is itself held to: each keyword finds what it is for.
#include "support/json_schema.h"

#include <doctest/doctest.h>

using nlohmann::json;
using redress::testing::faults_against;
using redress::testing::undescribed_properties;

namespace {

bool fits(const char* schema, const char* value) {
  return faults_against(json::parse(schema), json::parse(value)).empty();
}

}  // namespace

TEST_CASE("each keyword lets pass what it allows and finds what it does not") {
  CHECK(fits(R"({"type": "integer"})", "1"));
  CHECK_FALSE(fits(R"({"type": "integer"})", "1.5"));
  CHECK(fits(R"({"type": ["string", "null"]})", "null"));
  CHECK_FALSE(fits(R"({"type": ["string", "null"]})", "1"));
  CHECK_FALSE(fits(R"({"const": 1})", "2"));
  CHECK(fits(R"({"enum": ["a", "b"]})", R"("b")"));
  CHECK_FALSE(fits(R"({"enum": ["a", "b"]})", R"("c")"));
  CHECK_FALSE(fits(R"({"required": ["a"]})", "{}"));
  CHECK_FALSE(fits(R"({"properties": {"a": {"type": "string"}}})", R"({"a": 1})"));
  CHECK_FALSE(fits(R"({"properties": {"a": {}}, "additionalProperties": false})", R"({"b": 1})"));
  CHECK_FALSE(fits(R"({"additionalProperties": {"type": "string"}})", R"({"b": 1})"));
  CHECK_FALSE(fits(R"({"items": {"type": "string"}})", "[1]"));
  CHECK_FALSE(fits(R"({"minItems": 1})", "[]"));
  CHECK_FALSE(fits(R"({"minimum": 0})", "-1"));
  CHECK_FALSE(fits(R"({"pattern": "^a$"})", R"("ab")"));
  CHECK_FALSE(fits(R"({"$ref": "#/$defs/x", "$defs": {"x": {"type": "string"}}})", "1"));
}

TEST_CASE("a keyword that the check does not know is a fault") {
  CHECK_FALSE(fits(R"({"oneOf": []})", "1"));
}

TEST_CASE("a fault names its place") {
  const auto faults = faults_against(json::parse(R"({"properties": {"a": {"items": {"type": "string"}}}})"),
                                     json::parse(R"({"a": ["", 1]})"));
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].rfind("/a/1: ", 0) == 0);
}

TEST_CASE("a property without a description is found at any depth") {
  const auto found = undescribed_properties(
      json::parse(R"({"properties": {"a": {"description": "A.", "items": {"properties": {"b": {}}}}}})"));
  CHECK(found == std::vector<std::string>{"/properties/a/items/properties/b"});
}
