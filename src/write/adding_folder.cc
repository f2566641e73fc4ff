#include "write/adding_folder.h"

#include "write/standing_file.h"

namespace redress::write {

Result<ResultSink*> AddingFolder::open(const std::string& name) {
  if (standing_mode(path_of(name))) {
    same_.push_back(name);
    return standing_.open(name);
  }
  Result<std::unique_ptr<OutputFile>> file = OutputFile::begin(path_of(name));
  if (!file) return file.error();
  added_.push_back(name);
  files_.push_back(*std::move(file));
  return &files_.back()->sink();
}

Status AddingFolder::finish() {
  if (Status compared = standing_.finish(); !compared) return compared;
  for (const FileComparison& file : standing_.comparisons()) {
    if (file.standing == FileComparison::Standing::kSame) continue;
    Error error;
    error.kind = ErrorKind::kOutput;
    error.code = "report.stands";
    error.place.file = path_of(file.name);
    error.cause = "the file stands there already and has other bytes; somebody may have worked in it";
    error.next_step = "Nothing was written. Give another folder with --out.";
    return error;
  }
  for (const std::unique_ptr<OutputFile>& file : files_) {
    if (Result<WrittenFile> finished = file->finish(); !finished) return finished.error();
  }
  return Done{};
}

}  // namespace redress::write
