// run/comparison_pass.h: people under several policies, counted against each other, batch by batch of people.
// Not here: files and words (compare_run.cc), threads (batches.h). Part of the corridor.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "run/opened_run.h"
#include "tally/comparison.h"
#include "tally/tally.h"

namespace redress::run {

// Whether each conviction that differs is put into words.
enum class EachConviction : std::uint8_t { kSkip, kWrite };

class ComparisonPass {
 public:
  static constexpr std::size_t kPeopleInBatch = 1024;

  // `names`: of the first policy and of each further one. Both must outlive the pass.
  ComparisonPass(const OpenedRun& run, const std::vector<std::string>& names, EachConviction each, unsigned workers);
  ~ComparisonPass();
  ComparisonPass(const ComparisonPass&) = delete;
  ComparisonPass& operator=(const ComparisonPass&) = delete;

  std::size_t batch_count() const { return batches_.size(); }

  // Thread rule: as BatchWork of batches.h.
  void decide(std::size_t batch, unsigned worker);
  std::string take(std::size_t batch);  // the lines of the convictions that differ

  // After all batches.
  struct Counts {
    tally::Tally record;  // of the files alone
    tally::AnswerTally first;
    std::vector<tally::BesideTally> further;  // in the order of the policies

    void merge(const Counts& other);
  };
  Counts merged() const;

 private:
  struct Worker;

  void decide_person(std::size_t person, std::string& lines, Worker& worker) const;

  const OpenedRun& run_;
  const std::vector<std::string>& names_;
  EachConviction each_;
  std::vector<std::unique_ptr<Worker>> workers_;
  std::vector<std::string> batches_;
};

}  // namespace redress::run
