#include "write/output_file.h"

#include <sys/stat.h>

#include <cerrno>
#include <string_view>
#include <utility>

#include "write/file_name.h"

namespace redress::write {
namespace {

constexpr mode_t kMode = 0600;

}  // namespace

OutputFile::OutputFile(OutputCalls calls, std::string path)
    : calls_(std::move(calls)),
      path_(std::move(path)),
      unfinished_(std::string(file_name_of(path_)) + std::string(kUnfinished)) {}

OutputFile::~OutputFile() {
  sink_.reset();
  if (is_ours_) calls_.remove_file(folder_, unfinished_.c_str());
  if (folder_ >= 0) calls_.close(folder_);
}

Error OutputFile::error(std::string code, std::string cause, std::string next_step) const {
  Error error;
  error.kind = ErrorKind::kOutput;
  error.code = std::move(code);
  error.place.file = path_;
  error.cause = std::move(cause);
  error.next_step = std::move(next_step);
  return error;
}

bool OutputFile::is_taken() const {
  struct stat status {};
  return ::lstat(path_.c_str(), &status) == 0;
}

Result<std::unique_ptr<OutputFile>> OutputFile::begin(const std::string& path, OutputCalls calls) {
  std::unique_ptr<OutputFile> file(new OutputFile(std::move(calls), path));
  const std::string_view name = file_name_of(file->path_);
  if (name.empty() || name == "." || name == "..") {
    return file->error("output.bad_name", "this is not the name of a file", "Name the file to write.");
  }
  if (file->is_taken()) {
    return file->error("output.exists", "there is something of that name already",
                       "Choose another name, or move it away.");
  }
  const std::string folder = path.substr(0, path.size() - name.size());
  file->folder_ = file->calls_.open_folder(((folder.empty() ? "./" : folder) + ".").c_str());
  if (file->folder_ < 0)
    return output_error("output.not_writable", path, "the folder that it is to stand in cannot be opened", errno,
                        OutputPlace::kFile);
  for (int i = 0; i < kTriesToClaim; ++i) {
    Result<bool> claimed = file->try_to_claim();
    if (!claimed) return claimed.error();
    if (*claimed) return file;
  }
  return file->error("output.busy", "another run is writing this file", "Wait for it to end, or choose another name.");
}

Result<bool> OutputFile::try_to_claim() {
  int file = calls_.create_file(folder_, unfinished_.c_str(), kMode);
  const bool is_new = file >= 0;
  if (!is_new) {
    if (errno != EEXIST)
      return output_error("output.not_writable", path_, "the file cannot be made", errno, OutputPlace::kFile);
    file = calls_.open_file(folder_, unfinished_.c_str());
    if (file < 0) {
      if (errno == ENOENT) return false;
      return output_error("output.not_writable", path_ + std::string(kUnfinished),
                          "what is in the way cannot be opened", errno, OutputPlace::kFile);
    }
  }
  if (calls_.lock_folder(file) != 0) {
    const int reason = errno;
    calls_.close(file);
    if (is_new) calls_.remove_file(folder_, unfinished_.c_str());
    if (reason == EWOULDBLOCK)
      return error("output.busy", "another run is writing this file", "Wait for it to end, or choose another name.");
    return output_error("output.not_writable", path_, "the file cannot be locked", reason, OutputPlace::kFile);
  }
  if (!is_new) {
    // Nobody holds it: its run was killed.
    const int removed = calls_.remove_file(folder_, unfinished_.c_str());
    const int reason = errno;
    calls_.close(file);
    if (removed != 0 && reason != ENOENT) {
      Error stays = output_error("output.not_writable", path_ + std::string(kUnfinished),
                                 "what an earlier run left cannot be removed", reason);
      stays.next_step = "Check the disk and the permissions, and delete it yourself.";
      return stays;
    }
    return false;
  }
  is_ours_ = true;
  sink_ = std::make_unique<FileSink>(calls_, file, std::string(file_name_of(path_)), path_, OutputPlace::kFile);
  return true;
}

Result<WrittenFile> OutputFile::finish() {
  Result<WrittenFile> written = sink_->finish();
  if (!written) return written;
  if (is_taken()) {
    return error("output.exists", "something of that name was put there while the file was written",
                 "Choose another name.");
  }
  if (calls_.rename((path_ + std::string(kUnfinished)).c_str(), path_.c_str()) != 0) {
    return output_error("output.not_writable", path_, "the finished file could not be put in its place", errno,
                        OutputPlace::kFile);
  }
  is_ours_ = false;
  return written;
}

}  // namespace redress::write
