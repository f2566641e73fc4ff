#include "write/output_file.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <string>

#include "write/results_builder.h"

namespace redress::write {
namespace {

class Folder {
 public:
  explicit Folder(const std::string& name)
      : path_(std::filesystem::temp_directory_path() / ("redress_output_" + name)) {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }

  std::string file(const std::string& name) const { return (path_ / name).string(); }
  bool is_empty() const { return std::filesystem::is_empty(path_); }

 private:
  std::filesystem::path path_;
};

TEST_CASE("a finished file has what was written, is its owner's only, and nothing lies beside it") {
  const Folder folder("whole");
  auto file = OutputFile::begin(folder.file("people.csv"));
  REQUIRE(file);
  REQUIRE((*file)->sink().write("one\ntwo\n"));
  CHECK_FALSE(std::filesystem::exists(folder.file("people.csv")));
  const auto written = (*file)->finish();
  REQUIRE(written);
  CHECK(written->bytes == 8);
  CHECK(testing::text_of(folder.file("people.csv")) == "one\ntwo\n");
  struct stat status {};
  REQUIRE(::stat(folder.file("people.csv").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
  CHECK(std::distance(std::filesystem::directory_iterator(folder.file("")), {}) == 1);
}

TEST_CASE("a file that is not finished leaves nothing behind") {
  const Folder folder("dropped");
  {
    auto file = OutputFile::begin(folder.file("people.csv"));
    REQUIRE(file);
    REQUIRE((*file)->sink().write("half"));
  }
  CHECK(folder.is_empty());
}

TEST_CASE("a file that exists is never replaced") {
  const Folder folder("exists");
  std::ofstream(folder.file("people.csv")) << "mine";
  const auto file = OutputFile::begin(folder.file("people.csv"));
  REQUIRE_FALSE(file.ok());
  CHECK(file.error().code == "output.exists");
  CHECK(testing::text_of(folder.file("people.csv")) == "mine");
}

TEST_CASE("a file that came up in the meantime is never replaced") {
  const Folder folder("meantime");
  auto file = OutputFile::begin(folder.file("people.csv"));
  REQUIRE(file);
  std::ofstream(folder.file("people.csv")) << "mine";
  const auto written = (*file)->finish();
  REQUIRE_FALSE(written.ok());
  CHECK(written.error().code == "output.exists");
  CHECK(testing::text_of(folder.file("people.csv")) == "mine");
}

TEST_CASE("what a killed run left is removed") {
  const Folder folder("left");
  std::ofstream(folder.file("people.csv.unfinished")) << "half";
  auto file = OutputFile::begin(folder.file("people.csv"));
  REQUIRE(file);
  REQUIRE((*file)->finish());
  CHECK(testing::text_of(folder.file("people.csv")).empty());
  CHECK_FALSE(std::filesystem::exists(folder.file("people.csv.unfinished")));
}

TEST_CASE("a second run of the same file is refused while the first is at work") {
  const Folder folder("busy");
  auto first = OutputFile::begin(folder.file("people.csv"));
  REQUIRE(first);
  const auto second = OutputFile::begin(folder.file("people.csv"));
  REQUIRE_FALSE(second.ok());
  CHECK(second.error().code == "output.busy");
  CHECK((*first)->finish().ok());
}

TEST_CASE("a folder that is not there is named") {
  const auto file = OutputFile::begin("no-such-folder/people.csv");
  REQUIRE_FALSE(file.ok());
  CHECK(file.error().code == "output.not_writable");
  CHECK(file.error().place.file == "no-such-folder/people.csv");
}

TEST_CASE("what to do about a full disk and a file too large is said of a file or of a folder, as it is") {
  const auto advice = [](int reason, OutputPlace place) {
    return output_error("output.write_failed", "x", "it failed", reason, place).next_step;
  };
  CHECK(advice(ENOSPC, OutputPlace::kFile) ==
        "Free some space, or choose a file on another disk. Nothing was left behind.");
  CHECK(advice(ENOSPC, OutputPlace::kResultsFolder) ==
        "Free some space, or choose a results folder on another disk. Nothing was left behind.");
  CHECK(advice(EFBIG, OutputPlace::kFile) ==
        "The disk or the system takes no file of this size: choose a file on another disk. Nothing was left behind.");
  CHECK(advice(EACCES, OutputPlace::kFile) ==
        "Check the disk and the permissions, or choose another file. Nothing was left behind.");
}

TEST_CASE("a path that ends in a slash is no name of a file") {
  const Folder folder("slash");
  const auto file = OutputFile::begin(folder.file(""));
  REQUIRE_FALSE(file.ok());
  CHECK(file.error().code == "output.bad_name");
}

TEST_CASE("each call that fails while a file is written is told and leaves nothing behind") {
  for (const char* call : {"write", "sync", "close", "rename"}) {
    CAPTURE(call);
    const Folder folder(std::string("fails_") + call);
    OutputCalls calls = system_calls();
    const std::string name = call;
    bool armed = false;
    if (name == "write") calls.write = [](int, const void*, std::size_t) { errno = ENOSPC; return ssize_t{-1}; };
    if (name == "sync") calls.sync = [](int) { errno = EIO; return -1; };
    if (name == "close") {
      calls.close = [&armed](int file) {
        const int answer = ::close(file);
        if (!armed) return answer;
        errno = EIO;
        return -1;
      };
    }
    if (name == "rename") calls.rename = [](const char*, const char*) { errno = EACCES; return -1; };
    auto file = OutputFile::begin(folder.file("people.csv"), calls);
    REQUIRE(file);
    armed = true;
    const Status put = (*file)->sink().write("text");
    const auto written = (*file)->finish();
    REQUIRE_FALSE((put.ok() && written.ok()));
    CHECK(written.error().kind == ErrorKind::kOutput);
    CHECK(written.error().place.file == folder.file("people.csv"));
    CHECK(written.error().next_step.find("results folder") == std::string::npos);
    file->reset();
    CHECK(folder.is_empty());
  }
}

}  // namespace
}  // namespace redress::write
