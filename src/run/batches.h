// run/batches.h: work on batches of rows by several threads, with the results taken in order.
// Not here: what the work is (evaluate_run.cc). Threads are born here and nowhere else.
#pragma once

#include <cstddef>
#include <functional>

#include "redress/error.h"

namespace redress::run {

// What to do with each batch. The first two may run on any thread, for different batches at the same time; `worker` is
// below the number of threads and used by one call at a time. `take` runs for one batch after the other, in order.
struct BatchWork {
  std::function<Status(std::size_t batch, unsigned worker)> decide;
  // Called when every batch up to this one is decided. May be empty.
  std::function<Status(std::size_t batch, unsigned worker)> render;
  std::function<Status(std::size_t batch)> take;
  // What each worker does before its first batch; batches begin as soon as one is done with it. May be empty.
  std::function<Status(unsigned worker)> before = {};
};

// The number of threads for a request: `asked`, or as many as the machine has, at least 1 and at most 256.
unsigned thread_count(unsigned asked);

// Does the work on this thread; memory that does not suffice is an error: run.memory, run.temporary_file.
Status without_exception(const std::function<Status()>& work);

// Runs all batches. At most a few batches more than threads are decided and not yet taken, so that memory stays
// bounded. The first error stops the work and is returned; memory that does not suffice is one (run.memory). With one
// thread everything runs on the caller's.
Status run_batches(std::size_t count, unsigned threads, const BatchWork& work);

// Runs task 0..count-1 on the threads, in any order. Errors as above; of several the lowest task's.
Status run_tasks(std::size_t count, unsigned threads, const std::function<Status(std::size_t task)>& task);

}  // namespace redress::run
