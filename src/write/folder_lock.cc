#include "write/folder_lock.h"

#include <cerrno>

namespace redress::write {

Result<FolderLock> FolderLock::take(const std::string& folder, OutputCalls calls) {
  const int opened = calls.open_folder((folder + "/.").c_str());  // the folder itself, also through a link to it
  if (opened < 0) return output_error("output.not_writable", folder, "the folder cannot be opened", errno);
  if (calls.lock_folder(opened) == 0) return FolderLock(std::move(calls), opened);
  const int reason = errno;
  calls.close(opened);
  if (reason != EWOULDBLOCK) return output_error("output.not_writable", folder, "the folder cannot be locked", reason);
  Error error;
  error.kind = ErrorKind::kOutput;
  error.code = "output.busy";
  error.place.file = folder;
  error.cause = "another review of this folder is going on";
  error.next_step = "Wait for it to end, and start this one again: what it kept will then be there.";
  return error;
}

FolderLock::~FolderLock() {
  if (folder_ >= 0) calls_.close(folder_);
}

}  // namespace redress::write
