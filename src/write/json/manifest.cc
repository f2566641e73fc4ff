#include "write/json/manifest.h"

#include <nlohmann/json.hpp>

#include <utility>

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

Json parameter_values(const std::vector<ParameterText>& parameters) {
  Json list = Json::array();
  for (const ParameterText& parameter : parameters) {
    Json one = {{"name", parameter.name}, {"value", parameter.value}};
    if (parameter.is_chosen) one["chosen"] = true;
    list.push_back(std::move(one));
  }
  return list;
}

Json policy_list(const std::vector<GoverningPolicy>& policies) {
  Json list = Json::array();
  for (const GoverningPolicy& policy : policies) {
    Json one = {{"role", policy.role}};
    if (!policy.choice.empty()) one["choice"] = policy.choice;
    one["id"] = policy.file.id;
    one["name"] = file_name_of(policy.file.name);
    one["sha256"] = policy.file.sha256;
    one["parameters"] = parameter_values(policy.parameters);
    list.push_back(std::move(one));
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
  json["policies"] = policy_list(manifest.policies);
  json["section_sets"] = identified(manifest.section_sets);
  json["formats"] = without_ids(manifest.formats);
  json["parameters"] = parameter_values(manifest.parameters);
  json["inputs"] = summed(manifest.inputs);
  json["facts"] = summed(manifest.facts);
  json["all_rows"] = manifest.all_rows;
  json["max_rejects"] = manifest.max_rejects;
  json["outputs"] = summed(manifest.outputs);
  json["counts"] = counts_section(manifest.counts);
  return json_text(json);
}

}  // namespace redress::write
