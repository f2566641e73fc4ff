#include "scan/input_file.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>

using namespace redress::scan;  // NOLINT: the subject under test
namespace fs = std::filesystem;

namespace {

// A folder of its own, removed in the end.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "redress-input-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  std::string file(const std::string& name) const { return (path_ / name).string(); }

  std::string write(const std::string& name, const std::string& content) const {
    std::ofstream(file(name), std::ios::binary) << content;
    return file(name);
  }

 private:
  fs::path path_;
};

std::string code_of(const redress::Status& status) {
  return status.ok() ? "" : status.error().code;
}

// The code of the error, once the parts that every error of this kind must have are checked.
std::string failure_of(const std::string& path) {
  const auto opened = open_input(path);
  REQUIRE_FALSE(opened.ok());
  CHECK(opened.error().kind == redress::ErrorKind::kInput);
  CHECK(opened.error().place.file == path);
  CHECK_FALSE(opened.error().cause.empty());
  CHECK_FALSE(opened.error().next_step.empty());
  return opened.error().code;
}

// Runs as a user without rights while it lives, where the tests run as one with all of them.
class WithoutRights {
 public:
  WithoutRights() : changed_(::geteuid() == 0 && ::seteuid(65534) == 0) {}
  ~WithoutRights() {
    if (changed_ && ::seteuid(0) != 0) std::abort();
  }
  WithoutRights(const WithoutRights&) = delete;
  WithoutRights& operator=(const WithoutRights&) = delete;

 private:
  bool changed_;
};

}  // namespace

TEST_CASE("an opened file gives its bytes as they are, mapped or copied") {
  const TemporaryFolder folder;
  const std::string content("a,\"b\"\r\n\0\xFF,c", 12);
  const std::string path = folder.write("data, with a comma.csv", content);
  for (const FileAccess access : {FileAccess::kMapped, FileAccess::kCopied}) {
    const auto opened = open_input(path, access);
    REQUIRE(opened.ok());
    CHECK((*opened)->bytes() == content);
    CHECK((*opened)->path() == path);
    CHECK((*opened)->check_unchanged().ok());
  }
}

TEST_CASE("a file of more than a page is whole, mapped or copied") {
  const TemporaryFolder folder;
  std::string content;
  for (int i = 0; i < 100'000; ++i) content += std::to_string(i) + '\n';
  const std::string path = folder.write("large.dat", content);
  for (const FileAccess access : {FileAccess::kMapped, FileAccess::kCopied}) {
    const auto opened = open_input(path, access);
    REQUIRE(opened.ok());
    CHECK((*opened)->bytes() == content);
  }
}

TEST_CASE("a link to a file is read as the file") {
  const TemporaryFolder folder;
  const std::string path = folder.write("real.csv", "x");
  fs::create_symlink(path, folder.file("link.csv"));
  const auto opened = open_input(folder.file("link.csv"));
  REQUIRE(opened.ok());
  CHECK((*opened)->bytes() == "x");
}

TEST_CASE("a file that is not there is missing") {
  const TemporaryFolder folder;
  const std::string file = folder.write("file.csv", "x");
  CHECK(failure_of(folder.file("absent.csv")) == "input.missing");
  CHECK(failure_of(folder.file("no-folder/absent.csv")) == "input.missing");
  CHECK(failure_of(file + "/inside-a-file.csv") == "input.missing");
  CHECK(failure_of("") == "input.missing");
  CHECK(failure_of(file + std::string("\0.csv", 5)) == "input.missing");
}

TEST_CASE("a link that leads nowhere is missing") {
  const TemporaryFolder folder;
  fs::create_symlink(folder.file("nowhere"), folder.file("link.csv"));
  CHECK(failure_of(folder.file("link.csv")) == "input.missing");
}

TEST_CASE("links in a circle and names that are too long cannot be read") {
  const TemporaryFolder folder;
  fs::create_symlink(folder.file("b"), folder.file("a"));
  fs::create_symlink(folder.file("a"), folder.file("b"));
  CHECK(failure_of(folder.file("a")) == "input.read_failed");
  CHECK(failure_of(folder.file(std::string(5000, 'n'))) == "input.read_failed");
}

TEST_CASE("a folder is not a file") {
  const TemporaryFolder folder;
  CHECK(failure_of(folder.file("")) == "input.is_a_folder");
}

TEST_CASE("a file without a byte is empty") {
  const TemporaryFolder folder;
  CHECK(failure_of(folder.write("empty.csv", "")) == "input.empty");
}

TEST_CASE("a pipe is refused without waiting for a writer") {
  const TemporaryFolder folder;
  REQUIRE(::mkfifo(folder.file("pipe").c_str(), 0600) == 0);
  CHECK(failure_of(folder.file("pipe")) == "input.not_a_file");
}

TEST_CASE("a device is not a file") {
  CHECK(failure_of("/dev/null") == "input.not_a_file");
}

TEST_CASE("a file without permission to read it is unreadable") {
  const TemporaryFolder folder;
  const std::string path = folder.write("secret.csv", "x");
  fs::permissions(path, fs::perms::none);
  fs::permissions(folder.file(""), fs::perms::owner_all | fs::perms::others_exec);
  const WithoutRights without_rights;
  CHECK(failure_of(path) == "input.unreadable");
}

TEST_CASE("a file in a folder without permission to enter it is unreadable") {
  const TemporaryFolder folder;
  fs::create_directory(folder.file("closed"));
  const std::string path = folder.write("closed/file.csv", "x");
  fs::permissions(folder.file("closed"), fs::perms::none);
  fs::permissions(folder.file(""), fs::perms::owner_all | fs::perms::others_exec);
  {
    const WithoutRights without_rights;
    CHECK(failure_of(path) == "input.unreadable");
  }
  fs::permissions(folder.file("closed"), fs::perms::owner_all);
}

TEST_CASE("a file that grew has changed") {
  const TemporaryFolder folder;
  const std::string path = folder.write("data.csv", "a,b\n");
  const auto opened = open_input(path);
  REQUIRE(opened.ok());
  std::ofstream(path, std::ios::app) << "c,d\n";
  CHECK(code_of((*opened)->check_unchanged()) == "input.changed");
}

TEST_CASE("a file of the same size with another time of change has changed") {
  const TemporaryFolder folder;
  const std::string path = folder.write("data.csv", "a,b\n");
  const auto opened = open_input(path);
  REQUIRE(opened.ok());
  fs::last_write_time(path, fs::last_write_time(path) + std::chrono::nanoseconds(1));
  CHECK(code_of((*opened)->check_unchanged()) == "input.changed");
}

TEST_CASE("another file in its place, alike in size and time, is a change") {
  const TemporaryFolder folder;
  const std::string path = folder.write("data.csv", "a,b\n");
  const auto opened = open_input(path);
  REQUIRE(opened.ok());
  const std::string other = folder.write("other.csv", "a,c\n");
  fs::last_write_time(other, fs::last_write_time(path));
  fs::rename(other, path);
  CHECK(code_of((*opened)->check_unchanged()) == "input.changed");
}

TEST_CASE("a file that was removed has changed, and its bytes are still there") {
  const TemporaryFolder folder;
  const std::string path = folder.write("data.csv", "a,b\n");
  const auto opened = open_input(path);
  REQUIRE(opened.ok());
  fs::remove(path);
  const redress::Status status = (*opened)->check_unchanged();
  REQUIRE_FALSE(status.ok());
  CHECK(status.error().code == "input.changed");
  CHECK(status.error().place.file == path);
  CHECK_FALSE(status.error().next_step.empty());
  CHECK((*opened)->bytes() == "a,b\n");
}
