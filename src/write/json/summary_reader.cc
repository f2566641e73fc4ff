#include "write/json/summary_reader.h"

#include <algorithm>
#include <utility>

namespace redress::write {
namespace {

using nlohmann::ordered_json;

constexpr std::string_view kSummaryFormat = "redress.summary";
constexpr int kSummaryFormatVersion = 1;

Error summary_fault(std::string code, const std::string& file, std::string cause) {
  Error error;
  error.kind = ErrorKind::kInput;
  error.code = std::move(code);
  error.place.file = file;
  error.cause = std::move(cause);
  error.next_step = "Give a results folder as a run wrote it.";
  return error;
}

}  // namespace

Result<ordered_json> read_summary(std::string_view text, const std::string& file) {
  ordered_json document = ordered_json::parse(text, nullptr, false);
  if (document.is_discarded() || !document.is_object())
    return summary_fault("summary.syntax", file, "this is not the summary of a results folder");
  const auto format = document.find("format");
  const auto version = document.find("format_version");
  const bool is_ours = format != document.end() && *format == kSummaryFormat && version != document.end() &&
                       *version == kSummaryFormatVersion;
  if (!is_ours) {
    return summary_fault("summary.other", file,
                         "this summary is of another kind, or of a later version of the program");
  }
  return document;
}

namespace {

// Empty where there is no such text.
std::string text_of(const ordered_json& policy, const char* key) {
  if (!policy.is_object()) return {};
  const auto found = policy.find(key);
  return found != policy.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace

std::vector<std::string> policy_headings(const ordered_json& summary) {
  constexpr std::string_view kWith = " with ";
  std::vector<std::string> headings;
  const auto policies = summary.find("policies");
  if (policies == summary.end() || !policies->is_array()) return headings;
  for (const ordered_json& policy : *policies) {
    std::string heading = text_of(policy, "title");
    if (text_of(policy, "role") == "further") {
      const std::string choice = text_of(policy, "choice");
      const std::size_t with = choice.rfind(kWith);
      const std::string values = with == std::string::npos ? std::string() : choice.substr(with);
      heading += " (" + text_of(policy, "id") + values + ")";
    }
    headings.push_back(std::move(heading));
  }
  const std::vector<std::string> plain = headings;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    if (!plain[i].empty() && std::count(plain.begin(), plain.end(), plain[i]) > 1) {
      headings[i] += ", version " + text_of((*policies)[i], "version");
    }
  }
  return headings;
}

}  // namespace redress::write
