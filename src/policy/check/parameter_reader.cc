#include "policy/check/parameter_reader.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "policy/parse/toml_keys.h"

namespace redress::policy {
namespace {

struct TypeName {
  std::string_view name;
  ParameterType type;
};
constexpr std::array kTypeNames = {
    TypeName{"number", ParameterType::kInteger}, TypeName{"years", ParameterType::kYears},
    TypeName{"yes-no", ParameterType::kYesNo},   TypeName{"choice", ParameterType::kChoice},
    TypeName{"charges", ParameterType::kCharges},
};

bool is_parameter_name(std::string_view name) {
  const auto ok = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
  return !name.empty() && name.front() >= 'a' && name.front() <= 'z' && std::all_of(name.begin(), name.end(), ok);
}

std::optional<Error> read_charge(const SourceText& source, const TomlValue& table, std::vector<ChargeChoice>& charges) {
  TomlKeys keys(source, table, "[[…choice]]");
  ChargeChoice choice;
  choice.value = keys.required_text("value");
  choice.words = keys.required_text("words");
  const std::string section = keys.required_text("section");
  const TomlMember* bare = keys.of_kind("without_subdivision", TomlValue::Kind::kBoolean, false);
  if (auto error = keys.finish()) return error;
  const auto parsed = citation::parse_section(section);
  if (!parsed) {
    return error_at(source, table.find("section")->value.extent, "policy.section", "this is not a section",
                    "Write the code and the section, for example \"HSC 11357(a)\".");
  }
  choice.section = *parsed;
  if (!choice.section.subdivisions.empty()) choice.fit = ChargeChoice::Fit::kTheseSubdivisions;
  if (bare != nullptr && bare->value.boolean) choice.fit = ChargeChoice::Fit::kNoSubdivision;
  charges.push_back(std::move(choice));
  return std::nullopt;
}

// The default as its type asks for; a fault is left in `keys`.
void read_default(TomlKeys& keys, Parameter& parameter) {
  using Kind = TomlValue::Kind;
  switch (parameter.type) {
    case ParameterType::kInteger:
    case ParameterType::kYears: {
      const TomlMember* given = keys.of_kind("default", Kind::kInteger, true);
      if (given == nullptr) return;
      parameter.value = given->value.integer;
      const std::int64_t value = given->value.integer;
      const bool below = parameter.min && value < *parameter.min;
      const bool above = parameter.max && value > *parameter.max;
      if ((below || above) && parameter.off != value) {
        keys.fail(given->value.extent, "policy.parameter", "the default is outside of min and max", "Correct the default, min or max.");
      }
      return;
    }
    case ParameterType::kYesNo: {
      const TomlMember* given = keys.of_kind("default", Kind::kBoolean, true);
      if (given != nullptr) parameter.value = given->value.boolean;
      return;
    }
    case ParameterType::kChoice: {
      const TomlMember* given = keys.of_kind("default", Kind::kString, true);
      if (given == nullptr) return;
      const auto found = std::find(parameter.choices.begin(), parameter.choices.end(), given->value.text);
      if (found == parameter.choices.end()) {
        keys.fail(given->value.extent, "policy.parameter", "the default is not among the choices",
                  suggest(given->value.text, parameter.choices));
        return;
      }
      parameter.value = static_cast<std::size_t>(found - parameter.choices.begin());
      return;
    }
    case ParameterType::kCharges: parameter.value = std::vector<std::size_t>{}; return;
  }
}

Result<Parameter> read_parameter(const SourceText& source, const TomlMember& member) {
  const std::string where = "[parameters." + member.key + "]";
  TomlKeys keys(source, member.value, where);
  Parameter parameter;
  parameter.name = member.key;
  parameter.extent = member.key_extent;
  if (!is_parameter_name(member.key)) {
    keys.fail(member.key_extent, "policy.parameter", "a parameter's name has small letters, digits and '_' only", "Rename it.");
  }
  const std::string type = keys.required_text("type");
  parameter.label = keys.required_text("label");
  parameter.help = keys.text("help");
  parameter.option = keys.text("option");
  parameter.min = keys.integer("min");
  parameter.max = keys.integer("max");
  parameter.off = keys.integer("off");
  parameter.choices = keys.texts("choices");
  const std::vector<const TomlValue*> charges = keys.tables("choice");
  const auto named = std::find_if(kTypeNames.begin(), kTypeNames.end(), [&](const TypeName& t) { return t.name == type; });
  if (!keys.failed() && named == kTypeNames.end()) {
    std::vector<std::string> names;
    for (const TypeName& t : kTypeNames) names.emplace_back(t.name);
    keys.fail(member.value.find("type")->value.extent, "policy.parameter", "unknown type '" + type + "'", suggest(type, names));
  }
  if (keys.failed()) return *keys.finish();
  parameter.type = named->type;
  read_default(keys, parameter);
  for (const TomlValue* charge : charges) {
    if (auto error = read_charge(source, *charge, parameter.charges)) return *error;
  }
  if (auto error = keys.finish()) return *error;
  return parameter;
}

}  // namespace

Result<std::vector<Parameter>> read_parameters(const SourceText& source, const TomlValue& policy) {
  std::vector<Parameter> parameters;
  const TomlMember* tables = policy.find("parameters");
  if (tables == nullptr) return parameters;
  if (tables->value.kind != TomlValue::Kind::kTable) {
    return error_at(source, tables->value.extent, "policy.type", "'parameters' must be tables", "Write [parameters.name].");
  }
  for (const TomlMember& member : tables->value.members) {
    Result<Parameter> parameter = read_parameter(source, member);
    if (!parameter) return parameter.error();
    parameters.push_back(*std::move(parameter));
  }
  return parameters;
}

}  // namespace redress::policy
