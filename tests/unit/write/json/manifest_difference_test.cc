#include "write/json/manifest_difference.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "write/json/json_builder.h"

using namespace redress;
using namespace redress::write;
using namespace redress::write::testing;

namespace {

// "what: first | second", one a line.
std::string words_of(const std::vector<ManifestDifference>& differences) {
  std::string text;
  for (const ManifestDifference& one : differences) text += one.what + ": " + one.first + " | " + one.second + "\n";
  return text;
}

const std::string kOtherSum(64, 'b');

}  // namespace

TEST_CASE("two manifests that say the same have no difference, whatever the runs gave") {
  RunManifest second = small_manifest();
  second.outputs.clear();
  second.counts = {};
  CHECK(words_of(manifest_difference(small_manifest(), second)).empty());
}

TEST_CASE("the day, the county, the program and the office's parameters are told apart") {
  RunManifest second = small_manifest();
  second.version = "0.2.0";
  second.as_of = Date{2020, 11, 11};
  second.county = "KERN";
  second.parameters = {{"dismiss_at_age", "60"}, {"youth_age", "21"}};
  CHECK(words_of(manifest_difference(small_manifest(), second)) ==
        "version of the program: 0.1.0 | 0.2.0\n"
        "as-of date: 2019-11-11 | 2020-11-11\n"
        "county: LOS ANGELES | KERN\n"
        "parameter dismiss_at_age: 50 | 60\n"
        "parameter youth_age: none | 21\n");
}

TEST_CASE("what a run was asked to write and to put up with is told apart") {
  RunManifest second = small_manifest();
  second.all_rows = false;
  second.max_rejects = "5%";
  CHECK(words_of(manifest_difference(small_manifest(), second)) ==
        "rejects allowed: default | 5%\nrows written: all | only those decided\n");
}

TEST_CASE("a file of another content, one that is new and one that is gone are told apart") {
  RunManifest first = small_manifest();
  RunManifest second = small_manifest();
  first.inputs = {{"county.dat", 158287404, kSum}, {"gone.dat", 3, kSum}};
  second.inputs = {{"county.dat", 14, kOtherSum}, {"new.dat", 5, kSum}};
  CHECK(words_of(manifest_difference(first, second)) ==
        "input county.dat: 158,287,404 bytes, checksum aaaaaaaaaaaa… | 14 bytes, checksum bbbbbbbbbbbb…\n"
        "input gone.dat: 3 bytes, checksum aaaaaaaaaaaa… | none\n"
        "input new.dat: none | 5 bytes, checksum aaaaaaaaaaaa…\n");
}

TEST_CASE("the order of inputs is no difference") {
  RunManifest first = small_manifest();
  RunManifest second = small_manifest();
  first.inputs = {{"a.dat", 1, kSum}, {"b.dat", 2, kOtherSum}};
  second.inputs = {{"b.dat", 2, kOtherSum}, {"a.dat", 1, kSum}};
  CHECK(manifest_difference(first, second).empty());
}

TEST_CASE("a policy, its text, further choices and section sets are told apart") {
  RunManifest second = small_manifest();
  second.policies[0].file.id = "test.changed";
  second.policies[0].file.sha256 = kOtherSum;
  second.policies.erase(second.policies.begin() + 1);
  second.section_sets[0].sha256 = kOtherSum;
  CHECK(words_of(manifest_difference(small_manifest(), second)) ==
        "policy of the office: test.plan | test.changed\n"
        "further policy: other.toml with dismiss_at_age=60 | none\n"
        "text of the policy test.changed: none | checksum bbbbbbbbbbbb…\n"
        "text of the policy test.other: checksum aaaaaaaaaaaa… | none\n"
        "text of the policy test.plan: checksum aaaaaaaaaaaa… | none\n"
        "section set prop64: checksum aaaaaaaaaaaa… | checksum bbbbbbbbbbbb…\n");
}

TEST_CASE("one text that serves the office and a further policy is named once") {
  RunManifest first = small_manifest();
  first.policies[1].file = first.policies[0].file;
  RunManifest second = first;
  second.policies.erase(second.policies.begin() + 1);
  CHECK(words_of(manifest_difference(first, second)) == "further policy: other.toml with dismiss_at_age=60 | none\n");
}
