// scan/input_file.h: a file, packed or not, or standard input, as one stretch of bytes. The one place that opens input.
// Not here: how packed bytes are unpacked (unpack.h), what the bytes mean. Above base only.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "redress/error.h"
#include "scan/unpack.h"

namespace redress::scan {

// Immutable; its bytes may be read by any number of threads while it lives.
class InputFile {
 public:
  virtual ~InputFile() = default;
  virtual std::string_view bytes() const = 0;  // of a packed file, those that it holds

  const std::string& path() const { return path_; }  // as given; kStandardInputName where that was read

  // Whether the file is still as it was when it was opened (size, time of change, and that it is the same file); of a
  // packed file, the packed one. Standard input never changes.
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

// The code of the error about text of two bytes a character.
inline constexpr const char* kIsUtf16 = "input.utf_16";

// The name under which messages and results speak of it.
inline constexpr std::string_view kStandardInputName = "standard input";

// Opens a regular file; mapped where the system can, else (or when asked to) copied into memory. Never waits for
// another program. What its first bytes call gzip or Zstandard is unpacked into memory, within the limits of unpack.h.
// Errors (kInput), each naming the file and what to do: input.missing, input.is_a_folder, input.unreadable,
// input.utf_16, input.empty (also where nothing is packed in it), input.not_a_file, input.read_failed; input.changed
// when it became shorter while it was copied; input.damaged, input.unpacks_too_large and input.packed_otherwise (also
// for ZIP, xz and 7z) of a packed one. A packed file that holds more than `most_unpacked_bytes` is
// input.unpacks_too_large.
Result<std::unique_ptr<InputFile>> open_input(const std::string& path, FileAccess access = FileAccess::kMapped,
                                              std::uint64_t most_unpacked_bytes = kMostUnpackedBytes);

// Reads standard input to its end, and unpacks it as open_input does. Waits for the program that writes it. What was
// read is gone from it: to be called once. Errors as above, about kStandardInputName; input.stream_too_large when more
// than `most_bytes` come in.
Result<std::unique_ptr<InputFile>> read_standard_input(std::uint64_t most_bytes = kMostUnpackedBytes);

}  // namespace redress::scan
