// redress/run_observer.h: how a caller watches a long run and asks it to stop.
// Not here: printing (the caller's), the clock (the caller's). Public face; std only.
#pragma once

#include <cstdint>

namespace redress {

// What a run is doing. Counts never go back within a stage.
struct Progress {
  enum class Stage : std::uint8_t { kReading, kGathering, kDeciding } stage = Stage::kReading;
  std::uint64_t bytes_done = 0;
  std::uint64_t bytes_total = 0;
};

// Derive to watch. Both calls may come from any thread of the run, one at a time; they must be quick.
class RunObserver {
 public:
  virtual ~RunObserver() = default;
  virtual void on_progress(const Progress& /*progress*/) {}
  // True asks the run to stop: it ends with ErrorKind::kCancelled and leaves nothing behind.
  virtual bool wants_cancel() { return false; }
};

}  // namespace redress
