// write/folder_lock.h: a results folder that nobody else of this program changes for as long as the lock lives.
// Not here: a new folder, which locks itself (results_folder.h). One thread at a time.
#pragma once

#include <string>
#include <utility>

#include "redress/error.h"
#include "write/output_calls.h"

namespace redress::write {

class FolderLock {
 public:
  // Never waits. The system gives the lock back when the program ends, however it ends.
  // Errors (kOutput): output.busy where somebody else has it; output.not_writable where there can be none.
  static Result<FolderLock> take(const std::string& folder, OutputCalls calls = system_calls());

  ~FolderLock();
  FolderLock(FolderLock&& other) noexcept : calls_(std::move(other.calls_)), folder_(std::exchange(other.folder_, -1)) {}
  FolderLock& operator=(FolderLock&&) = delete;

 private:
  FolderLock(OutputCalls calls, int folder) : calls_(std::move(calls)), folder_(folder) {}

  OutputCalls calls_;
  int folder_;
};

}  // namespace redress::write
