#include "write/json/manifest_reader.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "redress/date.h"

namespace redress::write {
namespace {

using nlohmann::json;

constexpr std::string_view kFormat = "redress.manifest";
constexpr std::uint64_t kFormatVersion = 1;
constexpr std::size_t kSumDigits = 64;

// Reads keys of objects; the first fault is kept, and everything after it is empty.
class ManifestReader {
 public:
  explicit ManifestReader(const std::string& file) : file_(file) {}

  Result<RunManifest> read(std::string_view text) {
    const json document = json::parse(text, nullptr, false);
    if (document.is_discarded() || !document.is_object()) {
      return error("manifest.syntax", "this is not the manifest of a results folder");
    }
    RunManifest manifest;
    const std::string format = this->text(document, "format");
    const std::uint64_t format_version = number(document, "format_version");
    if (!fault_ && (format != kFormat || format_version != kFormatVersion)) {
      return error("manifest.other", "this manifest is of another kind, or of a later version of the program");
    }
    manifest.version = this->text(document, "program_version");
    manifest.as_of = date(document, "as_of");
    manifest.county = this->text(document, "county");
    manifest.policies = list<GoverningPolicy>(document, "policies", &ManifestReader::policy);
    manifest.section_sets = list<GoverningFile>(document, "section_sets", &ManifestReader::governing);
    manifest.formats = list<GoverningFile>(document, "formats", &ManifestReader::format);
    manifest.parameters = list<ParameterText>(document, "parameters", &ManifestReader::parameter);
    manifest.inputs = list<WrittenFile>(document, "inputs", &ManifestReader::summed);
    manifest.facts = list<WrittenFile>(document, "facts", &ManifestReader::summed);
    manifest.all_rows = truth(document, "all_rows");
    manifest.max_rejects = this->text(document, "max_rejects");
    manifest.outputs = list<WrittenFile>(document, "outputs", &ManifestReader::summed);
    manifest.counts = counts(document);
    check_roles(manifest);
    if (fault_) return *std::move(fault_);
    return manifest;
  }

 private:
  Error error(std::string code, std::string cause) const {
    Error error;
    error.kind = ErrorKind::kInput;
    error.code = std::move(code);
    error.place.file = file_;
    error.cause = std::move(cause);
    error.next_step = "Give a results folder as a run wrote it.";
    return error;
  }

  // REQUIRES: nothing; only the first fault is kept.
  void fault(std::string_view key) {
    if (!fault_)
      fault_ = error("manifest.key", "'" + path_ + std::string(key) + "' is missing or is not what a run writes");
  }

  const json* find(const json& object, std::string_view key, bool (json::*is_right)() const) {
    if (fault_) return nullptr;
    const auto found = object.is_object() ? object.find(key) : object.end();
    if (found != object.end() && ((*found).*is_right)()) return &*found;
    fault(key);
    return nullptr;
  }

  std::string text(const json& object, std::string_view key) {
    const json* found = find(object, key, &json::is_string);
    return found == nullptr ? std::string() : found->get<std::string>();
  }

  std::uint64_t number(const json& object, std::string_view key) {
    const json* found = find(object, key, &json::is_number_unsigned);
    return found == nullptr ? 0 : found->get<std::uint64_t>();
  }

  bool truth(const json& object, std::string_view key) {
    const json* found = find(object, key, &json::is_boolean);
    return found != nullptr && found->get<bool>();
  }

  Date date(const json& object, std::string_view key) {
    const std::optional<Date> day = parse_iso_date(text(object, key));
    if (!day) fault(key);
    return day.value_or(Date{});
  }

  std::string sum(const json& object) {
    std::string digits = text(object, "sha256");
    const bool is_right =
        digits.size() == kSumDigits && digits.find_first_not_of("0123456789abcdef") == std::string::npos;
    if (!is_right) fault("sha256");
    return digits;
  }

  // A name that stays within its folder.
  std::string plain_name(const json& object) {
    std::string name = text(object, "name");
    const bool leads_away = name.empty() || name == "." || name == ".." || name.find('/') != std::string::npos ||
                            name.find('\0') != std::string::npos;
    if (leads_away) fault("name");
    return name;
  }

  template <class Item>
  std::vector<Item> list(const json& object, const std::string& key, Item (ManifestReader::*read_one)(const json&)) {
    std::vector<Item> items;
    const json* found = find(object, key, &json::is_array);
    if (found == nullptr) return items;
    const std::string outer = path_;
    for (const json& one : *found) {
      path_ = outer + key + "[" + std::to_string(items.size()) + "].";
      items.push_back((this->*read_one)(one));
    }
    path_ = outer;
    return items;
  }

  GoverningFile governing(const json& object) { return {text(object, "id"), plain_name(object), sum(object)}; }
  GoverningFile format(const json& object) { return {{}, plain_name(object), sum(object)}; }
  ParameterText parameter(const json& object) {
    ParameterText parameter{text(object, "name"), text(object, "value")};
    parameter.is_chosen = object.is_object() && object.contains("chosen") && truth(object, "chosen");
    return parameter;
  }
  WrittenFile summed(const json& object) { return {plain_name(object), number(object, "bytes"), sum(object)}; }

  GoverningPolicy policy(const json& object) {
    GoverningPolicy policy;
    policy.role = text(object, "role");
    constexpr std::array kRoles = {"office", "statute", "further", "criteria"};
    if (std::find(kRoles.begin(), kRoles.end(), policy.role) == kRoles.end()) fault("role");
    if (policy.role == "further") policy.choice = text(object, "choice");
    policy.file = governing(object);
    policy.parameters = list<ParameterText>(object, "parameters", &ManifestReader::parameter);
    return policy;
  }

  ManifestCounts counts(const json& document) {
    const json* found = find(document, "counts", &json::is_object);
    if (found == nullptr) return {};
    path_ = "counts.";
    ManifestCounts counts{number(*found, "rows_in"),       number(*found, "rows_out"),
                          number(*found, "rows_rejected"), number(*found, "rows_unusable"),
                          number(*found, "empty_lines"),   number(*found, "people"),
                          number(*found, "convictions"),   number(*found, "convictions_in_scope")};
    path_.clear();
    return counts;
  }

  // The office's policy stands first and once.
  void check_roles(const RunManifest& manifest) {
    const auto is_office = [](const GoverningPolicy& policy) { return policy.role == "office"; };
    const bool is_right = !manifest.policies.empty() && is_office(manifest.policies.front()) &&
                          std::count_if(manifest.policies.begin(), manifest.policies.end(), is_office) == 1;
    if (!is_right) fault("policies");
  }

  const std::string& file_;
  std::string path_;  // of the object being read: "inputs[0]."
  std::optional<Error> fault_;
};

}  // namespace

Result<RunManifest> read_manifest(std::string_view text, const std::string& file) {
  return ManifestReader(file).read(text);
}

}  // namespace redress::write
