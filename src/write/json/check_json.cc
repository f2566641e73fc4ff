#include "write/json/check_json.h"

#include <nlohmann/json.hpp>

#include "write/file_name.h"
#include "write/json/json_text.h"

namespace redress::write {
namespace {

using Json = nlohmann::ordered_json;

Json counted(const char* what, const std::vector<Count>& counts) {
  Json list = Json::array();
  for (const Count& count : counts) list.push_back({{what, count.id}, {"words", count.label}, {"count", count.count}});
  return list;
}

Json counties(const std::vector<Count>& counts) {
  Json list = Json::array();
  for (const Count& count : counts) {
    list.push_back({{"county", count.id.empty() ? Json(nullptr) : Json(count.id)}, {"rows", count.count}});
  }
  return list;
}

Json day(const std::optional<Date>& date) {
  return date ? Json(to_iso(*date)) : Json(nullptr);
}

}  // namespace

std::string check_json(const CheckReport& report) {
  Json json;
  json["format"] = "redress.check";
  json["format_version"] = 1;
  json["files"] = Json::array();
  for (const CheckedFile& file : report.files) {
    json["files"].push_back({{"name", file_name_of(file.name)},
                             {"bytes", file.bytes},
                             {"rows", file.rows},
                             {"rejects", file.rejects},
                             {"empty_lines", file.empty_lines},
                             {"has_header", file.has_header},
                             {"encoding", file.encoding},
                             {"ends_inside_row", file.ends_inside_row}});
  }
  json["columns"] = report.columns;
  json["rows"] = report.rows;
  json["rejects"] = report.rejects;
  json["unusable"] = report.unusable;
  json["people"] = report.people;
  json["cycles"] = report.cycles;
  json["convictions"] = report.convictions;
  json["first_event"] = day(report.first_event);
  json["last_event"] = day(report.last_event);
  json["rejects_by_cause"] = counted("cause", report.rejects_by_cause);
  json["rows_by_county"] = counties(report.counties);
  json["quality"] = counted("note", report.quality);
  return json_text(json);
}

}  // namespace redress::write
