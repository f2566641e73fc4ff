// Longer than most files by a little: each way to the bytes of a file, mapped, read, piped or packed, side by side.
#include "scan/input_file.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <limits>
#include <new>
#include <optional>
#include <span>
#include <utility>

#include "base/text.h"
#include "scan/input_error.h"
#include "scan/unpack.h"

namespace redress::scan {
namespace {

Error missing(const std::string& path) {
  return input_error(path, "input.missing", "there is no such file",
                     "Check the spelling and the folder, and whether the drive is connected.");
}

Error not_readable(const std::string& path) {
  return input_error(path, "input.unreadable", "you have no permission to read this file",
                     "Ask whoever owns the file to let you read it, or copy it to a folder of your own.");
}

Error read_failed(const std::string& path, const std::string& detail) {
  return input_error(path, "input.read_failed", "the file could not be read: " + detail,
                     "Copy the file to a local drive and try again with the copy.");
}

// errno in words. The system's own words depend on the locale.
Error system_error(const std::string& path, int number) {
  switch (number) {
    case ENOENT:
    case ENOTDIR: return missing(path);
    case EACCES:
    case EPERM: return not_readable(path);
    case ENAMETOOLONG: return read_failed(path, "its name is too long for the system");
    case ELOOP: return read_failed(path, "its links lead in a circle");
    case EMFILE:
    case ENFILE: return read_failed(path, "too many files are open");
    case ENOMEM: return out_of_memory(path);
    case EBADF: return read_failed(path, "it is closed");
    case EIO: return read_failed(path, "the drive reports an error");
    default: return read_failed(path, "the system reports error number " + std::to_string(number));
  }
}

Error is_a_folder(const std::string& path) {
  return input_error(path, "input.is_a_folder", "this is a folder, not a file", "Name the files in it.");
}

Error is_empty(const std::string& path) {
  return input_error(path, "input.empty", "the file is empty",
                     "Get the file again: a download or a copy may have been cut off.");
}

Error changed(const std::string& path, std::string cause) {
  return input_error(path, "input.changed", std::move(cause),
                     "Wait until nothing else writes the file, then run again.");
}

// What tells a file from another, or from itself at another time.
struct Identity {
  dev_t device{};
  ino_t inode{};
  std::uint64_t size_bytes = 0;
  std::int64_t changed_seconds = 0;
  std::int64_t changed_nanoseconds = 0;

  friend bool operator==(const Identity&, const Identity&) = default;
};

Identity identity_of(const struct stat& status) {
  return {status.st_dev, status.st_ino, static_cast<std::uint64_t>(status.st_size), status.st_mtim.tv_sec,
          status.st_mtim.tv_nsec};
}

// An open file descriptor, closed in the end.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int number() const { return number_; }

 private:
  int number_;
};

class OpenedFile : public InputFile {
 public:
  Status check_unchanged() const override {
    struct stat now {};
    if (::stat(path().c_str(), &now) != 0) return changed(path(), "the file was removed while it was read");
    if (identity_of(now) != identity_) return changed(path(), "the file changed while it was read");
    return Done{};
  }

 protected:
  OpenedFile(std::string path, const Identity& identity) : InputFile(std::move(path)), identity_(identity) {}

 private:
  Identity identity_;
};

class MappedFile final : public OpenedFile {
 public:
  // Takes over the mapping.
  MappedFile(std::string path, const Identity& identity, void* mapping, std::size_t size)
      : OpenedFile(std::move(path), identity), mapping_(mapping), size_(size) {}
  ~MappedFile() override { ::munmap(mapping_, size_); }
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  std::string_view bytes() const override { return {static_cast<const char*>(mapping_), size_}; }

 private:
  void* mapping_;
  std::size_t size_;
};

class ReadFile final : public OpenedFile {
 public:
  ReadFile(std::string path, const Identity& identity, std::unique_ptr<char[]> content, std::size_t size)
      : OpenedFile(std::move(path), identity), content_(std::move(content)), size_(size) {}

  std::string_view bytes() const override { return {content_.get(), size_}; }

 private:
  std::unique_ptr<char[]> content_;
  std::size_t size_;
};

// The content of a packed file; what stands on the drive is the packed one.
class UnpackedFile final : public OpenedFile {
 public:
  UnpackedFile(std::string path, const Identity& identity, UnpackedBytes content)
      : OpenedFile(std::move(path), identity), content_(std::move(content)) {}

  std::string_view bytes() const override { return content_.view(); }

 private:
  UnpackedBytes content_;
};

// What came in by standard input. Nobody can change it any more.
class StreamedInput final : public InputFile {
 public:
  explicit StreamedInput(UnpackedBytes content)
      : InputFile(std::string(kStandardInputName)), content_(std::move(content)) {}

  std::string_view bytes() const override { return content_.view(); }
  Status check_unchanged() const override { return Done{}; }

 private:
  UnpackedBytes content_;
};

std::unique_ptr<InputFile> map(const std::string& path, const Descriptor& file, const Identity& identity) {
  const auto size = static_cast<std::size_t>(identity.size_bytes);
  void* const mapping = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number(), 0);
  if (mapping == MAP_FAILED) return nullptr;
  ::madvise(mapping, size, MADV_SEQUENTIAL);  // only advice: nothing depends on it
  return std::make_unique<MappedFile>(path, identity, mapping, size);
}

Result<std::unique_ptr<InputFile>> read_whole(const std::string& path, const Descriptor& file,
                                              const Identity& identity) {
  const auto size = static_cast<std::size_t>(identity.size_bytes);
  std::unique_ptr<char[]> content(new (std::nothrow) char[size]);
  if (content == nullptr) return system_error(path, ENOMEM);
  for (std::size_t done = 0; done < size;) {
    const ssize_t got = ::read(file.number(), content.get() + done, size - done);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return system_error(path, errno);
    if (got == 0) return changed(path, "the file became shorter while it was read");
    done += static_cast<std::size_t>(got);
  }
  return std::unique_ptr<InputFile>(std::make_unique<ReadFile>(path, identity, std::move(content), size));
}

// What stands in the way of reading it as a file; nothing where nothing does.
std::optional<Error> fault_of(const std::string& path, const struct stat& status) {
  if (S_ISDIR(status.st_mode)) return is_a_folder(path);
  if (!S_ISREG(status.st_mode)) {
    return input_error(path, "input.not_a_file", "this is a device, a pipe or a socket, not a file",
                       "Save its content as a file and give that.");
  }
  if (status.st_size == 0) return is_empty(path);
  if (static_cast<std::uint64_t>(status.st_size) > std::numeric_limits<std::size_t>::max() / 2) {
    return read_failed(path, "it is too large for this system");
  }
  return std::nullopt;
}

Error is_otherwise_packed(const std::string& path, const char* kind) {
  return input_error(
      path, "input.packed_otherwise", "this is " + std::string(kind) + ", not a research file",
      "Unpack it or save it as CSV, and give that file. Files ending in .gz and .zst are read as they are.");
}

// What the first bytes say that no research file can be.
std::optional<Error> foreign_kind_of(const std::string& path, std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("PK\x03\x04"sv)) return is_otherwise_packed(path, "a ZIP file or an Excel workbook");
  if (bytes.starts_with("\xFD\x37zXZ\x00"sv)) return is_otherwise_packed(path, "an xz file");
  if (bytes.starts_with("7z\xBC\xAF\x27\x1C"sv)) return is_otherwise_packed(path, "a 7z file");
  if (bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv)) {
    return input_error(path, kIsUtf16, "this is text in UTF-16, two bytes a character, which is not read",
                       "Save it as UTF-8 (\"CSV UTF-8\" in a spreadsheet program), and give that file.");
  }
  return std::nullopt;
}

// The content of what was packed. Errors: those of unpack, and those of content that cannot be right.
Result<UnpackedBytes> content_of(const std::string& path, std::string_view packed, Packing packing,
                                 std::uint64_t most_bytes) {
  UnpackLimits limits;
  limits.most_bytes = most_bytes;
  Result<UnpackedBytes> content = unpack(packed, packing, path, limits);
  if (!content) return content;
  if (content->size() == 0) return is_empty(path);
  if (std::optional<Error> foreign = foreign_kind_of(path, content->view())) return *std::move(foreign);
  return content;
}

Result<std::unique_ptr<InputFile>> unpacked_if_packed(std::unique_ptr<InputFile> file, const Identity& identity,
                                                      std::uint64_t most_bytes) {
  const std::string& path = file->path();
  if (std::optional<Error> foreign = foreign_kind_of(path, file->bytes())) return *std::move(foreign);
  const Packing packing = packing_of(file->bytes());
  if (packing == Packing::kNone) return file;
  Result<UnpackedBytes> content = content_of(path, file->bytes(), packing, most_bytes);
  if (!content) return content.error();
  return std::unique_ptr<InputFile>(std::make_unique<UnpackedFile>(path, identity, *std::move(content)));
}

Error stream_too_large(const std::string& name, std::uint64_t most_bytes) {
  return input_error(name, "input.stream_too_large",
                     "more than " + grouped(most_bytes) + " bytes came in, which is more than this run may hold",
                     "Save them as a file and give that: a file needs no memory.");
}

// Everything that comes in until its end.
Result<UnpackedBytes> read_stream(int stream, const std::string& name, std::uint64_t most_bytes) {
  UnpackedBytes content;
  for (;;) {
    const std::span<char> room = content.room();
    if (room.empty()) return out_of_memory(name);
    const ssize_t got = ::read(stream, room.data(), room.size());
    if (got > 0) {
      content.add(static_cast<std::size_t>(got));
      if (content.size() > most_bytes) return stream_too_large(name, most_bytes);
    } else if (got == 0) {
      content.trim();
      return content;
    } else if (errno == EAGAIN) {  // another program made it one that does not wait
      pollfd wait{stream, POLLIN, 0};
      ::poll(&wait, 1, -1);
    } else if (errno == EISDIR) {
      return is_a_folder(name);
    } else if (errno != EINTR) {
      return system_error(name, errno);
    }
  }
}

}  // namespace

Result<std::unique_ptr<InputFile>> open_input(const std::string& path, FileAccess access,
                                              std::uint64_t most_unpacked_bytes) {
  if (path.find('\0') != std::string::npos) return missing(path);  // the system would read up to there
  // Asked before opening, because to open a device may do something, and again after, because the path may lead
  // elsewhere by then. O_NONBLOCK: a pipe in its place does not wait for a writer.
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return system_error(path, errno);
  if (std::optional<Error> fault = fault_of(path, status)) return *std::move(fault);
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (file.number() < 0) return system_error(path, errno);
  if (::fstat(file.number(), &status) != 0) return system_error(path, errno);
  if (std::optional<Error> fault = fault_of(path, status)) return *std::move(fault);

  const Identity identity = identity_of(status);
  if (access == FileAccess::kMapped) {
    if (std::unique_ptr<InputFile> mapped = map(path, file, identity)) {
      return unpacked_if_packed(std::move(mapped), identity, most_unpacked_bytes);
    }
  }
  Result<std::unique_ptr<InputFile>> copied = read_whole(path, file, identity);
  if (!copied) return copied;
  return unpacked_if_packed(*std::move(copied), identity, most_unpacked_bytes);
}

Result<std::unique_ptr<InputFile>> read_standard_input(std::uint64_t most_bytes) {
  const std::string name(kStandardInputName);
  constexpr int kStandardInput = 0;
  Result<UnpackedBytes> read = read_stream(kStandardInput, name, most_bytes);
  if (!read) return read.error();
  if (read->size() == 0) {
    return input_error(name, "input.empty", "nothing came in", "See whether the program before the pipe failed.");
  }
  if (std::optional<Error> foreign = foreign_kind_of(name, read->view())) return *std::move(foreign);
  const Packing packing = packing_of(read->view());
  if (packing == Packing::kNone) {
    return std::unique_ptr<InputFile>(std::make_unique<StreamedInput>(*std::move(read)));
  }
  Result<UnpackedBytes> content = content_of(name, read->view(), packing, most_bytes);
  if (!content) return content.error();
  return std::unique_ptr<InputFile>(std::make_unique<StreamedInput>(*std::move(content)));
}

}  // namespace redress::scan
