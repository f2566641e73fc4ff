#include "write/json/verify_json.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>

#include "write/file_name.h"
#include "write/json/json_text.h"

namespace redress::write {
namespace {

using Json = nlohmann::ordered_json;

Json number_or_null(const std::optional<std::uint64_t>& number) {
  return number ? Json(*number) : Json(nullptr);
}

}  // namespace

std::string verify_json(const VerifyReport& report) {
  Json json;
  json["format"] = "redress.verification";
  json["format_version"] = 1;
  json["agrees"] = report.agrees;
  json["recomputed"] = report.is_recomputed;
  json["program_version"] = report.program_version;
  json["policy"] = report.policy_id;
  json["county"] = report.county;
  json["as_of"] = to_iso(report.as_of);
  json["inputs"] = report.inputs;
  json["files"] = report.files;
  json["bytes"] = report.bytes;
  json["findings"] = Json::array();
  for (const VerifyFinding& finding : report.findings) {
    json["findings"].push_back({{"id", finding.id},
                                {"file", file_name_of(finding.place.file)},
                                {"row", number_or_null(finding.place.row_1based)},
                                {"line", number_or_null(finding.place.line_1based)},
                                {"byte", number_or_null(finding.place.byte_0based)},
                                {"column", finding.column.empty() ? Json(nullptr) : Json(finding.column)},
                                {"words", finding.words}});
  }
  return json_text(json);
}

}  // namespace redress::write
