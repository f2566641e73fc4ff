// run/carried_results.h: what people's decisions come to for rows of later batches, until those are rendered; and whose
// results had no room, so that they have to be decided again there.
// Not here: deciding and rendering (decision_pass.h). Part of the corridor. Several threads at the same time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace redress::run {

// Our cells of one row.
struct CarriedResult {
  std::size_t row = 0;
  std::string cells;
  bool is_decided = false;
  std::string_view raw;  // the row as it stands in the file
};

class CarriedResults {
 public:
  // Of so many people, in about so many bytes at most.
  CarriedResults(std::size_t people, std::uint64_t most_bytes) : people_(people), most_bytes_(most_bytes) {}

  // Keeps a result for its batch, or notes that the person has to be decided again from then on. To decide a person
  // again for many batches costs the square of the rows: results of long records are kept whatever the room.
  void keep(std::size_t batch, std::size_t person, bool is_long_record, CarriedResult result);

  // What was kept for the batch, in the order in which it came; the room is free again.
  std::vector<CarriedResult> take(std::size_t batch);

  // Leaves of these people those that have to be decided again.
  void leave_undecided(std::vector<std::uint32_t>& people);

  // Whether anybody has to be.
  bool has_undecided();

 private:
  static std::uint64_t bytes_of(const CarriedResult& result) { return sizeof(CarriedResult) + result.cells.size(); }

  std::size_t people_;
  std::uint64_t most_bytes_;
  std::mutex mutex_;  // of what follows
  std::uint64_t bytes_ = 0;
  std::map<std::size_t, std::vector<CarriedResult>> by_batch_;
  std::vector<bool> is_undecided_;  // by person; empty as long as there is none
};

}  // namespace redress::run
