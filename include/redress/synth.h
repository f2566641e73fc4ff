// redress/synth.h: invented people in the format of the Department of Justice's research files.
// Public face; std only.
#pragma once

#include <cstdint>
#include <string>

#include "redress/error.h"
#include "redress/run_observer.h"

namespace redress {

struct SynthRequest {
  std::uint64_t people = 1000;
  std::string county;       // any case; where most cases are
  std::uint64_t seed = 1;
  std::string out;          // the file; must not exist
  bool clean = false;       // true leaves the mess of real files out
};

struct SynthReport {
  std::uint64_t bytes = 0;
};

// Writes the file; the same request gives the same bytes on any machine. Complete or absent.
// Errors: kUsage for a request that makes no sense, kOutput for the file; kCancelled. `observer` may be null: it is
// asked whether to stop, and told nothing.
Result<SynthReport> synthesize(const SynthRequest& request, RunObserver* observer = nullptr);

}  // namespace redress
