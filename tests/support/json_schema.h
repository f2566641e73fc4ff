// support/json_schema.h: whether a JSON value is what a schema of docs/schema says.
// Not a whole JSON Schema validator: the keywords that our schemas use, and a fault for every other, so that none is
// passed over in silence.
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace redress::testing {

// Keywords: $ref into $defs, type, const, enum, required, properties, additionalProperties, items, minItems, minimum,
// pattern; annotations are passed over. Each fault begins with a JSON pointer into the value: "/run/as_of: …".
std::vector<std::string> faults_against(const nlohmann::json& schema, const nlohmann::json& value);

// Properties of a schema without a description, as JSON pointers into the schema.
std::vector<std::string> undescribed_properties(const nlohmann::json& schema);

// docs/schema/<name>, parsed. Throws where it is missing or no JSON.
nlohmann::json read_schema(const std::string& name);

}  // namespace redress::testing
