#include "run/policy_choice.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "write/file_name.h"
#include "write/json/summary_reader.h"

namespace redress {
namespace {

Error with_fault(std::string_view text, std::string cause) {
  Error error;
  error.kind = ErrorKind::kUsage;
  error.code = "policy.with";
  error.cause = std::move(cause) + " in '" + std::string(text) + "'";
  error.next_step =
      "Write for example: --policy \"us-ca.prop64.los-angeles with dismiss_at_age=60, youth_age=25\"; the entries of a "
      "list are separated by ';'.";
  return error;
}

}  // namespace

std::string run::choice_text(const PolicyChoice& choice) {
  std::string text(write::file_name_of(choice.policy));
  std::string_view before = write::kChoiceWith;
  for (const auto& [name, value] : choice.parameters) {
    text.append(before).append(name).append("=").append(value);
    before = ", ";
  }
  return text;
}

Result<PolicyChoice> parse_policy_choice(std::string_view text) {
  PolicyChoice choice;
  const std::size_t with = text.find(write::kChoiceWith);
  choice.policy = trimmed(text.substr(0, with));
  if (choice.policy.empty()) return with_fault(text, "no policy is named");
  if (with == std::string_view::npos) return choice;
  const std::string_view settings = text.substr(with + write::kChoiceWith.size());
  for (std::size_t at = 0; at <= settings.size();) {
    const std::size_t end = std::min(settings.find(',', at), settings.size());
    const std::string_view setting = trimmed(settings.substr(at, end - at));
    const std::size_t equals = setting.find('=');
    if (equals == std::string_view::npos || equals == 0)
      return with_fault(text, "'" + std::string(setting) + "' is not name=value");
    choice.parameters.emplace_back(trimmed(setting.substr(0, equals)), trimmed(setting.substr(equals + 1)));
    at = end + 1;
  }
  return choice;
}

}  // namespace redress
