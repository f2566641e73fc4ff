#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "policy/check/settings.h"
#include "policy/policy.h"

namespace redress::policy {
namespace {

// The name as the person knows it: an options file has its own.
std::string shown_name(const Setting& setting) {
  return "'" + (setting.option.empty() ? setting.name : setting.option) + "'";
}

Error wrong(const Setting& setting, std::string_view code, std::string cause, std::string next_step) {
  Error error;
  error.kind = ErrorKind::kUsage;
  error.code = code;
  error.cause = setting.origin + ": " + std::move(cause);
  error.next_step = std::move(next_step);
  return error;
}

std::optional<Error> set_integer(const Setting& setting, Parameter& parameter) {
  std::int64_t value = 0;
  const char* end = setting.value.data() + setting.value.size();
  const auto read = std::from_chars(setting.value.data(), end, value);
  if (read.ec != std::errc{} || read.ptr != end) {
    return wrong(setting, "parameter.value", shown_name(setting) + " needs a whole number", range_words(parameter));
  }
  const bool outside = (parameter.min && value < *parameter.min) || (parameter.max && value > *parameter.max);
  if (outside && parameter.off != value) {
    return wrong(setting, "parameter.range", shown_name(setting) + " is out of range: " + setting.value,
                 range_words(parameter));
  }
  parameter.value = value;
  return std::nullopt;
}

std::optional<Error> set_choice(const Setting& setting, Parameter& parameter) {
  const auto found = std::find(parameter.choices.begin(), parameter.choices.end(), setting.value);
  if (found == parameter.choices.end()) {
    return wrong(setting, "parameter.value", shown_name(setting) + " cannot be '" + setting.value + "'",
                 suggest(setting.value, parameter.choices));
  }
  parameter.value = static_cast<std::size_t>(found - parameter.choices.begin());
  return std::nullopt;
}

// How a list is written where the setting came from.
std::string list_example(const Setting& setting, const Parameter& parameter) {
  const std::string& first = parameter.charges.front().value;
  const std::string& second = parameter.charges.back().value;
  if (setting.option.empty()) return " For example: --set \"" + setting.name + "=" + first + ";" + second + "\"";
  const std::string name = setting.option.substr(setting.option.find('.') + 1);
  return " For example: \"" + name + "\": [\"" + first + "\", \"" + second + "\"]";
}

std::optional<Error> set_charges(const Setting& setting, Parameter& parameter) {
  std::vector<std::string> names;
  for (const ChargeChoice& charge : parameter.charges) names.push_back(charge.value);
  std::vector<std::size_t> chosen;
  std::string_view rest = setting.value;
  while (!rest.empty()) {
    const std::size_t separator = std::min(rest.find_first_of(kEntrySeparators), rest.size());
    const std::string_view entry = trimmed(rest.substr(0, separator));
    rest.remove_prefix(std::min(separator + 1, rest.size()));
    const auto found = std::find(names.begin(), names.end(), entry);
    if (found == names.end()) {
      return wrong(setting, "parameter.value", shown_name(setting) + " cannot hold '" + std::string(entry) + "'",
                   suggest(entry, names) + list_example(setting, parameter));
    }
    const auto place = static_cast<std::size_t>(found - names.begin());
    if (std::find(chosen.begin(), chosen.end(), place) != chosen.end()) {
      return wrong(setting, "parameter.entry_twice", shown_name(setting) + " has '" + std::string(entry) + "' twice",
                   "Keep one of them.");
    }
    chosen.push_back(place);
  }
  parameter.value = std::move(chosen);
  return std::nullopt;
}

std::optional<Error> set_value(const Setting& setting, Parameter& parameter) {
  switch (parameter.type) {
    case ParameterType::kInteger:
    case ParameterType::kYears: return set_integer(setting, parameter);
    case ParameterType::kYesNo:
      if (setting.value != "yes" && setting.value != "no") {
        return wrong(setting, "parameter.value", shown_name(setting) + " needs yes or no", "Write yes or no.");
      }
      parameter.value = setting.value == "yes";
      return std::nullopt;
    case ParameterType::kChoice: return set_choice(setting, parameter);
    case ParameterType::kCharges: return set_charges(setting, parameter);
  }
  return std::nullopt;
}

// Where a person gives an option's name, whole or its last part, for the parameter: what it is called here.
std::string unknown_parameter_advice(const Setting& setting, const Plan& plan, const std::vector<std::string>& names) {
  if (names.empty()) return "This policy has no parameters.";
  for (const Parameter& parameter : plan.parameters) {
    const std::string& option = parameter.option;
    if (option.empty() || (setting.name != option && setting.name != option.substr(option.find('.') + 1))) continue;
    return "That is the name in an options file; here it is '" + parameter.name + "'.";
  }
  return suggest(setting.name, names);
}

}  // namespace

std::string range_words(const Parameter& parameter) {
  std::string words = "Give a whole number";
  if (parameter.min && parameter.max) {
    words += " from " + std::to_string(*parameter.min) + " to " + std::to_string(*parameter.max);
  } else if (parameter.min) {
    words += " of at least " + std::to_string(*parameter.min);
  }
  if (parameter.off) words += ", or " + std::to_string(*parameter.off) + " to switch it off";
  return words + ".";
}

Result<Plan> with_settings(Plan plan, std::span<const Setting> settings) {
  std::vector<bool> given(plan.parameters.size(), false);
  for (const Setting& setting : settings) {
    std::vector<std::string> names;
    for (const Parameter& parameter : plan.parameters) names.push_back(parameter.name);
    const auto found = std::find(names.begin(), names.end(), setting.name);
    if (found == names.end()) {
      return wrong(setting, "parameter.unknown", "the policy " + plan.id + " has no parameter '" + setting.name + "'",
                   unknown_parameter_advice(setting, plan, names));
    }
    const auto index = static_cast<std::size_t>(found - names.begin());
    if (given[index]) {
      return wrong(setting, "parameter.twice", shown_name(setting) + " is given twice", "Give it once.");
    }
    given[index] = true;
    if (auto error = set_value(setting, plan.parameters[index])) return *error;
    plan.parameters[index].dated.clear();  // what a person chooses holds on every day
    plan.parameters[index].is_chosen = true;
  }
  return plan;
}

std::string value_text(const Parameter& parameter) {
  switch (parameter.type) {
    case ParameterType::kInteger:
    case ParameterType::kYears: return std::to_string(std::get<std::int64_t>(parameter.value));
    case ParameterType::kYesNo: return std::get<bool>(parameter.value) ? "yes" : "no";
    case ParameterType::kChoice: return parameter.choices[std::get<std::size_t>(parameter.value)];
    case ParameterType::kCharges: break;
  }
  std::string text;
  for (const std::size_t index : std::get<std::vector<std::size_t>>(parameter.value)) {
    text += (text.empty() ? "" : ";") + parameter.charges[index].value;
  }
  return text;
}

}  // namespace redress::policy
