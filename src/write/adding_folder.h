// write/adding_folder.h: files added to a results folder that stands: new ones complete or absent, those that stand
// already compared and never changed.
// Not here: a new folder (results_folder.h), only comparing (comparing_folder.h).
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "redress/error.h"
#include "write/comparing_folder.h"
#include "write/output_file.h"
#include "write/results_target.h"

namespace redress::write {

// One thread at a time.
class AddingFolder final : public ResultsTarget {
 public:
  explicit AddingFolder(std::string folder) : folder_(std::move(folder)), standing_(folder_) {}

  // Errors: of OutputFile::begin; of ComparingFolder::open where the file stands already.
  Result<ResultSink*> open(const std::string& name) override;

  // Either every new file is there, or, where one that stands has other bytes, none of them.
  // Errors: (kOutput) report.stands; of OutputFile::finish, after which some of the new files may be there, each whole.
  Status finish() override;

  std::string path_of(const std::string& name) const override { return folder_ + "/" + name; }

  // In the order in which they were opened. REQUIRES: finish() succeeded.
  const std::vector<std::string>& added() const { return added_; }
  const std::vector<std::string>& standing() const { return same_; }

 private:
  std::string folder_;
  ComparingFolder standing_;
  std::vector<std::string> same_, added_;
  std::vector<std::unique_ptr<OutputFile>> files_;
};

}  // namespace redress::write
