// run/progress.h: what a caller is told while a run goes on, and how it stops one. Inside the room.
#pragma once

#include <cstdint>
#include <mutex>

#include "redress/error.h"
#include "redress/run_observer.h"

namespace redress::run {

// Whether the caller asks to stop; from one thread at a time. `observer` may be null.
// Errors (kCancelled): run.cancelled.
inline Status check_cancelled(RunObserver* observer) {
  if (observer == nullptr || !observer->wants_cancel()) return Done{};
  Error error;
  error.kind = ErrorKind::kCancelled;
  error.code = "run.cancelled";
  error.cause = "the run was stopped; nothing was written";
  return error;
}

// Counts what is done and tells the observer; from any thread, one at a time.
class ProgressCount {
 public:
  // `observer` may be null; it must outlive this.
  ProgressCount(RunObserver* observer, Progress::Stage stage, std::uint64_t bytes_total)
      : observer_(observer), progress_{stage, 0, bytes_total} {}

  // Errors (kCancelled): run.cancelled, when the observer asks to stop.
  Status add(std::uint64_t bytes) {
    if (observer_ == nullptr) return Done{};
    const std::lock_guard lock(mutex_);
    progress_.bytes_done += bytes;
    return tell();
  }

  // All is done: also what no part counted as its own, a header or empty lines. Errors: as add.
  Status finish() {
    if (observer_ == nullptr) return Done{};
    const std::lock_guard lock(mutex_);
    progress_.bytes_done = progress_.bytes_total;
    return tell();
  }

 private:
  // REQUIRES: mutex_ is held, and there is an observer.
  Status tell() {
    observer_->on_progress(progress_);
    return check_cancelled(observer_);
  }

  RunObserver* observer_;
  std::mutex mutex_;
  Progress progress_;
};

}  // namespace redress::run
