#include "run/recorded_run.h"

#include <doctest/doctest.h>

#include <fstream>
#include <string>
#include <vector>

#include "support/scratch_folder.h"
#include "write/checksum.h"

namespace redress::run {
namespace {

using redress::testing::ScratchFolder;

const PolicyLibrary& shipped_library() {
  static const PolicyLibrary library = [] {
    auto loaded = PolicyLibrary::load("");
    if (!loaded) FAIL(to_string(loaded.error()));
    return *std::move(loaded);
  }();
  return library;
}

void put(const std::string& path, std::string_view text) {
  std::ofstream(path, std::ios::binary) << text;
}

write::WrittenFile recorded_file(const std::string& name, std::string_view text) {
  return {name, text.size(), write::sha256_hex(text)};
}

write::GoverningFile carried(const std::string& id, const std::string& name) {
  const auto file = shipped_library().find(id);
  if (!file) FAIL(to_string(file.error()));
  return {id, name, write::sha256_hex(file->source.text)};
}

write::RunManifest recorded_manifest() {
  write::RunManifest manifest;
  manifest.as_of = {2019, 11, 11};
  manifest.county = "LOS ANGELES";
  manifest.policies = {{"office",
                        "",
                        carried("us-ca.prop64.los-angeles", "los-angeles.toml"),
                        {{"dismiss_at_age", "50", true}, {"youth_age", "30", false}}}};
  manifest.inputs = {recorded_file("county.csv", "rows")};
  return manifest;
}

Result<RecordedRun> found_in(const write::RunManifest& manifest, const std::vector<std::string>& folders) {
  const std::string no_folder;
  return find_recorded_run(manifest, {folders, no_folder, shipped_library()});
}

std::vector<std::string> ids_of(const RecordedRun& run) {
  std::vector<std::string> ids;
  for (const VerifyFinding& finding : run.findings) ids.push_back(finding.id);
  return ids;
}

TEST_CASE("a run that is recorded whole is found whole, and the parameters that were chosen are set again, no others") {
  const ScratchFolder folder;
  put(folder.at("county.csv"), "rows");
  const auto run = found_in(recorded_manifest(), {folder.at("")});
  REQUIRE(run.ok());
  CHECK(run->is_whole);
  CHECK(run->findings.empty());
  CHECK(run->request.inputs == std::vector{folder.at("") + "/county.csv"});
  CHECK(run->request.policy.policy == "us-ca.prop64.los-angeles");
  CHECK(run->request.policy.county == "LOS ANGELES");
  CHECK(run->request.policy.parameters == std::vector<std::pair<std::string, std::string>>{{"dismiss_at_age", "50"}});
  CHECK(run->request.max_rejects.kind == RejectLimit::Kind::kDefault);
}

TEST_CASE("of several files of one name the one with the recorded bytes is taken, whichever folder comes first") {
  const ScratchFolder right;
  const ScratchFolder wrong;
  put(right.at("county.csv"), "rows");
  put(wrong.at("county.csv"), "worn");
  for (const auto& folders : {std::vector{right.at(""), wrong.at("")}, std::vector{wrong.at(""), right.at("")}}) {
    const auto run = found_in(recorded_manifest(), folders);
    REQUIRE(run.ok());
    CHECK(run->findings.empty());
    CHECK(run->request.inputs == std::vector{right.at("") + "/county.csv"});
  }
  const auto changed = found_in(recorded_manifest(), {wrong.at("")});
  REQUIRE(changed.ok());
  CHECK(ids_of(*changed) == std::vector<std::string>{"input_changed"});
  CHECK(changed->is_whole);
}

TEST_CASE("a file of another size is told with both sizes, as people read numbers") {
  const ScratchFolder folder;
  put(folder.at("county.csv"), "rows");
  write::RunManifest manifest = recorded_manifest();
  manifest.inputs.front().bytes = 158287404;
  const auto run = found_in(manifest, {folder.at("")});
  REQUIRE(run.ok());
  REQUIRE(run->findings.size() == 1);
  CHECK(run->findings.front().words.ends_with("it has 4 bytes, not 158,287,404"));
}

TEST_CASE("a limit of rejects is read as a manifest writes it, and nothing else is") {
  const ScratchFolder folder;
  put(folder.at("county.csv"), "rows");
  write::RunManifest manifest = recorded_manifest();
  manifest.max_rejects = "500";
  CHECK(found_in(manifest, {folder.at("")})->request.max_rejects.rows == 500);
  manifest.max_rejects = "2.5%";
  CHECK(found_in(manifest, {folder.at("")})->request.max_rejects.percent == doctest::Approx(2.5));
  for (const char* text : {"", "many", "5 ", "-1", "%", "5%%"}) {
    CAPTURE(text);
    manifest.max_rejects = text;
    CHECK(found_in(manifest, {folder.at("")}).error().code == "manifest.key");
  }
}

TEST_CASE("what is nowhere is named, and the run is not whole") {
  const ScratchFolder folder;
  write::RunManifest manifest = recorded_manifest();
  manifest.inputs.push_back(recorded_file("standard input", "rows"));
  manifest.facts = {recorded_file("facts.csv", "rows")};
  manifest.section_sets = {{"t.none", "none.toml", write::sha256_hex("")}};
  manifest.policies.push_back({"further", "t.none with age=5", {"t.none", "none.toml", write::sha256_hex("")}, {}});
  const auto run = found_in(manifest, {folder.at("")});
  REQUIRE(run.ok());
  CHECK(!run->is_whole);
  CHECK(ids_of(*run) ==
        std::vector<std::string>{"input_missing", "input_missing", "facts_missing", "set_missing", "policy_missing"});
  CHECK(run->findings[1].words.find("save what it was given as a file named \"standard input\"") != std::string::npos);
}

TEST_CASE("an id that is a path leads to no file") {
  const ScratchFolder folder;
  put(folder.at("county.csv"), "rows");
  put(folder.at("outside.toml"), "not to be read");
  write::RunManifest manifest = recorded_manifest();
  manifest.policies.front().file.id = folder.at("outside.toml");
  const auto run = found_in(manifest, {folder.at("")});
  REQUIRE(run.ok());
  CHECK(ids_of(*run) == std::vector<std::string>{"policy_missing"});
}

}  // namespace
}  // namespace redress::run
