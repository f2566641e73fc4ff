#include "write/results_folder.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>

#include "write/results_builder.h"

using namespace redress;
using namespace redress::write;
using namespace redress::write::testing;

namespace {

// A whole run: two files, written and finished. The first failure, or nothing.
std::optional<Error> run_into(const std::string& out, OutputCalls calls = system_calls()) {
  auto folder = ResultsFolder::begin(out, std::move(calls));
  if (!folder) return folder.error();
  for (const char* name : {"convictions.csv", "manifest.json"}) {
    auto sink = (*folder)->open(name);
    if (!sink) return sink.error();
    if (Status written = (*sink)->write(std::string(600'000, 'x')); !written) return written.error();
  }
  if (Status finished = (*folder)->finish(); !finished) return finished.error();
  return std::nullopt;
}

std::string code_of(const std::optional<Error>& error) {
  return error ? error->code : "none";
}

}  // namespace

TEST_CASE("a finished folder has its files, for its owner only, and nothing stands beside it") {
  const Scratch scratch;
  const std::string out = scratch.at("results");
  REQUIRE_FALSE(run_into(out));
  CHECK(text_of(out + "/convictions.csv").size() == 600'000);
  CHECK(exists(out + "/manifest.json"));
  CHECK(mode_of(out) == 0700);
  CHECK(mode_of(out + "/convictions.csv") == 0600);
  CHECK_FALSE(exists(out + ".unfinished"));
}

TEST_CASE("nothing stands at the place of the results before they are finished") {
  const Scratch scratch;
  auto folder = ResultsFolder::begin(scratch.at("results"));
  REQUIRE(folder);
  REQUIRE((*folder)->open("a.csv"));
  CHECK_FALSE(exists(scratch.at("results")));
  CHECK(mode_of(scratch.at("results.unfinished")) == 0700);
  REQUIRE((*folder)->finish());
  CHECK(exists(scratch.at("results") + "/a.csv"));
}

TEST_CASE("an empty folder is taken over, one that others may read becomes its owner's only") {
  const Scratch scratch;
  scratch.make_folder("results");
  ::chmod(scratch.at("results").c_str(), 0755);
  REQUIRE_FALSE(run_into(scratch.at("results")));
  CHECK(mode_of(scratch.at("results")) == 0700);
}

TEST_CASE("slashes at the end of the name make no difference") {
  const Scratch scratch;
  REQUIRE_FALSE(run_into(scratch.at("results") + "//"));
  CHECK(exists(scratch.at("results") + "/manifest.json"));
}

TEST_CASE("a folder that is dropped or abandoned leaves nothing behind") {
  const Scratch scratch;
  {
    auto folder = ResultsFolder::begin(scratch.at("results"));
    REQUIRE(folder);
    auto sink = (*folder)->open("a.csv");
    REQUIRE(sink);
    REQUIRE((*sink)->write("half"));
  }
  CHECK(scratch.is_empty());
  auto folder = ResultsFolder::begin(scratch.at("results"));
  REQUIRE(folder);
  (*folder)->abandon();
  (*folder)->abandon();
  CHECK(scratch.is_empty());
}

TEST_CASE("a folder that holds something is refused and stays as it is") {
  const Scratch scratch;
  scratch.make_folder("results");
  scratch.put("results/mine.txt", "mine", 0644);
  const auto error = run_into(scratch.at("results"));
  CHECK(code_of(error) == "output.not_empty");
  CHECK(error->place.file == scratch.at("results"));
  CHECK(text_of(scratch.at("results/mine.txt")) == "mine");
  CHECK_FALSE(exists(scratch.at("results.unfinished")));
}

TEST_CASE("a folder with a hidden file only is not empty") {
  const Scratch scratch;
  scratch.make_folder("results");
  scratch.put("results/.hidden", "", 0600);
  CHECK(code_of(run_into(scratch.at("results"))) == "output.not_empty");
}

TEST_CASE("a file in place of the folder is refused") {
  const Scratch scratch;
  scratch.put("results", "mine", 0600);
  CHECK(code_of(run_into(scratch.at("results"))) == "output.is_a_file");
  CHECK(text_of(scratch.at("results")) == "mine");
}

TEST_CASE("a symbolic link in place of the folder is refused, wherever it leads") {
  const Scratch scratch;
  scratch.make_folder("elsewhere");
  std::filesystem::create_symlink(scratch.at("elsewhere"), scratch.at("results"));
  CHECK(code_of(run_into(scratch.at("results"))) == "output.is_a_link");
  std::filesystem::create_symlink(scratch.at("nowhere"), scratch.at("dangling"));
  CHECK(code_of(run_into(scratch.at("dangling"))) == "output.is_a_link");
  CHECK(std::filesystem::is_empty(scratch.at("elsewhere")));
}

TEST_CASE("a symbolic link in place of the unfinished folder is refused and not followed") {
  const Scratch scratch;
  scratch.make_folder("elsewhere");
  scratch.put("elsewhere/mine.csv", "mine", 0600);
  std::filesystem::create_symlink(scratch.at("elsewhere"), scratch.at("results.unfinished"));
  CHECK(code_of(run_into(scratch.at("results"))) == "output.left_over");
  CHECK(text_of(scratch.at("elsewhere/mine.csv")) == "mine");
}

TEST_CASE("a parent that is a link is followed, one that is not there is named") {
  const Scratch scratch;
  scratch.make_folder("office");
  std::filesystem::create_directory_symlink(scratch.at("office"), scratch.at("link"));
  CHECK_FALSE(run_into(scratch.at("link/results")));
  CHECK(exists(scratch.at("office/results/manifest.json")));
  const auto error = run_into(scratch.at("absent/results"));
  CHECK(code_of(error) == "output.no_parent");
  CHECK(error->next_step.find(scratch.at("absent")) != std::string::npos);
}

TEST_CASE("a name that names no new folder is refused") {
  const Scratch scratch;
  for (const std::string& name :
       {scratch.at("."), scratch.at(".."), std::string(""), std::string("/"), std::string(".")}) {
    CAPTURE(name);
    CHECK(code_of(run_into(name)) == "output.bad_name");
  }
}

TEST_CASE("what a killed run left is removed") {
  const Scratch scratch;
  scratch.make_folder("results.unfinished");
  scratch.put("results.unfinished/convictions.csv", "half", 0600);
  scratch.put("results.unfinished/old.csv", "half", 0600);
  REQUIRE_FALSE(run_into(scratch.at("results")));
  CHECK(text_of(scratch.at("results/convictions.csv")).size() == 600'000);
  CHECK_FALSE(exists(scratch.at("results/old.csv")));
  CHECK_FALSE(exists(scratch.at("results.unfinished")));
}

TEST_CASE("an unfinished folder with what no run has written is left alone") {
  const Scratch scratch;
  scratch.make_folder("results.unfinished");
  scratch.put("results.unfinished/a.csv", "half", 0600);
  scratch.put("results.unfinished/letter.txt", "mine", 0644);
  CHECK(code_of(run_into(scratch.at("results"))) == "output.left_over");
  CHECK(text_of(scratch.at("results.unfinished/letter.txt")) == "mine");
  CHECK(exists(scratch.at("results.unfinished/a.csv")));
  std::filesystem::remove(scratch.at("results.unfinished/letter.txt"));
  scratch.make_folder("results.unfinished/inner");
  CHECK(code_of(run_into(scratch.at("results"))) == "output.left_over");
}

TEST_CASE("a file in place of the unfinished folder is left alone") {
  const Scratch scratch;
  scratch.put("results.unfinished", "mine", 0600);
  CHECK(code_of(run_into(scratch.at("results"))) == "output.left_over");
  CHECK(text_of(scratch.at("results.unfinished")) == "mine");
}

TEST_CASE("a second run is refused while the first is at work, and harms it not") {
  const Scratch scratch;
  auto first = ResultsFolder::begin(scratch.at("results"));
  REQUIRE(first);
  auto sink = (*first)->open("a.csv");
  REQUIRE(sink);
  REQUIRE((*sink)->write("text"));
  CHECK(code_of(run_into(scratch.at("results"))) == "output.busy");
  CHECK(exists(scratch.at("results.unfinished")));
  REQUIRE((*first)->finish());
  CHECK(text_of(scratch.at("results/a.csv")) == "text");
}

TEST_CASE("the place is free again once the first run ends without results") {
  const Scratch scratch;
  auto first = ResultsFolder::begin(scratch.at("results"));
  REQUIRE(first);
  (*first)->abandon();
  CHECK_FALSE(run_into(scratch.at("results")));
}

TEST_CASE("what came to stand at the place in the meantime is not replaced") {
  const Scratch scratch;
  auto folder = ResultsFolder::begin(scratch.at("results"));
  REQUIRE(folder);
  REQUIRE((*folder)->open("a.csv"));
  scratch.make_folder("results");
  scratch.put("results/mine.txt", "mine", 0644);
  const Status finished = (*folder)->finish();
  REQUIRE_FALSE(finished);
  CHECK(finished.error().code == "output.not_empty");
  CHECK(text_of(scratch.at("results/mine.txt")) == "mine");
  CHECK_FALSE(exists(scratch.at("results/a.csv")));
  CHECK_FALSE(exists(scratch.at("results.unfinished")));
}

TEST_CASE("two files of one name are an error") {
  const Scratch scratch;
  auto folder = ResultsFolder::begin(scratch.at("results"));
  REQUIRE(folder);
  REQUIRE((*folder)->open("a.csv"));
  const auto again = (*folder)->open("a.csv");
  REQUIRE_FALSE(again);
  CHECK(again.error().code == "output.not_writable");
  CHECK(again.error().place.file == scratch.at("results") + "/a.csv");
}

TEST_CASE("whichever call fails, at whichever time, results are absent, nothing is left, and all is closed") {
  for (const Call call : {Call::kMakeFolder, Call::kOpenFolder, Call::kLockFolder, Call::kCreateFile, Call::kWrite,
                          Call::kSync, Call::kRename}) {
    int time = 1;
    for (;; ++time) {
      const Scratch scratch;
      const auto state = std::make_shared<Calls>();
      state->failing = call;
      state->failing_time = time;
      const auto error = run_into(scratch.at("results"), failing_calls(state));
      CAPTURE(static_cast<int>(call));
      CAPTURE(time);
      CHECK(state->open_files == 0);
      if (state->times < time) {  // the run has no such time
        CHECK_FALSE(error);
        break;
      }
      REQUIRE(error);
      CHECK(error->kind == ErrorKind::kOutput);
      CHECK(error->place.file.rfind(std::filesystem::path(scratch.at("x")).parent_path().string(), 0) == 0);
      CHECK(error->cause.find("Input/output error") != std::string::npos);
      CHECK_FALSE(error->next_step.empty());
      CHECK(scratch.is_empty());
    }
    CHECK(time > 1);
  }
}

TEST_CASE("a file that could not be closed is no finished file") {
  const Scratch scratch;
  const auto state = std::make_shared<Calls>();
  auto folder = ResultsFolder::begin(scratch.at("results"), failing_calls(state));
  REQUIRE(folder);
  auto sink = (*folder)->open("a.csv");
  REQUIRE(sink);
  state->failing = Call::kClose;
  const Status finished = (*folder)->finish();
  REQUIRE_FALSE(finished);
  CHECK(finished.error().cause == "the file could not be closed: Input/output error");
  CHECK(finished.error().place.file == scratch.at("results") + "/a.csv");
  CHECK(scratch.is_empty());
}

TEST_CASE("a disk that fills up at any write says so and leaves nothing") {
  for (const Call call : {Call::kMakeFolder, Call::kCreateFile, Call::kWrite, Call::kSync}) {
    const Scratch scratch;
    const auto state = std::make_shared<Calls>();
    state->failing = call;
    state->reason = ENOSPC;
    CHECK(code_of(run_into(scratch.at("results"), failing_calls(state))) == "output.disk_full");
    CHECK(scratch.is_empty());
  }
}

TEST_CASE("a file system that cannot save a folder to the disk is no reason to fail") {
  for (const int reason : {EINVAL, ENOTSUP}) {
    const Scratch scratch;
    const auto state = std::make_shared<Calls>();
    state->failing = Call::kSync;
    state->failing_time = 3;  // after the two files: the folder
    state->reason = reason;
    CHECK_FALSE(run_into(scratch.at("results"), failing_calls(state)));
    CHECK(exists(scratch.at("results/manifest.json")));
  }
}

TEST_CASE("an empty folder that was there is gone at worst when a run fails at the very end") {
  const Scratch scratch;
  scratch.make_folder("results");
  const auto state = std::make_shared<Calls>();
  state->failing = Call::kSync;
  state->failing_time = 4;  // the parent, after the rename
  CHECK(code_of(run_into(scratch.at("results"), failing_calls(state))) == "output.write_failed");
  CHECK(scratch.is_empty());
}
