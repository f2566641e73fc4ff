#include "write/json/review_json.h"

#include <nlohmann/json.hpp>

#include "write/json/json_text.h"

namespace redress::write {
namespace {

nlohmann::ordered_json finding_list(const std::vector<ReviewFinding>& findings) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const ReviewFinding& finding : findings) {
    nlohmann::ordered_json item = {{"finding", finding.id}};
    if (!finding.sheet.empty()) item["sheet"] = finding.sheet;
    if (finding.row_1based > 0) item["row"] = finding.row_1based;
    if (!finding.column.empty()) item["column"] = finding.column;
    if (!finding.row_id.empty()) item["row_id"] = finding.row_id;
    item["words"] = finding.words;
    list.push_back(std::move(item));
  }
  return list;
}

}  // namespace

std::string review_json(const ReviewReport& report, std::string_view mark) {
  nlohmann::ordered_json overrides = nlohmann::ordered_json::array();
  for (const OverrideCount& count : report.overrides_by)
    overrides.push_back({{"from", count.from}, {"to", count.to}, {"convictions", count.convictions}});
  nlohmann::ordered_json progress = nlohmann::ordered_json::array();
  for (const EntryCount& count : report.progress) progress.push_back({{"column", count.column}, {"rows", count.rows}});
  return json_text({{"format", "redress.review"},
                    {"format_version", 1},
                    {"run_mark", mark},
                    {"kept", report.is_kept},
                    {"decisions", report.decisions},
                    {"rows_with_entries", report.rows_with_entries},
                    {"overrides", report.overrides},
                    {"withdrawn", report.withdrawn},
                    {"overrides_by", std::move(overrides)},
                    {"progress", std::move(progress)},
                    {"refusals", finding_list(report.refusals)},
                    {"differences", finding_list(report.differences)}});
}

}  // namespace redress::write
