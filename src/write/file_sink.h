// write/file_sink.h: one file being written: buffered, counted, summed, and every call checked.
// Not here: where it stands and whether it stays (results_folder.h). One thread at a time.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "redress/error.h"
#include "write/checksum.h"
#include "write/output_calls.h"
#include "write/results_target.h"

namespace redress::write {

class FileSink final : public ResultSink {
 public:
  // `file` is open for writing and owned from here on; `shown` is the path that messages name. The calls must outlive
  // the sink. Made by ResultsFolder::open and OutputFile::begin.
  FileSink(const OutputCalls& calls, int file, std::string name, std::string shown,
           OutputPlace place = OutputPlace::kResultsFolder);
  ~FileSink() override;
  FileSink(const FileSink&) = delete;
  FileSink& operator=(const FileSink&) = delete;

  // Errors: output.disk_full, output.write_failed. After one, every further call answers with the same.
  // REQUIRES: finish was not called.
  Status write(std::string_view bytes) override;

  // Writes what is buffered, makes the disk keep it, closes the file, and says what was written. Errors as above.
  // Further calls answer the same.
  Result<WrittenFile> finish() override;

  const std::string& name() const { return name_; }

 private:
  Status flush();
  Status write_out(std::string_view bytes);
  Status fail(const std::string& what_failed, int error_number);

  const OutputCalls& calls_;
  int file_;  // -1: closed
  std::string name_;
  std::string shown_;
  OutputPlace place_;
  std::string buffer_;
  std::uint64_t bytes_ = 0;
  std::uint64_t bytes_on_their_way_ = 0;  // to the disk
  Sha256 sum_;
  std::optional<Error> failure_;
};

}  // namespace redress::write
