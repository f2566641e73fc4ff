#include "write/standing_file.h"

#include <doctest/doctest.h>

#include "write/checksum.h"
#include "write/results_builder.h"

namespace redress::write {
namespace {

using testing::Scratch;

TEST_CASE("a standing file is read whole, with its size and checksum, however long it is") {
  const Scratch scratch;
  const std::string text = std::string(600'000, 'a') + "\n";
  scratch.put("x.csv", text, 0600);
  scratch.put("empty.csv", "", 0600);
  const auto found = standing_file(scratch.at(""), "x.csv");
  REQUIRE(found.ok());
  CHECK(found->name == "x.csv");
  CHECK(found->bytes == text.size());
  CHECK(found->sha256 == sha256_hex(text));
  CHECK(standing_text(scratch.at(""), "x.csv", text.size()).value() == text);
  CHECK(standing_text(scratch.at(""), "empty.csv", 0).value().empty());
}

TEST_CASE("a standing file that is missing, a folder, a link or too large is refused by name") {
  const Scratch scratch;
  scratch.make_folder("folder");
  scratch.put("x", "text", 0600);
  std::filesystem::create_symlink("x", scratch.at("link"));
  const std::string folder = scratch.at("");
  CHECK(standing_file(folder, "absent").error().code == "results.file_missing");
  CHECK(standing_file(folder, "folder").error().code == "results.not_a_file");
  CHECK(standing_file(folder, "link").error().code == "results.not_a_file");
  CHECK(standing_text(folder, "x", 3).error().code == "results.too_large");
  CHECK(standing_text(folder, "x", 4).ok());
  CHECK(standing_file(folder, "absent").error().place.file == folder + "/absent");
}

TEST_CASE("a file given as the folder is told to be one, and which folder is meant") {
  const Scratch scratch;
  scratch.put("small.csv", "text", 0600);
  const auto standing = standing_text(scratch.at("small.csv"), "manifest.json", 100);
  REQUIRE_FALSE(standing.ok());
  CHECK(standing.error().code == "results.not_a_folder");
  CHECK(standing.error().place.file == scratch.at("small.csv"));
  CHECK(standing.error().cause == "this is a file, not a results folder");
  CHECK(standing.error().next_step == "Give the results folder as the run wrote it, with its manifest.json inside.");
}

TEST_CASE("the names of a folder are sorted, and what is no folder cannot be listed") {
  const Scratch scratch;
  scratch.put("b", "", 0600);
  scratch.put("a", "", 0600);
  CHECK(standing_names(scratch.at("")).value() == std::vector<std::string>{"a", "b"});
  for (const std::string name : {"b", "absent"}) {
    const auto names = standing_names(scratch.at(name));
    REQUIRE_FALSE(names.ok());
    CHECK(names.error().code == "results.unreadable");
    CHECK(names.error().place.file == scratch.at(name));
  }
}

TEST_CASE("permissions are those of a file or folder, never of a link") {
  const Scratch scratch;
  scratch.put("x", "", 0640);
  scratch.make_folder("folder");
  std::filesystem::create_symlink("x", scratch.at("link"));
  CHECK(standing_mode(scratch.at("x")) == 0640U);
  CHECK(standing_mode(scratch.at("folder")) == 0700U);
  CHECK(standing_mode(scratch.at("link")) == std::nullopt);
  CHECK(standing_mode(scratch.at("absent")) == std::nullopt);
}

}  // namespace
}  // namespace redress::write
