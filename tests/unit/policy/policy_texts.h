// Texts of invented policies and section sets, and the shipped ones, for the tests of policy and evaluate.
#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "policy/parse/section_set_reader.h"
#include "policy/policy.h"

namespace redress::policy::testing {

inline constexpr std::string_view kPlantsSet = R"toml([set]
id = "t.plants"
title = "Plant offenses"
cite = "HSC 100"
source = "invented"
[[entry]]
section = "HSC 11357"
attempts = "yes"
[[entry]]
section = "HSC 11358"
attempts = "yes"
[[entry]]
section = "HSC 11359"
attempts = "yes"
)toml";

inline constexpr std::string_view kGraveSet = R"toml([set]
id = "t.grave"
title = "Grave offenses"
cite = "PC 100"
[[entry]]
section = "PC 187"
attempts = "review"
[[entry]]
section = "PC 288"
subdivisions = ["(b)(1)"]
attempts = "no"
[[entry]]
section = "PC 261"
attempts = "yes"
needs = "use_of_force"
[[entry]]
section = "PC 191.5"
attempts = "yes"
needs = "felony_level"
[[entry]]
section = "PC 653f"
attempts = "yes"
needs = "subdivision"
)toml";

inline constexpr std::string_view kGangSet = R"toml([set]
id = "t.gang"
title = "Gang offenses"
cite = "PC 200"
[[entry]]
pair = ["PC 136.1", "PC 186.22(b)(4)"]
attempts = "review"
)toml";

inline std::vector<SectionSetFile> small_sets() {
  std::vector<SectionSetFile> sets;
  for (const std::string_view text : {kPlantsSet, kGraveSet, kGangSet}) {
    auto set = read_section_set({"set.toml", std::string(text)});
    if (!set) FAIL(to_string(set.error()));
    sets.push_back(*std::move(set));
  }
  return sets;
}

// A whole policy with every kind of parameter; `{when}` is the condition of its first step. The second step is worded
// so that no first step can be shown to decide before it.
inline constexpr std::string_view kSmallPolicy = R"toml([policy]
id = "t.small"
title = "Small policy"
version = "1"
kind = "county"
unit = "conviction"
[sets]
plants = "t.plants"
grave = "t.grave"
gang = "t.gang"
[scope]
when = "conviction.county is run.county and conviction.charge is in sets.plants"
sections = "plants"
[parameters.age]
type = "years"
default = 50
min = 18
max = 120
label = "Age"
[parameters.idle]
type = "number"
default = 0
off = 0
min = 5
label = "Idle"
[parameters.asked]
type = "yes-no"
default = false
label = "Asked"
[parameters.test]
type = "choice"
default = "now"
choices = ["then", "now"]
label = "Test"
[parameters.chosen]
type = "charges"
label = "Chosen"
[[parameters.chosen.choice]]
value = "11357(a)"
section = "HSC 11357(a)"
words = "those of (a)"
[[parameters.chosen.choice]]
value = "11357"
section = "HSC 11357"
words = "those of 11357"
[[parameters.chosen.choice]]
value = "11357(none)"
section = "HSC 11357"
words = "those without a letter"
without_subdivision = true
[[outcome]]
id = "grant"
label = "Granted"
relief = "dismissal"
[[outcome]]
id = "refuse"
label = "Refused"
relief = "none"
[[step]]
id = "tested"
when = "{when}"
outcome = "grant"
reason = "Tested"
[[step]]
id = "uses-the-rest"
number = "2"
when = """
not (not asked or not test is 'then' or not idle is more than 0 or not conviction.charge is in chosen
or not person.birth_date + age years is on or before run.as_of
or not any(person.convictions in sets.grave) or not any(person.convictions in sets.gang))"""
outcome = "grant"
reason = "{age} years, {citation}"
[[step]]
id = "otherwise"
outcome = "refuse"
reason = "Nothing else"
)toml";

// REQUIRES: `from` stands in the text.
inline std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
  std::string result(text);
  const std::size_t at = result.find(from);
  REQUIRE_MESSAGE(at != std::string::npos, from);
  return result.replace(at, from.size(), to);
}

inline std::string small_policy(std::string_view when) {
  return replaced(kSmallPolicy, "{when}", when);
}

inline Result<Plan> compiled(std::string_view text) {
  return compile_policy({"small.toml", std::string(text)}, small_sets());
}

// A condition that is neither always nor never so.
inline constexpr std::string_view kAnyWhen = "person.is_deceased";

inline Plan plan_with(std::string_view when) {
  auto plan = compiled(small_policy(when));
  if (!plan) FAIL(to_string(plan.error()));
  return *std::move(plan);
}

inline Plan with(Plan plan, std::string name, std::string value) {
  const std::vector<Setting> settings = {{std::move(name), std::move(value), "--set"}};
  auto changed = with_settings(std::move(plan), settings);
  if (!changed) FAIL(to_string(changed.error()));
  return *std::move(changed);
}

// A file of the project, by its path from the root.
inline SourceText project_file(const std::string& path) {
  std::ifstream file(std::string(REDRESS_SOURCE_DIR) + "/" + path, std::ios::binary);
  REQUIRE_MESSAGE(file.good(), path);
  return {path, std::string(std::istreambuf_iterator<char>(file), {})};
}

inline std::vector<SectionSetFile> shipped_sets() {
  std::vector<SectionSetFile> sets;
  for (const std::string name : {"prop64", "prop64-related", "superstrikes-los-angeles", "superstrikes",
                                 "pc290-los-angeles", "pc290", "registration", "bpc-4060", "accessory",
                                 "minor-hint", "prop64-unchanged", "prop64-predecessors"}) {
    auto set = read_section_set(project_file("policies/us-ca/sets/" + name + ".toml"));
    if (!set) FAIL(to_string(set.error()));
    sets.push_back(*std::move(set));
  }
  return sets;
}

inline Plan shipped_policy(const std::string& name) {
  auto plan = compile_policy(project_file("policies/us-ca/prop64/" + name + ".toml"), shipped_sets());
  if (!plan) FAIL(to_string(plan.error()));
  return *std::move(plan);
}

// The text that the carets of an error stand under.
inline std::string under_caret(const Error& error) {
  const std::size_t line_end = error.excerpt.find('\n');
  if (line_end == std::string::npos) return {};
  const std::string line = error.excerpt.substr(0, line_end);
  const std::string marks = error.excerpt.substr(line_end + 1);
  const std::size_t first = marks.find('^');
  const std::size_t last = marks.rfind('^');
  if (first == std::string::npos || first >= line.size()) return {};
  return line.substr(first, last - first + 1);
}

}  // namespace redress::policy::testing
