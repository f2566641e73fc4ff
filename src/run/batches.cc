#include "run/batches.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <new>
#include <optional>
#include <thread>
#include <vector>

#include "run/index_memory.h"

namespace redress::run {
namespace {

// Which stage each batch has reached. Guarded by one lock: batches are large, so that it is seldom taken.
class Schedule {
 public:
  Schedule(std::size_t count, unsigned threads, const BatchWork& work)
      : work_(work), stages_(count, Stage::kWaiting), window_(threads * 3 + 2) {}

  void work_as(unsigned worker) {
    if (work_.before) {
      const Status ready = without_exception([&] { return work_.before(worker); });
      const std::lock_guard lock(mutex_);
      if (!ready && !fault_) fault_ = ready.error();
      changed_.notify_all();
    }
    std::unique_lock lock(mutex_);
    while (!finished()) {
      if (const auto job = next_job()) {
        do_job(*job, worker, lock);
        changed_.notify_all();
      } else {
        changed_.wait(lock);
      }
    }
  }

  Status outcome() const { return fault_ ? Status(*fault_) : Status(Done{}); }

 private:
  enum class Stage : std::uint8_t { kWaiting, kDeciding, kDecided, kRendering, kRendered, kTaking };
  struct Job {
    Stage stage;  // the stage while the job runs
    std::size_t batch;
  };

  bool finished() const { return fault_ || taken_ == stages_.size(); }

  // The job nearest to the exit, so that finished batches leave before new ones begin.
  std::optional<Job> next_job() const {
    if (taken_ < stages_.size() && stages_[taken_] == Stage::kRendered) return Job{Stage::kTaking, taken_};
    if (rendering_begun_ < decided_) return Job{Stage::kRendering, rendering_begun_};
    if (deciding_begun_ < std::min(stages_.size(), taken_ + window_)) return Job{Stage::kDeciding, deciding_begun_};
    return std::nullopt;
  }

  void do_job(Job job, unsigned worker, std::unique_lock<std::mutex>& lock) {
    stages_[job.batch] = job.stage;
    if (job.stage == Stage::kDeciding) ++deciding_begun_;
    if (job.stage == Stage::kRendering) ++rendering_begun_;
    lock.unlock();
    Status status = without_exception([&] { return run_job(job, worker); });
    lock.lock();
    if (!status) {
      if (!fault_) fault_ = status.error();
      return;
    }
    switch (job.stage) {
      case Stage::kDeciding:
        stages_[job.batch] = Stage::kDecided;
        while (decided_ < stages_.size() && stages_[decided_] == Stage::kDecided) ++decided_;
        return;
      case Stage::kRendering: stages_[job.batch] = Stage::kRendered; return;
      default: ++taken_; return;
    }
  }

  Status run_job(Job job, unsigned worker) const {
    switch (job.stage) {
      case Stage::kDeciding: return work_.decide(job.batch, worker);
      case Stage::kRendering: return work_.render ? work_.render(job.batch, worker) : Status(Done{});
      default: return work_.take ? work_.take(job.batch) : Status(Done{});
    }
  }

  const BatchWork& work_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Stage> stages_;
  std::size_t window_;
  std::size_t deciding_begun_ = 0;
  std::size_t decided_ = 0;          // all batches below are decided
  std::size_t rendering_begun_ = 0;  // all batches below have begun to be rendered
  std::size_t taken_ = 0;
  std::optional<Error> fault_;
};

}  // namespace

// A thread that an exception leaves ends the program, and the unfinished results would stay. What the rooms ask of the
// standard library fails in one way only: the memory does not suffice.
Status without_exception(const std::function<Status()>& work) {
  Error error;
  error.kind = ErrorKind::kInput;
  try {
    return work();
  } catch (const TemporaryFileFailed& failed) {
    error.code = "run.temporary_file";
    error.place.file = failed.folder();
    error.cause = "the index does not fit in the memory that --memory allows, and no temporary file can hold it here";
    error.next_step = "Free space in that folder, name another one in TMPDIR, or allow more with --memory.";
  } catch (const std::bad_alloc&) {
    error.code = "run.memory";
    error.cause = "the memory does not suffice for these files";
    error.next_step =
        "Close other programs, use fewer --threads, allow less with --memory, or use a machine with more.";
  }
  return error;
}

unsigned thread_count(unsigned asked) {
  constexpr unsigned kMost = 256;  // more than the machines have that this runs on: each takes memory, and none helps
  return std::min(kMost, asked > 0 ? asked : std::max(1U, std::thread::hardware_concurrency()));
}

Status run_batches(std::size_t count, unsigned threads, const BatchWork& work) {
  Schedule schedule(count, threads, work);
  std::vector<std::jthread> others;
  for (unsigned worker = 1; worker < threads; ++worker) {
    others.emplace_back([&schedule, worker] { schedule.work_as(worker); });
  }
  schedule.work_as(0);
  others.clear();  // joins
  return schedule.outcome();
}

Status run_tasks(std::size_t count, unsigned threads, const std::function<Status(std::size_t task)>& task) {
  std::atomic<std::size_t> next{0};
  std::vector<std::optional<Error>> faults(count);
  const auto work = [&] {
    for (std::size_t i = next++; i < count; i = next++) {
      if (Status status = without_exception([&] { return task(i); }); !status) faults[i] = status.error();
    }
  };
  std::vector<std::jthread> others;
  for (unsigned worker = 1; worker < std::min<std::size_t>(threads, count); ++worker) others.emplace_back(work);
  work();
  others.clear();  // joins
  for (const std::optional<Error>& fault : faults) {
    if (fault) return *fault;
  }
  return Done{};
}

}  // namespace redress::run
