// scan/input_file.h: a file opened for reading as one stretch of bytes. The one place that opens input.
// Not here: what the bytes mean. Above base only.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "redress/error.h"

namespace redress::scan {

// Immutable; its bytes may be read by any number of threads while it lives.
class InputFile {
 public:
  virtual ~InputFile() = default;
  virtual std::string_view bytes() const = 0;

  const std::string& path() const { return path_; }  // as given

  // Whether the file is still as it was when it was opened (size, time of change, and that it is the same file).
  // Errors (kInput): input.changed.
  virtual Status check_unchanged() const = 0;

 protected:
  explicit InputFile(std::string path) : path_(std::move(path)) {}

 private:
  std::string path_;
};

// How the bytes of a file come into memory. Mapped bytes cost nothing until they are looked at; but a program that
// looks at bytes of a mapped file which another program cut off, or whose drive fails, is ended by the system.
enum class FileAccess : std::uint8_t { kMapped, kCopied };

// Opens a regular file; mapped where the system can, else (or when asked to) copied into memory. Never waits for
// another program. Errors (kInput), each naming the file and what to do: input.missing, input.is_a_folder,
// input.unreadable, input.empty, input.not_a_file, input.read_failed; input.changed when it became shorter while it was
// copied.
Result<std::unique_ptr<InputFile>> open_input(const std::string& path, FileAccess access = FileAccess::kMapped);

}  // namespace redress::scan
