// write/output_calls.h: every call to the file system by which results are written, in one table.
// Not here: what is written (results_folder.h, file_sink.h). The table exists so that each call can be made to fail.
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "redress/error.h"

namespace redress::write {

// Each behaves like the call it is named after: a negative answer leaves the reason in errno.
struct OutputCalls {
  std::function<int(const char* path, mode_t mode)> make_folder;                 // mkdir
  std::function<int(const char* path)> open_folder;                              // open, never through a link
  std::function<int(int folder)> lock_folder;                                    // flock, exclusive, never waits
  std::function<int(int folder, const char* name)> open_file;                    // openat for writing, no link
  std::function<int(int folder, const char* name, mode_t mode)> create_file;     // openat; must not exist, no link
  std::function<ssize_t(int file, const void* bytes, std::size_t count)> write;  // write
  std::function<int(int file)> sync;                                             // fsync
  // sync_file_range, where the system has it: begins what sync has to do, and never waits for it. What fails here fails
  // in sync again.
  std::function<void(int file, std::uint64_t offset, std::uint64_t count)> begin_sync = [](auto...) {};
  std::function<int(int file)> close;                            // close
  std::function<int(const char* from, const char* to)> rename;   // rename
  std::function<int(int folder, const char* name)> remove_file;  // unlinkat
  std::function<int(const char* path)> remove_folder;            // rmdir
};

// The end of the name of what is not complete yet, a file or a folder.
inline constexpr std::string_view kUnfinished = ".unfinished";

// How often an unfinished name is claimed: each further try means that another run came or went at that very moment.
inline constexpr int kTriesToClaim = 16;

// The operating system's own.
OutputCalls system_calls();

// What is written: into a results folder, or a file that an option names by itself.
enum class OutputPlace : std::uint8_t { kResultsFolder, kFile };

// An error of kind kOutput about `file`: "<what failed>: <the reason of error_number>". A full disk or an exhausted
// quota is output.disk_full, whatever the `code`. The next step is that of the place.
Error output_error(std::string code, std::string file, const std::string& what_failed, int error_number,
                   OutputPlace place = OutputPlace::kResultsFolder);

}  // namespace redress::write
