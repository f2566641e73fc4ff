#include "write/json/summary_reader.h"

#include <algorithm>
#include <cstddef>

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

const ordered_json* summary_at(const ordered_json& from, std::initializer_list<const char*> path) {
  const ordered_json* at = &from;
  for (const char* key : path) {
    const auto found = at->is_object() ? at->find(key) : at->end();
    if (found == at->end()) return nullptr;
    at = &*found;
  }
  return at;
}

std::string summary_text_at(const ordered_json& from, std::initializer_list<const char*> path) {
  const ordered_json* found = summary_at(from, path);
  return found != nullptr && found->is_string() ? found->get<std::string>() : std::string();
}

std::vector<std::string> policy_headings(const ordered_json& summary) {
  std::vector<std::string> headings;
  const ordered_json* policies = summary_at(summary, {"policies"});
  if (policies == nullptr || !policies->is_array()) return headings;
  for (const ordered_json& policy : *policies) {
    const std::string title = summary_text_at(policy, {"title"});
    const auto has_title = [&](const ordered_json& other) { return summary_text_at(other, {"title"}) == title; };
    const bool is_named = summary_text_at(policy, {"role"}) != "further" &&
                          std::count_if(policies->begin(), policies->end(), has_title) == 1;
    const std::string choice = summary_text_at(policy, {"choice"});
    const std::size_t values = std::min(choice.find(kChoiceWith), choice.size());
    headings.push_back(is_named ? title : title + " (" + summary_text_at(policy, {"id"}) + choice.substr(values) + ")");
  }
  return headings;
}

}  // namespace redress::write
