#include "policy/check/parameter_reader.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/text.h"
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

constexpr std::array<std::string_view, 9> kLanguageWords = {"and", "or", "not", "in",    "is",
                                                            "yes", "no", "it",  "begins"};

bool is_number(ParameterType type) {
  return type == ParameterType::kInteger || type == ParameterType::kYears;
}

bool stands_twice(const std::vector<std::string>& texts) {
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (std::find(texts.begin(), texts.begin() + static_cast<std::ptrdiff_t>(i), texts[i]) !=
        texts.begin() + static_cast<std::ptrdiff_t>(i)) {
      return true;
    }
  }
  return false;
}

// Keys that do not go with the type, and those that do but contradict each other; a fault is left in `keys`.
void check_keys(TomlKeys& keys, const TomlMember& member, const Parameter& parameter) {
  const auto refuse = [&](std::string_view key, std::string cause, std::string next_step) {
    const TomlMember* found = member.value.find(key);
    keys.fail(found == nullptr ? member.key_extent : found->value.extent, "policy.parameter", std::move(cause),
              std::move(next_step));
  };
  const bool takes_choices = parameter.type == ParameterType::kChoice;
  const bool takes_charges = parameter.type == ParameterType::kCharges;
  for (const std::string_view key : {"min", "max", "off"}) {
    if (is_number(parameter.type) || member.value.find(key) == nullptr) continue;
    refuse(key, "'" + std::string(key) + "' goes with numbers and years only", "Remove it.");
  }
  if (parameter.min && parameter.max && *parameter.min > *parameter.max) {
    refuse("min", "min is greater than max", "Correct one of them.");
  }
  if (takes_choices == parameter.choices.empty()) {
    refuse("choices", takes_choices ? "this parameter has no choices" : "'choices' goes with type \"choice\" only",
           takes_choices ? "Add choices = [\"…\", \"…\"]." : "Remove it.");
  }
  if (stands_twice(parameter.choices)) refuse("choices", "a choice stands twice", "Keep one of them.");
  if (takes_charges == parameter.charges.empty()) {
    refuse("choice", takes_charges ? "this parameter lists no charges" : "'choice' goes with type \"charges\" only",
           takes_charges ? "Add [[parameters." + parameter.name + ".choice]]." : "Remove it.");
  }
  std::vector<std::string> values;
  for (const ChargeChoice& charge : parameter.charges) values.push_back(charge.value);
  if (stands_twice(values)) refuse("choice", "two charges have the same value", "Give each its own value.");
  const bool separated = std::any_of(values.begin(), values.end(), [](const std::string& value) {
    return value.find_first_of(";,") != std::string::npos || trimmed(value) != value;
  });
  if (separated) {
    refuse("choice", "a charge's value has ';', ',' or a blank at its ends, which separate values in a setting",
           "Write it without.");
  }
}

// A default as the parameter's type asks for; a fault is left in `keys`.
std::optional<ParameterValue> read_value(TomlKeys& keys, std::string_view key, const Parameter& parameter) {
  using Kind = TomlValue::Kind;
  switch (parameter.type) {
    case ParameterType::kInteger:
    case ParameterType::kYears: {
      const TomlMember* given = keys.of_kind(key, Kind::kInteger, true);
      if (given == nullptr) return std::nullopt;
      const std::int64_t value = given->value.integer;
      const bool below = parameter.min && value < *parameter.min;
      const bool above = parameter.max && value > *parameter.max;
      if ((below || above) && parameter.off != value) {
        keys.fail(given->value.extent, "policy.parameter", "the default is outside of min and max",
                  "Correct the default, min or max.");
      }
      return value;
    }
    case ParameterType::kYesNo: {
      const TomlMember* given = keys.of_kind(key, Kind::kBoolean, true);
      if (given == nullptr) return std::nullopt;
      return given->value.boolean;
    }
    case ParameterType::kChoice: {
      const TomlMember* given = keys.of_kind(key, Kind::kString, true);
      if (given == nullptr) return std::nullopt;
      const auto found = std::find(parameter.choices.begin(), parameter.choices.end(), given->value.text);
      if (found != parameter.choices.end()) return static_cast<std::size_t>(found - parameter.choices.begin());
      keys.fail(given->value.extent, "policy.parameter", "the default is not among the choices",
                suggest(given->value.text, parameter.choices));
      return std::nullopt;
    }
    case ParameterType::kCharges: break;
  }
  return std::vector<std::size_t>{};
}

bool is_earlier(const DatedValue& a, const DatedValue& b) { return a.in_force.first < b.in_force.first; }

// default = [{ value = 50, until = 2019-12-31 }, { value = 55, from = 2020-01-01 }]; a fault is left in `keys`.
std::optional<Error> read_dated_values(const SourceText& source, TomlKeys& keys, Parameter& parameter) {
  for (const TomlValue* table : keys.tables("default")) {
    TomlKeys own(source, *table, "default");
    const std::optional<ParameterValue> value = read_value(own, "value", parameter);
    const DateSpan in_force = own.in_force();
    if (auto error = own.finish()) return error;
    for (const DatedValue& other : parameter.dated) {
      if (!overlap(other.in_force, in_force)) continue;
      return error_at(source, table->extent, "policy.dates",
                      "an earlier value of this default is in force on some of these days too",
                      "Let the earlier one end on the day before: both days are included.");
    }
    parameter.dated.push_back({in_force, *value});
  }
  if (keys.failed()) return std::nullopt;
  std::sort(parameter.dated.begin(), parameter.dated.end(), is_earlier);
  if (!parameter.dated.empty()) parameter.value = parameter.dated.back().value;
  return std::nullopt;
}

// One default, or one for each stretch of days.
std::optional<Error> read_default(const SourceText& source, const TomlMember& member, TomlKeys& keys,
                                  Parameter& parameter) {
  const TomlMember* given = member.value.find("default");
  const bool is_dated = given != nullptr && given->value.kind == TomlValue::Kind::kArray && !given->value.items.empty();
  if (is_dated && parameter.type != ParameterType::kCharges) return read_dated_values(source, keys, parameter);
  if (auto value = read_value(keys, "default", parameter)) parameter.value = *std::move(value);
  return std::nullopt;
}

Result<Parameter> read_parameter(const SourceText& source, const TomlMember& member) {
  const std::string where = "[parameters." + member.key + "]";
  TomlKeys keys(source, member.value, where);
  Parameter parameter;
  parameter.name = member.key;
  parameter.extent = member.key_extent;
  if (!is_parameter_name(member.key)) {
    keys.fail(member.key_extent, "policy.parameter", "a parameter's name has small letters, digits and '_' only",
              "Rename it.");
  }
  if (std::find(kLanguageWords.begin(), kLanguageWords.end(), member.key) != kLanguageWords.end()) {
    keys.fail(member.key_extent, "policy.parameter", "'" + member.key + "' is a word of the language", "Rename it.");
  }
  const std::string type = keys.required_text("type");
  parameter.label = keys.required_text("label");
  parameter.help = keys.text("help");
  parameter.option = keys.text("option");
  parameter.min = keys.integer("min");
  parameter.max = keys.integer("max");
  parameter.off = keys.integer("off");
  parameter.choices = keys.texts("choices");
  parameter.in_force = keys.in_force();
  const std::vector<const TomlValue*> charges = keys.tables("choice");
  const auto named =
      std::find_if(kTypeNames.begin(), kTypeNames.end(), [&](const TypeName& t) { return t.name == type; });
  if (!keys.failed() && named == kTypeNames.end()) {
    std::vector<std::string> names;
    names.reserve(kTypeNames.size());
    for (const TypeName& t : kTypeNames) names.emplace_back(t.name);
    keys.fail(member.value.find("type")->value.extent, "policy.parameter", "unknown type '" + type + "'",
              suggest(type, names));
  }
  if (keys.failed()) return *keys.finish();
  parameter.type = named->type;
  for (const TomlValue* charge : charges) {
    if (auto error = read_charge(source, *charge, parameter.charges)) return *error;
  }
  check_keys(keys, member, parameter);
  if (auto error = read_default(source, member, keys, parameter)) return *error;
  if (auto error = keys.finish()) return *error;
  return parameter;
}

}  // namespace

Result<std::vector<Parameter>> read_parameters(const SourceText& source, const TomlValue& policy) {
  std::vector<Parameter> parameters;
  const TomlMember* tables = policy.find("parameters");
  if (tables == nullptr) return parameters;
  if (tables->value.kind != TomlValue::Kind::kTable) {
    return error_at(source, tables->value.extent, "policy.type", "'parameters' must be tables",
                    "Write [parameters.name].");
  }
  for (const TomlMember& member : tables->value.members) {
    Result<Parameter> parameter = read_parameter(source, member);
    if (!parameter) return parameter.error();
    const auto same_option = [&](const Parameter& other) {
      return !other.option.empty() && other.option == parameter->option;
    };
    if (std::any_of(parameters.begin(), parameters.end(), same_option)) {
      return error_at(source, member.value.find("option")->value.extent, "policy.parameter",
                      "another parameter has this option too", "Give each its own.");
    }
    parameters.push_back(*std::move(parameter));
  }
  return parameters;
}

}  // namespace redress::policy
