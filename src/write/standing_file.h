// write/standing_file.h: a file of a results folder that stands already, read from its first byte to its last.
// Not here: what it is compared with (comparing_folder.h), input files (scan). The file is never changed.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "redress/error.h"
#include "write/results_target.h"

namespace redress::write {

// One thread at a time.
class StandingFile {
 public:
  // A plain file, never through a link, never waiting for another program.
  // Errors (kInput): results.file_missing; results.not_a_folder where `folder` is a file; results.not_a_file for what
  // is no plain file; results.unreadable.
  static Result<std::unique_ptr<StandingFile>> open(const std::string& folder, const std::string& name);

  ~StandingFile();
  StandingFile(const StandingFile&) = delete;
  StandingFile& operator=(const StandingFile&) = delete;

  // The next bytes, at most `most` of them; empty at the end. The view lives until the next call.
  // Errors (kInput): results.unreadable. REQUIRES: most > 0.
  Result<std::string_view> read(std::size_t most);

 private:
  StandingFile(int file, std::string shown);

  int file_;
  std::string shown_;
  std::string buffer_;
};

// Name, size and checksum of a file as it stands. Errors: as StandingFile. Cost: reads it whole.
Result<WrittenFile> standing_file(const std::string& folder, const std::string& name);

// The names in a folder, sorted. Errors (kInput): results.unreadable.
Result<std::vector<std::string>> standing_names(const std::string& folder);

// The permissions of a plain file or a folder, 0600 for example. Nothing where there is none, or a link.
std::optional<unsigned> standing_mode(const std::string& path);

// The whole text. Errors: as StandingFile; results.too_large past `most_bytes`.
Result<std::string> standing_text(const std::string& folder, const std::string& name, std::uint64_t most_bytes);

}  // namespace redress::write
