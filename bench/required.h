// bench/required.h: what a benchmark does when a result is wrong: it says so and ends with status 1, unmeasured.
// Not here: invented files (invented.h), what is measured (one *_bench.cc a room).
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "redress/error.h"

namespace redress::bench {

inline void require(bool holds, std::string_view expected) {
  if (holds) return;
  std::fprintf(stderr, "wrong result, nothing measured; expected: %.*s\n", static_cast<int>(expected.size()),
               expected.data());
  std::exit(1);
}

// The value; ends the program where there is none.
template <class T>
T must(Result<T> result) {
  if (!result) require(false, to_string(result.error()));
  return *std::move(result);
}

}  // namespace redress::bench
