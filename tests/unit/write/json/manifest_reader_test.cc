#include "write/json/manifest_reader.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include <string>

namespace redress::write {
namespace {

using nlohmann::json;

const std::string kDigits(64, 'a');

RunManifest whole_manifest() {
  RunManifest manifest;
  manifest.version = "0.1.0";
  manifest.as_of = {2019, 11, 11};
  manifest.county = "LOS ANGELES";
  manifest.policies = {{"office", "", {"t.office", "office.toml", kDigits}, {{"age", "50"}, {"chosen", ""}}},
                       {"statute", "", {"t.statute", "statute.toml", kDigits}, {}},
                       {"further", "t.other with age=60", {"t.other", "other.toml", kDigits}, {{"age", "60"}}},
                       {"criteria", "", {"t.criteria", "criteria.toml", kDigits}, {}}};
  manifest.section_sets = {{"t.set", "set.toml", kDigits}};
  manifest.formats = {{"", "doj.csv", kDigits}};
  manifest.parameters = {{"age", "50"}};
  manifest.inputs = {{"county.csv.gz", 1234, kDigits}, {"standard input", 0, kDigits}};
  manifest.facts = {{"facts.csv", 7, kDigits}};
  manifest.all_rows = false;
  manifest.max_rejects = "2%";
  manifest.outputs = {{"convictions.csv", 99, kDigits}};
  manifest.counts = {9, 7, 2, 1, 1, 2, 6, 5};
  return manifest;
}

Error error_of(const json& document) {
  const auto read = read_manifest(document.dump(), "results/manifest.json");
  REQUIRE(!read.ok());
  CHECK(read.error().kind == ErrorKind::kInput);
  CHECK(read.error().place.file == "results/manifest.json");
  return read.error();
}

TEST_CASE("a manifest read back and written again has the same bytes") {
  const std::string text = manifest_json(whole_manifest());
  const auto read = read_manifest(text, "manifest.json");
  REQUIRE(read.ok());
  CHECK(manifest_json(*read) == text);
  CHECK(read->policies[2].choice == "t.other with age=60");
  CHECK(read->counts.convictions_in_scope == 5);
}

TEST_CASE("what is no manifest is refused, whatever its bytes") {
  for (const std::string& text : {std::string(), std::string("{"), std::string("[]"), std::string("\xff\xfe{}"),
                                 std::string(100'000, '['), std::string("{} {}")}) {
    CAPTURE(text.size());
    CHECK(read_manifest(text, "m").error().code == "manifest.syntax");
  }
}

TEST_CASE("a manifest of another kind or version is refused as such") {
  json document = json::parse(manifest_json(whole_manifest()));
  document["format"] = "redress.summary";
  CHECK(error_of(document).code == "manifest.other");
  document["format"] = "redress.manifest";
  document["format_version"] = 2;
  CHECK(error_of(document).code == "manifest.other");
}

TEST_CASE("every key that a replay needs is asked for, and the fault named by its path") {
  const json whole = json::parse(manifest_json(whole_manifest()));
  for (const auto& [key, value] : whole.items()) {
    CAPTURE(key);
    json without = whole;
    without.erase(key);
    CHECK(error_of(without).cause.find("'" + key + "'") != std::string::npos);
    json other = whole;
    other[key] = nullptr;
    CHECK(error_of(other).code == "manifest.key");
  }
  struct Fault {
    std::string pointer, path;
    json value;
  };
  for (const Fault& fault : {Fault{"/inputs/1/sha256", "inputs[1].sha256", "ABC"},
                             Fault{"/inputs/0/bytes", "inputs[0].bytes", -1},
                             Fault{"/inputs/0/name", "inputs[0].name", "../secret"},
                             Fault{"/outputs/0/name", "outputs[0].name", ".."},
                             Fault{"/facts/0/name", "facts[0].name", ""},
                             Fault{"/policies/0/role", "policies[0].role", "boss"},
                             Fault{"/policies/1/role", "policies", "office"},
                             Fault{"/policies/0/role", "policies", "statute"},
                             Fault{"/policies/2/choice", "policies[2].choice", 5},
                             Fault{"/policies/0/parameters/1/value", "policies[0].parameters[1].value", 5},
                             Fault{"/policies/0/parameters", "policies[0].parameters", "age"},
                             Fault{"/as_of", "as_of", "2019-02-30"},
                             Fault{"/all_rows", "all_rows", "yes"},
                             Fault{"/counts/people", "counts.people", 1.5},
                             Fault{"/inputs/0", "inputs[0].name", "county.csv"}}) {
    CAPTURE(fault.pointer);
    json document = whole;
    document[json::json_pointer(fault.pointer)] = fault.value;
    CHECK(error_of(document).cause.find("'" + fault.path + "'") != std::string::npos);
  }
}

}  // namespace
}  // namespace redress::write
