#include "support/json_schema.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <regex>
#include <string_view>

namespace redress::testing {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 5> kAnnotations = {"$schema", "$id", "$defs", "title", "description"};

bool is_of_type(const json& value, const std::string& type) {
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  if (type == "boolean") return value.is_boolean();
  return type == "null" && value.is_null();
}

class Check {
 public:
  explicit Check(const json& root) : root_(root) {}

  void against(const json& schema, const json& value, const std::string& at) {
    for (const auto& [keyword, rule] : schema.items()) apply(keyword, rule, schema, value, at);
  }

  std::vector<std::string> faults() && { return std::move(faults_); }

 private:
  void fault(const std::string& at, const std::string& what) {
    faults_.push_back((at.empty() ? "/" : at) + ": " + what);
  }

  void apply(const std::string& keyword, const json& rule, const json& schema, const json& value,
             const std::string& at) {
    if (std::find(kAnnotations.begin(), kAnnotations.end(), keyword) != kAnnotations.end()) return;
    if (keyword == "$ref") return against(root_.at(json::json_pointer(rule.get<std::string>().substr(1))), value, at);
    if (keyword == "type") return type(rule, value, at);
    if (keyword == "const") return require(value == rule, at, "is not " + rule.dump());
    if (keyword == "enum")
      return require(std::find(rule.begin(), rule.end(), value) != rule.end(), at,
                     value.dump() + " is none of the choices");
    if (keyword == "required") return required(rule, value, at);
    if (keyword == "properties") return properties(rule, value, at);
    if (keyword == "additionalProperties") return additional(rule, schema, value, at);
    if (keyword == "items") return items(rule, value, at);
    if (keyword == "minItems")
      return require(!value.is_array() || value.size() >= rule.get<std::size_t>(), at, "has too few items");
    if (keyword == "minimum")
      return require(!value.is_number() || value.get<double>() >= rule.get<double>(), at, "is too small");
    if (keyword == "pattern") {
      return require(
          !value.is_string() || std::regex_search(value.get<std::string>(), std::regex(rule.get<std::string>())), at,
          value.dump() + " is not of the pattern");
    }
    fault(at, "the schema uses " + keyword + ", which this check does not know");
  }

  void require(bool holds, const std::string& at, const std::string& what) {
    if (!holds) fault(at, what);
  }

  void type(const json& rule, const json& value, const std::string& at) {
    const json types = rule.is_array() ? rule : json::array({rule});
    require(
        std::any_of(types.begin(), types.end(), [&](const json& t) { return is_of_type(value, t.get<std::string>()); }),
        at, std::string("is a ") + value.type_name() + ", not " + rule.dump());
  }

  void required(const json& names, const json& value, const std::string& at) {
    if (!value.is_object()) return;
    for (const json& name : names) require(value.contains(name.get<std::string>()), at, "lacks " + name.dump());
  }

  void properties(const json& rules, const json& value, const std::string& at) {
    if (!value.is_object()) return;
    for (const auto& [name, rule] : rules.items()) {
      if (value.contains(name)) against(rule, value.at(name), at + "/" + name);
    }
  }

  void additional(const json& rule, const json& schema, const json& value, const std::string& at) {
    if (!value.is_object()) return;
    const json known = schema.value("properties", json::object());
    for (const auto& [name, part] : value.items()) {
      if (known.contains(name)) continue;
      if (rule.is_boolean()) {
        require(rule.get<bool>(), at, "has '" + name + "', which the schema does not have");
      } else {
        against(rule, part, at + "/" + name);
      }
    }
  }

  void items(const json& rule, const json& value, const std::string& at) {
    if (!value.is_array()) return;
    for (std::size_t i = 0; i < value.size(); ++i) against(rule, value[i], at + "/" + std::to_string(i));
  }

  const json& root_;
  std::vector<std::string> faults_;
};

void find_undescribed(const json& schema, const std::string& at, std::vector<std::string>& found) {
  if (!schema.is_object() && !schema.is_array()) return;
  for (const auto& [key, part] : schema.items()) {
    const std::string below = at + "/" + key;
    if (key == "properties" && schema.is_object()) {
      for (const auto& [name, property] : part.items()) {
        if (!property.contains("description")) found.push_back(below + "/" + name);
      }
    }
    find_undescribed(part, below, found);
  }
}

}  // namespace

std::vector<std::string> faults_against(const json& schema, const json& value) {
  Check check(schema);
  check.against(schema, value, "");
  return std::move(check).faults();
}

std::vector<std::string> undescribed_properties(const json& schema) {
  std::vector<std::string> found;
  find_undescribed(schema, "", found);
  return found;
}

json read_schema(const std::string& name) {
  std::ifstream file(std::string(REDRESS_SOURCE_DIR) + "/docs/schema/" + name);
  return json::parse(file);
}

}  // namespace redress::testing
