#include "write/json/summary_reader.h"

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

}  // namespace redress::write
