// write/output_file.h: one file written aside as "<path>.unfinished" and renamed when whole: complete or absent.
// Not here: folders of results (results_folder.h). One thread at a time.
#pragma once

#include <memory>
#include <string>

#include "redress/error.h"
#include "write/file_sink.h"
#include "write/output_calls.h"

namespace redress::write {

class OutputFile {
 public:
  // Makes and locks the unfinished file; what a killed run left there is removed. `path` must not exist, its folder
  // must. Errors (kOutput): output.exists, output.bad_name, output.not_writable, output.busy, output.disk_full.
  static Result<std::unique_ptr<OutputFile>> begin(const std::string& path, OutputCalls calls = system_calls());

  // Unless finished, removes what was written.
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  // Lives as long as this object.
  FileSink& sink() { return *sink_; }

  // Makes the disk keep the file and renames it. Errors: of FileSink::finish; output.exists where the path was taken in
  // the meantime; output.not_writable. On an error nothing is left behind.
  Result<WrittenFile> finish();

 private:
  OutputFile(OutputCalls calls, std::string path);
  // One try to make and lock the file; false asks for another, because a left-over was removed.
  Result<bool> try_to_claim();
  bool is_taken() const;
  Error error(std::string code, std::string cause, std::string next_step) const;

  OutputCalls calls_;
  std::string path_;
  std::string unfinished_;  // its name, without the folder
  int folder_ = -1;
  bool is_ours_ = false;  // the unfinished file stands there and is ours to remove
  std::unique_ptr<FileSink> sink_;
};

}  // namespace redress::write
