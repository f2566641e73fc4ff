#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "base/text.h"
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

constexpr std::string_view kSeparators = ";,";

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
    const std::size_t separator = std::min(rest.find_first_of(kSeparators), rest.size());
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

// What an options file means by leaving an option out.
std::string off_value(const Parameter& parameter) {
  switch (parameter.type) {
    case ParameterType::kInteger:
    case ParameterType::kYears: return std::to_string(parameter.off.value_or(0));
    case ParameterType::kYesNo: return "no";
    case ParameterType::kChoice: return parameter.choices.empty() ? "" : parameter.choices.front();
    case ParameterType::kCharges: return "";
  }
  return "";
}

// Where the key stands, its quotes included, at or behind a byte; no length where it is written in another way.
Extent key_extent(const SourceText& options, std::string_view key, std::size_t from = 0) {
  const std::string quoted = "\"" + std::string(key) + "\"";
  for (std::size_t at = from; (at = options.text.find(quoted, at)) != std::string::npos; ++at) {
    const std::size_t behind = options.text.find_first_not_of(" \t\r\n", at + quoted.size());
    if (behind != std::string::npos && options.text[behind] == ':') return {at, quoted.size()};
  }
  return {from, 0};
}

// Where the text stops being JSON; its beginning where it is JSON all the same.
Extent syntax_extent(const SourceText& options) {
  try {
    const nlohmann::json whole = nlohmann::json::parse(options.text);
    return {0, 1};
  } catch (const nlohmann::json::parse_error& fault) {
    const std::size_t behind = std::min(fault.byte, options.text.size());
    return {behind == 0 ? 0 : behind - 1, 1};
  }
}

// A JSON value as the text that with_settings reads; nothing when it is of another type than the parameter's.
std::optional<std::string> option_text(const nlohmann::json& value, const Parameter& parameter) {
  switch (parameter.type) {
    case ParameterType::kInteger:
    case ParameterType::kYears:
      if (!value.is_number_integer()) return std::nullopt;
      return value.dump();
    case ParameterType::kYesNo:
      if (!value.is_boolean()) return std::nullopt;
      return value.get<bool>() ? "yes" : "no";
    case ParameterType::kChoice:
      if (!value.is_string()) return std::nullopt;
      return value.get<std::string>();
    case ParameterType::kCharges: break;
  }
  if (!value.is_array()) return std::nullopt;
  std::string text;
  for (const nlohmann::json& entry : value) {
    // The separator of settings may not come in by the back door, nor an entry that would vanish.
    if (!entry.is_string() || entry.get<std::string>().empty()) return std::nullopt;
    if (entry.get<std::string>().find_first_of(kSeparators) != std::string::npos) return std::nullopt;
    text += (text.empty() ? "" : ";") + entry.get<std::string>();
  }
  return text;
}

// The part of an option's path before the dot must be one of the policy's, even where it holds nothing.
std::optional<Error> check_group(const SourceText& options, const std::string& group,
                                 const std::vector<std::string>& paths, const Plan& plan) {
  std::vector<std::string> groups;
  for (const std::string& path : paths) {
    const std::string known = path.substr(0, path.find('.'));
    if (std::find(groups.begin(), groups.end(), known) == groups.end()) groups.push_back(known);
  }
  if (std::find(groups.begin(), groups.end(), group) != groups.end()) return std::nullopt;
  return error_at(options, key_extent(options, group), "options.unknown", "unknown group of options '" + group + "'",
                  groups.empty() ? "The policy " + plan.id + " takes no options file." : suggest(group, groups));
}

// JSON lets a key stand twice and the last one win; here that is an error. Returns the last key that does.
std::optional<std::string> repeated_key(const std::string& text) {
  std::vector<std::set<std::string>> seen;
  std::optional<std::string> repeated;
  const auto watch = [&](int, nlohmann::json::parse_event_t event, nlohmann::json& parsed) {
    using Event = nlohmann::json::parse_event_t;
    if (event == Event::object_start) seen.emplace_back();
    if (event == Event::object_end) seen.pop_back();
    if (event == Event::key && !seen.back().insert(parsed.get<std::string>()).second)
      repeated = parsed.get<std::string>();
    return true;
  };
  const nlohmann::json watched = nlohmann::json::parse(text, watch, false);
  return watched.is_discarded() ? std::nullopt : repeated;
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

Result<std::vector<Setting>> read_options(const SourceText& options, const Plan& plan) {
  const nlohmann::json document = nlohmann::json::parse(options.text, nullptr, false);
  if (document.is_discarded() || !document.is_object()) {
    return error_at(options, syntax_extent(options), "options.syntax", "the options file is not a JSON object",
                    "Write {\"baselineEligibility\": {…}, \"additionalRelief\": {…}}.");
  }
  if (const auto key = repeated_key(options.text)) {
    const Extent first = key_extent(options, *key);
    return error_at(options, key_extent(options, *key, first.offset + first.length), "options.twice",
                    "the option '" + *key + "' stands twice", "Keep one of them.");
  }
  std::vector<std::string> paths;
  std::vector<Setting> settings;
  for (const Parameter& parameter : plan.parameters) {
    if (parameter.option.empty()) continue;
    paths.push_back(parameter.option);
    settings.push_back({parameter.name, off_value(parameter), options.name, parameter.option});
  }
  for (const auto& [group, members] : document.items()) {
    if (auto error = check_group(options, group, paths, plan)) return *error;
    if (!members.is_object()) {
      return error_at(options, key_extent(options, group), "options.type", "'" + group + "' must be an object",
                      "Write {\"" + group + "\": {…}}.");
    }
    const std::size_t behind_group = key_extent(options, group).offset;
    const auto place_of = [&](const std::string& name) { return key_extent(options, name, behind_group + 1); };
    for (const auto& [name, value] : members.items()) {
      const std::string path = fmt::format("{}.{}", group, name);
      const auto found = std::find(paths.begin(), paths.end(), path);
      if (found == paths.end()) {
        return error_at(options, place_of(name), "options.unknown", "unknown option '" + path + "'",
                        suggest(path, paths));
      }
      Setting& setting = settings[static_cast<std::size_t>(found - paths.begin())];
      const auto parameter = std::find_if(plan.parameters.begin(), plan.parameters.end(),
                                          [&](const Parameter& p) { return p.name == setting.name; });
      const auto text = option_text(value, *parameter);
      if (!text) {
        return error_at(options, place_of(name), "options.type", "'" + path + "' has a value of the wrong type",
                        parameter->type == ParameterType::kYesNo     ? "Write true or false."
                        : parameter->type == ParameterType::kCharges ? "Write a list of texts, for example [\"11357\"]."
                                                                     : range_words(*parameter));
      }
      setting.value = *text;
    }
  }
  return settings;
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
