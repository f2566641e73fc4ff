#include "write/output_calls.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

namespace redress::write {
namespace {

// The reason in English whatever the locale; strerror would translate it and is not safe among threads.
std::string reason_of(int error_number) {
#ifdef __GLIBC__
  if (const char* words = strerrordesc_np(error_number)) return words;
#endif
  return "system error " + std::to_string(error_number);
}

}  // namespace

OutputCalls system_calls() {
  OutputCalls calls;
  calls.make_folder = ::mkdir;
  calls.open_folder = [](const char* path) { return ::open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC); };
  calls.lock_folder = [](int folder) { return ::flock(folder, LOCK_EX | LOCK_NB); };
  calls.open_file = [](int folder, const char* name) {
    return ::openat(folder, name, O_WRONLY | O_NOFOLLOW | O_CLOEXEC);
  };
  calls.create_file = [](int folder, const char* name, mode_t mode) {
    return ::openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
  };
  calls.write = ::write;
  calls.sync = ::fsync;
#ifdef __linux__
  calls.begin_sync = [](int file, std::uint64_t offset, std::uint64_t count) {
    ::sync_file_range(file, static_cast<off_t>(offset), static_cast<off_t>(count), SYNC_FILE_RANGE_WRITE);
  };
#endif
  calls.close = ::close;
  calls.rename = [](const char* from, const char* to) { return ::rename(from, to); };
  calls.remove_file = [](int folder, const char* name) { return ::unlinkat(folder, name, 0); };
  calls.remove_folder = ::rmdir;
  return calls;
}

Error output_error(std::string code, std::string file, const std::string& what_failed, int error_number,
                   OutputPlace place) {
  const std::string choice = place == OutputPlace::kFile ? "file" : "results folder";
  Error error;
  error.kind = ErrorKind::kOutput;
  error.place.file = std::move(file);
  if (error_number == ENOSPC || error_number == EDQUOT) {
    error.code = "output.disk_full";
    error.cause = what_failed + ": the disk is full (" + reason_of(error_number) + ")";
    error.next_step = "Free some space, or choose a " + choice + " on another disk. Nothing was left behind.";
    return error;
  }
  error.code = std::move(code);
  error.cause = what_failed + ": " + reason_of(error_number);
  if (error_number == EFBIG) {
    error.next_step = "The disk or the system takes no file of this size: choose a " + choice +
                      " on another disk. Nothing was left behind.";
    return error;
  }
  error.next_step = "Check the disk and the permissions, or choose another " + choice + ". Nothing was left behind.";
  return error;
}

}  // namespace redress::write
