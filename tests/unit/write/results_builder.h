// A folder for tests, and calls to the file system of which one can be made to fail at its n-th time.
#pragma once

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>

#include "write/output_calls.h"

namespace redress::write::testing {

// A new empty folder of its own, removed with all in it.
class Scratch {
 public:
  Scratch() : path_(std::filesystem::temp_directory_path() / "redress_write_XXXXXX") {
    std::string name = path_.string();
    if (::mkdtemp(name.data()) == nullptr)
      throw std::filesystem::filesystem_error("mkdtemp", std::error_code(errno, std::generic_category()));
    path_ = name;
  }
  ~Scratch() { std::filesystem::remove_all(path_); }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  std::string at(const std::string& name) const { return (path_ / name).string(); }
  bool is_empty() const { return std::filesystem::is_empty(path_); }

  void put(const std::string& name, std::string_view text, mode_t mode) const {
    std::ofstream(at(name), std::ios::binary) << text;
    ::chmod(at(name).c_str(), mode);
  }
  void make_folder(const std::string& name) const {
    std::filesystem::create_directory(at(name));
    ::chmod(at(name).c_str(), 0700);
  }

 private:
  std::filesystem::path path_;
};

inline std::string text_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline bool exists(const std::string& path) {
  return std::filesystem::exists(std::filesystem::symlink_status(path));
}

inline mode_t mode_of(const std::string& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0 ? status.st_mode & 07777 : 0;
}

enum class Call { kNone, kMakeFolder, kOpenFolder, kLockFolder, kCreateFile, kWrite, kSync, kClose, kRename };

// What was called, and which call is to fail at which time (from 1), with which reason.
struct Calls {
  Call failing = Call::kNone;
  int failing_time = 1;
  int reason = EIO;
  int times = 0;       // of the failing call
  int open_files = 0;  // opened and not yet closed, folders too

  // Whether it is to fail now. A file is closed all the same, as the system does.
  bool fails(Call call) {
    if (call != failing || ++times != failing_time) return false;
    errno = reason;
    return true;
  }
};

inline OutputCalls failing_calls(const std::shared_ptr<Calls>& state) {
  const OutputCalls real = system_calls();
  OutputCalls calls = real;
  const auto opened = [state](int file) {
    if (file >= 0) ++state->open_files;
    return file;
  };
  calls.make_folder = [=](const char* path, mode_t mode) {
    return state->fails(Call::kMakeFolder) ? -1 : real.make_folder(path, mode);
  };
  calls.open_folder = [=](const char* path) {
    return state->fails(Call::kOpenFolder) ? -1 : opened(real.open_folder(path));
  };
  calls.lock_folder = [=](int folder) { return state->fails(Call::kLockFolder) ? -1 : real.lock_folder(folder); };
  calls.create_file = [=](int folder, const char* name, mode_t mode) {
    return state->fails(Call::kCreateFile) ? -1 : opened(real.create_file(folder, name, mode));
  };
  calls.write = [=](int file, const void* bytes, std::size_t count) {
    return state->fails(Call::kWrite) ? ssize_t{-1} : real.write(file, bytes, count);
  };
  calls.sync = [=](int file) { return state->fails(Call::kSync) ? -1 : real.sync(file); };
  calls.close = [=](int file) {
    --state->open_files;
    const int answer = real.close(file);
    return state->fails(Call::kClose) ? -1 : answer;
  };
  calls.rename = [=](const char* from, const char* to) {
    return state->fails(Call::kRename) ? -1 : real.rename(from, to);
  };
  return calls;
}

}  // namespace redress::write::testing
