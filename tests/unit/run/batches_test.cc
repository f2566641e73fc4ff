#include "run/batches.h"

#include <doctest/doctest.h>

#include <atomic>
#include <string>
#include <vector>

namespace redress::run {
namespace {

Error failure(std::string code) {
  Error error;
  error.code = std::move(code);
  return error;
}

TEST_CASE("batches are taken in order whatever the number of threads") {
  for (const unsigned threads : {1U, 2U, 5U}) {
    std::vector<std::size_t> taken;
    std::vector<int> stage(100, 0);
    const BatchWork work{[&](std::size_t batch, unsigned) -> Status {
                           stage[batch] = 1;
                           return Done{};
                         },
                         [&](std::size_t batch, unsigned) -> Status {
                           stage[batch] += 1;
                           return Done{};
                         },
                         [&](std::size_t batch) -> Status {
                           CHECK(stage[batch] == 2);
                           taken.push_back(batch);
                           return Done{};
                         }};
    REQUIRE(run_batches(stage.size(), threads, work));
    REQUIRE(taken.size() == stage.size());
    for (std::size_t i = 0; i < taken.size(); ++i) CHECK(taken[i] == i);
  }
}

TEST_CASE("a batch is rendered only when every batch before it is decided") {
  std::atomic<std::size_t> decided{0};
  std::atomic<bool> too_early{false};
  const BatchWork work{[&](std::size_t, unsigned) -> Status {
                         ++decided;
                         return Done{};
                       },
                       [&](std::size_t batch, unsigned) -> Status {
                         if (decided < batch + 1) too_early = true;
                         return Done{};
                       },
                       {}};
  REQUIRE(run_batches(200, 4, work));
  CHECK_FALSE(too_early);
  CHECK(decided == 200);
}

TEST_CASE("no batch is decided far ahead of the one that is taken") {
  std::size_t taken = 0;
  std::size_t farthest = 0;
  const BatchWork work{[&](std::size_t batch, unsigned) -> Status {
                         farthest = std::max(farthest, batch - taken);
                         return Done{};
                       },
                       {},
                       [&](std::size_t) -> Status {
                         ++taken;
                         return Done{};
                       }};
  REQUIRE(run_batches(1000, 1, work));
  CHECK(taken == 1000);
  CHECK(farthest < 8);
}

TEST_CASE("a worker's number is below the number of threads") {
  std::atomic<unsigned> highest{0};
  const BatchWork work{[&](std::size_t, unsigned worker) -> Status {
                         unsigned seen = highest;
                         while (worker > seen && !highest.compare_exchange_weak(seen, worker)) {
                         }
                         return Done{};
                       },
                       {},
                       {}};
  REQUIRE(run_batches(50, 3, work));
  CHECK(highest < 3);
}

TEST_CASE("the first failure ends the work and is returned") {
  std::size_t taken = 0;
  const BatchWork work{[](std::size_t batch, unsigned) -> Status {
                         if (batch == 7) return failure("seven");
                         return Done{};
                       },
                       {},
                       [&](std::size_t) -> Status {
                         ++taken;
                         return Done{};
                       }};
  const Status status = run_batches(1000, 2, work);
  REQUIRE_FALSE(status.ok());
  CHECK(status.error().code == "seven");
  CHECK(taken <= 7);
}

TEST_CASE("no batch at all is done at once") {
  CHECK(run_batches(0, 3, {}).ok());
}

TEST_CASE("every task runs once, and of several failures the lowest task's is returned") {
  std::vector<std::atomic<int>> runs(64);
  const Status status = run_tasks(runs.size(), 4, [&](std::size_t task) -> Status {
    ++runs[task];
    if (task == 9 || task == 40) return failure(std::to_string(task));
    return Done{};
  });
  for (const auto& count : runs) CHECK(count == 1);
  REQUIRE_FALSE(status.ok());
  CHECK(status.error().code == "9");
}

TEST_CASE("a number of threads that is asked for is kept, and none asked for is at least one") {
  CHECK(thread_count(3) == 3);
  CHECK(thread_count(0) >= 1);
}

}  // namespace
}  // namespace redress::run
