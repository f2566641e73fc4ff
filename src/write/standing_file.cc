#include "write/standing_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "write/checksum.h"

namespace redress::write {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{1} << 18U;

Error standing_error(std::string code, std::string shown, std::string cause, std::string next_step) {
  Error error;
  error.kind = ErrorKind::kInput;
  error.code = std::move(code);
  error.place.file = std::move(shown);
  error.cause = std::move(cause);
  error.next_step = std::move(next_step);
  return error;
}

Error unreadable(std::string shown, int error_number) {
  return standing_error("results.unreadable", std::move(shown),
                        "the file cannot be read: " + std::generic_category().message(error_number),
                        "Check the disk and the permissions.");
}

}  // namespace

StandingFile::StandingFile(int file, std::string shown) : file_(file), shown_(std::move(shown)) {}

StandingFile::~StandingFile() {
  ::close(file_);
}

Result<std::unique_ptr<StandingFile>> StandingFile::open(const std::string& folder, const std::string& name) {
  std::string shown = folder + "/" + name;
  const int file = ::open(shown.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  if (file < 0 && errno == ENOENT) {
    return standing_error("results.file_missing", std::move(shown), "the file is missing",
                          "Give the results folder as the run wrote it.");
  }
  if (file < 0 && errno == ENOTDIR) {
    return standing_error("results.not_a_folder", folder, "this is a file, not a results folder",
                          "Give the results folder as the run wrote it, with its " + name + " inside.");
  }
  if (file < 0 && errno != ELOOP) return unreadable(std::move(shown), errno);
  struct stat status {};
  const bool is_plain = file >= 0 && ::fstat(file, &status) == 0 && S_ISREG(status.st_mode);
  if (is_plain) return std::unique_ptr<StandingFile>(new StandingFile(file, std::move(shown)));
  if (file >= 0) ::close(file);
  return standing_error("results.not_a_file", std::move(shown), "this is not a plain file",
                        "Give the results folder as the run wrote it.");
}

Result<std::string_view> StandingFile::read(std::size_t most) {
  assert(most > 0);
  if (buffer_.empty()) buffer_.resize(kBlockBytes);
  ssize_t count = 0;
  do {
    count = ::read(file_, buffer_.data(), std::min(most, buffer_.size()));
  } while (count < 0 && errno == EINTR);
  if (count < 0) return unreadable(shown_, errno);
  return std::string_view(buffer_).substr(0, static_cast<std::size_t>(count));
}

Result<WrittenFile> standing_file(const std::string& folder, const std::string& name) {
  Result<std::unique_ptr<StandingFile>> file = StandingFile::open(folder, name);
  if (!file) return file.error();
  WrittenFile found{name, 0, {}};
  Sha256 sum;
  while (true) {
    const Result<std::string_view> block = (*file)->read(kBlockBytes);
    if (!block) return block.error();
    if (block->empty()) break;
    sum.add(*block);
    found.bytes += block->size();
  }
  found.sha256 = sum.hex();
  return found;
}

Result<std::vector<std::string>> standing_names(const std::string& folder) {
  std::vector<std::string> names;
  std::error_code error;
  std::filesystem::directory_iterator it(folder, error);
  for (const std::filesystem::directory_iterator end; !error && it != end; it.increment(error))
    names.push_back(it->path().filename().string());
  if (error) {
    return standing_error("results.unreadable", folder, "the folder cannot be listed: " + error.message(),
                          "Check the disk and the permissions.");
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::optional<unsigned> standing_mode(const std::string& path) {
  constexpr mode_t kPermissions = 0777;  // a folder may have more from the one it stands in
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0 || !(S_ISREG(status.st_mode) || S_ISDIR(status.st_mode))) return std::nullopt;
  return status.st_mode & kPermissions;
}

Result<std::string> standing_text(const std::string& folder, const std::string& name, std::uint64_t most_bytes) {
  Result<std::unique_ptr<StandingFile>> file = StandingFile::open(folder, name);
  if (!file) return file.error();
  std::string text;
  while (true) {
    const Result<std::string_view> block = (*file)->read(kBlockBytes);
    if (!block) return block.error();
    if (block->empty()) return text;
    text += *block;
    if (text.size() > most_bytes) {
      std::string path = folder;
      path.append("/").append(name);
      return standing_error("results.too_large", std::move(path),
                            "the file is larger than any that a run writes under this name",
                            "Give the results folder as the run wrote it.");
    }
  }
}

}  // namespace redress::write
