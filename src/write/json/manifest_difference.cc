#include "write/json/manifest_difference.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "base/text.h"

namespace redress::write {
namespace {

constexpr std::string_view kAbsent = "none";
constexpr std::size_t kShownDigits = 12;  // of a checksum: enough to tell two texts apart

// What is said of each thing, by its name; several of one name one after the other.
using Named = std::multimap<std::string, std::string>;

std::string checksum_words(std::string_view sha256) {
  return "checksum " + std::string(sha256.substr(0, kShownDigits)) + "…";
}

Named named_files(std::string_view kind, const std::vector<WrittenFile>& files) {
  Named named;
  for (const WrittenFile& file : files) {
    named.emplace(std::string(kind) + " " + file.name, grouped(file.bytes) + " bytes, " + checksum_words(file.sha256));
  }
  return named;
}

Named named_texts(std::string_view kind, const std::vector<GoverningFile>& files) {
  Named named;
  for (const GoverningFile& file : files)
    named.emplace(std::string(kind) + " " + (file.id.empty() ? file.name : file.id), checksum_words(file.sha256));
  return named;
}

Named named_parameters(const std::vector<ParameterText>& parameters) {
  Named named;
  for (const ParameterText& parameter : parameters) named.emplace("parameter " + parameter.name, parameter.value);
  return named;
}

// The policies beside the office's, and the texts that all of them have: one text may serve several.
Named named_policies(const std::vector<GoverningPolicy>& policies) {
  Named named;
  std::set<std::string> seen;
  for (const GoverningPolicy& policy : policies) {
    if (policy.role == "further") named.emplace("further policy", policy.choice);
    if (!seen.insert(policy.file.id + " " + policy.file.sha256).second) continue;
    named.emplace("text of the policy " + policy.file.id, checksum_words(policy.file.sha256));
  }
  return named;
}

class Differences {
 public:
  void texts(std::string what, const std::string& first, const std::string& second) {
    if (first != second) list_.push_back({std::move(what), first, second});
  }

  // What both say alike is passed over; the rest of each name stands side by side.
  void named(Named first, Named second) {
    for (auto it = first.begin(); it != first.end();) {
      const auto same = find_same(second, *it);
      if (same == second.end()) {
        ++it;
        continue;
      }
      second.erase(same);
      it = first.erase(it);
    }
    while (!first.empty() || !second.empty()) {
      const bool from_first = second.empty() || (!first.empty() && first.begin()->first <= second.begin()->first);
      const std::string what = from_first ? first.begin()->first : second.begin()->first;
      list_.push_back({what, take(first, what), take(second, what)});
    }
  }

  std::vector<ManifestDifference> list() { return std::move(list_); }

 private:
  static Named::iterator find_same(Named& named, const Named::value_type& wanted) {
    const auto [begin, end] = named.equal_range(wanted.first);
    for (auto it = begin; it != end; ++it) {
      if (it->second == wanted.second) return it;
    }
    return named.end();
  }

  static std::string take(Named& named, const std::string& what) {
    const auto found = named.find(what);
    if (found == named.end()) return std::string(kAbsent);
    std::string text = std::move(found->second);
    named.erase(found);
    return text;
  }

  std::vector<ManifestDifference> list_;
};

std::string office_id(const RunManifest& manifest) {
  for (const GoverningPolicy& policy : manifest.policies) {
    if (policy.role == "office") return policy.file.id;
  }
  return std::string(kAbsent);
}

}  // namespace

std::vector<ManifestDifference> manifest_difference(const RunManifest& first, const RunManifest& second) {
  Differences differences;
  differences.texts("version of the program", first.version, second.version);
  differences.texts("as-of date", to_iso(first.as_of), to_iso(second.as_of));
  differences.texts("county", first.county, second.county);
  differences.texts("policy of the office", office_id(first), office_id(second));
  differences.named(named_policies(first.policies), named_policies(second.policies));
  differences.named(named_parameters(first.parameters), named_parameters(second.parameters));
  differences.named(named_texts("section set", first.section_sets), named_texts("section set", second.section_sets));
  differences.named(named_texts("table of columns", first.formats), named_texts("table of columns", second.formats));
  differences.named(named_files("input", first.inputs), named_files("input", second.inputs));
  differences.named(named_files("facts", first.facts), named_files("facts", second.facts));
  differences.texts("rejects allowed", first.max_rejects, second.max_rejects);
  const auto rows_kept = [](const RunManifest& manifest) { return manifest.all_rows ? "all" : "only those decided"; };
  differences.texts("rows written", rows_kept(first), rows_kept(second));
  return differences.list();
}

}  // namespace redress::write
