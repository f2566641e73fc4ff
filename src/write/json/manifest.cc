#include "write/json/manifest.h"

#include <nlohmann/json.hpp>

#include "write/file_name.h"
#include "write/json/json_text.h"

namespace redress::write {
namespace {

using Json = nlohmann::ordered_json;

Json identified(const std::vector<GoverningFile>& files) {
  Json list = Json::array();
  for (const GoverningFile& file : files) {
    list.push_back({{"id", file.id}, {"name", file_name_of(file.name)}, {"sha256", file.sha256}});
  }
  return list;
}

Json without_ids(const std::vector<GoverningFile>& files) {
  Json list = Json::array();
  for (const GoverningFile& file : files) list.push_back({{"name", file_name_of(file.name)}, {"sha256", file.sha256}});
  return list;
}

Json summed(const std::vector<WrittenFile>& files) {
  Json list = Json::array();
  for (const WrittenFile& file : files) {
    list.push_back({{"name", file_name_of(file.name)}, {"bytes", file.bytes}, {"sha256", file.sha256}});
  }
  return list;
}

Json counts_section(const ManifestCounts& counts) {
  return {{"rows_in", counts.rows_in},
          {"rows_out", counts.rows_out},
          {"rows_rejected", counts.rows_rejected},
          {"rows_unusable", counts.rows_unusable},
          {"empty_lines", counts.empty_lines},
          {"people", counts.people},
          {"convictions", counts.convictions},
          {"convictions_in_scope", counts.convictions_in_scope}};
}

}  // namespace

std::string manifest_json(const RunManifest& manifest) {
  Json json;
  json["format"] = "redress.manifest";
  json["format_version"] = 1;
  json["program_version"] = manifest.version;
  json["as_of"] = to_iso(manifest.as_of);
  json["county"] = manifest.county;
  json["policies"] = identified(manifest.policies);
  json["section_sets"] = identified(manifest.section_sets);
  json["formats"] = without_ids(manifest.formats);
  Json parameters = Json::array();
  for (const ParameterText& parameter : manifest.parameters) {
    parameters.push_back({{"name", parameter.name}, {"value", parameter.value}});
  }
  json["parameters"] = std::move(parameters);
  json["inputs"] = summed(manifest.inputs);
  json["outputs"] = summed(manifest.outputs);
  json["counts"] = counts_section(manifest.counts);
  return json_text(json);
}

}  // namespace redress::write
