#include "write/results_folder.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cassert>
#include <cerrno>
#include <optional>
#include <string_view>
#include <utility>

namespace redress::write {
namespace {


std::string without_end_slashes(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return path;
}

std::string parent_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

// The names in an open folder, without "." and ".."; nothing where it cannot be read.
std::optional<std::vector<std::string>> names_in(int folder) {
  const int own = ::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (own < 0) return std::nullopt;
  DIR* listing = ::fdopendir(own);
  if (listing == nullptr) {
    ::close(own);
    return std::nullopt;
  }
  std::vector<std::string> names;
  errno = 0;
  while (const dirent* entry = ::readdir(listing)) {
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") names.emplace_back(name);
  }
  const bool is_whole = errno == 0;
  ::closedir(listing);
  if (!is_whole) return std::nullopt;
  return names;
}

// A plain file of this user that nobody else may read: what a killed run leaves.
bool is_file_of_ours(int folder, const std::string& name) {
  struct stat status {};
  if (::fstatat(folder, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) return false;
  constexpr mode_t kOthers = 077;
  return S_ISREG(status.st_mode) && status.st_uid == ::geteuid() && (status.st_mode & kOthers) == 0;
}

Error left_over_stays(const std::string& file, int error_number) {
  Error error = output_error("output.not_writable", file, "what an earlier run left cannot be removed", error_number);
  error.next_step = "Check the disk and the permissions, and delete it yourself.";
  return error;
}

bool is_same_folder(int folder, const std::string& path) {
  struct stat open_one {};
  struct stat named {};
  return ::fstat(folder, &open_one) == 0 && ::lstat(path.c_str(), &named) == 0 && open_one.st_dev == named.st_dev &&
         open_one.st_ino == named.st_ino;
}

bool is_mount_point(const struct stat& folder, const std::string& parent) {
  struct stat above {};
  return ::stat(parent.c_str(), &above) == 0 && above.st_dev != folder.st_dev;
}

}  // namespace

ResultsFolder::ResultsFolder(OutputCalls calls, std::string out)
    : calls_(std::move(calls)),
      out_(std::move(out)),
      parent_path_(parent_of(out_)),
      standing_(out_ + std::string(kUnfinished)) {}

ResultsFolder::~ResultsFolder() {
  abandon();
}

Error ResultsFolder::error(std::string code, std::string cause, std::string next_step) const {
  Error error;
  error.kind = ErrorKind::kOutput;
  error.code = std::move(code);
  error.place.file = out_;
  error.cause = std::move(cause);
  error.next_step = std::move(next_step);
  return error;
}

Result<std::unique_ptr<ResultsFolder>> ResultsFolder::begin(const std::string& out, OutputCalls calls) {
  std::unique_ptr<ResultsFolder> folder(new ResultsFolder(std::move(calls), without_end_slashes(out)));
  folder->state_ = State::kAbandoned;  // nothing to remove until the folder is ours
  if (Status parent = folder->open_parent(); !parent) return parent.error();
  for (int i = 0; i < kTriesToClaim; ++i) {
    Result<bool> claimed = folder->try_to_claim();
    if (!claimed) return claimed.error();
    if (*claimed) {
      folder->state_ = State::kOpen;
      return folder;
    }
  }
  return folder->error("output.busy", "another run is writing these results",
                       "Wait for it to end, or choose another results folder.");
}

Status ResultsFolder::open_parent() {
  const std::string_view name = std::string_view(out_).substr(out_.rfind('/') + 1);
  if (name.empty() || name == "." || name == "..") {
    return error("output.bad_name", "this does not name a new folder", "Give the results folder a name of its own.");
  }
  struct stat status {};
  if (::stat(parent_path_.c_str(), &status) != 0 || !S_ISDIR(status.st_mode)) {
    return error("output.no_parent", "the folder that the results folder would stand in does not exist",
                 "Create " + parent_path_ + " first, or choose another results folder.");
  }
  if (::lstat(out_.c_str(), &status) == 0) {
    constexpr const char* kOther = "Choose a results folder that does not exist yet.";
    if (S_ISLNK(status.st_mode)) return error("output.is_a_link", "this is a symbolic link, not a folder", kOther);
    if (!S_ISDIR(status.st_mode)) return error("output.is_a_file", "this is a file, not a folder", kOther);
    if (is_mount_point(status, parent_path_)) {
      return error("output.is_a_mount", "this is a disk of its own, which cannot be replaced by a results folder",
                   "Choose a new folder inside it.");
    }
    const int existing = calls_.open_folder(out_.c_str());
    if (existing < 0) return output_error("output.not_writable", out_, "the results folder cannot be opened", errno);
    const auto names = names_in(existing);
    calls_.close(existing);
    if (!names || !names->empty()) return error("output.not_empty", "this folder holds something already", kOther);
  }
  // Not through open_folder: the parent itself may be a link.
  parent_ = calls_.open_folder((parent_path_ + "/.").c_str());
  if (parent_ < 0) return output_error("output.not_writable", parent_path_, "the folder cannot be opened", errno);
  return Done{};
}

Result<bool> ResultsFolder::try_to_claim() {
  const bool is_new = calls_.make_folder(standing_.c_str(), kResultsFolderMode) == 0;
  if (!is_new && errno != EEXIST) {
    return output_error("output.not_writable", standing_, "the folder cannot be made", errno);
  }
  int folder = calls_.open_folder(standing_.c_str());
  if (folder < 0) {
    const int reason = errno;
    if (reason == ENOENT) return false;
    if (is_new) calls_.remove_folder(standing_.c_str());
    if (reason == ENOTDIR || reason == ELOOP) {
      return error("output.left_over", standing_ + " is in the way and is not a folder", "Move it away.");
    }
    return output_error("output.not_writable", standing_, "the folder cannot be opened", reason);
  }
  if (calls_.lock_folder(folder) != 0) {
    const int reason = errno;
    calls_.close(folder);
    if (reason == EWOULDBLOCK) {
      return error("output.busy", "another run is writing these results",
                   "Wait for it to end, or choose another results folder.");
    }
    if (is_new) calls_.remove_folder(standing_.c_str());
    return output_error("output.not_writable", standing_, "the folder cannot be locked", reason);
  }
  if (is_new && is_same_folder(folder, standing_)) {
    folder_ = folder;
    return true;
  }
  // Another made it. Where it is still there and not locked any more, its run was killed.
  if (!is_new && is_same_folder(folder, standing_)) {
    if (Status removed = remove_left_over(folder); !removed) {
      calls_.close(folder);
      return removed.error();
    }
  }
  calls_.close(folder);
  return false;
}

Status ResultsFolder::remove_left_over(int folder) {
  constexpr const char* kMove = "Look into it, and move or delete it.";
  const auto names = names_in(folder);
  if (!names) return error("output.left_over", standing_ + " is in the way and cannot be read", kMove);
  for (const std::string& name : *names) {
    if (!is_file_of_ours(folder, name)) {
      return error("output.left_over", standing_ + " is in the way and holds what no run has written", kMove);
    }
  }
  for (const std::string& name : *names) {
    if (calls_.remove_file(folder, name.c_str()) != 0) {
      return left_over_stays(standing_ + "/" + name, errno);
    }
  }
  if (calls_.remove_folder(standing_.c_str()) != 0 && errno != ENOENT) {
    return left_over_stays(standing_, errno);
  }
  return Done{};
}

Result<ResultSink*> ResultsFolder::open(const std::string& name) {
  assert(state_ == State::kOpen);
  assert(!name.empty() && name.front() != '.' && name.find('/') == std::string::npos);
  const std::string shown = out_ + "/" + name;
  const int file = calls_.create_file(folder_, name.c_str(), kResultFileMode);
  if (file < 0) return output_error("output.not_writable", shown, "the file cannot be made", errno);
  files_.push_back(std::make_unique<FileSink>(calls_, file, name, shown));
  return files_.back().get();
}

Status ResultsFolder::sync_folder(int folder, const std::string& shown) {
  int answer = 0;
  do {
    answer = calls_.sync(folder);
  } while (answer != 0 && errno == EINTR);
  // Some file systems cannot do this for a folder and say so; there is nothing more to be had from them.
  if (answer == 0 || errno == EINVAL || errno == ENOTSUP) return Done{};
  return output_error("output.write_failed", shown, "the folder could not be saved to the disk", errno);
}

Status ResultsFolder::publish() {
  for (const auto& file : files_) {
    if (Result<WrittenFile> finished = file->finish(); !finished) return finished.error();
  }
  if (Status synced = sync_folder(folder_, out_); !synced) return synced;
  // rename replaces an empty folder, and nothing else.
  if (calls_.rename(standing_.c_str(), out_.c_str()) != 0) {
    const int reason = errno;
    if (reason == ENOTEMPTY || reason == EEXIST || reason == ENOTDIR) {
      return error("output.not_empty", "something was put there while the run was at work",
                   "Choose a results folder that does not exist yet. Nothing was left behind.");
    }
    return output_error("output.not_writable", out_, "the finished folder could not be put in its place", reason);
  }
  standing_ = out_;
  return sync_folder(parent_, parent_path_);
}

Status ResultsFolder::finish() {
  assert(state_ == State::kOpen);
  if (Status published = publish(); !published) {
    abandon();
    return published;
  }
  state_ = State::kFinished;
  close_folder(folder_);
  close_folder(parent_);
  return Done{};
}

std::string ResultsFolder::path_of(const std::string& name) const {
  return standing_ + "/" + name;
}

void ResultsFolder::abandon() {
  if (state_ == State::kOpen) {
    state_ = State::kAbandoned;
    std::vector<std::string> names;
    for (const auto& file : files_) names.push_back(file->name());
    files_.clear();  // closes them
    for (const std::string& name : names) calls_.remove_file(folder_, name.c_str());
    calls_.remove_folder(standing_.c_str());
  }
  close_folder(folder_);  // releases the lock last
  close_folder(parent_);
}

void ResultsFolder::close_folder(int& folder) {
  if (folder >= 0) calls_.close(std::exchange(folder, -1));
}

}  // namespace redress::write
