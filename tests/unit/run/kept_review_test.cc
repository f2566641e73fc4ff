#include "run/kept_review.h"

#include <doctest/doctest.h>

#include <sys/stat.h>

#include <fstream>
#include <iterator>
#include <string>

#include "run/policy_library.h"
#include "support/scratch_folder.h"

namespace redress::run {
namespace {

using redress::testing::ScratchFolder;

const model::WorkbookLayout& layout() {
  static const Formats formats = [] {
    Result<Formats> loaded = load_formats();
    REQUIRE(loaded.ok());
    return *std::move(loaded);
  }();
  return formats.workbook;
}

model::HandEntries one_entry(const std::string& row_id, const std::string& reason) {
  std::vector<std::string> texts(layout().entries().size());
  texts[1] = reason;
  return {{row_id, texts}};
}

std::string kept_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

Result<model::HandEntries> kept_of(const std::string& text) {
  const ScratchFolder folder;
  std::ofstream(folder.at(kReviewName), std::ios::binary) << text;
  return kept_entries(folder.at("."), layout());
}

TEST_CASE("a folder without a review has no entries") {
  const ScratchFolder folder;
  const auto kept = kept_entries(folder.at("."), layout());
  REQUIRE(kept.ok());
  CHECK(kept->empty());
}

TEST_CASE("entries come back as they were written, with commas, quotes and line ends in them") {
  for (const char* reason : {"plain", "with, a comma", "a \"quote\"", "two\nlines", "Nguy\u1ec5n", " "}) {
    CAPTURE(reason);
    const model::HandEntries entries = one_entry("K0000001", reason);
    const auto kept = kept_of(review_text(entries, layout()));
    REQUIRE(kept.ok());
    CHECK(*kept == entries);
  }
}

TEST_CASE("a file that is no review is refused and named, and what it holds is not repeated") {
  const std::string good = review_text(one_entry("K0000001", "SECRET"), layout());
  const std::string line = good.substr(good.find('\n') + 1);
  for (const std::string& text : {"Row,Other\n" + line, good + line, good + "K2,\"SECRET\n", "x" + good}) {
    const auto kept = kept_of(text);
    REQUIRE(!kept.ok());
    CHECK(kept.error().code == "review.syntax");
    CHECK(kept.error().place.file.ends_with(kReviewName));
    CHECK(to_string(kept.error()).find("SECRET") == std::string::npos);
  }
}

TEST_CASE("a file takes the place of the one that stood there, readable by its owner alone") {
  const ScratchFolder folder;
  for (const char* text : {"first", "second and longer", "x"}) {
    REQUIRE(replace_file(folder.at("."), kReviewName, text).ok());
    CHECK(kept_text(folder.at(kReviewName)) == text);
  }
  struct stat facts = {};
  REQUIRE(::stat(folder.at(kReviewName).c_str(), &facts) == 0);
  CHECK((facts.st_mode & 0777U) == 0600U);
  CHECK(::stat(folder.at(std::string(kReviewName) + ".new").c_str(), &facts) != 0);
}

TEST_CASE("what a review that was ended has left aside is no obstacle for the next") {
  const ScratchFolder folder;
  std::ofstream(folder.at(std::string(kReviewName) + ".new")) << "half";
  REQUIRE(replace_file(folder.at("."), kReviewName, "whole").ok());
  CHECK(kept_text(folder.at(kReviewName)) == "whole");
}

TEST_CASE("a folder that is not there is named") {
  const ScratchFolder folder;
  const Status put = replace_file(folder.at("nowhere"), kReviewName, "text");
  REQUIRE(!put.ok());
  CHECK(put.error().place.file.find("nowhere") != std::string::npos);
}

}  // namespace
}  // namespace redress::run
