// A JSON file of an office's choices, read into settings of a policy's parameters.
#include <fmt/format.h>
#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "policy/check/settings.h"
#include "policy/parse/json_fault.h"
#include "policy/policy.h"

namespace redress::policy {
namespace {

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
    if (entry.get<std::string>().find_first_of(kEntrySeparators) != std::string::npos) return std::nullopt;
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

}  // namespace

Result<std::vector<Setting>> read_options(const SourceText& options, const Plan& plan) {
  const nlohmann::json document = nlohmann::json::parse(options.text, nullptr, false);
  if (document.is_discarded() || !document.is_object()) return json_fault(options);
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

}  // namespace redress::policy
