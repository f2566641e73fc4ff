// write/results_folder.h: the folder of a run's results: complete or absent, readable by its owner only.
// Not here: what stands in its files. Written aside as "<out>.unfinished", then renamed in one step.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "redress/error.h"
#include "write/file_sink.h"
#include "write/output_calls.h"
#include "write/results_target.h"

namespace redress::write {

// The permissions of what a run leaves: for its owner alone.
inline constexpr unsigned kResultsFolderMode = 0700;
inline constexpr unsigned kResultFileMode = 0600;

// One thread at a time, save that its files may be written by different threads.
class ResultsFolder final : public ResultsTarget {
 public:
  // Makes "<out>.unfinished" (0700) beside `out` and locks it against a second run; what a killed run left there is
  // removed. `out` must be absent or an empty folder; its parent must exist.
  // Errors (kOutput): output.not_empty, output.is_a_file, output.is_a_link, output.is_a_mount, output.bad_name,
  // output.no_parent, output.not_writable, output.busy (another run is writing there), output.left_over (the unfinished
  // folder holds what no run of ours wrote), output.disk_full.
  static Result<std::unique_ptr<ResultsFolder>> begin(const std::string& out, OutputCalls calls = system_calls());

  // Unless finished: abandon().
  ~ResultsFolder() override;
  ResultsFolder(const ResultsFolder&) = delete;
  ResultsFolder& operator=(const ResultsFolder&) = delete;

  // A new file (0600) of that plain name. The sink lives until the folder is abandoned, finish() failed, or the folder
  // object ends.
  // Errors: output.not_writable, output.disk_full. REQUIRES: neither finished nor abandoned; a name without folders.
  Result<ResultSink*> open(const std::string& name) override;

  // Finishes every file, makes the disk keep the folder, and renames it to `out`. On an error nothing is left behind:
  // neither `out` (should it have been an empty folder, that is gone at worst) nor the unfinished folder.
  // Errors: as for open and FileSink::finish; output.not_empty where `out` was filled in the meantime.
  Status finish() override;

  std::string path_of(const std::string& name) const override;

  // Removes the unfinished folder. Further calls do nothing. Not for signal handlers: ask the run to stop instead.
  void abandon();

 private:
  enum class State { kOpen, kFinished, kAbandoned };

  ResultsFolder(OutputCalls calls, std::string out);
  Status open_parent();
  // One try to make and lock the folder; false asks for another, because it vanished in between.
  Result<bool> try_to_claim();
  Status remove_left_over(int folder);
  Status sync_folder(int folder, const std::string& shown);
  Status publish();
  void close_folder(int& folder);
  Error error(std::string code, std::string cause, std::string next_step) const;

  OutputCalls calls_;
  std::string out_;
  std::string parent_path_;
  std::string standing_;  // where the folder stands now: unfinished, then out
  int parent_ = -1;
  int folder_ = -1;
  State state_ = State::kOpen;
  std::vector<std::unique_ptr<FileSink>> files_;
};

}  // namespace redress::write
