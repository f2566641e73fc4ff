#include "policy_options.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "commands.h"
#include "terminal.h"

namespace redress::app {
namespace {

// A day beyond these is a slip of the fingers, and every answer by it would be wrong.
constexpr int kFirstAsOfYear = 1900;
constexpr int kLastAsOfYear = 2199;

// YYYY-MM-DD, whichever digits.
bool has_form_of_day(const std::string& text) {
  constexpr std::string_view kForm = "0000-00-00";
  return std::equal(text.begin(), text.end(), kForm.begin(), kForm.end(),
                    [](char c, char form) { return form == '-' ? c == '-' : c >= '0' && c <= '9'; });
}

}  // namespace

void PolicyOptions::add_to(CLI::App& command) {
  command
      .add_option("DATA", inputs,
                  "Research files of the Department of Justice, also .gz and .zst; several are one data set; - reads "
                  "standard input")
      ->required();
  command
      .add_option(
          "--policy", policies,
          "A policy's id ('redress policy list') or the path of a policy file; may be repeated: the first is the "
          "office's, the others are answered beside it, with parameters as --policy \"ID with name=value, "
          "name=value\"")
      ->required()
      ->allow_extra_args(false);
  command.add_option("--county", choice.county,
                     "The county whose convictions are decided; not needed where the policy names it");
  command.add_option("--as-of", as_of, "The day on which ages and years are measured, as 2019-11-11 (default: today)");
  command
      .add_option("--set", settings,
                  "Set a parameter of the (first) policy: name=value; may be repeated; a list in quotes, as "
                  "--set \"reduce=11358;11360\"")
      ->allow_extra_args(false);
  command.add_option("--options", choice.options_file, "A JSON file of an office's choices; what --set names replaces what it says");
  command.add_option("--facts", facts, "A CSV file of facts that somebody supplied; may be repeated")
      ->allow_extra_args(false);
  command.add_option("--policies", choice.policies_dir,
                     "A folder of policies and section sets to use instead of those built in");
}

Result<PolicyChoice> PolicyOptions::policy_choice() const {
  Result<PolicyChoice> named = parse_policy_choice(policies.front());
  if (!named) return named;
  PolicyChoice result = choice;
  result.policy = std::move(named->policy);
  result.parameters = std::move(named->parameters);
  for (const std::string& setting : settings) {
    const std::size_t equals = setting.find('=');
    if (equals == std::string::npos || equals == 0) {
      return usage_error("option.set", "--set needs a name and a value, not '" + setting + "'",
                         "Write for example: --set dismiss_at_age=60");
    }
    result.parameters.emplace_back(setting.substr(0, equals), setting.substr(equals + 1));
  }
  return result;
}

Result<std::vector<PolicyChoice>> PolicyOptions::further_choices() const {
  std::vector<PolicyChoice> further;
  for (std::size_t i = 1; i < policies.size(); ++i) {
    Result<PolicyChoice> named = parse_policy_choice(policies[i]);
    if (!named) return named.error();
    further.push_back(*std::move(named));
  }
  return further;
}

Result<Date> as_of_date(const std::string& text) {
  if (text.empty()) return today();
  const auto date = parse_iso_date(text);
  if (date && (date->year < kFirstAsOfYear || date->year > kLastAsOfYear)) {
    return usage_error("option.as_of_year",
                       "--as-of is not in the years " + std::to_string(kFirstAsOfYear) + " to " +
                           std::to_string(kLastAsOfYear) + ": '" + text + "'",
                       "Give the day on which ages and years are to be measured, for example 2019-11-11.");
  }
  if (date) return *date;
  // A day in another form may well be one: only a day in this form is looked up.
  const bool is_in_form = has_form_of_day(text);
  return usage_error("option.as_of",
                     std::string(is_in_form ? "--as-of is not a day of the calendar: '"
                                            : "--as-of is not written as year-month-day: '") +
                         text + "'",
                     is_in_form ? "Give a day that there is, for example 2019-11-11."
                                : "Write the day as YYYY-MM-DD, for example 2019-11-11.");
}

}  // namespace redress::app
