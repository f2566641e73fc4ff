#include "write/folder_lock.h"

#include <doctest/doctest.h>

#include <cerrno>
#include <filesystem>

#include "support/scratch_folder.h"

namespace redress::write {
namespace {

using redress::testing::ScratchFolder;

TEST_CASE("a folder is locked once at a time, and free again afterwards, also through a link to it") {
  const ScratchFolder scratch;
  std::filesystem::create_directory_symlink(scratch.at("."), scratch.at("link"));
  {
    const auto first = FolderLock::take(scratch.at("."));
    REQUIRE(first.ok());
    for (const std::string& path : {scratch.at("."), scratch.at("link")}) {
      const auto second = FolderLock::take(path);
      REQUIRE(!second.ok());
      CHECK(second.error().code == "output.busy");
      CHECK(second.error().place.file == path);
    }
  }
  CHECK(FolderLock::take(scratch.at("link")).ok());
}

TEST_CASE("a folder that is missing or cannot be locked is named, with the system's reason") {
  const ScratchFolder scratch;
  CHECK(FolderLock::take(scratch.at("nowhere")).error().code == "output.not_writable");
  OutputCalls calls = system_calls();
  int closed = 0;
  calls.lock_folder = [](int) {
    errno = ENOLCK;
    return -1;
  };
  calls.close = [&, close = calls.close](int file) {
    ++closed;
    return close(file);
  };
  const auto locked = FolderLock::take(scratch.at("."), calls);
  REQUIRE(!locked.ok());
  CHECK(locked.error().code == "output.not_writable");
  CHECK(locked.error().cause.find("locked") != std::string::npos);
  CHECK(closed == 1);
}

}  // namespace
}  // namespace redress::write
